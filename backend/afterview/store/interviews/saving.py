"""Interviews written: their own fields, their rounds, their versions. Removed things keep their rows and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.errors import NotFound
from afterview.store.interviews.people import add_new_people, restore_person
from afterview.store.tables import (
    InterviewRow,
    ParticipantRow,
    RoundRow,
    Unit,
    can_come_back,
    event_row,
    fill_interview,
    fill_round,
    living,
    new_id,
    next_position,
    note_row,
    round_row,
    times,
)

if TYPE_CHECKING:
    from afterview.domain.facts import Interview, Round


def save_new_interview(unit: Unit, document: Interview) -> str:
    """Keep a whole document, every item of which has its id, and give the interview's id."""
    row = InterviewRow(
        owner_id=unit.owner,
        id=new_id(),
        name_key="",
        role="",
        company={},
        requirements=[],
        compensation={},
        bookmarks=[],
        **times(unit),
    )
    fill_interview(row, document)
    rounds = [round_row(unit, row.id, sitting, index) for index, sitting in enumerate(document.rounds)]
    row.starts_at = min((sitting.starts_at for sitting in rounds), default="")
    unit.session.add(row)
    people = add_new_people(unit, row, document.participants)
    events = [event_row(unit, row.id, event, index) for index, event in enumerate(document.events)]
    unit.session.add_all([*people, *rounds, *events])
    unit.session.flush()
    unit.session.add_all(
        note_row(unit, row.id, person.id, note, index)
        for person in document.participants
        for index, note in enumerate(person.notes)
    )
    unit.session.flush()
    return row.id


def interview_row(unit: Unit, interview_id: str) -> InterviewRow:
    """The row of a living interview; ``NotFound`` without it."""
    row = any_interview_row(unit, interview_id)
    if row.deleted_at:
        raise _no_interview(interview_id)
    return row


def any_interview_row(unit: Unit, interview_id: str) -> InterviewRow:
    """The row of an interview, deleted or not."""
    row = unit.session.get(InterviewRow, (unit.owner, interview_id))
    if row is None:
        raise _no_interview(interview_id)
    return row


def raise_version(unit: Unit, row: InterviewRow) -> None:
    """Count a change of the document."""
    row.version, row.touched, row.updated_at = row.version + 1, 0, unit.stamp
    unit.session.flush()


def touch(unit: Unit, interview_id: str) -> None:
    """Count a change of a note, an event or a contact: the answer of a GET differs, the document's version doesn't."""
    row = interview_row(unit, interview_id)
    row.touched, row.updated_at = row.touched + 1, unit.stamp
    unit.session.flush()


def save_interview(unit: Unit, row: InterviewRow, document: Interview) -> None:
    """Write the interview's own fields."""
    fill_interview(row, document)
    raise_version(unit, row)


def remove_interview(unit: Unit, row: InterviewRow) -> None:
    """Take the interview out of every list; everything about it stays until it is erased."""
    row.deleted_at = unit.stamp
    raise_version(unit, row)


def restore_interview(unit: Unit, interview_id: str) -> None:
    """Have an interview back, and its people in the address book; ``NotFound`` without one to have back."""
    row = unit.session.get(InterviewRow, (unit.owner, interview_id))
    if row is None or not can_come_back(unit, row):
        raise NotFound(f'There is no deleted interview "{interview_id}": /api/v1/interviews?deleted=true lists them.')
    row.deleted_at = ""
    for person in living(unit, ParticipantRow, interview_id):
        restore_person(unit, person)
    raise_version(unit, row)


def restore_round(unit: Unit, row: InterviewRow, round_id: str) -> None:
    """Have a round back; ``NotFound`` for what was not deleted, or too long ago."""
    there = unit.session.get(RoundRow, (unit.owner, row.id, round_id))
    if there is None or not can_come_back(unit, there):
        raise NotFound(f'The interview has no deleted round "{round_id}": …/rounds?deleted=true lists them.')
    there.deleted_at = ""
    unit.session.flush()
    _reckon_start(unit, row)


def save_round(unit: Unit, row: InterviewRow, sitting: Round) -> bool:
    """Create or replace a round; whether it is new."""
    there = unit.session.get(RoundRow, (unit.owner, row.id, sitting.id))
    new = there is None or bool(there.deleted_at)
    if there is None:
        unit.session.add(round_row(unit, row.id, sitting, next_position(unit, RoundRow, row.id)))
    else:
        fill_round(there, sitting)
        there.deleted_at = ""
    unit.session.flush()
    _reckon_start(unit, row)
    return new


def remove_round(unit: Unit, row: InterviewRow, round_id: str) -> None:
    """Take a round out of the interview; its edits stay."""
    there = unit.session.get(RoundRow, (unit.owner, row.id, round_id))
    if there is None or there.deleted_at:
        raise NotFound(f'The interview has no round "{round_id}": its document names those that it has.')
    there.deleted_at = unit.stamp
    unit.session.flush()
    _reckon_start(unit, row)


def _no_interview(interview_id: str) -> NotFound:
    return NotFound(f'There is no interview "{interview_id}": the list at /api/v1/interviews has those that there are.')


def _reckon_start(unit: Unit, row: InterviewRow) -> None:
    row.starts_at = min((sitting.starts_at for sitting in living(unit, RoundRow, row.id)), default="")
    unit.session.flush()
