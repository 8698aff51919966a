"""What browser tests do over and over: a server whose day is known, documents put into it, a page on its clock.

It is Thu 12 March 2026, nine in the morning in New York, the day after the interview of the samples.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from playwright.sync_api import Page, expect

from people import ALEX, ZONE
from running import Server, running

NOW: Final = "2026-03-12T09:00:00-04:00"
PATIENCE: Final = 20_000
"""Milliseconds that a test waits before it fails: a busy machine is no fault of the page."""
expect.set_options(timeout=PATIENCE)
ELSEWHERE: Final = "plan.example"
"""A name under which the server is another machine's: a browser finds it here, and is asked for a token."""
SHOTS: Final = Path(__file__).parent / "browser" / "shots"
"""Where pictures of every view go, when they are asked for: git-ignored."""


@contextmanager
def on_the_day_after(data: Path) -> Iterator[Server]:
    """A server that knows Alex and takes the morning after the interview for now."""
    with running(data, now=NOW, AFTERVIEW_HOSTS=ELSEWHERE) as server:
        tell(server.url, "PATCH", "/profile", ALEX)
        yield server


def tell(url: str, method: str, path: str, body: Mapping[str, Any]) -> Any:
    """Send a document as curl would; the answer's document, if it has one."""
    headers = {"Content-Type": "application/json", "If-Match": "*"}
    request = Request(f"{url.rstrip('/')}/api/v1{path}", json.dumps(body).encode(), headers, method=method)
    try:
        with urlopen(request) as answer:
            return json.loads(answer.read() or b"null")
    except HTTPError as refused:
        raise AssertionError(refused.read().decode()) from None


def ask(url: str, path: str) -> Any:
    """What the API says at an address."""
    with urlopen(f"{url.rstrip('/')}/api/v1{path}") as answer:
        return json.load(answer)


def on_its_clock(page: Page) -> Page:
    """The page's clock stands where the server's does; its timers run."""
    page.set_default_timeout(PATIENCE)
    page.clock.set_fixed_time(NOW)
    return page


HERE: Final = {"timezone_id": ZONE}
"""Options of a browser in the candidate's own zone."""
