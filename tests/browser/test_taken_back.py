"""What was removed by a slip of the hand comes back whole: a note, a person, a round, the interview."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import HERE, ask, on_its_clock, tell
from people import interview_document
from running import Server

pytestmark = pytest.mark.browser


COUNTS = {"version", "updated_at"}


def bare(value: Any) -> Any:
    """A value without what only counts its changes; who met in a round has no order."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key not in COUNTS}
    if isinstance(value, list):
        return sorted(value) if all(isinstance(inner, str) for inner in value) else [bare(inner) for inner in value]
    return value


def known(server: Server, one: str) -> Any:
    """What is known of an interview."""
    return bare(ask(server.url, f"/interviews/{one}"))


@pytest.fixture
def page(browser: Browser, thursday: Server) -> Iterator[Page]:
    """A page that may meet refusals: what is removed isn't there."""
    context = browser.new_context(base_url=thursday.url, reduced_motion="reduce", **HERE)  # type: ignore[arg-type] # one option, a text
    yield on_its_clock(context.new_page())
    context.close()


def test_what_was_removed_comes_back_as_it_was(
    page: Page, thursday: Server, look: Callable[[Page, str], list[str]]
) -> None:
    """Each removal is done at once and offers Undo, an interview for thirty days; all is as it was before."""
    company = {"name": "Vandelay", "country": "US", "timezone": "America/New_York"}
    one = tell(thursday.url, "POST", "/interviews", interview_document(company=company))["id"]
    before = known(thursday, one)

    def undone(*, to_see: str) -> None:
        assert known(thursday, one) != before
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_text("Taken back.")).to_be_visible()
        expect(page.get_by_role("heading", name=to_see).first).to_be_visible()
        assert known(thursday, one) == before

    page.goto(f"/interviews/{one}/people")
    page.get_by_role("button", name="Remove the note “restores").click()
    expect(page.get_by_text("Note removed.")).to_be_visible()
    undone(to_see="Sam Okafor")
    page.get_by_role("button", name="Take Sam Okafor out").click()
    expect(page.get_by_role("heading", name="Sam Okafor")).to_have_count(0)
    undone(to_see="Sam Okafor")
    page.get_by_role("link", name="Rounds & details").click()
    page.get_by_role("button", name="Remove On-site").click()
    expect(page.get_by_role("heading", name="On-site")).to_have_count(0)
    undone(to_see="On-site")

    page.get_by_role("button", name="Remove this interview").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    page.get_by_role("heading", name="Interviews").wait_for()
    expect(page.get_by_role("heading", name="Vandelay")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", name="Vandelay").get_by_role("link").click()
    page.get_by_role("link", name="Timeline").wait_for()
    assert known(thursday, one) == before

    tell(thursday.url, "DELETE", f"/interviews/{one}", {})
    page.reload()
    page.get_by_role("heading", name="There is no such interview").wait_for()
    page.get_by_role("main").get_by_role("link", name="Interviews").click()
    page.get_by_text("interview removed in the last thirty days").click()
    assert look(page, "removed") == []
    page.get_by_role("button", name="Bring back Vandelay").click()
    page.get_by_role("link", name="Timeline").wait_for()
    assert known(thursday, one) == before
