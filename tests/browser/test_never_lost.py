"""What somebody types is never lost: not when the server is away, not when somebody else saved first."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browsing import HERE, ask, on_its_clock, tell
from people import interview_document
from running import Server

pytestmark = pytest.mark.browser
DRAFT = re.compile("/steps/onsite.group/draft$")


@pytest.fixture
def stored(thursday: Server) -> tuple[Server, str]:
    """A server with an interview of this test alone, and where that is."""
    return thursday, tell(thursday.url, "POST", "/interviews", interview_document())["id"]


@pytest.fixture
def visit(browser: Browser, stored: tuple[Server, str]) -> Iterator[Callable[[str], Page]]:
    """`visit("onsite.group")`: the page of a step, in a browser that may meet refusals."""
    server, one = stored
    context = browser.new_context(base_url=server.url, reduced_motion="reduce", **HERE)  # type: ignore[arg-type] # one option, a text

    def go(key: str) -> Page:
        page = on_its_clock(context.new_page())
        page.goto(f"/interviews/{one}/steps/{key}")
        return page

    yield go
    context.close()


def text_of(stored: tuple[Server, str], key: str) -> Any:
    """What the server holds for a step."""
    server, one = stored
    return ask(server.url, f"/interviews/{one}/steps/{key}/draft")


def test_a_text_outlives_a_server_that_is_away(visit: Callable[[str], Page], stored: tuple[Server, str]) -> None:
    """The page says why nothing was saved, keeps the text over a reload, and saves it once the server is back."""
    page = visit("onsite.group")
    page.get_by_label("Text", exact=True).wait_for()

    def away(route: Route) -> None:
        route.abort() if route.request.method == "PUT" else route.continue_()

    page.route(DRAFT, away)
    page.get_by_label("Text", exact=True).fill("Written while the server was away.")
    expect(page.get_by_text(re.compile("^Not saved: "))).to_be_visible()
    page.unroute(DRAFT)
    page.reload()
    expect(page.get_by_label("Text", exact=True)).to_have_value("Written while the server was away.")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert text_of(stored, "onsite.group")["edited"]["body"] == "Written while the server was away."


def test_a_text_that_is_too_long_is_kept_and_said_so(
    visit: Callable[[str], Page], stored: tuple[Server, str], look: Callable[[Page, str], list[str]]
) -> None:
    """Nothing is cut off, nothing else goes in its place; shortened, it is saved. What was sent can only be copied."""
    page = visit("onsite.group")
    long = "A sentence that goes on. " * 900
    page.get_by_label("Text", exact=True).fill(long)
    expect(page.get_by_text(re.compile("^This text is longer than 20,000 characters"))).to_be_visible()
    page.get_by_role("button", name="Mark as sent").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Text", exact=True)).to_have_value(long)
    page.get_by_label("Text", exact=True).fill("Thank you both.")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert text_of(stored, "onsite.group")["edited"]["body"] == "Thank you both."
    page.get_by_role("button", name="Mark as sent").click()
    page.get_by_role("dialog").get_by_role("button", name="Mark as sent").click()
    expect(page.get_by_text("Sent on Thu 12 Mar")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(page.get_by_role("link", name="Open in mail program")).to_have_count(0)
    assert look(page, "sent") == []


def test_of_two_texts_both_are_shown(visit: Callable[[str], Page], stored: tuple[Server, str]) -> None:
    """Who saves second sees both and chooses."""
    server, one = stored
    page = visit("onsite.personal.sam")
    page.get_by_label("Text", exact=True).wait_for()
    theirs = {"subject": "Sailing", "body": "Written in another window."}
    tell(server.url, "PUT", f"/interviews/{one}/steps/onsite.personal.sam/draft", theirs)
    page.get_by_label("Text", exact=True).fill("Written here.")
    expect(page.get_by_text("This text was changed elsewhere.")).to_be_visible()
    expect(page.get_by_text("Written in another window.")).to_be_visible()
    page.get_by_role("button", name="Keep mine").click()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert text_of(stored, "onsite.personal.sam")["edited"]["body"] == "Written here."


def test_a_text_whose_facts_changed_is_kept_until_somebody_chooses(
    visit: Callable[[str], Page], stored: tuple[Server, str]
) -> None:
    """Both the old edit and the new draft are there; taking the new one can be undone."""
    server, one = stored
    page = visit("onsite.invite.dana")
    page.get_by_label("Note", exact=True).fill("Hi Dana, thank you.")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    tell(server.url, "PATCH", f"/interviews/{one}", {"role": "Principal Engineer", "company": {"name": "Acme Labs"}})
    page.reload()
    expect(page.get_by_text("The generated text changed after you edited it.")).to_be_visible()
    page.get_by_role("button", name="Take new").click()
    expect(page.get_by_label("Note", exact=True)).not_to_have_value("Hi Dana, thank you.")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Note", exact=True)).to_have_value("Hi Dana, thank you.")


def test_mine_stands_beside_the_generated_text_and_gives_way_to_it_only_for_the_time_being(
    visit: Callable[[str], Page], stored: tuple[Server, str], look: Callable[[Page, str], list[str]]
) -> None:
    """Whatever was typed is in the history when the generated text is back; Undo works from another page, too."""
    page = visit("onsite.personal.sam")
    body = page.get_by_label("Text", exact=True)
    generated = body.input_value()
    expect(page.get_by_role("button", name="Generated text")).to_have_count(0)
    body.fill(generated.replace("Hi Sam,", "Dear Sam,"))
    page.get_by_role("button", name="Generated text").click()
    both = page.get_by_role("region", name="Your text and the generated one")
    expect(both.locator("ins")).to_have_text(["Dear", "Hi"])
    assert look(page, "beside") == []
    both.get_by_role("button", name="Back to the generated text").click()
    expect(body).to_have_value(generated)
    expect(page.get_by_role("button", name="History")).to_be_focused()
    assert text_of(stored, "onsite.personal.sam")["source"] == "generated"
    page.get_by_role("link", name="Acme, Staff Engineer").click()
    page.get_by_role("link", name="Timeline").wait_for()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    assert text_of(stored, "onsite.personal.sam")["body"].startswith("Dear Sam,")


def test_what_is_typed_after_it_was_sent_elsewhere_is_kept_beside_what_went_out(
    visit: Callable[[str], Page], stored: tuple[Server, str]
) -> None:
    """The page shows what was sent and says so; open again, what was typed stands."""
    server, one = stored
    page = visit("onsite.group")
    body = page.get_by_label("Text", exact=True)
    sent = body.input_value()
    body.fill("The first.")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    tell(server.url, "PUT", f"/interviews/{one}/steps/onsite.group/draft", {"subject": "Thanks", "body": sent})
    tell(server.url, "PUT", f"/interviews/{one}/steps/onsite.group/state", {"state": "done"})
    body.fill("The second.")
    expect(page.get_by_text("This was marked as sent elsewhere in the meantime.")).to_be_visible()
    expect(body).to_have_value(sent)
    page.get_by_role("button", name="It did not happen: open again").click()
    expect(body).to_have_value("The second.")


def test_a_text_whose_step_went_while_the_server_was_away_brings_it_back(
    visit: Callable[[str], Page], stored: tuple[Server, str]
) -> None:
    """Typed, not saved, and then there is no reason to write any more: the step is there, no longer needed."""
    server, one = stored
    page = visit("onsite.invite.dana")
    note = page.get_by_label("Note", exact=True)
    note.wait_for()
    page.route(re.compile("/draft$"), lambda route: route.abort())
    note.fill("Hi Dana, good to meet you.")
    expect(page.get_by_text(re.compile("^Not saved: "))).to_be_visible()
    page.unroute(re.compile("/draft$"))
    connected = {"connected": True}
    tell(server.url, "PATCH", f"/interviews/{one}/participants/dana", connected)
    page.reload()
    expect(note).to_have_value("Hi Dana, good to meet you.")
    expect(page.get_by_text("No longer needed")).to_be_visible()


def test_a_day_inside_the_floor_is_answered_with_the_first_possible_one(
    visit: Callable[[str], Page],
) -> None:
    """The refusal offers the day that is allowed."""
    page = visit("follow-up.1")
    page.get_by_role("button", name="Move to another day").click()
    page.get_by_label("Day", exact=True).fill("2026-03-13")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Move to another day").click()
    dialog.get_by_role("button", name=re.compile("^Take ")).click()
    dialog.get_by_role("button", name="Move to another day").click()
    expect(page.get_by_text(re.compile("^Moved to Wednesday 18 March"))).to_be_visible()
