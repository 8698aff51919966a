"""An invitation that comes again, changed or called off: what it says of a known interview, and the way back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from browsing import HERE, ask, on_its_clock
from running import Server

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).parents[1] / "samples"
ROBIN = "ATTENDEE;CN=Robin Hale:mailto:robin@hooli.example"
DROP = """([text, name]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, {type: 'text/calendar'}));
  document.querySelector('main').dispatchEvent(
    new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true}));
}"""


def of_hooli(name: str) -> str:
    """A sample, sent by a company of which this test alone has interviews."""
    return (SAMPLES / name).read_text(encoding="utf-8").replace("Acme", "Hooli").replace("acme", "hooli")


def later() -> str:
    """The invitation, three hours later and with Robin."""
    moved = of_hooli("plain.ics").replace("T100000", "T130000").replace("T150000", "T180000")
    return moved.replace("SUMMARY", f"SEQUENCE:2\n{ROBIN}\nSUMMARY")


def stored(server: Server, one: str) -> tuple[str, list[str], list[str]]:
    """When the round begins, who takes part, and what happened."""
    document = ask(server.url, f"/interviews/{one}")
    people = sorted(person["name"] for person in document["participants"])
    return document["rounds"][0]["starts_at"], people, [event["kind"] for event in document["events"]]


@pytest.fixture
def hooli(thursday: Server) -> str:
    """An interview that came as an invitation."""
    request = Request(f"{thursday.url.rstrip('/')}/api/v1/imports?apply=true", of_hooli("plain.ics").encode())
    request.add_header("Content-Type", "application/octet-stream")
    with urlopen(request):
        interviews: list[dict[str, Any]] = ask(thursday.url, "/interviews?limit=200")["items"]
    return str(next(one["id"] for one in interviews if one["company"]["name"] == "Hooli"))


def test_an_invitation_that_changed_is_shown_applied_and_taken_back(
    open_page: Callable[..., Page], look: Callable[[Page, str], list[str]], thursday: Server, hooli: str
) -> None:
    """Dropped on whatever page is open, old and new stand side by side, and nothing happens until somebody says so."""
    before = stored(thursday, hooli)
    page = on_its_clock(open_page(thursday.url, **HERE))
    page.goto(f"/interviews/{hooli}/people")
    page.get_by_role("heading", name="Hooli").wait_for()
    page.evaluate(DROP, [later(), "update.ics"])
    card = page.get_by_role("region", name="You have this one already")
    expect(card).to_contain_text("Wednesday 11 March 2026, 10:00")
    expect(card).to_contain_text("Wednesday 11 March 2026, 13:00")
    expect(card).to_contain_text("Robin Hale")
    assert stored(thursday, hooli) == before
    assert look(page, "update") == []

    card.get_by_role("button", name="Apply").click()
    page.get_by_role("heading", name="Hooli").wait_for()
    starts_at, people, _ = stored(thursday, hooli)
    assert starts_at == "2026-03-11T17:00:00Z"
    assert "Robin Hale" in people
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    assert stored(thursday, hooli) == before

    page.goto("/interviews/new")
    page.get_by_text("Drop the interview invitation here").wait_for()
    page.evaluate(DROP, [of_hooli("cancelled.ics"), "cancelled.ics"])
    page.get_by_role("button", name="Note that it is cancelled").click()
    page.get_by_role("heading", name="Hooli").wait_for()
    assert stored(thursday, hooli)[2] == ["round_cancelled"]


def test_what_something_would_do_to_the_plan_is_said_before_it_is_entered(
    open_page: Callable[..., Page], look: Callable[[Page, str], list[str]], thursday: Server, hooli: str
) -> None:
    """A rejection shows what comes and what goes; leaving it changes nothing."""
    page = on_its_clock(open_page(thursday.url, **HERE))
    page.goto(f"/interviews/{hooli}/events")
    before = stored(thursday, hooli)
    page.get_by_label("Something happened?").select_option(label="A rejection")
    expect(page.get_by_text("This would add")).to_be_visible()
    expect(page.get_by_text("Write to Priya again, a month later")).to_be_visible()
    assert look(page, "rejection") == []
    page.get_by_role("button", name="Cancel", exact=True).click()
    expect(page.get_by_text("This would add")).to_have_count(0)
    assert stored(thursday, hooli) == before
