"""What is kept, to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import Response
from pydantic_core import to_json

from afterview.api.deps import JSON, Here_, noun
from afterview.api.schemas.exports import DecisionOut, ExportOut
from afterview.domain.documents import stamp, to_document
from afterview.services.templates import find_templates
from afterview.store.candidates import read_policy, read_profile
from afterview.store.companies import read_all_companies
from afterview.store.contacts import read_all_contacts
from afterview.store.decisions import load_all_decisions
from afterview.store.interviews import read_all_interviews

if TYPE_CHECKING:
    from afterview.domain.decisions import Decision

router = noun("service", "/exports")


@router.get("/afterview.json", response_model=ExportOut)
def export_everything(here: Here_) -> Response:
    """Everything that you keep here, as one document: candidate, address book, interviews, decisions, templates."""
    with here.read() as unit:
        decided = {made: {key: _said(one) for key, one in of.items()} for made, of in load_all_decisions(unit).items()}
        parts = {
            "release": to_json(here.release).decode(),
            "exported_at": to_json(stamp(unit.now)).decode(),
            "profile": read_profile(unit)[0],
            "policy": read_policy(unit)[0],
            "contacts": read_all_contacts(unit),
            "companies": read_all_companies(unit),
            "interviews": read_all_interviews(unit),
            "decisions": to_json(decided).decode(),
            "templates": to_json(find_templates(unit)).decode(),
        }
    text = ",".join(f'"{name}":{part}' for name, part in parts.items())
    return Response(
        f"{{{text}}}", headers={"Content-Disposition": 'attachment; filename="afterview.json"'}, media_type=JSON
    )


def _said(one: Decision) -> dict[str, Any]:
    """What a body of `POST /plan` would say of it. The text that was approved is in the step's history."""
    return {name: item for name, item in to_document(one).items() if name in DecisionOut.model_fields}
