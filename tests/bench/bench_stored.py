"""Reads, searches and writes of what is stored, each beside its floor and beside the usual way, on both databases.

The apps are asked in this process, as many requests at once as it has threads, and its processor time is what is
compared: other work on the machine doesn't count, nor does the network, nor PostgreSQL's own process. Medians of
interleaved rounds; ratios are what counts. Writes the table into docs/benchmarks.md.
"""

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import pytest
from anyio import to_thread
from fastapi import FastAPI
from starlette.types import ASGIApp, Message

import people
from afterview.api.deps import Kept
from afterview.app import THREADS, create_app
from afterview.settings import Settings
from afterview.store.migrate import migrate
from afterview.store.session import Database
from afterview.store.tables.pages import cursor_of
from keeping import KINDS, NOW
from postgres import postgres
from seeding import seed
from usual import usual_app

FEW, MANY = 10_000, 50_000
ROUNDS, EACH = 7, 32
HEAD = """# Benchmarks

`python3 dev.py bench` measures anew. Times are processor time of one answer in the server's process, on whatever
machine measured last; the ratios are what counts.
"""
DOCS = Path(__file__).parents[2] / "docs" / "benchmarks.md"
Ask = Callable[[], Any]
HOST = (b"host", b"localhost")


def asking(app: ASGIApp, method: str, address: str, body: bytes = b"", *headers: tuple[bytes, bytes]) -> Ask:
    """One request to the app, as a server would hand it on; the status has to be one of success."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [HOST, (b"content-type", b"application/json"), (b"content-length", b"%d" % len(body)), *headers],
        "client": ("127.0.0.1", 1),
        "server": None,
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def ask() -> bytes:
        parts: list[Message] = []

        async def send(message: Message) -> None:
            parts.append(message)

        await app(dict(scope), receive, send)
        assert parts[0]["status"] < 400, parts
        return b"".join(part.get("body", b"") for part in parts[1:])

    return ask


async def microseconds(asks: dict[str, Ask]) -> dict[str, float]:
    """Median processor time of one answer among those that are asked for at once, each way of asking in turn."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    times: dict[str, list[float]] = {name: [] for name in asks}
    for ask in asks.values():
        await ask()
    for _ in range(ROUNDS):
        for name, ask in asks.items():
            began = process_time()
            for _ in range(EACH // THREADS):
                await asyncio.gather(*(ask() for _ in range(THREADS)))
            times[name].append((process_time() - began) / EACH * 1e6)
    return {name: median(found) for name, found in times.items()}


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'x.db'}"
        return
    with postgres(synchronous_commit="on", shared_buffers="256MB") as cluster:
        yield cluster.url


def test_stored(url: str, tmp_path: Path) -> None:
    migrate(url)
    database = Database(url, lambda: NOW)
    database.welcome("local")
    app = create_app(Settings(data=tmp_path, database_url=url), lambda: NOW)
    app.state.kept = Kept()
    began = perf_counter()
    seed(database, "local", 0, FEW)
    few = asyncio.run(microseconds({"list": asking(app, "GET", "/api/v1/interviews")}))["list"]
    paused = perf_counter()
    seed(database, "local", FEW, MANY)
    seeded = perf_counter() - paused + (paused - began)
    lines = asyncio.run(compare(app, database, few))
    lines.append(f"| seeding {MANY:,} interviews and {4 * MANY:,} contacts | {seeded:.0f} s | | under 120 s |")
    write(database.engine.dialect.name, lines)
    app.state.database.close()
    database.close()


async def compare(app: FastAPI, database: Database, few: float) -> list[str]:
    """The lines of the table: what, ours, beside what and how much, the aim."""
    one, deep = f"{MANY // 2:020x}", f"{4 * MANY - 500:020x}"
    listed, single = "/api/v1/interviews", f"/api/v1/interviews/{one}"
    ready = {
        "list": await asking(app, "GET", listed)(),
        "one": await asking(app, "GET", single)(),
    }
    usual = usual_app(database.engine, ready)
    tag = (b"if-none-match", b'"1"')
    document = json.dumps(people.interview_document()).encode()
    middle = cursor_of("name", "mina", deep)
    t = await microseconds(
        {
            "list": asking(app, "GET", listed),
            "list floor": asking(usual, "GET", "/ready/list"),
            "list usual": asking(usual, "GET", "/interviews"),
            "one": asking(app, "GET", single),
            "one floor": asking(usual, "GET", "/ready/one"),
            "one usual": asking(usual, "GET", f"/interviews/{one}"),
            "304": asking(app, "GET", single, b"", tag),
            "first": asking(app, "GET", "/api/v1/contacts"),
            "deep": asking(app, "GET", f"/api/v1/contacts?cursor={middle}"),
            "search": asking(app, "GET", "/api/v1/contacts?q=wilhelmina"),
            "create": asking(app, "POST", listed, document),
            "create floor": asking(usual, "POST", "/ready/one", document),
        }
    )
    return [
        f"| list of 50 interviews | {t['list']:.0f} µs | {t['list floor'] / t['list']:.0%} of the floor | 20 % |",
        f"| | | {t['list usual'] / t['list']:.1f} times the usual way | 12 times |",
        f"| with {FEW:,} and {MANY:,} stored | {few:.0f}, {t['list']:.0f} µs | {t['list'] / few - 1:+.0%} | +10 % |",
        f"| one interview | {t['one']:.0f} µs | {t['one floor'] / t['one']:.0%} of the floor | 30 % |",
        f"| | | {t['one usual'] / t['one']:.1f} times the usual way | |",
        f"| the same with its ETag: 304 | {t['304']:.0f} µs | {t['one'] / t['304']:.1f} times the whole | |",
        f"| contacts, a page | {t['first']:.0f} µs | | |",
        f"| a page from the middle | {t['deep']:.0f} µs | {t['deep'] / t['first'] - 1:+.0%} beside the first | 10 % |",
        f"| search of a word, 20 hits | {t['search']:.0f} µs | {t['search'] / t['one']:.1f} times one interview | 3 |",
        f"| create with 4 people | {t['create']:.0f} µs | {t['create floor'] / t['create']:.1%} of the floor | 2.5 % |",
    ]


def write(kind: str, lines: list[str]) -> None:
    """Put the table of that database into the file, in the place of its old one."""
    old = DOCS.read_text(encoding="utf-8") if DOCS.exists() else HEAD
    title = f"\n## What is stored, {kind}\n"
    rest = [part for part in old.split("\n## ") if not f"\n## {part}".startswith(title)]
    said = "\n".join(["", "| what | time | beside | aim |", "|---|--:|---|---|", *lines, ""])
    DOCS.write_text("\n## ".join(rest).rstrip("\n") + "\n" + title + said, encoding="utf-8")
    print(title, *lines, sep="\n")
