"""Deletes over HTTP: listed, undone, and for good."""

import pytest
from fastapi.testclient import TestClient

ANY = {"If-Match": "*"}


def ids(api: TestClient, address: str) -> set[str]:
    return {item["id"] for item in api.get(address).json()["items"]}


@pytest.mark.parametrize("part", ["participants/lee", "rounds/onsite", "events/thanked", "notes/concept", ""])
def test_what_was_deleted_is_listed_and_can_be_had_back(api: TestClient, acme: str, part: str) -> None:
    address = f"{acme}/{part}".rstrip("/")
    listed, name = address.rsplit("/", 1)
    before = api.get(address).json()
    assert api.post(f"{address}/restore").status_code == 404
    assert api.delete(address, headers=ANY).status_code == 204
    assert api.get(address).status_code == 404
    assert ids(api, f"{listed}?deleted=true") == {name}
    assert name not in ids(api, listed)
    back = api.post(f"{address}/restore")
    assert (back.status_code, back.json()["id"]) == (200, name)
    own = {"version", "updated_at"}
    assert {k: v for k, v in api.get(address).json().items() if k not in own} == {
        k: v for k, v in before.items() if k not in own
    }
    assert ids(api, f"{listed}?deleted=true") == set()


def test_an_erased_person_is_in_no_list_and_in_no_interview(api: TestClient, acme: str) -> None:
    sam = api.get("contacts?q=okafor").json()["items"][0]["id"]
    assert api.delete(f"contacts/{sam}", headers=ANY).json()["type"] == "/problems/contact-in-use"
    assert api.delete(f"contacts/{sam}?erase=true").status_code == 428
    assert api.delete(f"contacts/{sam}?erase=true", headers=ANY).status_code == 204
    assert sam not in ids(api, "contacts") | ids(api, "contacts?deleted=true")
    assert api.post(f"contacts/{sam}/restore").status_code == 404
    left = api.get(acme).json()["participants"][2]
    assert (left["id"], left["name"], left["email"], left["notes"]) == ("sam", "(erased)", "", [])
    plan = api.get(f"{acme}/plan?include=drafts").json()
    assert "Okafor" not in str(plan)
    assert {step["state"] for step in plan["steps"] if step["key"] == "onsite.group"} == {"blocked"}


def test_an_erased_interview_is_gone_and_its_stored_answer_with_it(api: TestClient, acme: str) -> None:
    made = api.post("interviews", json=api.get(acme).json(), headers={"Idempotency-Key": "once"})
    address = made.headers["Location"].removeprefix("/api/v1/")
    assert api.delete(f"{address}?erase=true", headers={"If-Match": made.headers["ETag"]}).status_code == 204
    assert api.post(f"{address}/restore").status_code == 404
    again = api.post("interviews", json=api.get(acme).json(), headers={"Idempotency-Key": "once"})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/answer-erased")
    assert "sam" in {person["id"] for person in api.get(acme).json()["participants"]}
