"""A fixed list of nasty values in every place that the contract names: no answer is ever a server's error."""

import json
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient

import people
from reaching import ANY, Operation, operations

IDS = {
    "participant_id": "sam",
    "round_id": "onsite",
    "note_id": "person",
    "event_id": "thanked",
    "pitch_id": "latency",
    "key": "onsite.group",
    "kind": "group",
}
VALUES = {
    "NUL": r'"a\u0000b"',
    "half a surrogate pair": r'"\ud800"',
    "the other half": r'"x\udfffy"',
    "a line break": r'"a\r\nb"',
    "nothing": '""',
    "blanks": '"   "',
    "a very long text": f'"{"x" * 120_000}"',
    "null": "null",
    "true": "true",
    "a negative number": "-1",
    "2 to the 31st": "2147483648",
    "2 to the 63rd": "9223372036854775808",
    "a number of 1,000 digits": "9" * 1_000,
    "1e400": "1e400",
    "a fraction": "0.1",
    "not a number": "NaN",
    "a list": "[]",
    "a list of lists": "[[[]]]",
    "an object": '{"a": {"b": []}}',
    "deep lists": "[" * 900 + "]" * 900,
    "too deep lists": "[" * 100_000,
    "a wrong day": '"2026-02-30"',
    "the end of time": '"9999-12-31T23:59:59-23:59"',
    "a format": '"%s {0} {{ x }} ${y}"',
    "SQL": '"\'; DROP TABLE owner; --"',
    "right to left": '"\u202e\u0000"',
    "a private character": '"\U0010ffff"',
}
IN_ADDRESSES = (
    "\x00",
    "\ud800",
    "%",
    "..",
    "-1",
    "9" * 400,
    "\u202e",
    "'",
    '"',
    "a b",
    "*",
    "{",
    "\r\n",
    "true",
    "\U0010ffff",
)
HERE = "<<here>>"


def test_no_nasty_value_in_any_field_of_a_body_is_a_servers_error(
    api: TestClient, acme: str, count: Callable[[str], int]
) -> None:
    """Each field in every run gets some of them, in turn; with --long all of them."""
    turn, odd = cycle(VALUES.items()), []
    for op in operations():
        if "json" not in op.body:
            continue
        for template in bodies(op.body["json"]):
            for name, value in islice(turn, min(count("nasties"), len(VALUES))):
                content = template.replace(f'"{HERE}"', value).encode()
                if ask(api, op, acme, content=content).status_code >= 500:
                    odd.append(f"{op.name}: {name} in {template[:200]}")
    assert odd == []


def test_no_nasty_value_in_any_path_or_query_is_a_servers_error(
    api: TestClient, acme: str, count: Callable[[str], int]
) -> None:
    """As above."""
    turn, odd = cycle(IN_ADDRESSES), []
    for op in operations():
        for where, name in [
            *(("path", one) for one in op.names("path")),
            *(("query", one) for one in op.names("query")),
        ]:
            for value in islice(turn, min(4 * count("nasties"), len(IN_ADDRESSES))):
                said = quote(value.encode("utf-8", "surrogatepass"), safe="")
                query = f"?{name}={said}" if where == "query" else ""
                ids = {name: said} if where == "path" else {}
                if ask(api, op, acme, query, ids, **op.body).status_code >= 500:
                    odd.append(f"{op.name}: {name}={said}")
    assert odd == []


def test_a_candidate_called_by_blanks_gets_a_plan(api: TestClient) -> None:
    """Found by the list above, in the check of who signs."""
    profile = people.ALEX | {"name": "   "}
    assert api.post("plan", json=people.plan_document(profile=profile)).status_code == 200


def ask(
    api: TestClient, op: Operation, acme: str, query: str = "", ids: dict[str, str] | None = None, **body: Any
) -> Any:
    """The answer; what the request takes away is brought back."""
    interview = acme.removeprefix("interviews/")
    places = {"interview_id": interview, "contact_id": "x", "company_id": "x", "token_id": "x", **IDS, **(ids or {})}
    headers = {**ANY, "Content-Type": "application/json"}
    answer = api.request(op.method, op.address(**places) + query, headers=headers, **body)
    if op.method == "DELETE" and answer.status_code == 204 and "interview_id" in op.path:
        api.post(f"{op.address(**places)}/restore")
    return answer


def bodies(example: Any) -> Iterator[str]:
    """The example, with each of its members, and itself, exchanged by a mark in turn."""
    yield json.dumps(HERE)
    if isinstance(example, dict):
        for name, item in example.items():
            yield from (json.dumps({**example, name: json.loads(inner)}) for inner in bodies(item))
    elif isinstance(example, list):
        for place, item in enumerate(example):
            yield from (
                json.dumps([*example[:place], json.loads(inner), *example[place + 1 :]]) for inner in bodies(item)
            )
