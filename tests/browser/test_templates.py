"""A template of one's own: written beside what it writes, never lost, and the original is always there."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import HERE, ask, on_its_clock, tell
from people import interview_document
from running import Server

pytestmark = pytest.mark.browser
SELECTED = "() => { const one = document.activeElement; return one.value.slice(one.selectionStart, one.selectionEnd); }"


@pytest.fixture
def page(browser: Browser, thursday: Server) -> Iterator[Page]:
    """A page that may meet refusals, on a server with an interview."""
    tell(thursday.url, "POST", "/interviews", interview_document())
    context = browser.new_context(base_url=thursday.url, reduced_motion="reduce", **HERE)  # type: ignore[arg-type] # one option, a text
    yield on_its_clock(context.new_page())
    context.close()


def test_a_template_is_written_beside_what_it_writes(
    page: Page, look: Callable[[Page, str], list[str]], thursday: Server
) -> None:
    """Names by click, errors with their place, nothing lost over a reload, the way back from everything."""
    page.goto("/settings")
    page.get_by_role("link", name="Templates").click()
    found = look(page, "templates")
    page.get_by_role("link", name="Declining an offer").click()
    text = page.get_by_label("Text of the template")
    written = page.get_by_role("region", name="What it writes")
    expect(written).to_contain_text("Dear Dana")
    original = text.input_value()

    text.fill("{{ greeting }}\n\nA word of my own for .")
    text.press("ArrowLeft")
    page.get_by_role("button", name="Insert company").click()
    expect(text).to_have_value("{{ greeting }}\n\nA word of my own for {{ company }}.")
    expect(written).to_contain_text("A word of my own for Acme.")
    text.press("Control+z")
    expect(text).to_have_value("{{ greeting }}\n\nA word of my own for .")
    text.press("Control+y")
    found += look(page, "template")

    text.press("Control+End")
    page.keyboard.type("\n{{ compony }}")
    page.get_by_role("button", name="Show it").click()
    assert page.evaluate(SELECTED) == "compony"
    expect(page.get_by_text(re.compile("^Line 4, column 4: "))).to_be_visible()
    page.keyboard.type("role")
    page.reload()
    expect(text).to_have_value("{{ greeting }}\n\nA word of my own for {{ company }}.\n{{ role }}")
    expect(page.get_by_text("Not saved yet; kept in this browser")).to_be_visible()
    assert not ask(thursday.url, "/templates/decline")["is_own"]

    text.press("Control+s")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert ask(thursday.url, "/templates/decline")["is_own"]
    page.get_by_role("button", name="Back to the original").click()
    expect(text).to_have_value(original)
    page.get_by_role("button", name="Undo").click()
    expect(text).to_have_value(re.compile("A word of my own"))
    page.get_by_role("button", name="Back to the original").click()
    expect(text).to_have_value(original)
    page.get_by_text("Earlier templates").click()
    page.get_by_text("Thu 12 Mar").first.click()
    page.get_by_role("button", name="Take this one").first.click()
    expect(text).to_have_value(re.compile("A word of my own"))
    page.get_by_role("button", name="Leave my changes").click()
    expect(text).to_have_value(original)
    assert not ask(thursday.url, "/templates/decline")["is_own"]
    assert found == []
