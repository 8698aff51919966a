"""Reads, searches and writes of what is stored, each beside its floor and beside the usual way, on both databases.

The apps are served by uvicorn in this process and asked by another, by four at a time; this process's processor time
is what is compared: other work on the machine doesn't count, nor does PostgreSQL's own process. Medians of interleaved
rounds; ratios are what counts. Writes the table into docs/benchmarks.md.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

import people
from afterview.api.deps import Kept
from afterview.app import create_app
from afterview.settings import Settings
from afterview.store.migrate import migrate
from afterview.store.session import Database
from afterview.store.tables.pages import cursor_of
from keeping import KINDS, NOW
from postgres import postgres
from pressing import Ask, Pressed, pressed
from seeding import seed
from usual import usual_app

FEW, MANY = 10_000, 50_000
ROUNDS, EACH, DEAR = 7, 100, 32
HEAD = """# Benchmarks

`python3 dev.py bench` measures anew. Times are processor time of one answer in the server's process, on whatever
machine measured last; the ratios are what counts.
"""
DOCS = Path(__file__).parents[2] / "docs" / "benchmarks.md"
LISTED, FRESH = "/api/v1/interviews", "/fresh"
AS_JSON = (("Content-Type", "application/json"),)


def microseconds(server: Pressed, asks: dict[str, Ask]) -> dict[str, float]:
    """Median processor time of one answer, each way of asking in turn; what is dear is asked for less often."""
    times: dict[str, list[float]] = {name: [] for name in asks}
    for ask in asks.values():
        server.microseconds(ask, DEAR)
    for _ in range(ROUNDS):
        for name, ask in asks.items():
            times[name].append(server.microseconds(ask, DEAR if name in {"create", "list usual"} else EACH))
    return {name: median(found) for name, found in times.items()}


def beside(app: FastAPI, fresh: FastAPI, usual: FastAPI) -> ASGIApp:
    """Ours, ours that keeps nothing in memory, and the usual way, at addresses of one server."""

    async def choose(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "/api")
        if path.startswith(FRESH):
            await fresh({**scope, "path": path.removeprefix(FRESH)}, receive, send)
        else:
            await (app if path.startswith("/api") else usual)(scope, receive, send)

    return choose


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
    app, fresh = (create_app(Settings(data=tmp_path, database_url=url), lambda: NOW) for _ in range(2))
    fresh.state.kept = Kept(0)
    began = perf_counter()
    seed(database, "local", 0, FEW)
    paused = perf_counter()
    with pressed(beside(app, fresh, app)) as server:
        few = microseconds(server, {"list": Ask("GET", FRESH + LISTED)})["list"]
    resumed = perf_counter()
    seed(database, "local", FEW, MANY)
    seeded = perf_counter() - resumed + (paused - began)
    app, fresh = (create_app(Settings(data=tmp_path, database_url=url), lambda: NOW) for _ in range(2))
    fresh.state.kept = Kept(0)
    lines = compare(app, fresh, few)
    lines.append(f"| seeding {MANY:,} interviews and {4 * MANY:,} contacts | {seeded:.0f} s | | under 120 s |")
    write(database.engine.dialect.name, lines)
    database.close()


def compare(app: FastAPI, fresh: FastAPI, few: float) -> list[str]:
    """The lines of the table: what, ours, beside what and how much, the aim."""
    one, deep = f"{MANY // 2:020x}", f"{4 * MANY - 500:020x}"
    single = f"{LISTED}/{one}"
    client = TestClient(app, base_url="http://localhost")
    ready = {"list": client.get(LISTED).content, "one": client.get(single).content}
    tag = (("If-None-Match", client.get(single).headers["ETag"]),)
    usual = usual_app(app.state.database.engine, ready)
    document = json.dumps(people.interview_document())
    middle = cursor_of("name", "mina", deep)
    asks = {
        "list": Ask("GET", LISTED),
        "list anew": Ask("GET", FRESH + LISTED),
        "list floor": Ask("GET", "/ready/list"),
        "list usual": Ask("GET", "/interviews"),
        "one": Ask("GET", single),
        "one floor": Ask("GET", "/ready/one"),
        "one usual": Ask("GET", f"/interviews/{one}"),
        "304": Ask("GET", single, "", tag),
        "first": Ask("GET", f"{FRESH}/api/v1/contacts"),
        "deep": Ask("GET", f"{FRESH}/api/v1/contacts?cursor={middle}"),
        "search": Ask("GET", f"{FRESH}/api/v1/contacts?q=wilhelmina"),
        "create": Ask("POST", LISTED, document, AS_JSON),
        "create floor": Ask("POST", "/ready/one", document, AS_JSON),
    }
    with pressed(beside(app, fresh, usual)) as server:
        t = microseconds(server, asks)
    return [
        f"| list of 50 interviews, asked for again | {t['list']:.0f} µs | {share(t, 'list')} of the floor | 20 % |",
        f"| | | {t['list usual'] / t['list']:.0f} times the usual way | 12 times |",
        f"| the same, made anew | {t['list anew']:.0f} µs | {t['list floor'] / t['list anew']:.0%} of the floor | |",
        f"| | | {t['list usual'] / t['list anew']:.0f} times the usual way | |",
        f"| with {FEW:,} and {MANY:,} | {few:.0f}, {t['list anew']:.0f} µs | {more(few, t['list anew'])} | +10 % |",
        f"| one interview | {t['one']:.0f} µs | {share(t, 'one')} of the floor | 30 % |",
        f"| | | {t['one usual'] / t['one']:.1f} times the usual way | |",
        f"| the same with its ETag: 304 | {t['304']:.0f} µs | {t['one'] / t['304']:.1f} times the whole | |",
        f"| contacts, a page | {t['first']:.0f} µs | | |",
        f"| a page from the middle | {t['deep']:.0f} µs | {more(t['first'], t['deep'])} beside the first | 10 % |",
        f"| search of a word, 20 hits | {t['search']:.0f} µs | {t['search'] / t['one']:.1f} times one interview | 3 |",
        f"| create with 4 people | {t['create']:.0f} µs | {t['create floor'] / t['create']:.1%} of the floor | 2.5 % |",
    ]


def share(times: dict[str, float], name: str) -> str:
    """What part of the floor's answers in the same time."""
    return f"{times[f'{name} floor'] / times[name]:.0%}"


def more(before: float, after: float) -> str:
    """How much more one costs than the other."""
    return f"{after / before - 1:+.0%}"


def write(kind: str, lines: list[str]) -> None:
    """Put the table of that database into the file, in the place of its old one."""
    old = DOCS.read_text(encoding="utf-8") if DOCS.exists() else HEAD
    title = f"\n## What is stored, {kind}\n"
    rest = [part for part in old.split("\n## ") if not f"\n## {part}".startswith(title)]
    said = "\n".join(["", "| what | time | beside | aim |", "|---|--:|---|---|", *lines, ""])
    DOCS.write_text("\n## ".join(rest).rstrip("\n") + "\n" + title + said, encoding="utf-8")
    print(title, *lines, sep="\n")
