"""Imports: raw bytes in, a proposal out. The content decides what the file is; the Content-Type is a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import Depends, Query, Request, Response
from pydantic_core import to_json

from afterview.api.deps import JSON, Here_, answer, noun, once
from afterview.api.problems import answers
from afterview.api.schemas.imports import ProposalOut
from afterview.api.schemas.interviews import InterviewIn, InterviewOut
from afterview.domain.documents import to_document, to_value
from afterview.domain.errors import NeedsAnswer, NothingToApply
from afterview.domain.events import EventKind
from afterview.domain.facts import Interview
from afterview.domain.invitation.proposals import ProposalKind
from afterview.services.imports import apply_changes, read_file
from afterview.services.interviews import create_interview
from afterview.store.interviews import read_interview

if TYPE_CHECKING:
    from datetime import datetime

    from afterview.domain.invitation.knowing import Known
    from afterview.domain.invitation.proposals import Proposal

router = noun("imports")
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
@once
def import_file(
    request: Request,
    here: Here_,
    data: Annotated[bytes, Depends(raw_body)],
    apply: Annotated[bool, Query(description="Keep the interview at once, unless something has to be asked")] = False,  # noqa: FBT002 - a query parameter
) -> Response:
    """What an invitation says, as a proposal. Nothing is stored, unless `apply` says so.

    An invitation to an interview that is `known` changes that one; applied a second time it changes nothing.
    """
    if apply:
        here.caller.must_write()
    proposal, known = read_file(here.database, here.owner, data)
    if not apply:
        return Response(to_json(_document(proposal, known, here.now)), media_type=JSON)
    if known and proposal.kind not in NOTHING_IN_IT:
        _check_time(proposal)
        apply_changes(here.database, here.owner, known)
        with here.read() as unit:
            return answer(request, *read_interview(unit, known.interview_id))
    document = _answered(proposal)
    made = create_interview(here.database, here.owner, to_value(Interview, document.model_dump()))
    with here.read() as unit:
        return answer(request, *read_interview(unit, made), 201, Location=f"/api/v1/interviews/{made}")


def _document(proposal: Proposal, known: Known | None, now: datetime) -> dict[str, Any]:
    """The proposal as JSON. What can't become an interview has none, so that no script keeps it by mistake."""
    document = to_document(proposal)
    if proposal.kind in NOTHING_IN_IT:
        document["interview"] = None
    if known is None:
        return {**document, "known": None, "changes": None}
    cancelled = proposal.kind is ProposalKind.CANCELLATION
    event = {
        "kind": EventKind.ROUND_CANCELLED.value,
        "at": to_document(now.replace(microsecond=0)),
        "round": known.round.id,
    }
    said = {"interview_id": known.interview_id, "round": known.round.id, "message": known.message}
    changes = [{"pointer": c.pointer, "from": c.before, "to": c.after, "message": c.message} for c in known.changes]
    return {**document, "known": {**said, "event": event if cancelled else None}, "changes": changes}


def _check_time(proposal: Proposal) -> None:
    """An update whose time has to be asked changes nothing until it is answered."""
    if proposal.kind is ProposalKind.UPDATE and any(
        asked.pointer.startswith("/rounds") for asked in proposal.questions
    ):
        raise NeedsAnswer(questions=proposal.questions, interview=proposal.interview)


def _answered(proposal: Proposal) -> InterviewIn:
    """The document, if nothing has to be asked and there is something to import."""
    if proposal.kind in NOTHING_IN_IT:
        raise NothingToApply(proposal.message)
    if proposal.questions:
        raise NeedsAnswer(questions=proposal.questions, interview=proposal.interview)
    return InterviewIn.model_validate(proposal.interview)
