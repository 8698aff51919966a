"""From an invitation to a mail marked as sent, as a person does it with a mouse: the reason why Afterview exists."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import HERE, ask, on_its_clock, on_the_day_after, tell
from people import interview_document
from running import Server

pytestmark = pytest.mark.browser
SAMPLE = Path(__file__).parents[1] / "samples" / "plain.ics"
DROP = """([text, name]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, {type: 'text/calendar'}));
  const drop = new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true});
  document.querySelector('.drop').dispatchEvent(drop);
}"""


def drop(page: Page, file: Path) -> None:
    """Drop a file where the page asks for one."""
    page.get_by_text("Drop the interview invitation here").wait_for()
    page.evaluate(DROP, [file.read_text(encoding="utf-8"), file.name])


def confirm(page: Page) -> None:
    """Say who decides, who is HR, and what the file left out; then store it."""
    rows = page.get_by_role("listitem").filter(has=page.get_by_label("Part"))
    for row in rows.all():
        name = row.get_by_label("Name").input_value()
        part = {"Dana Whitcombe": "Hiring manager", "Priya Nair": "HR"}.get(name, "Interviewer")
        row.get_by_label("Part").select_option(label=part)
    page.get_by_label("Country").select_option("US")
    page.get_by_role("button", name="Confirm and plan").click()
    page.get_by_role("heading", name="Acme").wait_for()


def note(page: Page, who: str, channel: str, text: str) -> None:
    """Write a note on somebody."""
    page.get_by_label(f"Note on {who}", exact=True).fill(text)
    group = page.get_by_role("radiogroup", name=f"What the note on {who} is about")
    group.get_by_text(channel, exact=True).click()
    page.get_by_role("button", name=f"Add note on {who}").click()
    expect(page.get_by_text(text)).to_be_visible()


def test_from_an_invitation_to_a_sent_mail(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """The plan follows facts and deeds; the person's own text stays."""
    with on_the_day_after(tmp_path / "data") as server:
        page = on_its_clock(open_page(server.url, permissions=["clipboard-read", "clipboard-write"], **HERE))
        page.goto("/")
        drop(page, SAMPLE)
        expect(page.get_by_label("Role")).to_have_value("Staff Engineer")
        expect(page.get_by_text("Guess").first).to_be_visible()
        confirm(page)

        page.get_by_role("link", name="People & notes").click()
        note(page, "Dana Whitcombe", "Concept", "moving billing off the monolith without a freeze")
        note(page, "Sam Okafor", "Person", "restores old sailing boats")
        page.get_by_role("link", name="Timeline").click()
        expect(page.get_by_role("link", name=re.compile("^Thank Sam", re.IGNORECASE)).first).to_be_visible()

        page.get_by_role("link", name=re.compile("^Open draft.*Dana, copy Priya")).click()
        page.get_by_label("Text", exact=True).fill("Dear Dana,\n\nthe monolith kept me thinking all evening.\n\nAlex")
        expect(page.get_by_text("Saved", exact=True)).to_be_visible()

        page.get_by_role("link", name=re.compile("^Acme")).first.click()
        page.get_by_role("link", name="People & notes").click()
        page.get_by_role("button", name="Add a person").click()
        page.get_by_label("Name").fill("Lee Brandt")
        page.get_by_label("Address").fill("lee@acme.example")
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_role("heading", name="Lee Brandt")).to_be_visible()
        page.get_by_role("link", name="Timeline").click()
        expect(page.get_by_text(re.compile("Sam Okafor and Lee Brandt")).first).to_be_visible()
        page.get_by_role("link", name=re.compile("^Open draft.*Dana, copy Priya")).click()
        expect(page.get_by_label("Text", exact=True)).to_have_value(re.compile("the monolith kept me thinking"))

        page.get_by_role("button", name="Copy text").click()
        assert "kept me thinking" in page.evaluate("navigator.clipboard.readText()")
        plan = f"/interviews/{page.url.split('/')[4]}/plan"
        assert reminder(ask(server.url, plan)) == "2026-03-19"  # five business days after today, as nothing was sent
        page.get_by_role("button", name="Mark as sent").click()
        page.get_by_label("When it happened").fill("2026-03-11T17:05")
        page.get_by_role("dialog").get_by_role("button", name="Mark as sent").click()
        expect(page.get_by_text("Marked as sent.")).to_be_visible()
        assert reminder(ask(server.url, plan)) == "2026-03-18"  # five after the day on which it really was sent

        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_text("Taken back.")).to_be_visible()
        expect(page.get_by_role("button", name="Mark as sent")).to_be_visible()


def test_pages_with_news_have_their_place(open_page: Callable[..., Page], thursday: Server) -> None:
    """The task says where to put them; one more, one less, and back."""
    one = tell(thursday.url, "POST", "/interviews", interview_document())["id"]
    page = on_its_clock(open_page(thursday.url, **HERE))
    page.goto(f"/interviews/{one}/rounds#bookmarks")
    page.get_by_label("Web address").fill("acme.example/news")
    page.get_by_role("button", name="Add a bookmark").click()
    expect(page.get_by_role("link", name="https://acme.example/news")).to_be_visible()
    page.get_by_role("button", name="Remove the bookmark").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="https://acme.example/news")).to_be_visible()
    page.get_by_label("Requirements").fill("Billing at scale\n\nGo")
    page.get_by_label("You asked for").fill("180,000 USD")
    page.get_by_role("region", name="What they look for, what it pays").get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved. The plan follows.")).to_be_visible()
    stored = ask(thursday.url, f"/interviews/{one}")
    assert (stored["requirements"], stored["compensation"]["asked"]) == (["Billing at scale", "Go"], "180,000 USD")


def reminder(plan: dict[str, list[dict[str, str]]]) -> str:
    """The day of the next reminder."""
    return next(step["due_on"] for step in plan["steps"] if step["key"] == "follow-up.1")
