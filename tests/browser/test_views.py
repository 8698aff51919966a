"""Every view, dark and narrow, then light and wide: axe finds nothing, nothing scrolls sideways. A view is loaded once.

With AFTERVIEW_PICTURES=1 each view is also written to tests/browser/shots, which git ignores: to be looked at.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from browsing import HERE, on_its_clock, tell
from people import interview_document
from running import Server

pytestmark = pytest.mark.browser
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
def full(thursday: Server) -> tuple[Server, dict[str, str]]:
    """A server with both interviews, and the addresses of the views."""
    small = tell(thursday.url, "POST", "/interviews", few())["id"]
    large = tell(thursday.url, "POST", "/interviews", many())["id"]
    return thursday, {
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
    }


def test_every_view_is_sound(
    open_page: Callable[..., Page], look: Callable[[Page, str], list[str]], full: tuple[Server, dict[str, str]]
) -> None:
    """axe has nothing to say and the page fits its window."""
    server, views = full
    page = on_its_clock(open_page(server.url, **HERE))
    found = []
    for name, path in views.items():
        page.goto(path)
        found += look(page, name)
    assert found == []
