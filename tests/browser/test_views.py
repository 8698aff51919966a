"""Every view, light and dark, narrow and wide: axe finds nothing, nothing scrolls sideways.

With AFTERVIEW_PICTURES=1 each view is also written to tests/browser/shots, which git ignores: to be looked at.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from browsing import HERE, SHOTS, on_its_clock, on_the_day_after, tell
from people import interview_document
from running import Server

pytestmark = pytest.mark.browser
PICTURES = bool(os.environ.get("AFTERVIEW_PICTURES"))
TEXT = "restores old sailing boats"


def few() -> dict[str, Any]:
    """One interview tomorrow, with hardly anything known: about three steps."""
    document = interview_document(events=[], participants=[])
    day = {"starts_at": "2026-03-13T10:00:00-04:00", "ends_at": "2026-03-13T15:00:00-04:00", "participants": []}
    document["rounds"] = [{**document["rounds"][0], **day}]
    return {**document, "company": {"name": "Globex", "country": "US"}, "role": "Engineering Lead"}


def many() -> dict[str, Any]:
    """A gauntlet of twelve interviewers: about thirty steps."""
    document = interview_document()
    crowd = [
        {
            "id": f"person-{n}",
            "name": f"Robin Example the {n}th",
            "email": f"robin{n}@acme.example",
            "part": "interviewer",
            "notes": [{"channel": "person", "text": f"{TEXT}, {n} of them", "follow_up": True}],
        }
        for n in range(1, 11)
    ]
    document["participants"] += crowd
    document["rounds"][0].pop("participants")
    return document


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, dict[str, str]]]:
    """A server with both interviews, and the addresses of the views."""
    with on_the_day_after(tmp_path_factory.mktemp("views") / "data") as server:
        small = tell(server.url, "POST", "/interviews", few())["id"]
        large = tell(server.url, "POST", "/interviews", many())["id"]
        yield (
            server,
            {
                "today": "/",
                "interviews": "/interviews",
                "new": "/interviews/new",
                "by-hand": "/interviews/new?by=hand",
                "timeline-3": f"/interviews/{small}",
                "timeline-30": f"/interviews/{large}",
                "people": f"/interviews/{large}/people",
                "rounds": f"/interviews/{large}/rounds",
                "events": f"/interviews/{large}/events",
                "draft": f"/interviews/{large}/steps/onsite.group",
                "invitation": f"/interviews/{large}/steps/onsite.invite.sam",
                "call": f"/interviews/{large}/steps/call.1",
                "task": f"/interviews/{small}/steps/onsite.roster",
                "settings": "/settings",
                "missing": "/nowhere",
            },
        )


def look(page: Page, name: str, axe: Callable[[Page], list[str]]) -> list[str]:
    """Take the picture of a view and say what is wrong with it."""
    page.get_by_role("heading", level=1).wait_for()
    page.locator(".loading").first.wait_for(state="detached")
    if PICTURES:
        page.screenshot(path=SHOTS / f"{name}.png", full_page=True, animations="disabled", caret="hide")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{name}: {found}" for found in axe(page)] + ([f"{name}: scrolls sideways"] if wide else [])


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_is_sound(
    open_page: Callable[..., Page],
    axe: Callable[[Page], list[str]],
    full: tuple[Server, dict[str, str]],
    scheme: str,
    width: int,
) -> None:
    """axe has nothing to say and the page fits its window."""
    server, views = full
    page = on_its_clock(open_page(server.url, color_scheme=scheme, viewport={"width": width, "height": 812}, **HERE))
    found = []
    for name, path in views.items():
        page.goto(path)
        found += look(page, f"{name}-{scheme}-{width}", axe)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_visit_is_sound(
    open_page: Callable[..., Page], axe: Callable[[Page], list[str]], own_server: Server, scheme: str
) -> None:
    """Somebody who has nothing yet is told what to do first."""
    page = open_page(own_server.url, color_scheme=scheme, viewport={"width": 375, "height": 812})
    page.goto("/")
    page.get_by_role("button", name="Show me an example").wait_for()
    assert look(page, f"first-{scheme}-375", axe) == []


def test_the_example_is_one_click_away(open_page: Callable[..., Page], own_server: Server) -> None:
    """A newcomer sees a full timeline."""
    page = open_page(own_server.url)
    page.goto("/")
    page.get_by_role("button", name="Show me an example").click()
    page.get_by_role("heading", name="Today", level=1).wait_for()
    page.locator("a[data-row]").nth(5).wait_for()
