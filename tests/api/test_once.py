"""Idempotency-Key: one effect and one answer for one key, however often and however many at a time it is sent."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import text

import people
from keeping import NOW

SAM = {"name": "Sam Okafor", "email": "sam@acme.example"}
CLIENTS = 5


def post(api: TestClient, key: str, address: str = "contacts", body: object = SAM) -> Response:
    return api.post(address, json=body, headers={"Idempotency-Key": key})


def test_the_same_request_has_the_same_answer_and_one_effect(api: TestClient) -> None:
    first, second = post(api, "a"), post(api, "a")
    assert first.status_code == 201
    assert (second.status_code, second.content) == (201, first.content)
    assert {name: second.headers[name] for name in ("ETag", "Location", "Content-Type")} == {
        name: first.headers[name] for name in ("ETag", "Location", "Content-Type")
    }
    assert len(api.get("contacts").json()["items"]) == 1


def test_a_replay_writes_nothing(api: TestClient) -> None:
    post(api, "a")
    before = api.get("contacts").headers["ETag"]
    post(api, "a")
    assert api.get("contacts").headers["ETag"] == before


def test_another_body_or_address_under_the_same_key_is_refused(api: TestClient, acme: str) -> None:
    note = {"participant": "sam", "text": "sails"}
    assert post(api, "a", f"{acme}/notes", note).status_code == 201
    other = post(api, "a", f"{acme}/notes", {**note, "text": "rows"})
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")
    made = api.post("interviews", json=people.interview_document()).json()["id"]
    assert post(api, "a", f"interviews/{made}/notes", note).status_code == 422


def test_a_key_counts_for_one_route(api: TestClient) -> None:
    assert post(api, "a").status_code == 201
    assert post(api, "a", "pitches", {"claim": "I make slow systems fast"}).status_code == 201


def test_a_refused_request_has_no_effect_and_keeps_no_answer(api: TestClient) -> None:
    api.post("contacts", json=SAM)
    refused = post(api, "a")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/contact-known")
    assert post(api, "a", body={"name": ""}).status_code == 422
    assert post(api, "a", body={"name": "Lee"}).status_code == 201


def test_a_key_lives_seven_days(api: TestClient) -> None:
    post(api, "a", body={"name": "Lee"})
    old = (NOW - timedelta(days=7, seconds=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    with api.app.state.database.engine.begin() as connection:  # type: ignore[attr-defined] # an app has a state
        connection.execute(text("UPDATE answer SET created_at = :old"), {"old": old})
    assert post(api, "a", body={"name": "Priya"}).status_code == 201
    assert len(api.get("contacts").json()["items"]) == 2


@pytest.mark.parametrize("key", ["", "a b", "x" * 256, "\x7f"])
def test_a_key_that_is_none_is_refused(api: TestClient, key: str) -> None:
    assert post(api, key).status_code == 422


def test_many_at_once_make_one(api: TestClient, count: Callable[[str], int]) -> None:
    """Each key by five at a time: one row for each, and everybody who is answered hears the same."""
    keys = count("keys")

    def send(number: int) -> tuple[int, str]:
        answer = post(api, f"key-{number % keys}", body={"name": f"Person {number % keys}"})
        return answer.status_code, answer.json().get("id", answer.json().get("type"))

    with ThreadPoolExecutor(CLIENTS) as pool:
        heard = Counter(pool.map(send, [number for number in range(keys) for _ in range(CLIENTS)]))
    with api.app.state.database.engine.connect() as connection:  # type: ignore[attr-defined] # an app has a state
        assert connection.execute(text("SELECT count(*) FROM contact")).scalar() == keys
    assert len([1 for status, _ in heard if status == 201]) == keys
    assert {status for status, _ in heard} <= {201, 409}
