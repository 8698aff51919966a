"""Owners: whose data it is, and how often they wrote."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from afterview.store.tables import OwnerRow, ProfileRow, Unit, columns

LOCAL: Final = "local"
"""Who owns everything on a machine without accounts."""

owner, profile = columns(OwnerRow), columns(ProfileRow)


def read_revision(unit: Unit) -> tuple[int, str]:
    """The owner's count of write transactions and the zone of their profile: what a derived answer depends on."""
    rows = select(owner.revision, profile.timezone).join(ProfileRow, profile.owner_id == owner.id)
    found = unit.session.execute(rows.where(owner.id == unit.owner)).one_or_none()
    return (found[0], found[1]) if found else (0, "")
