"""Other web pages can't drive the local server: every Host with every Origin and Sec-Fetch-Site, on every method."""

from itertools import product

import pytest
from starlette.types import Receive, Scope, Send

from afterview.web import Guard

OURS = ("127.0.0.1:8000", "localhost:8000", "[::1]:8000", "127.0.0.1", "LOCALHOST", "localhost:1", "[::1]")
NOT_OURS = (
    "evil.example",
    "evil.example:8000",
    "127.0.0.1.evil.example",
    "localhost.evil.example:8000",
    "localhost.",
    "evil.localhost",
    "127.0.0.2",
    "127.1",
    "2130706433",
    "0.0.0.0",
    "0.0.0.0:8000",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::1].evil.example",
    "[::1]evil",
    "::1",
    "[::1",
    "localhost:8000:evil",
    "localhost:evil",
    "localhost@evil.example",
    "evil.example@localhost",
    "localhost/evil",
    "localhost#",
    "localhost?",
    "localhost,evil.example",
    "localhost evil.example",
    " ",
    "",
    "127.0.0.1\\evil.example",
    "xn--lcalhost-54a",
    "locаlhost",  # noqa: RUF001 - that is the point: a Cyrillic letter
    "192.168.0.1",
    "10.0.0.1:8000",
)
SAFE = ("GET", "HEAD", "OPTIONS")
UNSAFE = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
FOREIGN_ORIGINS = (
    "null",
    "",
    "http://evil.example",
    "https://evil.example",
    "http://{host}.evil.example",
    "http://evil.example/{host}",
    "ftp://{host}",
    "file://{host}",
    "{host}",
    "http://{host}@evil.example",
    "http://{host}:1",
    "http://{host}/",
)
JSON = (("content-type", "application/json"), ("content-length", "2"))


async def unreachable(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """The app behind the guard: `refusal` alone is asked here."""
    raise AssertionError


def refused(
    method: str, *headers: tuple[str, str], path: str = "/api/v1/plan", hosts: frozenset[str] = frozenset()
) -> int:
    """The status of the refusal; 0 for a request that is let in."""
    raw = [(name.encode(), value.encode("utf-8")) for name, value in headers]
    refusal = Guard(unreachable, hosts).refusal({"type": "http", "method": method, "path": path, "headers": raw})
    return refusal.status if refusal else 0


@pytest.mark.parametrize("host", NOT_OURS)
def test_a_host_that_is_not_ours_is_refused_whatever_the_rest_says(host: str) -> None:
    for method, origin, site in product(SAFE + UNSAFE, ("", f"http://{host}"), ("", "same-origin", "none")):
        extra = [(name, value) for name, value in (("origin", origin), ("sec-fetch-site", site)) if value]
        assert refused(method, ("host", host), *extra, *JSON) == 400


def test_no_host_or_two_hosts_are_refused() -> None:
    assert refused("GET") == 400
    assert refused("GET", ("host", "localhost"), ("host", "localhost")) == 400


@pytest.mark.parametrize("host", OURS)
def test_our_own_page_and_scripts_may_do_everything(host: str) -> None:
    for method, scheme, site in product(SAFE + UNSAFE, ("http", "https"), ("same-origin", "none")):
        assert refused(method, ("host", host), *JSON) == 0
        assert refused(method, ("host", host), ("origin", f"{scheme}://{host}"), ("sec-fetch-site", site), *JSON) == 0


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_a_foreign_origin_may_read_nothing_into_being(origin: str) -> None:
    for host, method, site in product(OURS, UNSAFE, ("", "same-origin", "same-site", "cross-site", "none")):
        extra = (("sec-fetch-site", site),) if site else ()
        assert refused(method, ("host", host), ("origin", origin.format(host=host.lower())), *extra, *JSON) == 403


def test_cross_site_requests_are_refused_with_and_without_an_origin() -> None:
    for host, method in product(OURS, UNSAFE):
        assert refused(method, ("host", host), ("sec-fetch-site", "cross-site"), *JSON) == 403
        ours = ("origin", f"http://{host}")
        assert refused(method, ("host", host), ours, ("sec-fetch-site", "cross-site"), *JSON) == 403


def test_one_foreign_origin_among_several_is_enough() -> None:
    origins = (("origin", "http://localhost"), ("origin", "http://evil.example"))
    assert refused("POST", ("host", "localhost"), *origins, *JSON) == 403


def test_links_from_other_pages_may_be_followed() -> None:
    for method in SAFE:
        assert refused(method, ("host", "localhost:8000"), ("sec-fetch-site", "cross-site")) == 0


def test_named_hosts_are_ours_too_with_any_port_or_with_the_one_named() -> None:
    hosts = frozenset({"plan.example", "other.example:81"})
    for host in ("plan.example", "Plan.Example:8000", "other.example:81"):
        assert refused("POST", ("host", host), ("origin", f"http://{host}"), *JSON, hosts=hosts) == 0
    for host in ("other.example", "other.example:82", "x.plan.example"):
        assert refused("POST", ("host", host), *JSON, hosts=hosts) == 400


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "json"])
def test_a_body_that_is_not_called_json_is_refused(kind: str) -> None:
    for length in (("content-length", "2"), ("transfer-encoding", "chunked")):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert refused(method, ("host", "localhost"), ("content-type", kind), length) == 415
            assert refused(method, ("host", "localhost"), length) == 415


@pytest.mark.parametrize(
    "kind", ["application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json"]
)
def test_json_by_any_of_its_names_is_let_in(kind: str) -> None:
    assert refused("PATCH", ("host", "localhost"), ("content-type", kind), ("content-length", "2")) == 0


def test_no_body_needs_no_name_and_a_file_to_import_has_its_own() -> None:
    assert refused("DELETE", ("host", "localhost")) == 0
    assert refused("POST", ("host", "localhost"), ("content-length", "0")) == 0
    calendar = (("content-type", "text/calendar"), ("content-length", "9"))
    assert refused("POST", ("host", "localhost"), *calendar, path="/api/v1/imports") == 0
    assert refused("POST", ("host", "localhost"), *calendar, path="/api/v1/imports/x") == 415
