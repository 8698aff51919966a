"""Who has an address: the one place that finds a contact by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from afterview.store.tables.making import folded
from afterview.store.tables.rows import ContactRow, columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from afterview.store.tables.unit import Unit

_contact = columns(ContactRow)
_AT = (
    select(ContactRow)
    .where(
        _contact.owner_id == bindparam("owner"),
        _contact.deleted_at == "",
        _contact.email_key.in_(bindparam("keys", expanding=True)),
    )
    .order_by(_contact.created_at, _contact.id)
)


def contacts_at(unit: Unit, addresses: Iterable[str]) -> dict[str, ContactRow]:
    """The living contacts with these addresses, by ``folded`` address; the oldest of several."""
    keys = sorted({folded(address) for address in addresses} - {""})
    found: dict[str, ContactRow] = {}
    if keys:
        for row in unit.session.scalars(_AT, {"owner": unit.owner, "keys": keys}):
            found.setdefault(row.email_key, row)
    return found


def contact_at(unit: Unit, address: str) -> ContactRow | None:
    """The living contact with that address (lower-cased, NFC), the oldest of several; None for an empty address."""
    return contacts_at(unit, [address]).get(folded(address))
