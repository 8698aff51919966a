"""The committed contract is the app's, each answer is what it says, and no operation goes without a description."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, TypeAdapter

import people
from afterview.api.schemas.candidates import PitchOut, PitchPage, PolicyOut, ProfileOut
from afterview.api.schemas.contacts import ContactOut, ContactPage
from afterview.api.schemas.events import EventOut, EventPage
from afterview.api.schemas.imports import ProposalOut
from afterview.api.schemas.interviews import (
    InterviewOut,
    InterviewPage,
    NoteOut,
    NotePage,
    ParticipantOut,
    ParticipantPage,
    RoundOut,
    RoundPage,
)
from afterview.api.schemas.plans import AgendaPage, DraftOut, FindingsOut, MailtoOut, PastTexts, PlanOut, StepOut
from afterview.api.schemas.previews import PreviewOut
from afterview.api.schemas.templates import PastTemplates, SampleOut, TemplateOut, TemplatePage
from afterview.app import create_app
from afterview.settings import Settings

ROOT = Path(__file__).parents[2]
METHODS = {"get", "post", "put", "patch", "delete"}
INVITATION = (ROOT / "tests" / "samples" / "addresses-in-all-forms.ics").read_bytes()
OFFER = {"kind": "offer", "at": "2026-03-12", "base": "180,000"}


@pytest.fixture
def contract(tmp_path: Path) -> dict[str, Any]:
    app: FastAPI = create_app(Settings(data=tmp_path))
    app.state.database.close()
    return app.openapi()


def test_the_committed_contract_is_the_apps(contract: dict[str, Any]) -> None:
    committed = json.loads((ROOT / "openapi" / "openapi.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(contract)), "run: python3 dev.py openapi"


def test_every_operation_is_described_and_has_a_readable_id(contract: dict[str, Any]) -> None:
    assert contract["openapi"].startswith("3.1")
    operations = [
        operation for path in contract["paths"].values() for method, operation in path.items() if method in METHODS
    ]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for operation in operations:
        assert operation["description"], operation["operationId"]
        assert operation["tags"], operation["operationId"]
        assert re.fullmatch(r"[a-z_]+", operation["operationId"])
        assert len(operation["summary"]) < 110, operation["operationId"]
        assert all(one["description"] for one in operation.get("parameters", ())), operation["operationId"]
        bodies = operation.get("requestBody", {}).get("content", {})
        assert not bodies or "example" in bodies.get("application/json", {"example": ""}), operation["operationId"]
        problems = [a for status, a in operation["responses"].items() if status.startswith("4")]
        assert all("application/problem+json" in answer["content"] for answer in problems), operation["operationId"]


def test_what_takes_a_key_for_once_says_that_it_may_be_in_flight_or_erased(contract: dict[str, Any]) -> None:
    operations = [operation for path in contract["paths"].values() for operation in path.values()]
    once = [one for one in operations if "Idempotency-Key" in {given["name"] for given in one.get("parameters", ())}]
    assert len(once) > 10
    assert not [one["operationId"] for one in once if not {"409", "422"} <= set(one["responses"])]


def test_every_member_of_every_document_says_what_it_means(contract: dict[str, Any]) -> None:
    """The words stand in glossary.toml; a new one has to be told there, or beside its field."""
    schemas = contract["components"]["schemas"]
    members = [(name, word, said) for name, one in schemas.items() for word, said in one.get("properties", {}).items()]
    assert not [f"{name}.{word}" for name, word, said in members if not said.get("description")]


def test_no_meaning_and_no_example_is_left_over(contract: dict[str, Any]) -> None:
    api = ROOT / "backend" / "afterview" / "api"
    examples = json.loads((api / "examples.json").read_text(encoding="utf-8"))
    known = {operation["operationId"] for path in contract["paths"].values() for operation in path.values()}
    assert set(examples) <= known
    glossary = tomllib.loads((api / "glossary.toml").read_text(encoding="utf-8"))
    schemas = contract["components"]["schemas"]
    glossary.pop("queries")
    for noun, words in glossary.items():
        some = [one for name, one in schemas.items() if noun == "words" or noun in name]
        members = {word for one in some for word in one.get("properties", {})}
        assert set(words) <= members, noun


def holds(model: type[BaseModel], answer: Any) -> None:
    """Whether an answer is exactly what its schema says, no member more and none less."""
    TypeAdapter(model).validate_json(answer.content)
    schema = set(model.model_json_schema(mode="serialization").get("required", ()))
    assert schema <= set(answer.json()), model


def test_each_read_is_what_its_schema_says(api: TestClient, acme: str) -> None:
    note = api.get(acme).json()["participants"][0]["notes"][0]["id"]
    contact = api.get("contacts").json()["items"][0]["id"]
    api.put(f"{acme}/steps/onsite.group/draft", json={"subject": "a", "body": "b"}, headers={"If-Match": "*"})
    reads: dict[type[BaseModel], str] = {
        InterviewPage: "interviews",
        InterviewOut: acme,
        ParticipantOut: f"{acme}/participants/sam",
        RoundOut: f"{acme}/rounds/onsite",
        ParticipantPage: f"{acme}/participants",
        RoundPage: f"{acme}/rounds",
        NotePage: f"{acme}/notes",
        NoteOut: f"{acme}/notes/{note}",
        EventPage: f"{acme}/events",
        EventOut: f"{acme}/events/thanked",
        PlanOut: f"{acme}/plan?include=drafts,findings",
        AgendaPage: "plan",
        DraftOut: f"{acme}/steps/onsite.group/draft",
        PastTexts: f"{acme}/steps/onsite.group/draft/history",
        TemplatePage: "templates",
        TemplateOut: "templates/group",
        PastTemplates: "templates/group/history",
        MailtoOut: f"{acme}/steps/onsite.personal.sam/mailto",
        ContactPage: "contacts",
        ContactOut: f"contacts/{contact}",
        ProfileOut: "profile",
        PolicyOut: "policy",
        PitchPage: "pitches",
        PitchOut: "pitches/latency",
    }
    for model, address in reads.items():
        answer = api.get(address)
        assert answer.status_code == 200, (address, answer.text)
        holds(model, answer)


def test_each_write_answers_what_its_schema_says(api: TestClient, acme: str) -> None:
    holds(PlanOut, api.post("plan", json=people.plan_document()))
    holds(ProposalOut, api.post("imports", content=INVITATION))
    holds(PreviewOut, api.post(f"{acme}/plan/preview", json={"events": [OFFER]}))
    holds(FindingsOut, api.post(f"{acme}/steps/onsite.group/draft/check", json={"subject": "a", "body": "[b]"}))
    holds(SampleOut, api.post("templates/group/preview", json={"body": "{{ greeting }}"}))
    holds(StepOut, api.put(f"{acme}/steps/onsite.group/state", json={"state": "ready"}))


def test_what_is_read_can_be_sent_back(api: TestClient, acme: str) -> None:
    """Fields that the server owns are passed over."""
    whole = api.get(acme).json()
    assert api.post("interviews", json=whole).status_code == 201
    for address in (f"{acme}/participants/sam", f"{acme}/rounds/onsite", "profile", "policy"):
        before = api.get(address)
        after = api.put(address, json=before.json(), headers={"If-Match": before.headers["ETag"]})
        assert after.status_code == 200, (address, after.text)
        own = {"version", "updated_at"}
        assert {k: v for k, v in after.json().items() if k not in own} == {
            k: v for k, v in before.json().items() if k not in own
        }
