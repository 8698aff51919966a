"""What stops a text from leaving, what lets it through, and that every text that was acknowledged can be had back."""

from typing import Any

from starlette.testclient import TestClient

KEY = "onsite.personal.sam"
WORDS = "Thank you for telling me about the old sailing boats that you restore."
WRONG = {"subject": "The boats, and Acme", "body": f"Hi Lee,\n\n{WORDS}\n\nBest,\nAlex\n"}
LET_PASS = {"state": "ready", "overrides": [{"check": "C05", "reason": "she is called so at home"}]}


def wrong_mail(api: TestClient, acme: str) -> str:
    """The address of a step whose greeting is somebody else's."""
    step = f"{acme}/steps/{KEY}"
    api.put(f"{step}/draft", json=WRONG, headers={"If-Match": "*"}).raise_for_status()
    return step


def history(api: TestClient, step: str, **query: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = api.get(f"{step}/draft/history", params=query).raise_for_status().json()["items"]
    return items


def test_a_finding_that_blocks_stops_approval_and_every_way_into_a_mail_program(api: TestClient, acme: str) -> None:
    step = wrong_mail(api, acme)
    for answer in (
        api.put(f"{step}/state", json={"state": "ready"}),
        api.put(f"{step}/state", json={**LET_PASS, "overrides": [{"check": "C01", "reason": "another check"}]}),
        api.get(f"{step}/mailto"),
        api.get(f"{step}/mail.eml"),
    ):
        problem = answer.json()
        assert (answer.status_code, problem["type"]) == (409, "/problems/blocked-by-findings")
        assert [(finding["check"], finding["severity"]) for finding in problem["findings"]] == [("C05", "block")]
        assert problem["findings"][0]["message"] in problem["detail"]


def test_a_reason_lets_it_through_and_is_kept_and_shown(api: TestClient, acme: str) -> None:
    step = wrong_mail(api, acme)
    answer = api.put(f"{step}/state", json=LET_PASS).raise_for_status().json()
    assert (answer["state"], answer["overrides"]) == ("ready", LET_PASS["overrides"])
    plan = api.get(f"{acme}/plan", params={"include": "findings"}).json()
    shown = next(one for one in plan["steps"] if one["key"] == KEY)
    assert shown["overrides"] == LET_PASS["overrides"]
    assert [f["severity"] for f in shown["findings"] if f["check"] == "C05"] == ["hint"]
    assert api.get(f"{step}/mailto").status_code == api.get(f"{step}/mail.eml").status_code == 200


def test_another_text_has_to_be_approved_anew(api: TestClient, acme: str) -> None:
    step = wrong_mail(api, acme)
    api.put(f"{step}/state", json=LET_PASS).raise_for_status()
    api.put(f"{step}/draft", json={**WRONG, "body": WRONG["body"].replace("Lee", "Leo")}, headers={"If-Match": "*"})
    assert api.put(f"{step}/state", json={"state": "ready"}).status_code == 409
    assert api.get(f"{step}/mailto").status_code == 409


def test_what_happened_is_told_whatever_the_checks_say(api: TestClient, acme: str) -> None:
    step = wrong_mail(api, acme)
    assert api.put(f"{step}/state", json={"state": "done"}).json()["state"] == "done"
    assert api.get(f"{step}/mail.eml").status_code == 200


def test_an_approved_text_stays_as_it_was_approved_when_the_facts_change(api: TestClient, acme: str) -> None:
    step = f"{acme}/steps/onsite.group"
    before = api.get(f"{step}/draft").json()
    api.put(f"{step}/state", json={"state": "ready"}).raise_for_status()
    assert api.get(f"{step}/draft").json() == before
    api.patch(acme, json={"role": "Principal Engineer"}, headers={"If-Match": "*"}).raise_for_status()
    after = api.get(f"{step}/draft").json()
    assert (after["body"], after["edited"], after["base"]) == (before["body"], before["generated"], before["generated"])
    assert (after["outdated"], after["source"], after["version"]) == (True, "edited", 0)
    assert "Principal Engineer" in after["generated"]["subject"] + after["generated"]["body"]
    api.delete(f"{step}/draft", headers={"If-Match": '"0"'}).raise_for_status()
    assert api.get(f"{step}/draft").json()["body"] == after["generated"]["body"]


def test_the_history_has_every_text_and_how_it_came_there(api: TestClient, acme: str) -> None:
    step = f"{acme}/steps/{KEY}"
    good = api.get(f"{step}/draft").json()["generated"]
    for text in ("First words.", "Second words."):
        body = {"subject": "Mine", "body": text}
        api.put(f"{step}/draft", json=body, headers={"If-Match": "*"}).raise_for_status()
    api.delete(f"{step}/draft", headers={"If-Match": "*"}).raise_for_status()
    api.put(f"{step}/state", json={"state": "ready"}).raise_for_status()
    api.put(f"{step}/draft", json=WRONG, headers={"If-Match": "*"}).raise_for_status()
    api.put(f"{step}/state", json={"state": "done"}).raise_for_status()
    items = history(api, step)
    assert [(one["how"], one["body"]) for one in items] == [
        ("saved", WRONG["body"]),
        ("reset", good["body"]),
        ("saved", "Second words."),
        ("saved", "First words."),
    ]
    assert all(one["base"] == good for one in items)


def test_an_old_text_is_put_back_with_the_present_version(api: TestClient, acme: str) -> None:
    step = wrong_mail(api, acme)
    api.put(f"{step}/draft", json={"subject": "New", "body": "New."}, headers={"If-Match": '"1"'}).raise_for_status()
    old = history(api, step)[1]
    body = {name: old[name] for name in ("subject", "body", "base")}
    assert api.put(f"{step}/draft", json=body, headers={"If-Match": '"1"'}).status_code == 412
    assert api.put(f"{step}/draft", json=body, headers={"If-Match": '"2"'}).json()["body"] == WRONG["body"]


def test_a_long_history_comes_in_pages_to_its_very_first_text(api: TestClient, acme: str) -> None:
    step = f"{acme}/steps/{KEY}"
    for number in range(7):
        api.put(f"{step}/draft", json={"subject": "", "body": f"{number}"}, headers={"If-Match": "*"})
    seen, cursor = list[str](), None
    while True:
        query = {"limit": 3} | ({"cursor": cursor} if cursor else {})
        page = api.get(f"{step}/draft/history", params=query).raise_for_status().json()
        seen += [one["body"] for one in page["items"]]
        if not (cursor := page["next"]):
            break
    assert seen == [f"{number}" for number in reversed(range(7))]
    assert api.get(f"{step}/draft/history", params={"cursor": "WyJ4Il0"}).status_code == 422


def test_the_company_of_another_interview_is_found_in_the_text(api: TestClient, acme: str) -> None:
    other = {"company": {"name": "Kestrel Rail"}, "role": "Planner", "participants": [], "rounds": []}
    api.post("interviews", json=other).raise_for_status()
    text = {"subject": "Boats", "body": f"Hi Sam,\n\n{WORDS} Kestrel Rail is lucky.\n\nBest,\nAlex\n"}
    found = api.post(f"{acme}/steps/{KEY}/draft/check", json=text).raise_for_status().json()["findings"]
    assert [(one["code"], one["severity"]) for one in found if one["check"] == "C06"] == [
        ("another-application", "block")
    ]
