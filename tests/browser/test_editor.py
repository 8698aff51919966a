"""The editor of a draft: findings are marked and mended, what blocks is let pass, no text is ever out of reach."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browsing import HERE, ask, on_its_clock, tell
from people import interview_document
from running import Server

pytestmark = pytest.mark.browser
Look = Callable[[Page, str], list[str]]


@pytest.fixture
def stored(thursday: Server) -> tuple[Server, str]:
    """A server with an interview of this test alone, and where that is."""
    return thursday, tell(thursday.url, "POST", "/interviews", interview_document())["id"]


@pytest.fixture
def context(browser: Browser, thursday: Server) -> Iterator[BrowserContext]:
    """A browser that may meet refusals."""
    one = browser.new_context(base_url=thursday.url, reduced_motion="reduce", **HERE)  # type: ignore[arg-type] # one option, a text
    yield one
    one.close()


@pytest.fixture
def visit(context: BrowserContext, stored: tuple[Server, str]) -> Callable[[str], Page]:
    """`visit("onsite.group")`: the page of a step in a tab of its own."""

    def go(key: str) -> Page:
        page = on_its_clock(context.new_page())
        page.goto(f"/interviews/{stored[1]}/steps/{key}")
        page.locator("#body").wait_for()
        return page

    return go


def draft_of(stored: tuple[Server, str], key: str) -> Any:
    """What the server holds for a step."""
    return ask(stored[0].url, f"/interviews/{stored[1]}/steps/{key}/draft")


def saved(page: Page) -> None:
    """Wait until everything that was typed is acknowledged."""
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()


def test_a_finding_is_marked_where_it_is_and_mended_by_one_click(
    visit: Callable[[str], Page], stored: tuple[Server, str], look: Look
) -> None:
    """Behind emoji, too; F8 goes there, the browser's own Undo takes the mending back."""
    page = visit("onsite.personal.sam")
    body = page.get_by_label("Text", exact=True)
    text = body.input_value()
    body.fill("Dear Sam,\n\n⛵👩‍🚀 I still think of the the boats, and  more.\n\n" + text.split("\n\n", 1)[1])
    twice = page.locator(".under mark", has_text="the the")
    expect(twice).to_have_text("the the")
    assert look(page, "findings") == []
    page.get_by_role("button", name=re.compile("stands twice")).click()
    assert body.evaluate("(box) => box.value.slice(box.selectionStart, box.selectionEnd)") == "the the"
    expect(twice).to_have_class(re.compile("current"))
    page.keyboard.press("Alt+Enter")
    expect(body).to_have_value(re.compile("think of the boats"))
    expect(twice).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(body).to_have_value(re.compile("think of the the boats"))
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    expect(page.locator("mark.current")).to_have_count(1)
    page.get_by_role("listitem").filter(has_text="stands twice").get_by_role(
        "button", name="Take one out", exact=True
    ).click()
    saved(page)
    assert "⛵👩‍🚀 I still think of the boats" in draft_of(stored, "onsite.personal.sam")["edited"]["body"]


def test_what_blocks_is_mended_or_let_pass_with_a_reason(
    visit: Callable[[str], Page], stored: tuple[Server, str], look: Look
) -> None:
    """Ready asks for the reason, which then stands with the step; another text takes both away."""
    page = visit("onsite.personal.sam")
    body = page.get_by_label("Text", exact=True)
    body.fill(re.sub("^.*", "Dear Samm,", body.input_value(), count=1) + "\n\nPS: Ask Lee about [topic].")
    saved(page)
    page.get_by_role("link", name="Open in mail program").click()
    dialog = page.get_by_role("dialog", name="Something to mend first")
    assert look(page, "blocked") == []
    dialog.get_by_role("button", name="Mend it").click()
    expect(dialog).to_have_count(0)
    expect(body).to_be_focused()
    page.get_by_role("listitem").get_by_role("button", name="Write “Sam”", exact=True).click()
    page.get_by_role("button", name="Ready", exact=True).click()
    dialog.get_by_label("Why it may stay").fill("Lee will know the topic")
    dialog.get_by_role("button", name="Let it pass").click()
    expect(page.get_by_text("You let it pass: Lee will know the topic")).to_be_visible()
    expect(page.get_by_text("Ready", exact=True)).to_be_visible()
    page.get_by_role("button", name="Not ready yet").click()
    expect(page.get_by_role("button", name="Ready", exact=True)).to_be_visible()


def test_a_merge_asks_only_about_what_clashes(
    visit: Callable[[str], Page], stored: tuple[Server, str], look: Look
) -> None:
    """Both are seen side by side; what was chosen outlives a reload; nothing is stored before."""
    server, one = stored
    page = visit("onsite.personal.sam")
    body = page.get_by_label("Text", exact=True)
    parts = body.input_value().split("\n\n")
    mine = "\n\n".join([parts[0], "Mine alone.", *parts[2:], "PS: See you at the pier."])
    body.fill(mine)
    saved(page)
    note = {"participant": "sam", "channel": "person", "text": "keeps bees on the roof", "follow_up": True}
    tell(server.url, "POST", f"/interviews/{one}/notes", note)
    page.reload()
    page.get_by_text("The generated text changed after you edited it.").wait_for()
    assert look(page, "two-texts") == []
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("group", name=re.compile("^Both changed this"))).to_have_count(1)
    assert look(page, "merge") == []
    page.get_by_label(re.compile("^Yours")).check()
    page.reload()
    expect(page.get_by_label(re.compile("^Yours"))).to_be_checked()
    assert draft_of(stored, "onsite.personal.sam")["edited"]["body"] == mine
    page.get_by_role("button", name="Use this text").click()
    expect(page.get_by_text("Merged.")).to_be_visible()
    expect(page.get_by_role("list", name="Checks")).not_to_contain_text("The facts changed")
    now = draft_of(stored, "onsite.personal.sam")
    assert not now["outdated"]
    assert "Mine alone." in now["edited"]["body"]


def test_every_text_of_the_past_can_be_had_back(
    visit: Callable[[str], Page], stored: tuple[Server, str], look: Look
) -> None:
    """After a reload, too: the history has it, shows what differs, and Undo takes the way back."""
    page = visit("onsite.group")
    body = page.get_by_label("Text", exact=True)
    first = body.input_value() + "\n\nPS: The first thought was the best one."
    body.fill(first)
    saved(page)
    body.fill("All gone by accident.")
    saved(page)
    page.reload()
    page.get_by_role("button", name="History").click()
    dialog = page.get_by_role("dialog", name="History")
    dialog.get_by_text("PS: The first thought").wait_for()
    assert look(page, "history") == []
    dialog.get_by_role("button", name="Restore this text").click()
    expect(body).to_have_value(first)
    expect(page.get_by_text("This text stands again.")).to_be_visible()
    assert draft_of(stored, "onsite.group")["edited"]["body"] == first
    page.get_by_role("button", name="Undo").click()
    expect(body).to_have_value("All gone by accident.")


def test_two_tabs_never_overwrite_each_other(visit: Callable[[str], Page], stored: tuple[Server, str]) -> None:
    """Who saves second sees both, over a reload as well; merged, both have their words."""
    here, there = visit("onsite.group"), visit("onsite.group")
    parts = here.get_by_label("Text", exact=True).input_value().split("\n\n")
    there.get_by_label("Text", exact=True).fill("\n\n".join([*parts[:-1], "There.", parts[-1]]))
    saved(there)
    here.get_by_label("Text", exact=True).fill("\n\n".join([parts[0] + " here", *parts[1:]]))
    expect(here.get_by_text("This text was changed elsewhere.")).to_be_visible()
    here.reload()
    expect(here.get_by_text("This text was changed elsewhere.")).to_be_visible()
    here.get_by_role("button", name="Merge").click()
    here.get_by_role("button", name="Use this text").click()
    expect(here.get_by_text("Merged.")).to_be_visible()
    assert draft_of(stored, "onsite.group")["edited"]["body"] == "\n\n".join(
        [parts[0] + " here", *parts[1:-1], "There.", parts[-1]]
    )
