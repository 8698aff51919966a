"""Who is in the address book twice, made one; and everything that is kept, to take along."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

import people
from afterview.api.schemas.contacts import SameNamePage
from afterview.api.schemas.exports import ExportOut

ANY = {"If-Match": "*"}


def contact(api: TestClient, **fields: Any) -> str:
    return str(api.post("contacts", json=fields).raise_for_status().json()["id"])


def interview_with(api: TestClient, **fields: Any) -> str:
    document = {"company": {"name": "Globex"}, "role": "Engineer", "participants": [{"id": "kim", **fields}]}
    return f"interviews/{api.post('interviews', json=document).raise_for_status().json()['id']}"


def test_people_of_one_name_are_listed_together_page_by_page(api: TestClient) -> None:
    for name, email in (("Robin Vale", "a@x.example"), ("Kim Lee", "b@x.example"), ("robin vale", "c@x.example")):
        contact(api, name=name, email=email)
    for _ in range(2):
        contact(api, name="Ada Ito")
    first = api.get("contacts/duplicates?limit=1")
    SameNamePage.model_validate_json(first.content)
    second = api.get("contacts/duplicates", params={"limit": 1, "cursor": first.json()["next"]})
    (ada,), (robin,) = first.json()["items"], second.json()["items"]
    assert (ada["name"], len(ada["contacts"]), second.json()["next"]) == ("Ada Ito", 2, None)
    assert {one["email"] for one in robin["contacts"]} == {"a@x.example", "c@x.example"}
    assert api.get("contacts/duplicates?limit=1", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_two_who_are_one_are_merged_with_their_interviews_and_what_only_one_knew(api: TestClient) -> None:
    address = interview_with(api, name="Kim Lee", part="hr", email="kim@globex.example")
    kept = contact(api, name="Kim Lee", phone="+1 555 0111")
    other = api.get(address).json()["participants"][0]["links"]["contact"].rsplit("/", 1)[1]
    before = api.get(address).headers["ETag"]
    merged = api.post(f"contacts/{kept}/merge", json={"contact": other})
    assert (merged.status_code, merged.headers["ETag"]) == (200, api.get(f"contacts/{kept}").headers["ETag"])
    assert (merged.json()["phone"], merged.json()["email"]) == ("+1 555 0111", "kim@globex.example")
    after = api.get(address)
    person = after.json()["participants"][0]
    assert (person["links"]["contact"], person["phone"]) == (f"/api/v1/contacts/{kept}", "+1 555 0111")
    assert after.headers["ETag"] != before
    assert api.get(f"contacts/{other}").status_code == 404
    assert api.get("contacts/duplicates").json()["items"] == []


def test_the_list_of_duplicates_is_only_read(api: TestClient) -> None:
    answer = api.request("OPTIONS", "contacts/duplicates")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")


def test_two_in_one_interview_are_two_people(api: TestClient, acme: str) -> None:
    sam, lee = (api.get(f"{acme}/participants/{name}").json()["links"]["contact"][8:] for name in ("sam", "lee"))
    before = api.get("contacts").json()
    answer = api.post(f"{sam}/merge", json={"contact": lee.removeprefix("contacts/")})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/both-in-one-interview")
    assert api.get("contacts").json() == before


@pytest.mark.parametrize("other", ["", "nobody", "a b", None, "itself"])
def test_only_another_who_is_there_can_be_merged(api: TestClient, other: str | None) -> None:
    kept = contact(api, name="Kim Lee")
    answer = api.post(f"contacts/{kept}/merge", json={"contact": kept if other == "itself" else other})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/contact")
    assert api.post("contacts/nobody/merge", json={"contact": kept}).status_code == 404


def test_a_reason_that_was_erased_is_empty_in_what_is_taken_along(api: TestClient, acme: str) -> None:
    step = f"{acme}/steps/onsite.personal.sam"
    api.put(f"{step}/state", json={"state": "skipped", "reason": "Sam asked for none"}).raise_for_status()
    sam = api.get(f"{acme}/participants/sam").json()["links"]["contact"].rsplit("/", 1)[1]
    api.delete(f"contacts/{sam}?erase=true", headers=ANY).raise_for_status()
    answer = api.get("exports/afterview.json")
    ExportOut.model_validate_json(answer.content)
    assert "Sam asked" not in answer.text
    assert "Okafor" not in answer.text


def test_everything_can_be_taken_along_and_an_interview_of_it_kept_again(api: TestClient, acme: str) -> None:
    api.put(f"{acme}/steps/onsite.group/state", json={"state": "ready"}).raise_for_status()
    gone = interview_with(api, name="Kim Lee")
    api.delete(gone, headers=ANY).raise_for_status()
    answer = api.get("exports/afterview.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="afterview.json"'
    everything = ExportOut.model_validate_json(answer.content).model_dump()
    whole = answer.json()
    assert [one["role"] for one in whole["interviews"]] == ["Staff Engineer"]
    assert whole["interviews"][0] == api.get(acme).json()
    assert (whole["profile"]["email"], len(everything["contacts"])) == (people.ALEX["email"], 5)
    assert whole["decisions"][acme.removeprefix("interviews/")]["onsite.group"]["ready"] is True
    assert api.post("interviews", json=whole["interviews"][0]).status_code == 201
