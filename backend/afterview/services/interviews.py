"""Interviews: keep, change, delete; their participants and rounds. Each change of the document raises its version."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

from afterview.domain.documents import to_value
from afterview.domain.errors import BadFacts, FieldError, NotFound
from afterview.domain.facts import Bookmark, Company, Interview, Participant, Round
from afterview.domain.ids import with_ids
from afterview.domain.soundness import ahead_faults, check, interview_faults, note_faults, round_faults, same_ids
from afterview.domain.versions import Expected, check_version
from afterview.store import interviews as store
from afterview.store.companies import known_of
from afterview.store.notes import taken_note_ids

if TYPE_CHECKING:
    from collections.abc import Callable

    from afterview.store.session import Database
    from afterview.store.tables import InterviewRow, Unit

MOST_PEOPLE: Final = 100
MOST_ROUNDS: Final = 50


def create_interview(database: Database, owner: str, document: Interview) -> str:
    """Keep a whole document and give the interview's id."""
    whole = with_ids(document)
    now = database.now()
    ahead = (
        fault for index, event in enumerate(whole.events) for fault in ahead_faults(event, now, f"/events/{index}")
    )
    check(interview_faults(whole), ahead)
    with database.write(owner) as unit:
        return store.save_new_interview(unit, _with_what_is_known(unit, whole))


def _with_what_is_known(unit: Unit, interview: Interview) -> Interview:
    """The interview, where it says nothing of a country, a zone, days off or pages, as what is kept of its company."""
    known = known_of(unit, interview.company.name)
    if not known:
        return interview
    there = to_value(Company, {name: item for name, item in known.items() if name != "bookmarks"})
    said = interview.company
    if said.country:  # its subdivision is said with it, or left out on purpose
        there = replace(there, subdivision=said.subdivision)
    own = {field.name: getattr(said, field.name) or getattr(there, field.name) for field in fields(Company)}
    pages = tuple(to_value(Bookmark, page) for page in known["bookmarks"])
    return replace(interview, company=replace(said, **own), bookmarks=interview.bookmarks or pages)


def change_interview(
    database: Database, owner: str, interview_id: str, expected: Expected, change: Callable[[Interview], Interview]
) -> None:
    """Change the interview's own fields."""
    with database.write(owner) as unit:
        row = _checked(unit, interview_id, expected)
        store.save_interview(unit, row, change(store.load_interview(unit, interview_id)))


def delete_interview(database: Database, owner: str, interview_id: str, expected: Expected) -> None:
    """Take the interview out of every list; nothing about it is lost."""
    with database.write(owner) as unit:
        store.remove_interview(unit, _checked(unit, interview_id, expected))


def put_participant(
    database: Database, owner: str, interview_id: str, expected: Expected, person: Participant, *, notes: bool
) -> tuple[str, bool]:
    """Create or replace a participant; with ``notes`` the list of notes too. Gives the id, and whether they are new.

    Somebody who was in this interview before comes back under the id that they had.
    """
    with database.write(owner) as unit:
        row = _checked(unit, interview_id, expected)
        interview = store.load_interview(unit, interview_id)
        whole = with_ids(Interview(interview.company, "", (person,)), taken_note_ids(unit, interview_id)).participants[
            0
        ]
        _check_person(unit, interview_id, interview, whole)
        there = store.participant_row(unit, interview_id, person.id)
        if there and not there.deleted_at:
            store.change_participant(unit, there, whole, notes=notes)
            made, new = person.id, False
        else:
            made, new = _add(unit, row, interview, whole, notes=notes), True
        store.raise_version(unit, row)
        return made, new


def change_participant(
    database: Database,
    owner: str,
    interview_id: str,
    participant_id: str,
    expected: Expected,
    change: Callable[[Participant], Participant],
) -> None:
    """Change a participant, the notes apart."""
    with database.write(owner) as unit:
        row = _checked(unit, interview_id, expected)
        person = _person(store.load_interview(unit, interview_id), participant_id)
        there = store.participant_row(unit, interview_id, participant_id)
        if there:
            store.change_participant(unit, there, change(person), notes=False)
        store.raise_version(unit, row)


def delete_participant(
    database: Database, owner: str, interview_id: str, participant_id: str, expected: Expected
) -> None:
    """Take a person out of the interview; notes and edits stay for when they come back."""
    with database.write(owner) as unit:
        row = _checked(unit, interview_id, expected)
        _person(store.load_interview(unit, interview_id), participant_id)
        there = store.participant_row(unit, interview_id, participant_id)
        if there:
            store.remove_participant(unit, there)
        store.raise_version(unit, row)


def put_round(database: Database, owner: str, interview_id: str, expected: Expected, sitting: Round) -> bool:
    """Create or replace a round; whether it is new."""
    with database.write(owner) as unit:
        row = _checked(unit, interview_id, expected)
        interview = store.load_interview(unit, interview_id)
        check(round_faults(sitting, interview))
        known = any(other.id == sitting.id for other in interview.rounds)
        if not known and len(interview.rounds) >= MOST_ROUNDS:
            raise BadFacts((FieldError("", "too-many", f"An interview holds {MOST_ROUNDS} rounds at most."),))
        new = store.save_round(unit, row, sitting)
        store.raise_version(unit, row)
        return new


def change_round(
    database: Database,
    owner: str,
    interview_id: str,
    round_id: str,
    expected: Expected,
    change: Callable[[Round], Round],
) -> None:
    """Change a round."""
    with database.write(owner) as unit:
        row = _checked(unit, interview_id, expected)
        interview = store.load_interview(unit, interview_id)
        old = next((sitting for sitting in interview.rounds if sitting.id == round_id), None)
        if old is None:
            raise NotFound(f'The interview has no round "{round_id}": its document names those that it has.')
        new = replace(change(old), id=round_id)
        check(round_faults(new, interview))
        store.save_round(unit, row, new)
        store.raise_version(unit, row)


def delete_round(database: Database, owner: str, interview_id: str, round_id: str, expected: Expected) -> None:
    """Take a round out of the interview; edits stay."""
    with database.write(owner) as unit:
        row = _checked(unit, interview_id, expected)
        store.remove_round(unit, row, round_id)
        store.raise_version(unit, row)


def _checked(unit: Unit, interview_id: str, expected: Expected) -> InterviewRow:
    row = store.interview_row(unit, interview_id)
    check_version(expected, row.version, lambda: store.read_interview(unit, interview_id))
    return row


def _person(interview: Interview, participant_id: str) -> Participant:
    for person in interview.participants:
        if person.id == participant_id:
            return person
    raise NotFound(f'The interview has no participant "{participant_id}": its document names those that it has.')


def _check_person(unit: Unit, interview_id: str, interview: Interview, person: Participant) -> None:
    others = {note.id for other in interview.participants if other.id != person.id for note in other.notes}
    mine = {note.id for other in interview.participants if other.id == person.id for note in other.notes}
    gone = taken_note_ids(unit, interview_id) - mine - others
    faults = (f for index, note in enumerate(person.notes) for f in note_faults(note, interview, f"/notes/{index}"))
    check(faults, same_ids(person.notes, "/notes", others | gone))


def _add(unit: Unit, row: InterviewRow, interview: Interview, person: Participant, *, notes: bool) -> str:
    if len(interview.participants) >= MOST_PEOPLE:
        raise BadFacts((FieldError("", "too-many", f"An interview holds {MOST_PEOPLE} participants at most."),))
    return store.add_participant(unit, row, person, notes=notes)
