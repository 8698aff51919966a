"""/docs: the contract as a page, from the server itself, under the strict Content-Security-Policy."""

import json
import re
from html.parser import HTMLParser

from running import HTTP, Server

VOID = {"meta", "link"}


class Outline(HTMLParser):
    """What a page loads, runs and links to, and whether each element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.risky: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.loads += [said[name] for name in ("src",) if name in said] + ([said["href"]] if tag == "link" else [])
        self.ids += [said["id"]] if "id" in said else []
        self.links += [said["href"]] if tag == "a" else []
        self.risky += [tag] if tag in {"script", "style", "iframe"} else []
        self.risky += [name for name in said if name == "style" or name.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_holds_every_operation_and_document_and_nothing_that_the_policy_forbids(server: Server) -> None:
    answer = HTTP.get(f"{server.url}/docs")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
    page = Outline()
    page.feed(answer.text)
    assert (page.open, page.risky, page.loads) == ([], [], ["/docs.css"])
    contract = json.loads(HTTP.get(f"{server.url}/api/v1/openapi.json").text)
    names = {one["operationId"] for path in contract["paths"].values() for one in path.values()}
    assert names | set(contract["components"]["schemas"]) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert "`" not in re.sub(r"<(pre|td|p)>.*?</\1>", "", answer.text, flags=re.DOTALL)


def test_its_style_comes_from_here_and_both_are_asked_for_once(server: Server) -> None:
    assert HTTP.get(f"{server.url}/docs.css").headers["content-type"] == "text/css; charset=utf-8"
    etag = HTTP.get(f"{server.url}/docs").headers["etag"]
    assert HTTP.get(f"{server.url}/docs", headers={"If-None-Match": etag}).status_code == 304
