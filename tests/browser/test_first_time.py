"""Somebody who has nothing yet: what they see first, what they are asked, and that a reload costs them nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import PATIENCE, ask
from running import Server

pytestmark = pytest.mark.browser
SAMPLE = Path(__file__).parents[1] / "samples" / "plain.ics"
FIRST_LOAD = 60_000
"""Bytes as they are sent, packed: the page before the first answer of the API."""
LOADED = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter(({name}) => !name.includes('/api/')).reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0)"""


@pytest.fixture
def first(open_page: Callable[..., Page], own_server: Server) -> Page:
    """The first page of an empty server."""
    page = open_page(own_server.url)
    page.set_default_timeout(PATIENCE)
    page.goto("/")
    page.get_by_role("button", name="Show me an example").wait_for()
    return page


def test_a_newcomer_says_who_they_are_with_the_first_interview(
    first: Page, own_server: Server, look: Callable[[Page, str], list[str]]
) -> None:
    """Templates show what they write; name and who decides are asked once; what was chosen outlives a reload."""
    found = look(first, "first")
    first.goto("/settings/templates/decline")
    expect(first.get_by_role("region", name="What it writes")).to_contain_text("Dear Dana")
    expect(first.get_by_text("An example: none of your interviews has such a step yet.")).to_be_visible()
    found += look(first, "template-example")
    first.goto("/")
    first.get_by_label("Choose a file").set_input_files(SAMPLE)
    first.get_by_label("Your name").wait_for()
    found += look(first, "confirm")
    expect(first.get_by_text("This interview was on 11 March 2026, long ago")).to_be_visible()
    first.get_by_label("Who is the hiring manager?").select_option("Dana Whitcombe")
    first.reload()
    expect(first.get_by_label("Part").first).to_have_value("hiring_manager")
    first.get_by_label("Your name").fill("Alex Rivera")
    first.get_by_role("button", name="Confirm and plan").click()
    first.get_by_role("heading", name="Acme").wait_for()
    profile = ask(own_server.url, "/profile")
    assert (profile["name"], profile["timezone"]) == ("Alex Rivera", "UTC")
    first.goto("/interviews/new")
    expect(first.get_by_text("Drop the interview invitation here")).to_be_visible()
    assert found == []


def test_the_example_is_one_click_away(first: Page) -> None:
    """A newcomer sees a full timeline, after a load that is small."""
    assert 10_000 < first.evaluate(LOADED) < FIRST_LOAD
    first.get_by_role("button", name="Show me an example").click()
    first.get_by_role("heading", name="Today", level=1).wait_for()
    first.locator("a[data-row]").nth(5).wait_for()
