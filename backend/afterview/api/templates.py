"""Templates of one's own, one for each kind of step: of the parts that the writer writes, and of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Path, Request, Response
from pydantic import StringConstraints
from pydantic_core import to_json

from afterview.api.deps import JSON, Here_, Match, has_already, noun, page
from afterview.api.problems import answers
from afterview.api.schemas.templates import (
    PastTemplates,
    SampleIn,
    SampleOut,
    TemplateIn,
    TemplateOut,
    TemplatePage,
)
from afterview.domain.documents import to_document
from afterview.domain.templating.own import OwnTemplate, check_kind
from afterview.services import templates as services
from afterview.store.templates import read_template_history

if TYPE_CHECKING:
    from afterview.api.deps import Here

router = noun("candidate", "/templates")
TemplateKind = Annotated[
    str,
    Path(description="A kind of step, as the list has it"),
    StringConstraints(max_length=40, pattern=r"^[a-z0-9.-]+$"),
]


@router.get("", response_model=TemplatePage)
def list_templates(here: Here_) -> Response:
    """The template of every kind of text, yours or the original, in the order of the rules."""
    with here.read() as unit:
        items = services.find_templates(unit)
    return Response(to_json({"items": items, "next": None}), media_type=JSON)


@router.get("/{kind}", response_model=TemplateOut, responses=answers(404))
def read_template(request: Request, here: Here_, kind: TemplateKind) -> Response:
    """One template, the names that may stand in it, and the original. The ETag is its version, "0" if never changed."""
    return _template(request, here, kind)


@router.put("/{kind}", response_model=TemplateOut, responses=answers(400, 404, 412, 413, 415, 428))
def write_template(request: Request, here: Here_, kind: TemplateKind, match: Match, body: TemplateIn) -> Response:
    """Keep a template of your own. A fault says its line and column; an empty subject is the writer's."""
    services.save_template(here.database, here.owner, kind, match, OwnTemplate(body.subject, body.body))
    return _template(request, here, kind)


@router.delete("/{kind}", status_code=204, responses=answers(404, 412, 428))
def drop_template(here: Here_, kind: TemplateKind, match: Match) -> Response:
    """Go back to the original. What you wrote stays in the history."""
    services.save_template(here.database, here.owner, kind, match, None)
    return Response(status_code=204)


@router.get("/{kind}/history", response_model=PastTemplates, responses=answers(404))
def read_past_templates(request: Request, here: Here_, kind: TemplateKind) -> Response:
    """The templates of yours that were kept for the kind, the newest first. `PUT` one to have it back."""
    check_kind(kind)
    with here.read() as unit:
        return page(request, read_template_history(unit, kind), None)


@router.post("/{kind}/preview", response_model=SampleOut, responses=answers(400, 404, 413, 415))
def preview_template(here: Here_, kind: TemplateKind, body: SampleIn) -> Response:
    """What a template would write for a step of yours or of the example, with what the checks say. Stores nothing."""
    with here.read() as unit:
        sample = services.preview_template(unit, kind, OwnTemplate(body.subject, body.body), body.interview)
    told: dict[str, Any] = {"interview": sample.interview, "step": sample.step}
    findings = [to_document(finding) for finding in sample.findings]
    return Response(to_json({**told, **to_document(sample.text), "findings": findings}), media_type=JSON)


def _template(request: Request, here: Here, kind: str) -> Response:
    with here.read() as unit:
        found = services.find_template(unit, kind)
    etag = f'"{found["version"]}"'
    if request.method == "GET" and has_already(request, etag):
        return Response(status_code=304, headers={"ETag": etag})
    return Response(to_json(found), 200, {"ETag": etag}, JSON)
