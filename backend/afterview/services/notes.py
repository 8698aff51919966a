"""Notes: keep, change, delete. They don't raise the interview's version: two people may write notes at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from afterview.domain.documents import to_value
from afterview.domain.errors import BadFacts, FieldError
from afterview.domain.facts import Note
from afterview.domain.ids import NOTHING, id_from, note_name
from afterview.domain.soundness import check, note_faults
from afterview.domain.versions import Expected, check_version
from afterview.store import notes as store
from afterview.store.interviews import load_interview, touch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from afterview.domain.facts import Interview
    from afterview.store.session import Database
    from afterview.store.tables import NoteRow

MOST: Final = 1_000


def add_note(database: Database, owner: str, interview_id: str, participant: str, note: Note) -> str:
    """Keep a note about a participant and give its id."""
    with database.write(owner) as unit:
        interview = load_interview(unit, interview_id)
        taken = store.taken_note_ids(unit, interview_id)
        made = replace(note, id=note.id or id_from(note_name(note)[0], taken, "note", NOTHING))
        check(note_faults(made, interview), _person_faults(participant, interview), _id_faults(made, taken))
        if sum(len(person.notes) for person in interview.participants) >= MOST:
            raise BadFacts((FieldError("", "too-many", f"An interview holds {MOST:,} notes at most."),))
        store.add_note(unit, interview_id, participant, made)
        touch(unit, interview_id)
        return made.id


def change_note(
    database: Database, owner: str, interview_id: str, note_id: str, expected: Expected, change: Callable[[Note], Note]
) -> None:
    """Change a note."""
    with database.write(owner) as unit:
        interview = load_interview(unit, interview_id)
        row = store.note_row_of(unit, interview_id, note_id)
        check_version(expected, row.version, lambda: store.read_note(unit, interview_id, note_id))
        new = replace(change(_value(row)), id=note_id)
        check(note_faults(new, interview))
        store.save_note(unit, row, row.participant, new)
        touch(unit, interview_id)


def delete_note(database: Database, owner: str, interview_id: str, note_id: str, expected: Expected) -> None:
    """Take a note away."""
    with database.write(owner) as unit:
        touch(unit, interview_id)
        row = store.note_row_of(unit, interview_id, note_id)
        check_version(expected, row.version, lambda: store.read_note(unit, interview_id, note_id))
        store.remove_note(unit, row)


def _value(row: NoteRow) -> Note:
    return to_value(Note, row.model_dump())


def _person_faults(participant: str, interview: Interview) -> Iterator[FieldError]:
    if participant not in {person.id for person in interview.participants}:
        yield FieldError(
            "/participant", "unknown", f'No participant has the id "{participant}": take one of the interview\'s.'
        )


def _id_faults(note: Note, taken: set[str]) -> Iterator[FieldError]:
    if note.id in taken:
        yield FieldError("/id", "taken", f'"{note.id}" is or was a note of this interview: give another id, or none.')
