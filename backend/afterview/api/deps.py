"""What routes ask for: whose data, which version, and how a text becomes an answer with its validators."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from pydantic import StringConstraints

from afterview.api.access import Caller, caller
from afterview.api.problems import answers
from afterview.api.schemas.types import Day, Id, Key
from afterview.domain.errors import BadFacts, FieldError, VersionNeeded
from afterview.domain.once import Answer, Asked
from afterview.domain.today import today_in
from afterview.domain.versions import Expected
from afterview.formats.daysoff import EDITION
from afterview.services.once import answer_once
from afterview.store.owners import read_revision
from afterview.store.session import Database
from afterview.store.tokens import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from fastapi.routing import APIRoute

    from afterview.store.tables import Unit

JSON: Final = "application/json"
_TOLD: Final = ("etag", "location", "link")
"""The headers that belong to an answer and not to the moment."""


class Kept:
    """Derived values in memory, one for each name: of the version last asked for. The longest unused goes first."""

    def __init__(self, most: int = 1_000) -> None:
        """``most``: how many values are kept."""
        self.most, self._values = most, OrderedDict[Any, tuple[Any, Any]]()

    def get(self, name: Hashable, version: Hashable, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever make gives
        """The value of that name and version: the kept one, or a new one."""
        kept = self._values.pop(name, None)
        value = kept[1] if kept and kept[0] == version else make()
        self._values[name] = version, value
        while len(self._values) > self.most:
            self._values.popitem(last=False)
        return value


@dataclass(frozen=True, slots=True)
class Here:
    """Where a request is: the database, who calls, and what was kept for them."""

    database: Database
    caller: Caller
    kept: Kept
    release: str

    @property
    def owner(self) -> str:
        """Whose data the request is about."""
        return self.caller.owner

    def read(self) -> AbstractContextManager[Unit]:
        """A unit of work that reads."""
        return self.database.read(self.owner)

    @property
    def now(self) -> datetime:
        """The present instant."""
        return self.database.now()


async def here(request: Request) -> Here:
    """Where the request is: all that every route wants to know beforehand, in one dependency, for each has its cost."""
    who = await caller(request)
    if request.scope["query_string"]:
        refuse_unknown_queries(request)
    state = request.app.state
    return Here(state.database, who, state.kept, request.app.version)


def refuse_unknown_queries(request: Request) -> None:
    """A query parameter that the address doesn't know fails clearly instead of being passed over."""
    known = {field.alias for field in request.scope["route"].dependant.query_params}
    strange = sorted(set(request.query_params) - known)
    if strange:
        there = f"it knows {', '.join(sorted(known))}" if known else "it knows none"
        raise BadFacts(
            tuple(
                FieldError(f"/{name}", "unknown", f"This address has no such query parameter: {there}.")
                for name in strange
            )
        )


def noun(tag: str, prefix: str = "") -> APIRouter:
    """The router of a noun, whose routes are whole by themselves: the app takes them one by one.

    Routers within routers would be asked anew at each level, which cost half of a small answer.
    """
    return APIRouter(
        prefix=f"/api/v1{prefix}",
        tags=[tag],
        dependencies=[Depends(here)],
        responses=answers(422),
        generate_unique_id_function=operation_id,
    )


def operation_id(route: APIRoute) -> str:
    """The name of an operation in the contract: that of its function."""
    return route.name


async def if_match(
    value: Annotated[str | None, Header(alias="If-Match", description="The ETag that you saw, or *")] = None,
) -> Expected:
    """The versions that the client may have seen."""
    if value is None:
        raise VersionNeeded
    if value.strip() == "*":
        return None
    tags = (tag.strip() for tag in value.split(","))
    return frozenset(tag[1:-1].partition(".")[0] for tag in tags if tag.startswith('"') and tag.endswith('"'))


Here_ = Annotated[Here, Depends(here)]
Match = Annotated[Expected, Depends(if_match)]
Stored = Annotated[str, Path(description="An opaque id"), StringConstraints(max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
Inner = Annotated[Id, Path(description="An id within the interview")]
StepKey = Annotated[Key, Path(description="A step's key, as the plan has it")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many items at most")]
Cursor = Annotated[
    str | None, Query(max_length=1_000, pattern=r"^[A-Za-z0-9_-]+$", description="`next` of the page before")
]
Search = Annotated[
    str | None,
    Query(
        max_length=200,
        pattern=r"^[^\x00]*$",
        description="Words; what is found has a word that begins with each of them. Case and accents don't matter",
    ),
]
Deleted = Annotated[bool, Query(description="List what was deleted in the last 30 days and can be had back instead")]
Erase = Annotated[bool, Query(description="Erase it for good, with everything about it: nothing can be had back")]
Today = Annotated[Day | None, Query(description="The plan as it stands on that day; without it, the profile's today")]


def answer(request: Request, text: str, tag: str, status: int = 200, **headers: str) -> Response:
    """A stored thing with its ETag; 304 to who has this very version."""
    etag = f'"{tag}"'
    if request.method == "GET" and has_already(request, etag):
        return Response(status_code=304, headers={"ETag": etag})
    return Response(text, status, {"ETag": etag, **headers}, JSON)


def found(request: Request, here: Here, read: Callable[..., tuple[str, str]], *ids: str, made: str = "") -> Response:
    """A stored thing as it is now. ``made``: the address of one that this request made."""
    with here.read() as unit:
        text, tag = read(unit, *ids)
    return answer(request, text, tag, 201, Location=made) if made else answer(request, text, tag)


def page(request: Request, text: str, next_cursor: str | None, etag: str | None = None) -> Response:
    """A page of a list, with the address of the next one."""
    headers = {"ETag": etag} if etag else {}
    if next_cursor is not None:
        link = request.url.include_query_params(cursor=next_cursor)
        headers["Link"] = f'<{link.path}?{link.query}>; rel="next"'
    return Response(text, headers=headers, media_type=JSON)


def listed(request: Request, here: Here, noun: str, read: Callable[[Unit], tuple[str, str | None]]) -> Response:
    """A page of a list, with the owner's revision in its ETag. The one last asked for is kept until they write."""
    with here.read() as unit:
        etag = basis(here, unit, None).etag(here, request)
        if has_already(request, etag):
            return Response(status_code=304, headers={"ETag": etag})
        text, following = here.kept.get((noun, here.owner), etag, lambda: read(unit))
        return page(request, text, following, etag)


def has_already(request: Request, etag: str) -> bool:
    """Whether If-None-Match names the tag (compared weakly, RFC 9110 section 13.1.2) or is ``*``."""
    tags = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    return "*" in tags or etag.removeprefix("W/") in tags


@dataclass(frozen=True, slots=True)
class Basis:
    """What a derived answer depends on: the owner's revision and the day."""

    revision: int
    today: date

    def etag(self, here: Here, request: Request) -> str:
        """A weak tag of that, the address, the release and the edition of the holiday data."""
        address = f"{request.scope['path']}?{request.scope['query_string'].decode('latin-1')}"
        said = f"{self.today} {address} {here.release} {EDITION}"
        return f'W/"{self.revision}-{hashlib.sha256(said.encode()).hexdigest()[:16]}"'


def basis(here: Here, unit: Unit, today: date | None) -> Basis:
    """One read of the owner's counter and zone."""
    revision, zone = read_revision(unit)
    return Basis(revision, today or today_in(zone, here.now))


async def asked_once(
    request: Request,
    key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            min_length=1,
            max_length=255,
            pattern=r"^[\x21-\x7e]+$",
            description="A text of your own for this request. Sent again with it within 7 days, the request has no "
            "second effect and the same answer; 409 while the first is being answered, 422 with another body",
        ),
    ] = None,
) -> Asked | None:
    """What the request is, where it has a key."""
    if key is None:
        return None
    address = f"{request.url.path}?{request.url.query}\n".encode()
    said = hashlib.sha256(address + await request.body()).hexdigest()
    return Asked(f"{request.method} {request.scope['route'].path}", key, said)


def once(route: Callable[..., Response]) -> Callable[..., Response]:
    """A POST that a client may send again when an answer got lost: it has its effect once for each key."""

    @wraps(route)
    def told(*, asked: Asked | None, **arguments: Any) -> Response:  # noqa: ANN401 - the route's own
        here: Here = arguments["here"]
        if (
            asked is None or here.caller.scope is Scope.READ
        ):  # who may only read has no effect to repeat, and keeps nothing
            return route(**arguments)
        kept = answer_once(here.database, here.owner, asked, lambda: _answer(asked, route(**arguments)))
        return Response(kept.body, kept.status, kept.headers, JSON)

    own = signature(route)
    extra = Parameter("asked", Parameter.KEYWORD_ONLY, annotation=Annotated[Asked | None, Depends(asked_once)])
    told.__signature__ = own.replace(parameters=[*own.parameters.values(), extra])  # type: ignore[attr-defined] # read by FastAPI
    return told


def _answer(asked: Asked, made: Response) -> Answer:
    headers = {name: made.headers[name] for name in _TOLD if name in made.headers}
    return Answer(asked.fingerprint, made.status_code, headers, bytes(made.body).decode())
