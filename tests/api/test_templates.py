"""Templates of one's own through the API: kept, refused with a place, tried on an interview, taken back."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from afterview.domain.templating.own import TITLES

MINE = {"subject": "{{ role }}, and thank you", "body": "{{ greeting }}\n\n{{ thanks }} {{ points }}\n\n{{ closing }}"}
KEY = "onsite.group"


def draft(api: TestClient, acme: str, key: str = KEY) -> dict[str, Any]:
    found: dict[str, Any] = api.get(f"{acme}/steps/{key}/draft").raise_for_status().json()
    return found


def keep(api: TestClient, kind: str = "group", body: dict[str, str] = MINE, match: str = "*") -> Any:
    return api.put(f"templates/{kind}", json=body, headers={"If-Match": match})


def test_every_kind_of_text_has_its_template(api: TestClient) -> None:
    items = api.get("templates").raise_for_status().json()["items"]
    assert [item["kind"] for item in items] == list(TITLES)
    for item in items:
        assert not item["is_own"]
        assert (item["subject"], item["body"]) == (item["original"]["subject"], item["original"]["body"])
        assert api.get(f"templates/{item['kind']}").json() == item
    assert api.get("templates/debrief").status_code == 404


def test_a_template_writes_the_drafts_and_an_edit_under_it_is_outdated_not_lost(api: TestClient, acme: str) -> None:
    before = draft(api, acme)["generated"]
    edit = {"subject": "Mine", "body": "My words."}
    api.put(f"{acme}/steps/{KEY}/draft", json=edit, headers={"If-Match": "*"}).raise_for_status()
    kept = keep(api).raise_for_status().json()
    assert (kept["is_own"], kept["version"], kept["body"]) == (True, 1, MINE["body"])
    after = draft(api, acme)
    assert (after["body"], after["outdated"], after["base"]) == ("My words.", True, before)
    assert after["generated"]["subject"] == "Staff Engineer, and thank you"
    assert after["generated"]["body"].startswith(before["body"].split("\n")[0])
    api.delete("templates/group", headers={"If-Match": '"1"'}).raise_for_status()
    again = draft(api, acme)
    assert (again["generated"], again["outdated"]) == (before, False)


def test_a_template_is_changed_at_the_version_that_was_seen(api: TestClient) -> None:
    tag = api.get("templates/group").headers["ETag"]
    assert tag == '"0"'
    assert api.put("templates/group", json=MINE).status_code == 428
    assert keep(api, match=tag).headers["ETag"] == '"1"'
    stale = keep(api, match=tag)
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, 1)
    assert api.get("templates/group", headers={"If-None-Match": '"1"'}).status_code == 304
    assert api.delete("templates/group", headers={"If-Match": tag}).status_code == 412
    api.delete("templates/group", headers={"If-Match": "*"}).raise_for_status()
    assert api.get("templates/group").headers["ETag"] == '"2"'


def test_every_template_that_was_kept_can_be_had_back(api: TestClient) -> None:
    other = {"subject": "", "body": "{{ greeting }}"}
    keep(api)
    api.delete("templates/group", headers={"If-Match": "*"})
    keep(api, body=other)
    items = api.get("templates/group/history").raise_for_status().json()["items"]
    assert [(item["version"], item["body"]) for item in items] == [(3, other["body"]), (1, MINE["body"])]


def test_a_fault_is_refused_with_its_line_and_column(api: TestClient) -> None:
    answer = keep(api, body={"subject": "{{ rolle }}", "body": "Hi\n{{ company.upper() }}"})
    assert answer.status_code == 422
    places = [(error["pointer"], error["line"], error["column"]) for error in answer.json()["errors"]]
    assert places == [("/subject", 1, 4), ("/body", 2, 17)]
    assert "did you mean role?" in answer.json()["errors"][0]["detail"]
    assert api.get("templates/group").json()["version"] == 0


NOT_AT_ACME = {"individual", "one-month.hiring-manager", "roster.ask"}
"""They need another policy, or somebody without a title."""


@pytest.mark.parametrize("kind", TITLES)
def test_every_kind_can_be_tried_on_ones_own_interview_or_on_the_example(api: TestClient, acme: str, kind: str) -> None:
    original = api.get(f"templates/{kind}").json()["original"]
    sample = api.post(f"templates/{kind}/preview", json=original).raise_for_status().json()
    assert sample["interview"] == (None if kind in NOT_AT_ACME else acme.split("/")[1])
    assert not [finding for finding in sample["findings"] if finding["severity"] == "block"], sample
    assert not api.get("templates").json()["items"][0]["is_own"]
    here = api.post(f"templates/{kind}/preview", json={**original, "interview": acme.split("/")[1]})
    assert here.status_code == (404 if kind in NOT_AT_ACME else 200)


@pytest.mark.parametrize("kind", TITLES)
def test_a_newcomer_tries_every_kind_on_the_example(api: TestClient, kind: str) -> None:
    """Who is nobody yet writes as Alex; who has a name writes under it. Nothing is stored."""
    original = api.get(f"templates/{kind}").json()["original"]
    for name in ("Alex", "Robin"):
        sample = api.post(f"templates/{kind}/preview", json=original).raise_for_status().json()
        assert sample["interview"] is None
        assert not [finding for finding in sample["findings"] if finding["severity"] == "block"], sample
        assert (name in sample["body"]) or kind == "call"
        api.patch("profile", json={"name": "Robin Vale"}, headers={"If-Match": "*"}).raise_for_status()
    assert api.get("interviews").json()["items"] == []


def test_a_place_that_nothing_fills_is_a_finding_of_the_preview_and_stops_the_draft(api: TestClient, acme: str) -> None:
    api.patch("profile", json={"phone": ""}, headers={"If-Match": "*"}).raise_for_status()
    body = {"subject": "", "body": "{{ greeting }}\n\n{{ thanks }} {{ points }}\n\nCall {{ phone }}.\n\n{{ closing }}"}
    sample = api.post("templates/group/preview", json={**body, "interview": acme.split("/")[1]}).json()
    assert [f["check"] for f in sample["findings"] if f["severity"] == "block"] == ["C01"]
    keep(api, body=body).raise_for_status()
    problem = api.put(f"{acme}/steps/{KEY}/state", json={"state": "ready"}).json()
    assert [finding["check"] for finding in problem["findings"]] == ["C01"]


def test_nothing_is_tried_on_what_is_no_interview_or_with_a_fault(api: TestClient, acme: str) -> None:
    assert api.post("templates/group/preview", json={**MINE, "interview": "nowhere"}).status_code == 404
    assert api.post("templates/group/preview", json={"subject": "", "body": "{{ x }}"}).status_code == 422
    api.delete(acme, headers={"If-Match": "*"}).raise_for_status()
    assert api.post("templates/group/preview", json={**MINE, "interview": acme.split("/")[1]}).status_code == 404
