"""What would come of something that isn't entered yet: of events, decisions and patches, and of a text."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from answers import pointers

OFFER = {"kind": "offer", "at": "2026-03-12", "base": "180,000", "answer_by": "2026-03-20"}
TOLD = {"kind": "decision_date", "at": "2026-03-12", "decision_on": "2026-03-25"}


def previewed(api: TestClient, acme: str, **body: Any) -> dict[str, Any]:
    answer = api.post(f"{acme}/plan/preview", json=body)
    assert answer.status_code == 200, answer.text
    seen: dict[str, Any] = answer.json()
    return seen


def keys(steps: list[dict[str, Any]]) -> set[str]:
    return {step["key"] for step in steps}


def test_an_offer_would_bring_the_negotiation_and_take_the_reminders(api: TestClient, acme: str) -> None:
    seen = previewed(api, acme, events=[OFFER])
    assert keys(seen["added"]) == {"negotiation"}
    assert {"follow-up.1", "call.1"} <= keys(seen["removed"])
    assert seen["status"] == "offer"
    assert seen["message"].startswith("This would add 1 step")


def test_a_decision_date_would_move_the_reminder(api: TestClient, acme: str) -> None:
    moved = {move["after"]["key"]: move for move in previewed(api, acme, events=[TOLD])["moved"]}
    days = moved["follow-up.1"]["before"]["due_on"], moved["follow-up.1"]["after"]["due_on"]
    assert days == ("2026-03-18", "2026-03-26")


def test_a_skipped_reminder_would_open_the_next(api: TestClient, acme: str) -> None:
    api.put(f"{acme}/steps/onsite.group/draft", json={"subject": "a", "body": "b"}, headers={"If-Match": "*"})
    moved = previewed(api, acme, decisions={"onsite.group": {"skipped": "they know"}})["moved"]
    assert {(move["after"]["key"], move["after"]["state"]) for move in moved} >= {("onsite.group", "skipped")}
    later = previewed(api, acme, decisions={"follow-up.1": {"skipped": "they wrote"}})
    states = {move["after"]["key"]: move["after"]["state"] for move in later["moved"]}
    assert states["follow-up.1"] == "skipped"


def test_a_changed_country_would_move_days(api: TestClient, acme: str) -> None:
    patch = {"company": {"days_off_add": ["2026-03-16"]}}
    moved = {move["after"]["key"]: move["after"]["due_on"] for move in previewed(api, acme, patch=patch)["moved"]}
    assert moved["follow-up.1"] == "2026-03-19"


def test_what_was_previewed_is_what_comes_when_it_is_entered(api: TestClient, acme: str) -> None:
    before = api.get(f"{acme}/plan").json()["steps"]
    seen = previewed(api, acme, events=[OFFER])
    api.post(f"{acme}/events", json=OFFER).raise_for_status()
    after = api.get(f"{acme}/plan").json()["steps"]
    assert keys(after) - keys(before) == keys(seen["added"])
    assert keys(before) - keys(after) == keys(seen["removed"])
    now = {step["key"]: step for step in after}
    assert all(now[move["after"]["key"]] == move["after"] for move in seen["moved"])


def test_a_preview_stores_nothing(api: TestClient, acme: str) -> None:
    tags = api.get(acme).headers["ETag"], api.get(f"{acme}/plan").headers["ETag"]
    previewed(api, acme, events=[OFFER], decisions={"call.1": {"skipped": "x"}}, patch={"role": "Boss"})
    assert (api.get(acme).headers["ETag"], api.get(f"{acme}/plan").headers["ETag"]) == tags
    assert previewed(api, acme)["message"] == "This would change nothing in the plan."


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"events": [OFFER, {"kind": "reply", "at": "2026-03-12", "participant": "nobody"}]}, "/events/1/participant"),
        ({"events": [{**OFFER, "at": "2026-04-12"}]}, "/events/0/at"),
        ({"events": [{**OFFER, "id": "thanked"}]}, "/events/0/id"),
        ({"events": [{**OFFER, "until": "2026-03-12"}]}, "/events/0/until"),
        ({"decisions": {"onsite.individual.nobody": {"ready": True}}}, "/decisions/onsite.individual.nobody"),
        ({"patch": {"rounds": []}}, "/patch/rounds"),
        ({"patch": {"role": None}}, "/patch/role"),
        ({"patch": {"company": {"country": "XX"}}}, "/patch/company/country"),
        ({"nonsense": 1}, "/nonsense"),
    ],
)
def test_what_could_not_be_entered_is_said_as_everywhere(
    api: TestClient, acme: str, body: dict[str, Any], where: str
) -> None:
    answer = api.post(f"{acme}/plan/preview", json=body)
    assert (answer.status_code, pointers(answer)) == (422, [where])


def test_rules_hold_in_a_preview(api: TestClient, acme: str) -> None:
    moved = api.post(f"{acme}/plan/preview", json={"decisions": {"follow-up.1": {"moved_to": "2026-03-16"}}})
    assert (moved.status_code, moved.json()["first_possible_on"]) == (409, "2026-03-18")
    call = {"kind": "call", "at": "2026-03-12", "participant": "dana"}
    assert api.post(f"{acme}/plan/preview", json={"events": [call]}).json()["type"] == "/problems/call-not-to-hr"
    assert api.post("interviews/nobody/plan/preview", json={}).status_code == 404


def test_a_text_is_checked_without_being_kept(api: TestClient, acme: str) -> None:
    address = f"{acme}/steps/follow-up.1/draft"
    before = api.get(address).json()
    body = before["body"].replace("Dear Dana", "Dear [Name]").replace("Hi Dana", "Hi [Name]")
    wrong = api.post(
        f"{address}/check", json={"subject": before["subject"], "body": f"{body}\n\n[fill this in]"}
    ).json()
    assert "block" in {finding["severity"] for finding in wrong["findings"]}
    assert api.get(address).json() == before


def test_a_check_says_what_the_plan_says_of_the_same_text(api: TestClient, acme: str) -> None:
    text = {
        "subject": "Hello",
        "body": "Hi Dana,\n\nI look forward to working at Initech.\n\nBest regards\nAlex Rivera",
    }
    checked = api.post(f"{acme}/steps/follow-up.1/draft/check", json=text).json()["findings"]
    assert checked
    api.put(f"{acme}/steps/follow-up.1/draft", json=text, headers={"If-Match": "*"}).raise_for_status()
    steps = api.get(f"{acme}/plan?include=findings").json()["steps"]
    assert next(step["findings"] for step in steps if step["key"] == "follow-up.1") == checked


def test_only_texts_can_be_checked(api: TestClient, acme: str) -> None:
    text = {"subject": "a", "body": "b"}
    assert api.post(f"{acme}/steps/onsite.debrief/draft/check", json=text).status_code == 404
    assert api.post(f"{acme}/steps/onsite.nothing/draft/check", json=text).status_code == 404
    assert pointers(api.post(f"{acme}/steps/follow-up.1/draft/check", json={"body": "b"})) == ["/subject"]
