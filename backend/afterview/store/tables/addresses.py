"""Who has an address: the one place that finds a contact by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from afterview.store.tables.making import folded
from afterview.store.tables.rows import ContactRow, columns

if TYPE_CHECKING:
    from afterview.store.tables.unit import Unit


def contact_at(unit: Unit, address: str) -> ContactRow | None:
    """The living contact with that address (lower-cased, NFC), the oldest of several; None for an empty address."""
    contact = columns(ContactRow)
    known = (contact.owner_id == unit.owner) & (contact.deleted_at == "") & (contact.email_key == folded(address))
    rows = select(ContactRow).where(known).order_by(contact.created_at, contact.id).limit(1)
    return unit.session.scalars(rows).first() if address else None
