"""The API asked within the thread that asks.

Starlette's client hands each request to another thread and back, seven times over; that costs more than most answers.
"""

import asyncio
from contextlib import ExitStack, suppress
from threading import local
from types import TracebackType
from typing import Self

import httpx2
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Message, Scope


class Here(httpx2.BaseTransport):
    """Calls an application on a loop of the thread that asks. An error of the server is an answer."""

    def __init__(self, app: FastAPI) -> None:
        self._app, self._threads, self._loops = app, local(), ExitStack()

    def loop(self) -> asyncio.AbstractEventLoop:
        """The one of this thread."""
        if not hasattr(self._threads, "loop"):
            self._threads.loop = asyncio.new_event_loop()
            self._loops.callback(self._threads.loop.close)
        found: asyncio.AbstractEventLoop = self._threads.loop
        return found

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Ask, and wait for the whole answer."""
        request.read()
        return self.loop().run_until_complete(self._answer(request))

    async def _answer(self, request: httpx2.Request) -> httpx2.Response:
        asked = iter([{"type": "http.request", "body": request.content, "more_body": False}])
        told: list[Message] = []

        async def receive() -> Message:
            return next(asked, {"type": "http.disconnect"})

        async def send(message: Message) -> None:
            told.append(message)

        with suppress(Exception):  # it was answered first, and is raised for the server's log
            await self._app(scope_of(request), receive, send)
        start, *rest = told
        body = b"" if request.method == "HEAD" else b"".join(part.get("body", b"") for part in rest)
        return httpx2.Response(start["status"], headers=start["headers"], stream=httpx2.ByteStream(body))

    def close(self) -> None:
        """No thread asks again."""
        self._loops.close()


def scope_of(request: httpx2.Request) -> Scope:
    """A request as ASGI has it."""
    url = request.url
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": url.scheme,
        "path": url.path,
        "raw_path": url.raw_path.split(b"?")[0],
        "query_string": url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (url.host, url.port or 80),
        "client": ("testclient", 50000),
    }


class Api(TestClient):
    """The client of an application that is brought up and down with it."""

    def __init__(self, app: FastAPI, base_url: str) -> None:
        super().__init__(app, base_url=base_url)
        self._transport = self._here = Here(app)
        self._life = app.router.lifespan_context(app)

    def __enter__(self) -> Self:
        """Start the application."""
        self._here.loop().run_until_complete(self._life.__aenter__())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        """Stop it."""
        self._here.loop().run_until_complete(self._life.__aexit__(kind, error, trace))
        self.close()
