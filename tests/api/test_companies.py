"""Companies: kept once, and taken over by the interviews to come."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from afterview.api.schemas.companies import CompanyKept, CompanyPage

ANY = {"If-Match": "*"}
GLOBEX = {
    "name": "Globex",
    "country": "DE",
    "subdivision": "BE",
    "timezone": "Europe/Berlin",
    "days_off_add": ["2026-12-24"],
    "bookmarks": [{"title": "News", "url": "https://globex.example/news"}],
}


@pytest.fixture
def globex(api: TestClient) -> str:
    """Its address."""
    made = api.post("companies", json=GLOBEX).raise_for_status()
    return str(made.headers["Location"].removeprefix("/api/v1/"))


def interview(api: TestClient, **company: Any) -> dict[str, Any]:
    made = api.post("interviews", json={"company": company, "role": "Engineer"}).raise_for_status()
    return dict(made.json())


def test_a_company_is_kept_changed_taken_out_and_had_back(api: TestClient, globex: str) -> None:
    kept = api.get(globex)
    CompanyKept.model_validate_json(kept.content)
    assert kept.json().items() >= GLOBEX.items()
    assert api.get(globex, headers={"If-None-Match": kept.headers["ETag"]}).status_code == 304
    seen = {"If-Match": kept.headers["ETag"]}
    changed = api.patch(globex, json={"country": "FR", "subdivision": None, "bookmarks": None}, headers=seen)
    assert (changed.json()["country"], changed.json()["subdivision"], changed.json()["bookmarks"]) == ("FR", "", [])
    assert api.patch(globex, json={}, headers=seen).status_code == 412
    assert api.put(globex, json={"name": "Globex Rail"}, headers=ANY).json()["country"] == ""
    assert api.delete(globex, headers=ANY).status_code == 204
    assert api.get(globex).status_code == 404
    assert [one["name"] for one in api.get("companies?deleted=true").json()["items"]] == ["Globex Rail"]
    assert api.post(f"{globex}/restore").json()["name"] == "Globex Rail"
    assert api.delete(f"{globex}?erase=true", headers=ANY).status_code == 204
    assert api.post(f"{globex}/restore").status_code == 404


def test_companies_are_listed_page_by_page(api: TestClient, globex: str) -> None:
    for name in ("Acme", "Initech"):
        api.post("companies", json={"name": name}).raise_for_status()
    first = api.get("companies?limit=2")
    CompanyPage.model_validate_json(first.content)
    second = api.get("companies", params={"limit": 2, "cursor": first.json()["next"]}).json()
    assert [one["name"] for one in first.json()["items"] + second["items"]] == ["Acme", "Globex", "Initech"]
    assert second["next"] is None


def test_a_name_has_one_company(api: TestClient, globex: str) -> None:
    again = api.post("companies", json={"name": "GLOBEX"})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/company-known")
    assert again.json()["company"] == f"/api/v1/{globex}"
    api.delete(globex, headers=ANY).raise_for_status()
    api.post("companies", json={"name": "Globex"}).raise_for_status()
    assert api.post(f"{globex}/restore").status_code == 409


def test_a_new_interview_takes_over_what_it_does_not_say(api: TestClient, globex: str) -> None:
    bare = interview(api, name="globex")
    assert (bare["company"]["name"], bare["company"]["timezone"], bare["company"]["subdivision"]) == (
        "globex",
        "Europe/Berlin",
        "BE",
    )
    assert (bare["company"]["days_off_add"], bare["bookmarks"]) == (["2026-12-24"], GLOBEX["bookmarks"])
    own = interview(api, name="Globex", country="FR", timezone="Europe/Paris")["company"]
    assert (own["country"], own["subdivision"], own["timezone"]) == ("FR", "", "Europe/Paris")
    assert interview(api, name="Acme")["company"]["country"] == ""


def test_interviews_keep_what_they_say_when_the_company_changes(api: TestClient, globex: str) -> None:
    before = interview(api, name="Globex")
    api.delete(f"{globex}?erase=true", headers=ANY).raise_for_status()
    assert api.get(f"interviews/{before['id']}").json() == before
