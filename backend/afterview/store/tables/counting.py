"""How each write of an owner is counted, and how an owner begins."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import text, update

from afterview.domain.documents import to_document
from afterview.domain.facts import Profile
from afterview.domain.policy import Policy
from afterview.store.tables.rows import OwnerRow, columns

if TYPE_CHECKING:
    from afterview.store.tables.unit import Unit

owner = columns(OwnerRow)
_RAISED: Final = update(OwnerRow).values(revision=owner.revision + 1)
_MADE: Final = (
    text("INSERT INTO owner (id, revision, created_at) VALUES (:owner, 0, :at) ON CONFLICT DO NOTHING"),
    text(
        "INSERT INTO profile (owner_id, version, timezone, document, created_at, updated_at) "
        "VALUES (:owner, 1, '', :profile, :at, :at) ON CONFLICT DO NOTHING"
    ),
    text(
        "INSERT INTO policy (owner_id, version, document, created_at, updated_at) "
        "VALUES (:owner, 1, :policy, :at, :at) ON CONFLICT DO NOTHING"
    ),
)


def raise_revision(unit: Unit) -> bool:
    """Count the write; False for who isn't known yet. From here on the owner's other writers wait."""
    return unit.connection.execute(_RAISED.where(owner.id == unit.owner)).rowcount > 0


def make_owner(unit: Unit) -> None:
    """Give who writes for the first time an empty profile and the policy's defaults. Of two at once one does."""
    said = {"profile": json.dumps(to_document(Profile())), "policy": json.dumps(to_document(Policy()))}
    for statement in _MADE:
        unit.session.execute(statement, {"owner": unit.owner, "at": unit.stamp, **said})
    raise_revision(unit)
