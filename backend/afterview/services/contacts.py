"""The address book: keep, change, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afterview.domain.errors import BadFacts, BothInOneInterview, ContactInUse, FieldError, NotFound
from afterview.domain.versions import Expected, check_version
from afterview.store import contacts as store
from afterview.store.interviews import touch_with_contact

if TYPE_CHECKING:
    from collections.abc import Callable

    from afterview.store.session import Database
    from afterview.store.tables import ContactRow, Unit

Fields = dict[str, Any]
"""A contact's document: the fields of ``store.contacts.OWN_FIELDS``."""


def create_contact(database: Database, owner: str, fields: Fields) -> str:
    """Keep a person and give the id."""
    with database.write(owner) as unit:
        return store.add_contact(unit, fields)


def change_contact(
    database: Database, owner: str, contact_id: str, expected: Expected, change: Callable[[Fields], Fields]
) -> None:
    """Change a person; every interview that they take part in shows it."""
    with database.write(owner) as unit:
        row = store.contact_row_of(unit, contact_id)
        check_version(expected, row.version, lambda: store.read_contact(unit, contact_id))
        store.save_contact(unit, row, change({name: getattr(row, name) for name in store.OWN_FIELDS}))
        touch_with_contact(unit, contact_id)


def merge_contacts(database: Database, owner: str, contact_id: str, other_id: str) -> None:
    """Make one of two people who are the same: the first stays, in the interviews of both, and the other goes.

    ``BadFacts`` without another of that id, ``BothInOneInterview`` where they are two people.
    """
    with database.write(owner) as unit:
        row, other = store.contact_row_of(unit, contact_id), _another(unit, contact_id, other_id)
        if store.are_in_one_interview(unit, contact_id, other_id):
            raise BothInOneInterview
        store.take_over(unit, row, other)
        touch_with_contact(unit, contact_id)


def _another(unit: Unit, contact_id: str, other_id: str) -> ContactRow:
    try:
        if other_id != contact_id:
            return store.contact_row_of(unit, other_id)
    except NotFound:
        pass
    said = "Give the id of another contact, as the list at /api/v1/contacts has it."
    raise BadFacts((FieldError("/contact", "contact", said),))


def delete_contact(database: Database, owner: str, contact_id: str, expected: Expected) -> None:
    """Take a person out of the address book; ``ContactInUse`` while an interview has them."""
    with database.write(owner) as unit:
        row = store.contact_row_of(unit, contact_id)
        check_version(expected, row.version, lambda: store.read_contact(unit, contact_id))
        if store.is_in_use(unit, contact_id):
            raise ContactInUse
        store.remove_contact(unit, row)
