"""Nothing that is sent makes the server fail: bad input is a 4xx with a sentence, and nothing of it is repeated."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

import people
from answers import pointers

JSON = {"Content-Type": "application/json", "If-Match": "*"}
SECRET = "canary-7f3a"

TEXTS: dict[str, object] = {
    "NUL": "a\x00b",
    "a line break": "a\nb",
    "a lone surrogate": "\ud800",
    "a very long text": "x" * 30_000,
    "nothing": None,
    "a number": 7,
    "a list": [],
    "an object": {"a": 1},
    "true": True,
}
BODIES = {
    "no JSON": b"{",
    "nothing": b"",
    "100,000 brackets": b"[" * 100_000,
    "100,000 nested objects": b'{"a":' * 100_000,
    "bad UTF-8": b'{"role": "\xff"}',
    "UTF-16": '{"nothing": "x"}'.encode("utf-16"),
    "not a number": b'{"interview": {"role": NaN}}',
    "infinity": b'{"today": Infinity}',
    "an endless number": b'{"today": ' + b"9" * 5_000 + b"}",
    "a list": b"[]",
    "null": b"null",
    "a text": b'"x"',
}
ROUTES = [
    ("POST", "plan"),
    ("POST", "interviews"),
    ("PATCH", "{acme}"),
    ("PUT", "{acme}"),
    ("PUT", "{acme}/participants/sam"),
    ("PATCH", "{acme}/participants/sam"),
    ("PUT", "{acme}/rounds/onsite"),
    ("PATCH", "{acme}/rounds/onsite"),
    ("POST", "{acme}/notes"),
    ("POST", "{acme}/events"),
    ("PATCH", "{acme}/events/thanked"),
    ("PUT", "{acme}/steps/onsite.group/draft"),
    ("POST", "{acme}/steps/onsite.group/draft/check"),
    ("POST", "{acme}/plan/preview"),
    ("PUT", "{acme}/steps/onsite.group/state"),
    ("POST", "contacts"),
    ("PUT", "profile"),
    ("PATCH", "profile"),
    ("PATCH", "policy"),
    ("POST", "pitches"),
]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_broken_body_is_refused_with_a_sentence(api: TestClient, acme: str, body: bytes) -> None:
    for method, address in ROUTES:
        answer = api.request(method, address.format(acme=acme), content=body, headers=JSON)
        assert answer.status_code in {400, 422}, (address, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"].endswith(".")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_field_of_the_documents_takes_what_it_cant_keep(api: TestClient, acme: str, text: object) -> None:
    """Every member of every document in turn, and each id in a path."""
    document = people.interview_document()
    for path in paths_of(document):
        body = json.dumps(exchanged(document, path, text), ensure_ascii=True).encode()
        answer = api.post("interviews", content=body, headers=JSON)
        assert answer.status_code < 500, (path, answer.text)
        if answer.status_code == 422:
            assert pointers(answer)
    for name in people.ALEX:
        body = json.dumps({name: text}).encode()
        assert api.patch("profile", content=body, headers=JSON).status_code < 500


def paths_of(document: Any, *before: str | int) -> list[tuple[str | int, ...]]:
    """The way to every member of a document."""
    items = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    found: list[tuple[str | int, ...]] = []
    for name, item in items:
        found += [(*before, name), *paths_of(item, *before, name)]
    return found


def exchanged(document: Any, path: tuple[str | int, ...], new: object) -> Any:
    """A copy in which the member at that path is another."""
    copy = json.loads(json.dumps(document))
    inner = copy
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = new
    return copy


@pytest.mark.parametrize(
    "address",
    [
        "interviews?limit=-1",
        "interviews?limit=0",
        "interviews?limit=99999999999999999999999",
        "interviews?limit=x",
        "interviews?sort=drop",
        "interviews?cursor=%00",
        "interviews?cursor=WyJuYW1lIl0",
        "interviews?query=acme",
        "interviews?q=%00",
        "interviews?offset=3",
        "plan?today=1999-12-31",
        "plan?today=20260312",
        "plan?today=2026-02-30",
        "plan?state=gone",
        "plan?cursor=WyJ4IiwieCIsIngiLCJ4Il0",
        "profile?x=%ff",
        "imports",
    ],
)
def test_a_bad_query_is_refused(api: TestClient, address: str) -> None:
    assert api.get(address).status_code in {405, 422}


@pytest.mark.parametrize(
    "address",
    [
        "interviews/x",
        "interviews/%00",
        "interviews/%F0%9F%98%80",
        "interviews/x/plan",
        "interviews/x/notes",
        "{acme}/participants/NOBODY",
        "{acme}/participants/nobody",
        "{acme}/steps/%00/draft",
        "{acme}/steps/onsite.debrief/draft",
        "{acme}/steps/no.such.step/draft",
        "{acme}/nothing",
        "nothing",
        "",
    ],
)
def test_what_is_nowhere_is_a_problem_and_never_html(api: TestClient, acme: str, address: str) -> None:
    answer = api.get(address.format(acme=acme))
    assert answer.status_code in {404, 422}
    assert answer.headers["content-type"] == "application/problem+json"


def test_405_names_every_method_of_the_address(api: TestClient, acme: str) -> None:
    assert api.delete("plan").headers["Allow"] == "GET, POST"
    assert api.post(acme, json={}).headers["Allow"] == "GET, PUT, PATCH, DELETE"


def test_a_body_that_is_too_large_or_not_called_json_is_refused(api: TestClient) -> None:
    large = api.post("plan", content=b" " * (1024 * 1024 + 1), headers=JSON)
    assert (large.status_code, large.json()["type"]) == (413, "/problems/too-large")
    form = api.post("plan", content=b"{}", headers={"Content-Type": "text/plain"})
    assert (form.status_code, form.headers["Accept"]) == (415, "application/json")
    assert api.post("imports", content=b" " * (1024 * 1024 + 1)).status_code == 413


def test_nothing_of_the_input_comes_back_in_a_refusal(api: TestClient) -> None:
    body = people.interview_document(role=f"{SECRET}\n", requirements=[SECRET * 100], still_open=SECRET)
    assert SECRET not in api.post("interviews", json=body).text


def test_an_unexpected_error_says_only_where_the_log_has_it(api: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    api.app.state.kept = None  # type: ignore[attr-defined] # the app's own state
    answer = api.get("plan")
    assert (answer.status_code, answer.json()["type"]) == (500, "/problems/unexpected")
    assert "NoneType" not in answer.text
    assert answer.json()["id"] in caplog.text


def test_the_bounds_of_an_interview_hold(api: TestClient) -> None:
    event = {"kind": "news", "at": "2026-03-11", "title": "x"}
    for name, items in {
        "participants": [{"name": f"Person {n}"} for n in range(101)],
        "rounds": [{"starts_at": "2026-03-11T10:00:00Z"}] * 51,
        "events": [event] * 1_001,
    }.items():
        body = {"company": {"name": "Acme"}, "role": "x", name: items}
        assert pointers(api.post("interviews", json=body)) == [f"/{name}"]
    noted = [{"name": f"P {n}", "notes": [{"text": "x"}] * 600} for n in range(2)]
    many = api.post("interviews", json={"company": {"name": "Acme"}, "role": "x", "participants": noted})
    assert pointers(many) == ["/participants"]
