"""The app, asked without a server: what a command answers is what the API answers, to the byte."""

import asyncio
from collections.abc import Awaitable, Iterator
from contextlib import suppress

from starlette.types import ASGIApp, Message


def ask(app: ASGIApp, path: str, body: bytes) -> tuple[int, bytes]:
    """POST a JSON body and give status and body of the answer. Nothing that runs at a server's start runs."""
    headers = [(b"host", b"localhost"), (b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": headers,
        "client": None,
        "server": None,
    }
    answer: list[Message] = []
    request = _request(body)

    async def receive() -> Message:
        return next(request)

    async def send(message: Message) -> None:
        answer.append(message)

    with suppress(Exception):  # was logged and answered with 500 before it got here
        asyncio.run(_whole(app(scope, receive, send)))
    return answer[0]["status"], b"".join(part.get("body", b"") for part in answer[1:])


async def _whole(call: Awaitable[None]) -> None:
    await call


def _request(body: bytes) -> Iterator[Message]:
    yield {"type": "http.request", "body": body, "more_body": False}
    while True:
        yield {"type": "http.disconnect"}
