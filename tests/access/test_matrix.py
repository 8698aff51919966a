"""Every operation by every kind of caller, generated from the contract: nobody sees or changes what is another's."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from afterview.api.access import NEEDS, needed
from afterview.store.tokens import Scope
from reaching import Open, Operation, operations

ALL = tuple(operations())
NAMES = [operation.name for operation in ALL]
REFUSED = {"make_demo": 409}
"""What the owner's example can't do here, and why not: there are interviews already."""

HEADERS = ("ETag", "Location")
Ids = dict[str, dict[str, str]]


@pytest.fixture
def ids(both: Open) -> Ids:
    """What stands in the places of the paths, for Alice and for Bob. A place without an id here fails the tests."""
    return {who: ids_of(both, who) for who in ("alice", "bob")}


def ids_of(both: Open, who: str) -> dict[str, str]:
    robin = {"name": f"Robin canary-{who}", "email": f"robin@{who}.example"}
    free = both.ask(who, "POST", "contacts", json=robin).json()["id"]
    kim = both.ask(who, "POST", "contacts", json={"name": f"Kim canary-{who}"}).json()["id"]
    globex = both.ask(who, "POST", "companies", json={"name": f"Globex canary-{who}"}).json()["id"]
    interview = both.ask(who, "GET", "interviews").json()["items"][0]["id"]
    notes = both.ask(who, "GET", f"interviews/{interview}/notes").json()["items"]
    note = next(one["id"] for one in notes if one["participant"] == "sam")
    inner = {"participant_id": "lee", "round_id": "onsite", "note_id": note, "event_id": "thanked"}
    token = both.id_of({"alice": "reader"}.get(who, who))
    outer = {"interview_id": interview, "contact_id": free, "token_id": token, "pitch_id": "latency"}
    return {**inner, **outer, "key": "onsite.personal.sam", "kind": "group", "other": kim, "company_id": globex}


def test_every_operation_that_is_more_than_a_read_has_a_rule_and_no_rule_is_left_over() -> None:
    assert not [op.name for op in ALL if op.method != "GET" and op.name not in NEEDS]
    assert not [name for name in NEEDS if name not in NAMES]


def test_only_what_keeps_nothing_may_be_done_for_reading() -> None:
    reads = {op.name for op in ALL if op.method != "GET" and needed(op.name, op.method) is Scope.READ}
    assert reads == {"plan_facts", "preview_plan", "check_draft", "import_file", "preview_template"}
    assert {op.name for op in ALL if needed(op.name, op.method) is None} == {"read_health", "sign_in", "sign_out"}


def test_who_has_no_good_token_gets_nothing_and_changes_nothing(both: Open, ids: Ids) -> None:
    before = both.kept("alice")
    for op, who in product(ALL, ("nobody", "revoked")):
        if needed(op.name, op.method) is None:
            continue
        answer = both.ask(who, op.method, op.address(**ids["alice"]), **op.body)
        assert (answer.status_code, answer.json()["status"]) == (401, 401), (op.name, who)
        assert "canary" not in answer.text
    assert both.kept("alice") == before


def test_who_may_only_read_reads_everything_and_changes_nothing(both: Open, ids: Ids) -> None:
    before = both.kept("alice")
    for op in ALL:
        for query in queries(op):
            answer = both.ask("reader", op.method, op.address(**ids["alice"]) + query, **body_of(both, op, ids))
            writes = needed(op.name, op.method) is Scope.WRITE or "apply=true" in query
            assert answer.status_code == 403 if writes else answer.status_code < 300, (op.name, query, answer.text)
            assert op.method == "GET" or both.kept("alice") == before, (op.name, query)
    assert both.kept("alice") == before


def test_another_owner_gets_nothing_and_changes_nothing(both: Open, ids: Ids) -> None:
    before, seen = both.kept("alice"), set()
    for op in ALL:
        for mixed in mixtures(op, ids):
            for query in queries(op):
                answer = both.ask("bob", op.method, op.address(**mixed) + query, **body_of(both, op, ids))
                assert "canary-alice" not in answer.text, (op.name, query)
                foreign = [name for name in op.names("path") if mixed[name] not in ids["bob"].values()]
                assert answer.status_code == 404 or not foreign, (op.name, query, answer.text)
                assert op.method == "GET" or both.kept("alice") == before, (op.name, query)
                seen.add(answer.status_code)
    assert both.kept("alice") == before
    assert {200, 201, 404} <= seen


def test_the_owner_may_do_everything_with_the_examples_of_the_contract(both: Open, ids: Ids) -> None:
    """So the addresses of the other tests are real, and so are the examples."""
    for op in ALL:
        answer = both.ask("alice", op.method, op.address(**ids["alice"]), **body_of(both, op, ids, "alice"))
        if op.name in REFUSED:
            assert answer.status_code == REFUSED[op.name], (op.name, answer.text)
        else:
            assert answer.status_code < 300, (op.name, answer.text)
        assert str(answer.status_code) in op.said["responses"], (op.name, answer.status_code)
        assert "canary-bob" not in answer.text


def test_the_headers_of_the_answers_are_those_that_the_contract_names(both: Open, ids: Ids) -> None:
    odd = []
    for op in ALL:
        answer = both.ask("alice", op.method, op.address(**ids["alice"]), **body_of(both, op, ids, "alice"))
        told = op.said["responses"][str(answer.status_code)].get("headers", {})
        same = {"If-None-Match": answer.headers.get("ETag", '"x"')}
        again = both.ask("alice", "GET", op.address(**ids["alice"]), headers=same) if op.method == "GET" else None
        odd += [f"{op.name}: {name}" for name in HEADERS if (name in answer.headers) is not (name in told)]
        odd += (
            [f"{op.name}: 304"] if again and (again.status_code == 304) is not ("304" in op.said["responses"]) else []
        )
    assert odd == []


def mixtures(op: Operation, ids: Ids) -> Iterator[dict[str, str]]:
    """Alice's ids and Bob's in every combination, but for Bob's alone, which are his."""
    places = op.names("path")
    his = {place: ids["bob"][place] for place in places}
    for chosen in product(*(sorted({ids["alice"][place], his[place]}) for place in places)):
        mixed = dict(zip(places, chosen, strict=True))
        if mixed != his or his == {place: ids["alice"][place] for place in places}:
            yield mixed


def queries(op: Operation) -> list[str]:
    """Without a query, and with each switch that the operation has turned on."""
    switches = [
        one["name"]
        for one in op.said.get("parameters", ())
        if one["in"] == "query" and one["schema"].get("type") == "boolean"
    ]
    return ["", *(f"?{name}=true" for name in switches)]


def body_of(both: Open, op: Operation, ids: Ids, who: str = "alice") -> dict[str, Any]:
    """The example; where a body names something that is kept, it is Alice's."""
    if op.name == "sign_in":
        return {"json": {"token": both.tokens[{"alice": "alice"}.get(who, "bob")]}}
    if op.name == "merge_contact":
        return {"json": {"contact": ids[who]["other"]}}
    if op.name == "preview_template":
        return {"json": op.body["json"] | {"interview": ids["alice"]["interview_id"]}}
    return op.body
