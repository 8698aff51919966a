"""What stands between the socket and the app: who may call, and what every answer carries.

Plain ASGI, each layer a callable that wraps the next: `Headers` (security headers on every answer, errors included),
then the `Cors` of cors.py, then `Guard` (refuses what another web page could have sent), the `Docs` of docs.py, the
`Page` of page.py, and the API.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

import anyio
from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
LARGEST_BODY = 1024 * 1024  # bytes
MOST_TAKEN = 16 * LARGEST_BODY  # of a body that is refused
PATIENCE = 5  # seconds for the same
LOCALLY = "afterview.local"  # the scope's member that says: from this machine's own page or script
RAW_BODIES = "/api/v1/imports"  # takes a file as it is; its content decides what it is

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def is_api(path: str) -> bool:
    """Whether a path belongs to the API, which never answers with HTML."""
    return path == "/api" or path.startswith("/api/")


@dataclass(frozen=True, slots=True)
class Headers:
    """Puts the security headers on every answer; answers of the API aren't stored unless they say otherwise."""

    inner: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to whatever comes from within."""
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(ALWAYS)
                if is_api(scope["path"]):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.inner(scope, receive, send_with_headers)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request isn't let in, as a problem of RFC 9457; `headers` go with the answer."""

    status: int
    type: str
    title: str
    detail: str
    headers: tuple[tuple[str, str], ...] = ()

    async def __call__(self, send: Send) -> None:
        """Answer with the problem."""
        problem = {"type": self.type, "title": self.title, "status": self.status, "detail": self.detail, "errors": []}
        headers = (("Content-Type", "application/problem+json"), *self.headers)
        await answer(send, self.status, headers, json.dumps(problem).encode())


async def answer(send: Send, status: int, headers: Iterable[tuple[str, str]], body: bytes) -> None:
    """Send a whole answer at once."""
    length = () if status in {HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED} else (("Content-Length", str(len(body))),)
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in (*headers, *length)]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


@dataclass(frozen=True, slots=True)
class Guard:
    """Keeps other web pages from driving the local server.

    A page elsewhere can make a browser send requests here, either to a name of its own that points to this machine
    (so `Host` must be one of ours) or across origins (so unsafe methods need our own `Origin`, where there is one, and
    no `Sec-Fetch-Site: cross-site`). JSON must be called JSON: a plain form can't do that. The web apps at `origins`
    may call nevertheless, with a token. `loopback`: the server listens to this machine alone, and what calls it by a
    name of this machine, and not from another origin, is the local owner's and needs no token.
    """

    inner: ASGIApp
    hosts: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    loopback: bool = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] == "http" and (refusal := self.refusal(scope)):
            await let_finish(scope, receive)
            await refusal(send)
        elif scope["type"] == "http":
            await self.inner({**scope, LOCALLY: self.is_local(scope)}, receive, send)
        elif scope["type"] == "lifespan":  # nothing here speaks WebSocket
            await self.inner(scope, receive, send)

    def is_local(self, scope: Scope) -> bool:
        """Whether the request is the local owner's. Under another name it may have come through a proxy."""
        headers = RequestHeaders(scope=scope)
        return self.loopback and _name_and_port(headers["host"])[0] in LOCAL_NAMES and not _foreign(headers)

    def refusal(self, scope: Scope) -> Refusal | None:
        """The first reason not to let this request in."""
        headers = RequestHeaders(scope=scope)
        if not self._knows_host(headers.getlist("host")):
            return BAD_HOST
        if scope["method"] in SAFE_METHODS:
            return None
        if _foreign(headers) and not self._trusts(headers.getlist("origin")):
            return FOREIGN
        if is_api(scope["path"]) and scope["path"] != RAW_BODIES and _has_body(headers) and not _is_json(headers):
            return NOT_JSON
        if _length(headers) > LARGEST_BODY:
            return TOO_LARGE
        return None

    def _knows_host(self, named: list[str]) -> bool:
        if len(named) != 1:
            return False
        host = named[0].lower()
        name, port = _name_and_port(host)
        if port and not port.isdecimal():
            return False
        return name in LOCAL_NAMES or name in self.hosts or host in self.hosts

    def _trusts(self, origins: list[str]) -> bool:
        return len(origins) == 1 and origins[0].lower() in self.origins


async def let_finish(scope: Scope, receive: Receive) -> None:
    """Take in what is being sent, within bounds: who still sends when the connection closes never sees the answer.

    Who asked first (`Expect: 100-continue`, RFC 9110 section 10.1.1) waits for the answer and sends nothing.
    """
    headers = RequestHeaders(scope=scope)
    if "expect" in headers or _length(headers) > MOST_TAKEN:
        return
    taken, more = 0, _has_body(headers)
    with anyio.move_on_after(PATIENCE):
        while more and taken <= MOST_TAKEN:
            message = await receive()
            taken, more = taken + len(message.get("body", b"")), message.get("more_body", False)


def _name_and_port(host: str) -> tuple[str, str]:
    host = host.lower()
    name, _, port = host.partition(":") if not host.startswith("[") else _bracketed(host)
    return name, port


def _bracketed(host: str) -> tuple[str, str, str]:
    address, bracket, rest = host.partition("]")
    return (address + bracket, ":", rest[1:]) if rest[:1] in {"", ":"} else (host, "", "")


def _foreign(headers: RequestHeaders) -> bool:
    if "cross-site" in headers.getlist("sec-fetch-site"):
        return True
    ours = headers["host"].lower()
    return any(not _same_origin(origin.lower(), ours) for origin in headers.getlist("origin"))


def _same_origin(origin: str, host: str) -> bool:
    scheme, separator, authority = origin.partition("://")
    return scheme in {"http", "https"} and bool(separator) and authority == host


def _has_body(headers: RequestHeaders) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


def _length(headers: RequestHeaders) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isdecimal() and len(said) < 20 else 0  # noqa: PLR2004 - what isn't sane, the server refuses


def _is_json(headers: RequestHeaders) -> bool:
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


BAD_HOST = Refusal(
    400,
    "/problems/unknown-host",
    "This server is not called that",
    "Open http://127.0.0.1 or http://localhost with this port, "
    "or name the host in AFTERVIEW_HOSTS and start Afterview again.",
)
FOREIGN = Refusal(
    403,
    "/problems/foreign-origin",
    "The request comes from another web page",
    "Change things from Afterview's own page, opened under the very address that you send to; "
    "a script sends neither Origin nor Sec-Fetch-Site.",
)
TOO_LARGE = Refusal(
    413,
    "/problems/too-large",
    "The body is too large",
    "Send 1 MiB at most: an invitation is much smaller. Export the one event or the one mail.",
)
NOT_JSON = Refusal(
    415,
    "/problems/not-called-json",
    "The body is not called JSON",
    "Send the body as JSON with the header Content-Type: application/json.",
    (("Accept", "application/json"),),
)
