"""The page is packed once and kept in memory; its own routes all answer the app, and nothing beside it is read."""

import asyncio
import gzip
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from afterview.page import Page

APP = b"<!doctype html><div id=app></div>"
SCRIPT = b"console.log('a script that is long enough to be worth packing');" * 9


async def api(scope: Scope, _receive: Receive, send: Send) -> None:
    """Stands for the API: answers 299."""
    await send({"type": "http.response.start", "status": 299, "headers": [(b"path", scope["path"].encode())]})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def page(tmp_path: Path) -> Page:
    (tmp_path / "dist" / "assets").mkdir(parents=True)
    (tmp_path / "dist" / "index.html").write_bytes(APP)
    (tmp_path / "dist" / "assets" / "app-1a2b3c.js").write_bytes(SCRIPT)
    (tmp_path / "secret.txt").write_text("not for the page")
    return Page(api, tmp_path / "dist")


def get(page: Page, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise AssertionError

    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    asyncio.run(page({"type": "http", "method": method, "path": path, "headers": raw}, receive, send))
    fields = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], fields, sent[1]["body"]


@pytest.mark.parametrize(
    "path", ["/", "/interviews", "/interviews/a1/steps/follow-up.1", "/interviews/a1/steps/x.roster.ask"]
)
def test_the_apps_own_routes_answer_the_app(page: Page, path: str) -> None:
    assert get(page, path)[::2] == (200, APP)
    assert get(page, path)[1]["cache-control"] == "no-cache"


def test_a_step_may_be_called_like_a_file_where_a_page_is_wanted(page: Page) -> None:
    assert get(page, "/interviews/a1/steps/onsite.personal.js", accept="text/html,*/*")[2] == APP


@pytest.mark.parametrize("path", ["/assets/nope.js", "/assets/../secret.txt", "/nope.js", "/robots.txt", "/assets/"])
def test_a_file_that_is_not_there_is_not_found(page: Page, path: str) -> None:
    status, headers, _ = get(page, path)
    assert status == 404
    assert headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "//secret.txt", "/..\\secret.txt"])
def test_nothing_outside_the_folder_is_served(page: Page, path: str) -> None:
    assert b"not for the page" not in get(page, path)[2]


def test_files_with_a_hash_in_their_name_are_kept_for_ever(page: Page) -> None:
    _, headers, body = get(page, "/assets/app-1a2b3c.js")
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["content-type"] == "text/javascript; charset=utf-8"
    assert body == SCRIPT


def test_who_takes_gzip_gets_it_under_an_etag_of_its_own(page: Page) -> None:
    plain, packed = get(page, "/assets/app-1a2b3c.js"), get(page, "/assets/app-1a2b3c.js", accept_encoding="gzip, br")
    assert packed[1]["content-encoding"] == "gzip"
    assert gzip.decompress(packed[2]) == SCRIPT
    assert int(packed[1]["content-length"]) == len(packed[2]) < len(SCRIPT)
    assert plain[1]["etag"] != packed[1]["etag"]
    assert plain[1]["vary"] == packed[1]["vary"] == "Accept-Encoding"


def test_who_has_a_file_already_gets_304(page: Page) -> None:
    for accepted in ("", "gzip"):
        etag = get(page, "/", accept_encoding=accepted)[1]["etag"]
        status, headers, body = get(page, "/", accept_encoding=accepted, if_none_match=f'"other", {etag}')
        assert (status, body, headers["etag"]) == (304, b"", etag)
    assert get(page, "/", if_none_match='"other"')[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_the_page_is_only_read(page: Page, method: str) -> None:
    status, headers, _ = get(page, "/", method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1/plan", "/api/nope.js"])
def test_everything_under_api_goes_to_the_api(page: Page, path: str) -> None:
    assert get(page, path, accept="text/html")[:2] == (299, {"path": path})


def test_a_page_that_was_never_built_says_how(tmp_path: Path) -> None:
    status, _, body = get(Page(api, tmp_path / "nothing"), "/")
    assert status == 503
    assert b"python3 dev.py run" in body
