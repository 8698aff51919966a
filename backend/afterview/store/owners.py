"""Owners: whose data it is, and how often they wrote."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, select

from afterview.store.tables import OwnerRow, ProfileRow, Ready, Unit, columns

LOCAL: Final = "local"
"""Who owns everything on a machine without accounts."""

owner, profile = columns(OwnerRow), columns(ProfileRow)
_REVISION: Final = Ready(
    select(owner.revision, profile.timezone)
    .join(ProfileRow, profile.owner_id == owner.id)
    .where(owner.id == bindparam("owner"))
)


def read_revision(unit: Unit) -> tuple[int, str]:
    """The owner's count of write transactions and the zone of their profile: what a derived answer depends on."""
    for revision, zone in _REVISION.rows(unit):
        return revision, zone
    return 0, ""
