"""Interviews, people, rounds, notes, events, contacts and the candidate over HTTP: versions, patches, problems."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import people
from answers import pointers

ANY = {"If-Match": "*"}
SAMPLES = Path(__file__).parents[1] / "samples"


def test_a_new_interview_has_an_address_and_a_version(api: TestClient, golden: Callable[[str, Any], None]) -> None:
    made = api.post("interviews", json=people.interview_document())
    assert made.status_code == 201
    assert made.headers["ETag"] == '"1"'
    again = api.get(made.headers["Location"].removeprefix("/api/v1/"))
    assert again.json() == made.json()
    fixed = {"id": "acme", "links": {"plan": "/api/v1/interviews/acme/plan"}}
    persons = [person | {"links": {"contact": "/api/v1/contacts/x"}} for person in again.json()["participants"]]
    golden("interview", {**again.json(), **fixed, "participants": persons})


def test_ids_are_made_from_names_where_none_is_given(api: TestClient) -> None:
    body = {
        "company": {"name": "Acme"},
        "role": "Staff Engineer",
        "participants": [{"name": "Zoë O'Hara"}, {"name": "Zoe O Hara"}, {"name": "山田"}],
        "rounds": [{"title": "News", "starts_at": "2026-03-11T10:00:00Z"}, {"starts_at": "2026-03-12T10:00:00Z"}],
        "events": [{"kind": "news", "at": "2026-03-11", "title": "x"}],
    }
    made = api.post("interviews", json=body).json()
    assert [person["id"] for person in made["participants"]] == ["zoe-o-hara", "zoe-o-hara-2", "person"]
    assert [sitting["id"] for sitting in made["rounds"]] == ["news-2", "round-1"]
    assert [event["id"] for event in made["events"]] == ["news"]


def test_a_change_needs_the_version_that_is_there(api: TestClient, acme: str) -> None:
    assert api.patch(acme, json={"role": "x"}).status_code == 428
    stale = api.patch(acme, json={"role": "x"}, headers={"If-Match": '"7"'})
    assert (stale.status_code, stale.json()["current"]["role"], stale.headers["ETag"]) == (412, "Staff Engineer", '"1"')
    weak = api.patch(acme, json={"role": "x"}, headers={"If-Match": 'W/"1"'})
    assert weak.status_code == 412
    good = api.patch(acme, json={"role": "Principal"}, headers={"If-Match": '"7", "1"'})
    assert (good.status_code, good.headers["ETag"], good.json()["version"]) == (200, '"2"', 2)


def test_an_etag_seen_after_a_note_was_added_is_good_for_a_change(api: TestClient, acme: str) -> None:
    before = api.get(acme).headers["ETag"]
    api.post(f"{acme}/notes", json={"participant": "lee", "text": "rotas"}).raise_for_status()
    assert api.get(acme, headers={"If-None-Match": before}).status_code == 200
    now = api.get(acme).headers["ETag"]
    assert api.get(acme, headers={"If-None-Match": now}).status_code == 304
    for tag in (before, now):
        assert api.patch(acme, json={"role": "x"}, headers={"If-Match": tag}).is_success is (tag == before)


def test_a_merge_patch_changes_what_it_names_and_null_is_the_default(api: TestClient, acme: str) -> None:
    patch = {"company": {"subdivision": None, "website": "https://acme.example"}, "requirements": ["Rust"]}
    after = api.patch(acme, json=patch, headers=ANY).json()
    assert after["company"]["name"] == "Acme"
    assert (after["company"]["subdivision"], after["company"]["website"]) == ("", "https://acme.example")
    assert after["requirements"] == ["Rust"]
    assert len(after["participants"]) == 4
    kind = {"Content-Type": "application/merge-patch+json", **ANY}
    assert api.patch(acme, content=b'{"role": "Boss"}', headers=kind).json()["role"] == "Boss"


@pytest.mark.parametrize("name", ["participants", "rounds", "events", "notes"])
def test_a_list_in_a_patch_is_refused_with_its_own_address(api: TestClient, acme: str, name: str) -> None:
    answer = api.patch(acme, json={name: []}, headers=ANY)
    assert (answer.status_code, pointers(answer)) == (422, [f"/{name}"])
    assert f"/{name}/" in answer.json()["errors"][0]["detail"]


def test_what_a_patch_makes_is_checked_as_a_whole(api: TestClient, acme: str) -> None:
    assert pointers(api.patch(acme, json={"role": None}, headers=ANY)) == ["/role"]
    assert pointers(api.patch(acme, json={"company": {"country": "DE"}}, headers=ANY)) == ["/company/subdivision"]
    assert pointers(api.patch("policy", json={"spacing": 4}, headers=ANY)) == ["/spacing"]
    thanked = api.patch(f"{acme}/events/thanked", json={"kind": "reply", "participant": "dana"}, headers=ANY)
    assert pointers(thanked) == ["/step"]


def test_parts_share_the_interviews_version(api: TestClient, acme: str) -> None:
    tag = api.get(acme).headers["ETag"]
    made = api.put(f"{acme}/participants/robin", json={"name": "Robin Vale"}, headers={"If-Match": tag})
    assert (made.status_code, made.headers["ETag"]) == (201, '"2"')
    assert made.headers["Location"].endswith("/participants/robin")
    assert (
        api.put(f"{acme}/rounds/two", json={"starts_at": "2026-03-20T10:00:00Z"}, headers={"If-Match": tag}).status_code
        == 412
    )
    second = api.put(f"{acme}/rounds/two", json={"starts_at": "2026-03-20T10:00:00Z"}, headers={"If-Match": '"2"'})
    assert (second.status_code, second.headers["ETag"]) == (201, '"3"')
    assert (
        api.patch(f"{acme}/rounds/two", json={"title": "Second"}, headers={"If-Match": '"3"'}).json()["title"]
        == "Second"
    )
    assert api.patch(f"{acme}/participants/robin", json={"title": "CTO"}, headers=ANY).json()["name"] == "Robin Vale"
    for part in ("participants/robin", "rounds/two"):
        assert api.delete(f"{acme}/{part}").status_code == 428
        assert api.delete(f"{acme}/{part}", headers=ANY).status_code == 204
        assert api.get(f"{acme}/{part}").status_code == 404
        assert api.delete(f"{acme}/{part}", headers=ANY).status_code == 404


def test_notes_are_kept_unless_a_put_names_them(api: TestClient, acme: str) -> None:
    sam = {"name": "Sam Okafor", "email": "sam@acme.example", "title": "Fellow"}
    assert len(api.put(f"{acme}/participants/sam", json=sam, headers=ANY).json()["notes"]) == 2
    one = api.put(f"{acme}/participants/sam", json={**sam, "notes": [{"text": "only this"}]}, headers=ANY).json()
    assert [note["text"] for note in one["notes"]] == ["only this"]


def test_notes_and_events_have_versions_of_their_own(api: TestClient, acme: str) -> None:
    for address, body, patch in (
        ("notes", {"participant": "lee", "text": "rotas"}, {"text": "rotas that let people sleep"}),
        (
            "events",
            {"kind": "absence", "at": "2026-03-12", "participant": "dana", "until": "2026-03-20"},
            {"until": "2026-03-21"},
        ),
    ):
        made = api.post(f"{acme}/{address}", json=body)
        assert (made.status_code, made.headers["ETag"]) == (201, '"1"')
        one = made.headers["Location"].removeprefix("/api/v1/")
        changed = api.patch(one, json=patch, headers={"If-Match": '"1"'})
        assert changed.json()["version"] == 2
        assert patch.items() <= changed.json().items()
        assert api.patch(one, json=patch, headers={"If-Match": '"1"'}).status_code == 412
        assert api.delete(one, headers={"If-Match": '"2"'}).status_code == 204
        assert api.get(one).status_code == 404
    assert api.get(acme).json()["version"] == 1


def test_an_event_says_only_what_its_kind_can_say(api: TestClient, acme: str) -> None:
    answer = api.post(
        f"{acme}/events", json={"kind": "news", "at": "2026-03-12", "title": "x", "until": "2026-03-13", "step": "news"}
    )
    assert pointers(answer) == ["/step", "/until"]
    ahead = api.post(f"{acme}/events", json={"kind": "news", "at": "2026-03-14", "title": "x"})
    assert pointers(ahead) == ["/at"]
    assert api.post(f"{acme}/events", json={"kind": "news", "at": "2026-03-13", "title": "x"}).status_code == 201


def test_the_address_book_shares_its_people_with_interviews(api: TestClient, acme: str) -> None:
    where = api.get(acme).json()["participants"][2]["links"]["contact"].removeprefix("/api/v1/")
    sam = api.get(where)
    assert (sam.json()["name"], sam.json()["company"]) == ("Sam Okafor", "Acme")
    tag = api.get(acme).headers["ETag"]
    changed = api.patch(where, json={"phone": "+1 555 0199"}, headers={"If-Match": sam.headers["ETag"]})
    assert changed.json()["version"] == 2
    assert api.get(acme, headers={"If-None-Match": tag}).json()["participants"][2]["phone"] == "+1 555 0199"
    assert api.delete(where, headers=ANY).json()["type"] == "/problems/contact-in-use"
    made = api.post("contacts", json={"name": "Robin Vale", "email": "robin@vale.example"})
    new = made.headers["Location"].removeprefix("/api/v1/")
    assert api.put(new, json={"name": "Robin Vale"}, headers=ANY).json()["email"] == ""
    assert api.delete(new, headers=ANY).status_code == 204
    assert api.get(new).status_code == 404


def test_lists_come_in_pages_with_a_link_to_the_next(api: TestClient) -> None:
    for number in range(5):
        api.post("contacts", json={"name": f"Person {number}"}).raise_for_status()
    first = api.get("contacts?limit=2&sort=-name")
    assert [item["name"] for item in first.json()["items"]] == ["Person 4", "Person 3"]
    second = api.get(first.headers["Link"].split(">")[0].removeprefix("</api/v1/"))
    assert [item["name"] for item in second.json()["items"]] == ["Person 2", "Person 1"]
    assert second.json()["next"]
    tag = {"If-None-Match": api.get("contacts").headers["ETag"]}
    assert api.get("contacts", headers=tag).status_code == 304
    api.post("contacts", json={"name": "One more"})
    assert api.get("contacts", headers=tag).status_code == 200


def test_pitches_are_part_of_the_profile(api: TestClient, acme: str) -> None:
    made = api.post("pitches", json={"claim": "I calm incidents", "tags": ["on-call"]})
    assert made.headers["Location"] == "/api/v1/pitches/i-calm-incidents"
    assert [pitch["id"] for pitch in api.get("profile").json()["pitches"]] == ["latency", "i-calm-incidents"]
    assert api.patch("pitches/latency", json={"evidence": "900 to 90 ms"}, headers=ANY).json()["tags"] == [
        "performance"
    ]
    assert api.put("pitches/third", json={"claim": "x"}, headers=ANY).status_code == 201
    assert api.put("pitches/third", json={"claim": "y"}, headers=ANY).status_code == 200
    assert api.delete("pitches/third", headers=ANY).status_code == 204
    assert api.get("pitches/third").status_code == 404
    assert api.delete("pitches/third", headers=ANY).status_code == 404
    assert api.patch("pitches/third", json={}, headers=ANY).status_code == 404


def test_an_invitation_is_proposed_and_kept_when_told_to(api: TestClient, golden: Callable[[str, Any], None]) -> None:
    data = (SAMPLES / "addresses-in-all-forms.ics").read_bytes()
    proposal = api.post("imports", content=data).json()
    golden("proposal", proposal)
    assert api.get("interviews").json()["items"] == []
    answer = api.post("imports?apply=true", content=data)
    if proposal["questions"]:
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/needs-answer")
        assert answer.json()["questions"] == proposal["questions"]
    else:
        assert answer.status_code == 201


def test_what_is_no_invitation_is_a_sentence(api: TestClient) -> None:
    answer = api.post("imports", content=b"hello")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unreadable-file")
    assert answer.json()["detail"].endswith(".")


def test_the_example_comes_once(api: TestClient) -> None:
    assert api.post("demo").status_code == 201
    assert len(api.get("interviews").json()["items"]) == 2
    assert api.post("demo").json()["type"] == "/problems/interviews-exist"


def test_a_rounds_people_can_be_changed_by_a_patch(api: TestClient, acme: str) -> None:
    after = api.patch(f"{acme}/rounds/onsite", json={"participants": ["dana", "lee"]}, headers=ANY)
    assert (after.status_code, after.json()["participants"]) == (200, ["dana", "lee"])


def test_people_and_rounds_are_listed_with_the_interviews_version(api: TestClient, acme: str) -> None:
    for name in ("participants", "rounds"):
        answer = api.get(f"{acme}/{name}")
        assert answer.json() == {"items": api.get(acme).json()[name], "next": None}
        assert answer.headers["ETag"] == api.get(acme).headers["ETag"]
        assert api.get(f"interviews/nobody/{name}").status_code == 404
        bare = api.post("interviews", json={"company": {"name": "Initech"}, "role": "x"}).json()["id"]
        assert api.get(f"interviews/{bare}/{name}").json() == {"items": [], "next": None}


def test_one_address_is_one_person(api: TestClient, acme: str) -> None:
    taken = api.patch(f"{acme}/participants/lee", json={"email": "SAM@acme.example"}, headers=ANY)
    assert (taken.status_code, taken.json()["errors"][0]["code"], pointers(taken)) == (422, "same-person", ["/email"])
    known = api.post("contacts", json={"name": "Somebody Else", "email": "Dana@acme.example"})
    assert (known.status_code, known.json()["type"]) == (409, "/problems/contact-known")
    dana = api.get(acme).json()["participants"][0]["links"]["contact"]
    assert known.json()["contact"] == dana
    assert dana in known.json()["detail"]
    robin = api.post("contacts", json={"name": "Robin Vale", "email": "robin@vale.example"}).headers["Location"]
    changed = api.patch(robin.removeprefix("/api/v1/"), json={"email": "dana@acme.example"}, headers=ANY)
    assert (changed.status_code, changed.json()["contact"]) == (409, dana)
    assert api.patch(robin.removeprefix("/api/v1/"), json={"phone": "1"}, headers=ANY).status_code == 200


def test_who_is_given_a_known_address_becomes_that_contact(api: TestClient, acme: str) -> None:
    robin = api.post("contacts", json={"name": "Lee B", "email": "lee.b@acme.example", "phone": "+1 555 0123"})
    lee = api.patch(f"{acme}/participants/lee", json={"email": "lee.b@acme.example"}, headers=ANY).json()
    assert (lee["id"], lee["name"], lee["phone"]) == ("lee", "Lee Brandt", "+1 555 0123")
    assert lee["links"]["contact"] == robin.headers["Location"]


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_note_says_something(api: TestClient, acme: str, text: str) -> None:
    assert pointers(api.post(f"{acme}/notes", json={"participant": "lee", "text": text})) == ["/text"]


def test_faults_are_sentences_that_say_what_to_do(api: TestClient, acme: str) -> None:
    absence = api.post(f"{acme}/events", json={"kind": "absence", "at": "2026-03-12", "participant": "dana"})
    assert absence.json()["detail"] == "An absence event needs until: the last day away."
    strange = api.post(f"{acme}/events", json={"kind": "offer", "at": "2026-03-12", "until": "2026-03-12"})
    assert strange.json()["errors"][0]["detail"].startswith("An offer event has no until; its fields are: ")
    region = api.patch(acme, json={"company": {"country": "", "subdivision": "NY"}}, headers=ANY).json()
    assert region["detail"] == "Company, subdivision: Choose the country first: a subdivision is one of a country's."
    many = api.post("contacts", json={"email": 1, "title": 2, "phone": 3}).json()["detail"]
    assert many.startswith("Name: This is needed: give it. ")
    assert many.endswith("And 1 more: errors names them.")
    for address, word in (("interviews/a b", "letters"), (f"{acme}/plan?include=x", "drafts,findings")):
        assert word in api.get(address).json()["detail"]


def test_lists_are_searched_by_words(api: TestClient, acme: str) -> None:
    assert [person["name"] for person in api.get("contacts?q=OKA sam").json()["items"]] == ["Sam Okafor"]
    assert [one["role"] for one in api.get("interviews", params={"q": "monolith dana"}).json()["items"]] == [
        "Staff Engineer"
    ]
    first = api.get("contacts?q=acme&limit=3")
    rest = api.get(first.links["next"]["url"].removeprefix("/api/v1/"))
    assert (len(first.json()["items"]), len(rest.json()["items"]), rest.json()["next"]) == (3, 1, None)
    assert api.get("contacts?q=initech").json()["items"] == []
