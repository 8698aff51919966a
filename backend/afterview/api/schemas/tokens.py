"""Tokens and who they belong to."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from afterview.api.schemas.types import In, Instant, Out
from afterview.store.tokens import Scope


class SignIn(In):
    """The token that a person pastes into the page."""

    token: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00\r\n]*$")]


class SessionOut(Out):
    """Who calls, and what they may do."""

    owner: str
    scope: Scope


class TokenOut(Out):
    """A token without its secret."""

    id: str
    scope: Scope
    created_at: Instant
    used_at: Instant | None
    revoked_at: Instant | None


class TokenPage(Out):
    """Every token of the owner."""

    items: list[TokenOut]
    next: str | None
