"""The API asked within the thread that asks.

Starlette's client hands each request to another thread and back, seven times over; that costs more than most answers.
"""

import asyncio
from contextlib import ExitStack
from threading import local
from types import TracebackType
from typing import Self

import httpx2
from fastapi import FastAPI
from fastapi.testclient import TestClient


class Here(httpx2.BaseTransport):
    """Calls an application on a loop of the thread that asks. An error of the server is an answer."""

    def __init__(self, app: FastAPI) -> None:
        self._asgi = httpx2.ASGITransport(app, raise_app_exceptions=False, client=("testclient", 50000))
        self._threads, self._loops = local(), ExitStack()

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
        answer = await self._asgi.handle_async_request(request)
        assert isinstance(answer.stream, httpx2.AsyncByteStream)
        body = b"".join([part async for part in answer.stream])
        return httpx2.Response(answer.status_code, headers=answer.headers.raw, stream=httpx2.ByteStream(body))

    def close(self) -> None:
        """No thread asks again."""
        self._loops.close()


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
