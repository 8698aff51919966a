"""Imports: raw bytes in, a proposal out. The content decides what the file is; the Content-Type is a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic_core import to_json

from afterview.api.deps import JSON, Here_, answer
from afterview.api.problems import answers
from afterview.api.schemas.imports import ProposalOut
from afterview.api.schemas.interviews import InterviewIn, InterviewOut
from afterview.domain.documents import to_document, to_value
from afterview.domain.errors import NeedsAnswer, NothingToApply
from afterview.domain.facts import Interview
from afterview.domain.invitation.proposals import ProposalKind
from afterview.services.imports import read_file
from afterview.services.interviews import create_interview
from afterview.store.interviews import read_interview

if TYPE_CHECKING:
    from afterview.domain.invitation.proposals import Proposal

router = APIRouter(tags=["imports"])
NOTHING_IN_IT: Final = frozenset({ProposalKind.CANCELLATION, ProposalKind.REPLY, ProposalKind.COUNTER})
RAW: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "description": "An invitation (.ics), or the mail that carries it (.eml): 1 MiB at most",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


async def raw_body(request: Request) -> bytes:
    """The bytes, whatever they are called."""
    return await request.body()


@router.post(
    "/imports",
    response_model=ProposalOut,
    responses={**answers(409, 413), 201: {"model": InterviewOut, "description": "With `apply=true`: the interview"}},
    openapi_extra=RAW,
)
def import_file(
    request: Request,
    here: Here_,
    data: Annotated[bytes, Depends(raw_body)],
    apply: Annotated[bool, Query(description="Keep the interview at once, unless something has to be asked")] = False,  # noqa: FBT002 - a query parameter
) -> Response:
    """What an invitation says, as a proposal. Nothing is stored, unless `apply` says so."""
    proposal = read_file(here.database, here.owner, data)
    if not apply:
        return Response(to_json({**to_document(proposal), "changes": None}), media_type=JSON)
    document = _answered(proposal)
    made = create_interview(here.database, here.owner, to_value(Interview, document.model_dump()))
    with here.read() as unit:
        return answer(request, *read_interview(unit, made), 201, Location=f"/api/v1/interviews/{made}")


def _answered(proposal: Proposal) -> InterviewIn:
    """The document, if nothing has to be asked and there is something to import."""
    if proposal.kind in NOTHING_IN_IT:
        raise NothingToApply(proposal.message)
    if proposal.questions:
        raise NeedsAnswer(questions=proposal.questions, interview=proposal.interview)
    return InterviewIn.model_validate(proposal.interview)
