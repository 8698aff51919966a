"""Tokens: who may come in, and for what. A token is `afterview_<id>_<secret>`; of the secret only the hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select, update

from afterview.domain.documents import stamp
from afterview.store.tables import Ready, TokenRow, Unit, columns, json_list, json_object

if TYPE_CHECKING:
    from collections.abc import Sequence

token = columns(TokenRow)
SECRET_BYTES: Final = 32
USE_IS_NOTED: Final = timedelta(hours=1)
"""How old the last noted use must be for a new one to be written: reading shall not write all the time."""

_FORM: Final = re.compile(r"afterview_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
_TOKEN: Final = json_object(
    **{name: token[name] for name in ("id", "scope", "created_at")},
    **{name: func.nullif(token[name], "") for name in ("used_at", "revoked_at")},
)
_KNOWN: Final = Ready(
    select(token.owner_id, token.hash, token.scope, token.used_at, token.revoked_at).where(
        token.id == bindparam("asked")
    )
)
_NOBODY: Final = ("", "no such token", "", "", "")


class Scope(StrEnum):
    """What a token is good for."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a token lets in. ``noted``: its use was written down lately."""

    owner: str
    id: str
    scope: Scope
    noted: bool = True


def add_token(unit: Unit, scope: Scope) -> str:
    """Make a token for the unit's owner, who has written before, and give it: it can't be had a second time."""
    name, secret = secrets.token_hex(6), secrets.token_urlsafe(SECRET_BYTES)
    unit.session.add(
        TokenRow(owner_id=unit.owner, id=name, hash=_hash(secret), scope=scope.value, created_at=unit.stamp)
    )
    unit.session.flush()
    return f"afterview_{name}_{secret}"


def find_holder(unit: Unit, text: str) -> Holder | None:
    """Whose token that is; none for what isn't one, or not any more. As slow for a wrong secret as for a right one."""
    parts = _FORM.fullmatch(text)
    name, secret = parts.groups() if parts else ("", "")
    (owner, kept, scope, used_at, revoked_at), *_ = [*_KNOWN.rows(unit, asked=name), _NOBODY]
    same = hmac.compare_digest(_hash(secret), kept)
    if not owner or not same or revoked_at:
        return None
    return Holder(owner, name, Scope(scope), noted=used_at > stamp(unit.now - USE_IS_NOTED))


def note_use(unit: Unit, name: str) -> None:
    """Write down that the token was used now."""
    unit.session.execute(update(TokenRow).where(token.id == name).values(used_at=unit.stamp))


def end_token(unit: Unit, name: str) -> bool:
    """Let the token open nothing any more; False where the unit's owner has none of that name that still does."""
    mine = (token.owner_id == unit.owner) & (token.id == name) & (token.revoked_at == "")
    done = unit.session.execute(update(TokenRow).where(mine).values(revoked_at=unit.stamp))
    return bool(done.rowcount)  # type: ignore[attr-defined] # an update has one


def all_tokens(unit: Unit) -> Sequence[TokenRow]:
    """Every token of every owner, the oldest first: for who runs the server."""
    return unit.session.scalars(select(TokenRow).order_by(token.created_at, token.id)).all()


def read_tokens(unit: Unit) -> str:
    """The owner's tokens: ``{"items": [...], "next": null}``, the newest first."""
    rows = select(_TOKEN).where(token.owner_id == unit.owner).order_by(token.created_at.desc(), token.id)
    return f'{{"items":{unit.session.scalar(select(json_list(rows)))},"next":null}}'


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
