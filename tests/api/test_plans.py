"""Plans over HTTP: the contract's example to the day, today, pages, validators."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import people
from answers import pointers

EXAMPLE = Path(__file__).parents[3] / "shared" / "api.md"


def days(plan: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {step["key"]: (step["due_on"], step["state"]) for step in plan["steps"]}


def test_the_contracts_example_comes_out_to_the_day(api: TestClient, golden: Callable[[str, Any], None]) -> None:
    body = people.plan_document(decisions={"call.1": {"skipped": "asked for mail only"}})
    plan = api.post("plan", json=body).json()
    reminder = next(step for step in plan["steps"] if step["key"] == "follow-up.1")
    assert (reminder["due_on"], reminder["due_at"], reminder["earliest_on"], reminder["state"]) == (
        "2026-03-18",
        "2026-03-18T13:30:00Z",
        "2026-03-18",
        "upcoming",
    )
    assert (reminder["rule"], reminder["kind"], reminder["title"]) == ("R9", "mail", "Follow up with Dana, copy Priya")
    assert reminder["why"] == "Five business days after your mail of Wed 11 March."
    assert [person["id"] for person in (*reminder["to"], *reminder["cc"])] == ["dana", "priya"]
    assert reminder["pitch"] == "latency"
    assert reminder["draft"]["body"]
    assert days(plan)["call.1"][1] == "skipped"
    assert days(plan)["onsite.hiring-manager"] == ("2026-03-11", "done")
    for step in plan["steps"]:
        if step["draft"]:
            step["draft"] |= {"subject": "The subject", "body": "The body.\n\nIts words have tests of their own."}
    golden("plan", plan)


@pytest.mark.skipif(not EXAMPLE.exists(), reason="the contract's page isn't here: it is not part of a clone")
def test_the_contracts_page_itself_can_be_posted(api: TestClient) -> None:
    body = json.loads(re.findall(r"```json\n(.*?)```", EXAMPLE.read_text(encoding="utf-8"), re.DOTALL)[0])
    plan = api.post("plan", json=body).raise_for_status().json()
    assert days(plan)["follow-up.1"] == ("2026-03-18", "upcoming")


def test_a_stored_interview_has_the_same_plan_as_its_facts(api: TestClient, acme: str) -> None:
    stated = api.post("plan", json=people.plan_document()).json()
    stored = api.get(f"{acme}/plan?include=drafts,findings").json()
    assert stored == stated


def test_nobody_named_is_a_plan_too(api: TestClient) -> None:
    body = {"interview": {"company": {"name": "Acme"}, "role": "Staff Engineer"}}
    plan = api.post("plan", json=body).json()
    assert plan["today"] == "2026-03-12"
    assert {step["state"] for step in plan["steps"]} >= {"blocked"}


def test_drafts_come_where_they_are_asked_for(api: TestClient, acme: str) -> None:
    assert not any(step["draft"] for step in api.get(f"{acme}/plan").json()["steps"])
    without = api.post("plan", json=people.plan_document(include=[])).json()
    assert not any(step["draft"] for step in without["steps"])


def test_today_holds_the_steps_of_all_interviews_in_order_and_in_pages(
    api: TestClient, acme: str, golden: Callable[[str, Any], None]
) -> None:
    api.post("interviews", json=people.interview_document(company={"name": "Initech"}))
    whole = api.get("plan?limit=200").json()
    assert whole["items"] == sorted(
        whole["items"], key=lambda step: (step["due_on"] or "9999", step["interview"]["id"], step["key"])
    )
    seen, address = [], "plan?limit=7"
    while address:
        page = api.get(address)
        seen += page.json()["items"]
        link = page.headers.get("Link", "")
        address = f"http://localhost{link.split('>')[0][1:]}" if link else ""
        assert bool(link) == (page.json()["next"] is not None)
    assert seen == whole["items"]
    assert {step["interview"]["company"] for step in seen} == {"Acme", "Initech"}
    one = [step for step in whole["items"] if step["interview"]["company"] == "Acme"]
    golden("today", {**whole, "items": [{**step, "interview": {**step["interview"], "id": "acme"}} for step in one]})


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("kind=mail&kind=call", lambda step: step["kind"] in {"mail", "call"}),
        ("state=overdue", lambda step: step["state"] == "overdue"),
        ("due_before=2026-03-12", lambda step: (step["due_on"] or "9") < "2026-03-12"),
    ],
)
def test_today_can_be_narrowed(api: TestClient, acme: str, query: str, fits: Callable[[dict[str, Any]], bool]) -> None:
    everything = api.get("plan?limit=200").json()["items"]
    assert api.get(f"plan?limit=200&{query}").json()["items"] == [step for step in everything if fits(step)]


def test_a_plan_is_not_sent_again_until_something_was_written(api: TestClient, acme: str) -> None:
    for address in (f"{acme}/plan", "plan"):
        tag = api.get(address).headers["ETag"]
        assert tag.startswith('W/"')
        assert api.get(address, headers={"If-None-Match": tag}).status_code == 304
        assert api.get(f"{address}?today=2026-03-13", headers={"If-None-Match": tag}).status_code == 200
        api.post(f"{acme}/events", json={"kind": "news", "at": "2026-03-12", "title": "Acme opens an office"})
        assert api.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_another_day_is_another_plan(api: TestClient, acme: str) -> None:
    assert days(api.get(f"{acme}/plan?today=2026-03-10").json())["onsite.hiring-manager"][1] == "upcoming"
    assert api.get(f"{acme}/plan?today=2026-03-18").json()["today"] == "2026-03-18"


def test_a_reminder_moved_inside_the_floor_is_409_with_the_first_possible_day(api: TestClient, acme: str) -> None:
    stated = api.post("plan", json=people.plan_document(decisions={"follow-up.1": {"moved_to": "2026-03-16"}}))
    moved = {"state": "moved", "due_on": "2026-03-16"}
    for answer in (stated, api.put(f"{acme}/steps/follow-up.1/state", json=moved)):
        assert answer.status_code == 409
        assert answer.json()["type"] == "/problems/inside-the-floor"
        assert answer.json()["first_possible_on"] == "2026-03-18"


def test_what_doesnt_fit_in_the_facts_is_said_with_pointers(api: TestClient) -> None:
    broken = people.interview_document(events=[{"kind": "reply", "at": "2026-03-11", "participant": "nobody"}])
    answer = api.post("plan", json=people.plan_document(interview=broken, decisions={"on-site.group": {"ready": True}}))
    assert answer.status_code == 422
    assert pointers(answer) == ["/interview/events/0/participant", "/decisions/on-site.group"]
    to_dana = people.interview_document(events=[{"kind": "call", "at": "2026-03-11", "participant": "dana"}])
    answer = api.post("plan", json=people.plan_document(interview=to_dana))
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/call-not-to-hr")


def test_a_draft_comes_with_the_notes_that_it_leaves_to_the_user(api: TestClient, acme: str) -> None:
    told = {"channel": "concept", "participant": "lee", "text": "日本の電車"}
    note = api.post(f"{acme}/notes", json=told).raise_for_status().json()
    address = f"{acme}/steps/onsite.group/draft"
    assert api.get(address).json()["unwoven_notes"] == [{"id": note["id"], "text": "日本の電車"}]
    by_hand = {"subject": "Thank you", "body": "Lee, I enjoyed what you told me about trains in Japan (日本の電車)."}
    kept = api.put(address, json=by_hand, headers={"If-Match": "*"}).raise_for_status().json()
    assert kept["unwoven_notes"] == []
