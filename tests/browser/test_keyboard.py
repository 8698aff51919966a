"""The main job without a mouse: everything is reached by Tab, said by its name, and done by Enter or Space."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import HERE, on_its_clock, on_the_day_after
from running import Server

pytestmark = pytest.mark.browser
SAMPLE = Path(__file__).parents[1] / "samples" / "plain.ics"
FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.labels?.[0]?.innerText ?? '';
  return [one.getAttribute('aria-label') ?? '', label, one.innerText ?? ''].join(' ').replace(/\\s+/g, ' ').trim();
}"""
MOST = 120


def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until what has the focus is called so."""
    for _ in range(MOST):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if re.search(name, page.evaluate(FOCUSED)):
            return
    pytest.fail(f"no Tab reaches {name}")


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def test_the_main_job_by_keyboard_alone(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """An invitation is read, a part chosen, a note taken, a draft edited and marked as sent."""
    with on_the_day_after(tmp_path / "data") as server:
        page = on_its_clock(open_page(server.url, **HERE))
        page.on("filechooser", lambda _: None)  # from now on: asked for at the key alone, it may come too late
        page.goto("/")
        page.get_by_text("Drop the interview invitation here").wait_for()
        tab_to(page, "Choose a file")
        with page.expect_file_chooser() as chooser:
            press(page, "Enter")
        chooser.value.set_files(SAMPLE)

        page.get_by_role("heading", name="New interview").wait_for()
        tab_to(page, "^Country")
        page.keyboard.type("United States")
        tab_to(page, "^Part")
        page.keyboard.type("Hiring")
        tab_to(page, "^Confirm and plan")
        press(page, "Enter")
        page.get_by_role("heading", name="Acme").wait_for()

        tab_to(page, "People & notes")
        press(page, "Enter")
        tab_to(page, "^Note on ")
        page.keyboard.type("restores old sailing boats")
        press(page, "Enter")
        expect(page.get_by_text("restores old sailing boats")).to_be_visible()

        press(page, "Escape")
        page.evaluate("document.activeElement.blur()")
        press(page, "g", "t")
        page.get_by_role("heading", name="Today", level=1).wait_for()
        page.get_by_role("list").first.wait_for()
        press(page, "j")
        expect(page.locator("a[data-row]:focus")).to_have_count(1)
        tab_to(page, "^Open draft")
        press(page, "Enter")
        page.get_by_label("Text", exact=True).wait_for()
        tab_to(page, "^Text")
        press(page, "Control+Home")
        page.keyboard.type("By hand. ")
        expect(page.get_by_text("Saved", exact=True)).to_be_visible()
        press(page, "Control+Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        tab_to(page, "^Mark as sent$")
        press(page, "Enter")
        expect(page.get_by_text("Marked as sent.")).to_be_visible()


def test_the_help_names_the_keys(open_page: Callable[..., Page], thursday: Server) -> None:
    """`?` shows the shortcuts, Esc closes them, and the focus is back where it was."""
    page = open_page(thursday.url)
    page.goto("/settings")
    page.get_by_role("heading", name="Settings").wait_for()
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    press(page, "g", "i")
    expect(page.get_by_role("heading", name="Interviews")).to_be_focused()
    assert page.title() == "Interviews · Afterview"
