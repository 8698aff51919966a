"""The address book: keep, change, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afterview.domain.errors import ContactInUse
from afterview.domain.versions import Expected, check_version
from afterview.store import contacts as store
from afterview.store.interviews import touch_with_contact

if TYPE_CHECKING:
    from collections.abc import Callable

    from afterview.store.session import Database

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


def delete_contact(database: Database, owner: str, contact_id: str, expected: Expected) -> None:
    """Take a person out of the address book; ``ContactInUse`` while an interview has them."""
    with database.write(owner) as unit:
        row = store.contact_row_of(unit, contact_id)
        check_version(expected, row.version, lambda: store.read_contact(unit, contact_id))
        if store.is_in_use(unit, contact_id):
            raise ContactInUse
        store.remove_contact(unit, row)
