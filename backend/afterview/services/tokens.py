"""Tokens: make, revoke, recognise."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from afterview.domain.errors import DatabaseUnavailable, NotFound
from afterview.store import tokens as store

if TYPE_CHECKING:
    from afterview.store.session import Database


def make_token(database: Database, owner: str, scope: store.Scope) -> str:
    """A new token for that owner, who exists from then on. Nobody can have it a second time."""
    with database.write(owner) as unit:
        return store.add_token(unit, scope)


def revoke_token(database: Database, owner: str, name: str) -> None:
    """Let a token open nothing any more; ``NotFound`` where the owner has none of that id that does."""
    with database.write(owner) as unit:
        if not store.end_token(unit, name):
            raise NotFound("You have no such token that still opens anything: the list at /api/v1/tokens has yours.")


def recognise(database: Database, text: str) -> store.Holder | None:
    """Whose token that is, if it is a good one. That it was used is written down now and then."""
    with database.read("") as unit:
        holder = store.find_holder(unit, text)
    if holder and not holder.noted:
        with suppress(DatabaseUnavailable), database.write(holder.owner) as unit:
            store.note_use(unit, holder.id)
    return holder
