"""Deletes undone, within thirty days. Whoever takes back a delete changes a thing: its version goes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.store import contacts, events, interviews, notes

if TYPE_CHECKING:
    from afterview.store.session import Database


def restore_contact(database: Database, owner: str, contact_id: str) -> None:
    """Have a person back in the address book."""
    with database.write(owner) as unit:
        contacts.restore_contact(unit, contact_id)


def restore_interview(database: Database, owner: str, interview_id: str) -> None:
    """Have an interview back with everything about it."""
    with database.write(owner) as unit:
        interviews.restore_interview(unit, interview_id)


def restore_participant(database: Database, owner: str, interview_id: str, participant_id: str) -> None:
    """Have a person back in an interview, with notes, edits and rounds."""
    with database.write(owner) as unit:
        row = interviews.interview_row(unit, interview_id)
        interviews.restore_participant(unit, interview_id, participant_id)
        interviews.raise_version(unit, row)


def restore_round(database: Database, owner: str, interview_id: str, round_id: str) -> None:
    """Have a round back."""
    with database.write(owner) as unit:
        row = interviews.interview_row(unit, interview_id)
        interviews.restore_round(unit, row, round_id)
        interviews.raise_version(unit, row)


def restore_note(database: Database, owner: str, interview_id: str, note_id: str) -> None:
    """Have a note back."""
    with database.write(owner) as unit:
        interviews.touch(unit, interview_id)
        notes.restore_note(unit, interview_id, note_id)


def restore_event(database: Database, owner: str, interview_id: str, event_id: str) -> None:
    """Have an event back: the plan goes on as if it had not been deleted."""
    with database.write(owner) as unit:
        interviews.touch(unit, interview_id)
        events.restore_event(unit, interview_id, event_id)
