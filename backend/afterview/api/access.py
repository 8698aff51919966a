"""Who calls, and what they may do.

On this machine nobody has to say who they are: they are the local owner. Everybody else sends a token, and whoever
sends one is its owner and may do what its scope says. ``NEEDS`` is the table of that: what an operation needs. Every
operation that is more than a ``GET`` has a line in it; one without needs ``write``.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Final

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from afterview.domain.errors import ReadOnlyToken, TokenNeeded, TokenUnknown
from afterview.services.tokens import recognise
from afterview.store.owners import LOCAL
from afterview.store.tokens import Holder, Scope

COOKIE: Final = "afterview_token"
LOCALLY: Final = "afterview.local"
"""The scope's member by which the guard (web.py) says that a request is the local owner's."""

PENALTY: Final = 0.3  # seconds that a wrong token waits for its answer

NEEDS: Final[dict[str, Scope | None]] = {
    # anybody: nothing of an owner's is in the answer
    "read_health": None,
    "sign_in": None,
    "sign_out": None,
    # reads, although a body is sent: nothing is kept
    "plan_facts": Scope.READ,
    "preview_plan": Scope.READ,
    "check_draft": Scope.READ,
    "preview_template": Scope.READ,
    "import_file": Scope.READ,  # with `apply=true` the route asks for more
    # writes
    "create_interview": Scope.WRITE,
    "replace_interview": Scope.WRITE,
    "change_interview": Scope.WRITE,
    "delete_interview": Scope.WRITE,
    "restore_interview": Scope.WRITE,
    "put_participant": Scope.WRITE,
    "change_participant": Scope.WRITE,
    "delete_participant": Scope.WRITE,
    "restore_participant": Scope.WRITE,
    "put_round": Scope.WRITE,
    "change_round": Scope.WRITE,
    "delete_round": Scope.WRITE,
    "restore_round": Scope.WRITE,
    "add_note": Scope.WRITE,
    "change_note": Scope.WRITE,
    "delete_note": Scope.WRITE,
    "restore_note": Scope.WRITE,
    "add_event": Scope.WRITE,
    "change_event": Scope.WRITE,
    "delete_event": Scope.WRITE,
    "restore_event": Scope.WRITE,
    "write_draft": Scope.WRITE,
    "drop_draft": Scope.WRITE,
    "change_state": Scope.WRITE,
    "create_contact": Scope.WRITE,
    "replace_contact": Scope.WRITE,
    "change_contact": Scope.WRITE,
    "merge_contact": Scope.WRITE,
    "delete_contact": Scope.WRITE,
    "restore_contact": Scope.WRITE,
    "create_company": Scope.WRITE,
    "replace_company": Scope.WRITE,
    "change_company": Scope.WRITE,
    "delete_company": Scope.WRITE,
    "restore_company": Scope.WRITE,
    "replace_profile": Scope.WRITE,
    "change_profile": Scope.WRITE,
    "replace_policy": Scope.WRITE,
    "change_policy": Scope.WRITE,
    "add_pitch": Scope.WRITE,
    "put_pitch": Scope.WRITE,
    "change_pitch": Scope.WRITE,
    "delete_pitch": Scope.WRITE,
    "write_template": Scope.WRITE,
    "drop_template": Scope.WRITE,
    "make_demo": Scope.WRITE,
    "revoke_token": Scope.WRITE,
}

SCHEME: Final[dict[str, Any]] = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "afterview_<id>_<secret>",
        "description": "Made by `afterview token create` on the machine that serves. "
        "Not needed on that machine itself.",
    }
}
"""How the contract declares what ``sent`` reads."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Whose data the request is about, and what it may do with them."""

    owner: str
    scope: Scope

    def must_write(self) -> None:
        """``ReadOnlyToken`` for who may only read."""
        if self.scope is not Scope.WRITE:
            raise ReadOnlyToken


def needed(operation: str, method: str) -> Scope | None:
    """What an operation needs; none where anybody may."""
    return NEEDS.get(operation, Scope.READ if method in {"GET", "HEAD"} else Scope.WRITE)


async def caller(request: Request) -> Caller:
    """Who calls; refused without a good token where one is needed, or with a token that is too weak."""
    wanted = needed(request.scope["route"].name, request.method)
    if wanted is None:
        return Caller("", Scope.READ)
    locally = request.scope.get(LOCALLY, False)
    token = sent(request) or ("" if locally else request.cookies.get(COOKIE, ""))
    if not token:
        if not locally:
            raise TokenNeeded
        return Caller(LOCAL, Scope.WRITE)
    holder = await holder_of(request, token)
    found = Caller(holder.owner, holder.scope)
    if wanted is Scope.WRITE:
        found.must_write()
    return found


def sent(request: Request) -> str:
    """The token in the header; nothing where it holds none, or one of another kind."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


async def holder_of(request: Request, text: str) -> Holder:
    """Whose token it is. A wrong one waits: guessing is slow, and nobody else waits for it."""
    holder = await run_in_threadpool(recognise, request.app.state.database, text)
    if holder is None:
        await asyncio.sleep(request.app.state.penalty)
        raise TokenUnknown
    return holder
