"""Erased for good. The file is swept afterwards: nothing of it is left in a log or a free page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.versions import Expected, check_version
from afterview.store import contacts, erasing, interviews
from afterview.store.answers import forget_answers

if TYPE_CHECKING:
    from afterview.store.session import Database


def erase_contact(database: Database, owner: str, contact_id: str, expected: Expected) -> None:
    """Erase a person everywhere; whoever was deleted before can be erased too."""
    with database.write(owner) as unit:
        row = contacts.any_contact_row(unit, contact_id)
        check_version(expected, row.version, lambda: contacts.read_contact(unit, contact_id))
        erasing.erase_contact(unit, row)
        interviews.touch_with_contact(unit, contact_id)
        forget_answers(unit)
    database.sweep()


def erase_interview(database: Database, owner: str, interview_id: str, expected: Expected) -> None:
    """Erase an interview with everything about it; one that was deleted before can be erased too."""
    with database.write(owner) as unit:
        row = interviews.any_interview_row(unit, interview_id)
        check_version(expected, row.version, lambda: interviews.read_interview(unit, interview_id))
        erasing.erase_interview(unit, interview_id)
        forget_answers(unit)
    database.sweep()
