"""Participants written, with their contacts and notes. Who is removed keeps the row and the id.

A participant's contact is found by address (lower-cased, NFC), else by name among those removed from this interview;
so who comes back is the same person under the same id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from afterview.domain.documents import to_document
from afterview.domain.errors import BadFacts, FieldError, NotFound
from afterview.domain.keys import parse_key
from afterview.domain.soundness import ROUND_TO_COME
from afterview.store.tables import (
    CONTACT_FIELDS,
    ERASED,
    ContactRow,
    EventRow,
    InterviewRow,
    NoteRow,
    ParticipantRow,
    RoundRow,
    Unit,
    can_come_back,
    columns,
    contact_at,
    contact_row,
    contacts_at,
    fill_contact,
    folded,
    living,
    next_position,
    note_row,
)

if TYPE_CHECKING:
    from afterview.domain.facts import Participant

contact, participant, interview = columns(ContactRow), columns(ParticipantRow), columns(InterviewRow)


def add_participant(unit: Unit, row: InterviewRow, person: Participant, *, notes: bool = True) -> str:
    """Add a participant, or bring one back who was removed. Gives the id, which is the old one for who comes back.

    Without ``notes`` who comes back has the notes that they had.
    """
    known = _known_contact(unit, row, person)
    made = known or contact_row(unit, person, row.company["name"])
    unit.session.add(made)
    unit.session.flush()
    if known:
        _write_through(unit, known, person, row.id, only_given=True)
    before = _as_participant(unit, row.id, made.id)
    if before and not before.deleted_at:
        name = made.email or made.name
        raise BadFacts((FieldError("/email", "same-person", f"{name} is in this interview already, as {before.id}."),))
    if before is None and participant_row(unit, row.id, person.id):
        raise BadFacts((FieldError("/id", "taken", f'"{person.id}" was somebody else here: choose another id.'),))
    there = before or ParticipantRow(
        owner_id=unit.owner,
        interview_id=row.id,
        id=person.id,
        contact_id=made.id,
        part="",
        rounds=[],
        position=next_position(unit, ParticipantRow, row.id),
    )
    there.part, there.title, there.deleted_at = person.part.value, person.title, ""
    unit.session.add(there)
    unit.session.flush()
    _name_again(unit, there)
    if notes:
        save_notes(unit, there, person)
    return there.id


def add_new_people(unit: Unit, row: InterviewRow, people: tuple[Participant, ...]) -> list[ParticipantRow]:
    """Make the participants of a new interview. Contacts are written, the participants are the caller's to write."""
    known, made = contacts_at(unit, [person.email for person in people]), dict[str, ParticipantRow]()
    for index, person in enumerate(people):
        there = known.get(folded(person.email))
        if there and there.id in made:
            detail = f"{there.email} is in this interview already, as {made[there.id].id}."
            raise BadFacts((FieldError(f"/participants/{index}/email", "same-person", detail),))
        if there:
            _write_through(unit, there, person, row.id, only_given=True)
        else:
            there = contact_row(unit, person, row.company["name"])
            unit.session.add(there)
            known |= {there.email_key: there} if there.email_key else {}
        made[there.id] = ParticipantRow(
            owner_id=unit.owner,
            interview_id=row.id,
            id=person.id,
            contact_id=there.id,
            part=person.part.value,
            title=person.title,
            rounds=[],
            position=index + 1,
        )
    unit.session.flush()
    return list(made.values())


def change_participant(unit: Unit, row: ParticipantRow, person: Participant, *, notes: bool) -> None:
    """Write a participant who is there, and their contact; with ``notes`` the list of notes as well.

    Who is given the address of another contact becomes that contact, as a new participant would.
    """
    known = unit.session.get_one(ContactRow, (unit.owner, row.contact_id))
    other = contact_at(unit, person.email) if folded(person.email) != known.email_key else None
    if other:
        _become(unit, row, other)
    _write_through(unit, other or known, person, row.interview_id, only_given=other is not None)
    row.part, row.title = person.part.value, person.title
    unit.session.flush()
    if notes:
        save_notes(unit, row, person)


def _become(unit: Unit, row: ParticipantRow, other: ContactRow) -> None:
    """Let the participant be another contact; ``BadFacts`` where that one is or was in the interview already."""
    there = _as_participant(unit, row.interview_id, other.id)
    if there:
        verb = "was" if there.deleted_at else "is"
        raise BadFacts((FieldError("/email", "same-person", f"{other.email} {verb} here already, as {there.id}."),))
    row.contact_id = other.id
    unit.session.flush()


def participant_row(unit: Unit, interview_id: str, participant_id: str) -> ParticipantRow | None:
    """The row of a participant, removed or not."""
    return unit.session.get(ParticipantRow, (unit.owner, interview_id, participant_id))


def remove_participant(unit: Unit, row: ParticipantRow) -> None:
    """Take a person out of the interview and of the rounds that name them; notes, edits and the id stay."""
    row.deleted_at = unit.stamp
    for sitting in living(unit, RoundRow, row.interview_id):
        if row.id in (sitting.participants or ()):
            sitting.participants = [name for name in sitting.participants if name != row.id]
            row.rounds = [*row.rounds, sitting.id]
    unit.session.flush()


def restore_participant(unit: Unit, interview_id: str, participant_id: str) -> None:
    """Have a person back in the rounds that named them; ``NotFound`` for who was not removed, or too long ago."""
    row = participant_row(unit, interview_id, participant_id)
    if row is None or not can_come_back(unit, row):
        raise NotFound(f'The interview has no removed participant "{participant_id}": …/participants?deleted=true.')
    row.deleted_at = ""
    restore_person(unit, row)
    _name_again(unit, row)


def restore_person(unit: Unit, row: ParticipantRow) -> None:
    """Have the contact of a participant back in the address book, if it had been taken out."""
    known = unit.session.get_one(ContactRow, (unit.owner, row.contact_id))
    if known.deleted_at and known.name != ERASED and contact_at(unit, known.email) is None:
        known.deleted_at, known.version = "", known.version + 1
    unit.session.flush()


def save_notes(unit: Unit, row: ParticipantRow, person: Participant) -> None:
    """Make the participant's notes those of the value: changed, added, and taken away where it doesn't name them."""
    there = {note.id: note for note in living(unit, NoteRow, row.interview_id) if note.participant == row.id}
    for index, note in enumerate(person.notes):
        new = {**to_document(note), "position": index}
        old = there.pop(note.id, None)
        if old is None:
            unit.session.add(note_row(unit, row.interview_id, row.id, note, index))
        elif any(getattr(old, name) != value for name, value in new.items()):
            for name, value in new.items():
                setattr(old, name, value)
            old.version, old.updated_at = old.version + 1, unit.stamp
    for gone in there.values():
        gone.deleted_at = unit.stamp
    unit.session.flush()


def _as_participant(unit: Unit, interview_id: str, contact_id: str) -> ParticipantRow | None:
    mine = (participant.owner_id == unit.owner) & (participant.interview_id == interview_id)
    return unit.session.scalars(select(ParticipantRow).where(mine, participant.contact_id == contact_id)).one_or_none()


def _known_contact(unit: Unit, row: InterviewRow, person: Participant) -> ContactRow | None:
    """Who has the address; else who was removed from this interview and had the id or, both without one, the name."""
    if found := contact_at(unit, person.email):
        return found
    alive = select(ContactRow).where(contact.owner_id == unit.owner, contact.deleted_at == "")
    removed = select(participant.contact_id).where(
        participant.owner_id == unit.owner, participant.interview_id == row.id, participant.deleted_at != ""
    )
    if person.email:
        removed = removed.where(participant.id == person.id)
    same_name = alive.where(contact.name_key == folded(person.name), contact.id.in_(removed))
    return unit.session.scalars(same_name.limit(1)).first()


def _write_through(unit: Unit, row: ContactRow, person: Participant, interview_id: str, *, only_given: bool) -> None:
    """Write a participant's fields to the contact; ``only_given`` leaves what the value doesn't say as it was."""
    said = {name: to_document(getattr(person, name)) for name in CONTACT_FIELDS}
    new = {name: value for name, value in said.items() if value or not only_given}
    if all(getattr(row, name) == value for name, value in new.items()):
        return
    fill_contact(row, new)
    row.version, row.updated_at = row.version + 1, unit.stamp
    unit.session.flush()
    touch_with_contact(unit, row.id, interview_id)


def touch_with_contact(unit: Unit, contact_id: str, but: str = "") -> None:
    """Every interview with that contact, but the one that is being written, answers differently now."""
    theirs = select(participant.interview_id).where(
        participant.owner_id == unit.owner, participant.contact_id == contact_id
    )
    unit.session.execute(
        update(InterviewRow)
        .where(interview.owner_id == unit.owner, interview.id.in_(theirs), interview.id != but)
        .values(touched=interview.touched + 1)
    )


def _name_again(unit: Unit, row: ParticipantRow) -> None:
    for round_id in row.rounds:
        sitting = unit.session.get(RoundRow, (unit.owner, row.interview_id, round_id))
        if sitting and sitting.participants is not None and row.id not in sitting.participants:
            sitting.participants = [*sitting.participants, row.id]
    row.rounds = []
    unit.session.flush()


def was_named(unit: Unit, interview_id: str, key: str) -> bool:
    """Whether the ids in a step's key are or were the interview's; a round that is still to come counts."""
    parsed = parse_key(key)
    if parsed is None:
        return False
    named = ((RoundRow, parsed.round), (ParticipantRow, parsed.participant), (EventRow, parsed.event))
    return all(
        name is None or name == ROUND_TO_COME or unit.session.get(kind, (unit.owner, interview_id, name)) is not None
        for kind, name in named
    )
