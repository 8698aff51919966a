"""Where the server is another machine, under another name: it asks once for a token, and no script ever sees it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from afterview.clock import utc_now
from afterview.services.tokens import make_token
from afterview.store.owners import LOCAL
from afterview.store.session import Database
from afterview.store.tokens import Scope
from browsing import ELSEWHERE, HERE, on_its_clock, tell
from people import interview_document
from running import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def token(thursday: Server) -> str:
    """A token of the owner of that server."""
    with closing(Database(f"sqlite:///{thursday.data / 'afterview.db'}", utc_now)) as database:
        return make_token(database, LOCAL, Scope.WRITE)


@pytest.fixture
def away(browser: Browser, thursday: Server) -> Iterator[BrowserContext]:
    """A browser for which the server is another machine."""
    url = thursday.url.replace("127.0.0.1", ELSEWHERE)
    one = browser.new_context(base_url=url, reduced_motion="reduce", **HERE)  # type: ignore[arg-type] # one option, a text
    yield one
    one.close()


def kept(context: BrowserContext) -> list[dict[str, Any]]:
    """The cookies, without their value and end."""
    shown = ("name", "httpOnly", "sameSite", "path")
    return [{name: cookie.get(name) for name in shown} for cookie in context.cookies()]


def test_another_machine_asks_once_for_a_token_that_no_script_sees(
    away: BrowserContext, thursday: Server, token: str, look: Callable[[Page, str], list[str]]
) -> None:
    """A wrong one is refused with a sentence; the right one opens every page, in the next tab as well."""
    one = tell(thursday.url, "POST", "/interviews", interview_document())["id"]
    page = on_its_clock(away.new_page())
    page.goto("/settings")
    expect(page.get_by_role("heading", name="Sign in to Afterview")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
    found = look(page, "sign-in")
    page.get_by_label("Token").fill(token[:-1] + ("a" if token[-1] != "a" else "b"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("token")
    assert kept(away) == []
    page.get_by_label("Token").fill(f" {token} ")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    assert kept(away) == [{"name": "afterview_token", "httpOnly": True, "sameSite": "Strict", "path": "/"}]
    assert page.evaluate("document.cookie + JSON.stringify({...localStorage, ...sessionStorage})").find(token) == -1

    other = on_its_clock(away.new_page())
    other.goto(f"/interviews/{one}/steps/onsite.group")
    other.get_by_label("Text", exact=True).fill("Written on another machine.")
    expect(other.get_by_text("Saved", exact=True)).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in to Afterview")).to_be_visible()
    assert kept(away) == []
    assert found == []
