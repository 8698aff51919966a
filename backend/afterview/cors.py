"""Other web apps: those that AFTERVIEW_ORIGINS names may use the API from a browser, with a token. All others may not.

What the protocol calls CORS, in plain ASGI. No cookie is ever let across: such an app sends its token itself.
"""

from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from afterview.web import answer, is_api

PREFLIGHT = (
    ("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE"),
    ("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key"),
    ("Access-Control-Max-Age", "600"),
)
EXPOSED = "ETag, Location, Link, WWW-Authenticate, Content-Disposition"


@dataclass(frozen=True, slots=True)
class Cors:
    """Tells browsers which other web apps may read the answers; with no origins it does nothing at all."""

    inner: ASGIApp
    origins: frozenset[str] = frozenset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a browser's question, or add the permission to the answer from within."""
        if scope["type"] != "http" or not self.origins or not is_api(scope["path"]):
            await self.inner(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        allowed = origin.lower() in self.origins

        async def send_with_permission(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                sent.add_vary_header("Origin")
                if allowed:
                    sent["Access-Control-Allow-Origin"] = origin
                    sent["Access-Control-Expose-Headers"] = EXPOSED
            await send(message)

        if allowed and scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await answer(send_with_permission, 204, PREFLIGHT, b"")
        else:
            await self.inner(scope, receive, send_with_permission)
