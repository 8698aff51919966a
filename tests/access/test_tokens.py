"""Tokens: good for what they say, from everywhere, and good for nothing once revoked."""

import re
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import text

from afterview.api.access import PENALTY
from reaching import Open

SAMPLES = Path(__file__).parents[1] / "samples"
WRONG = ("x", "afterview_000000000000_" + "x" * 43, "afterview__", "afterview_" + "0" * 12 + "_", "\x7f", "a b")


def test_who_sends_no_token_is_told_how_to(both: Open) -> None:
    answer = both.ask("nobody", "GET", "interviews")
    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/token-needed")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="Afterview"'
    assert "afterview token create" in answer.json()["detail"]


@pytest.mark.parametrize("sent", WRONG)
def test_a_wrong_token_opens_nothing_here_and_on_this_machine(both: Open, sent: str) -> None:
    for client in (both.client, both.at_home):
        answer = client.get("profile", headers={"Authorization": f"Bearer {sent}"})
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/token-unknown")
        assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_one_wrong_letter_is_wrong(both: Open) -> None:
    good = both.tokens["alice"]
    for place in (0, 10, 15, 22, 23, 40, len(good) - 1):
        bad = good[:place] + ("0" if good[place] != "0" else "1") + good[place + 1 :]
        assert both.client.get("profile", headers={"Authorization": f"Bearer {bad}"}).status_code == 401


def test_a_token_shows_its_owner_and_never_its_secret(both: Open) -> None:
    assert both.ask("reader", "GET", "session").json() == {"owner": "alice", "scope": "read"}
    items = both.ask("alice", "GET", "tokens").json()["items"]
    assert {item["id"] for item in items} == {both.id_of(who) for who in ("alice", "reader", "revoked")}
    with both.database.engine.connect() as connection:
        rows = str(connection.execute(text("SELECT * FROM token")).all())
    for token in both.tokens.values():
        assert re.fullmatch(r"afterview_[0-9a-f]{12}_[A-Za-z0-9_-]{43}", token)
        assert token.split("_", 2)[2] not in rows + str(items)


def test_a_revoked_token_is_refused_at_the_next_request(both: Open) -> None:
    assert both.ask("reader", "GET", "profile").status_code == 200
    assert both.ask("alice", "DELETE", f"tokens/{both.id_of('reader')}").status_code == 204
    assert both.ask("reader", "GET", "profile").status_code == 401
    assert both.ask("alice", "DELETE", f"tokens/{both.id_of('reader')}").status_code == 404
    assert both.ask("alice", "DELETE", f"tokens/{both.id_of('bob')}").status_code == 404
    assert both.ask("bob", "GET", "profile").status_code == 200


def test_a_token_that_only_reads_is_told_so(both: Open) -> None:
    answer = both.ask("reader", "PATCH", "policy", json={"spacing": 6})
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/read-only-token")
    assert 'error="insufficient_scope"' in answer.headers["WWW-Authenticate"]


def test_a_token_that_only_reads_keeps_no_answer_either(both: Open) -> None:
    before = both.kept("alice")
    calendar = (SAMPLES / "plain.ics").read_bytes()
    answer = both.ask("reader", "POST", "imports", content=calendar, headers={"Idempotency-Key": "1"})
    assert (answer.status_code, both.kept("alice")) == (200, before)


def test_use_is_noted_once_an_hour(both: Open) -> None:
    used = {item["id"]: item["used_at"] for item in both.ask("alice", "GET", "tokens").json()["items"]}
    assert used[both.id_of("reader")] == "2026-03-12T15:00:00Z"
    assert used[both.id_of("revoked")] is None
    before = both.kept("alice")
    for _ in range(3):
        both.ask("reader", "GET", "profile").raise_for_status()
    assert both.kept("alice") == before


def test_on_this_machine_none_is_needed_and_a_good_one_is_honoured(both: Open) -> None:
    assert both.at_home.get("session").json() == {"owner": "local", "scope": "write"}
    assert both.at_home.get("interviews").json()["items"] == []
    assert both.at_home.get("session", headers=both.way_in("reader")).json() == {"owner": "alice", "scope": "read"}
    stale = {"Cookie": "afterview_token=of-another-server-on-this-machine"}
    assert both.at_home.get("session", headers=stale).json()["owner"] == "local"
    assert both.at_home.get("session", headers={"Authorization": "Basic eDp5"}).json()["owner"] == "local"


def test_guessing_is_slow(both: Open) -> None:
    both.client.app.state.penalty = PENALTY  # type: ignore[attr-defined] # as above
    start = perf_counter()
    assert both.client.get("profile", headers={"Authorization": "Bearer guess"}).status_code == 401
    assert perf_counter() - start >= PENALTY
    start = perf_counter()
    assert both.ask("alice", "GET", "session").status_code == 200
    assert perf_counter() - start < PENALTY


def test_the_page_keeps_the_token_in_a_cookie_that_no_script_reads(both: Open) -> None:
    kept = both.client.post("session", json={"token": both.tokens["alice"]})
    assert kept.json() == {"owner": "alice", "scope": "write"}
    cookie = kept.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age="))
    assert "Secure" not in cookie
    assert both.client.get("profile").json()["signature"] == "canary-alice"
    assert both.client.patch("policy", json={"spacing": 6}, headers={"If-Match": "*"}).status_code == 200
    assert both.client.delete("session").status_code == 204
    assert both.client.get("profile").status_code == 401


def test_the_cookie_is_for_https_alone_where_the_page_came_by_it(both: Open) -> None:
    headers = {"Origin": "https://plan.example"}
    kept = both.client.post("session", json={"token": both.tokens["alice"]}, headers=headers)
    assert "Secure" in kept.headers["set-cookie"]
    assert both.client.post("session", json={"token": "x"}).status_code == 401


@pytest.mark.parametrize("headers", [{"Host": "plan.example"}, {"Origin": "https://app.example"}])
def test_at_home_a_token_is_needed_by_what_may_come_from_elsewhere(both: Open, headers: dict[str, str]) -> None:
    """A proxy on this machine calls from here, whoever asked it; so does another web app in a browser."""
    assert both.at_home.get("session", headers=headers).status_code == 401
    assert both.at_home.post("demo", headers=headers).status_code == 401
    assert both.at_home.get("session", headers=headers | both.way_in("bob")).json()["owner"] == "bob"


def test_other_web_apps_get_in_only_where_they_were_named_and_never_by_a_cookie(both: Open) -> None:
    named, other = {"Origin": "https://app.example"}, {"Origin": "https://evil.example"}
    ask = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "authorization,if-match"}
    allowed = both.client.options("policy", headers=named | ask)
    assert (allowed.status_code, allowed.headers["Access-Control-Allow-Origin"]) == (204, "https://app.example")
    assert "PATCH" in allowed.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Credentials" not in allowed.headers
    change = both.ask("alice", "PATCH", "policy", json={"spacing": 7}, headers=named | {"Sec-Fetch-Site": "cross-site"})
    assert (change.status_code, change.headers["Access-Control-Allow-Origin"]) == (200, "https://app.example")
    assert "ETag" in change.headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Origin" not in both.client.options("policy", headers=other | ask).headers
    refused = both.ask("alice", "PATCH", "policy", json={"spacing": 7}, headers=other)
    assert (refused.status_code, "Access-Control-Allow-Origin" in refused.headers) == (403, False)
