"""The rounds of an interview: part of its version."""

from __future__ import annotations

from fastapi import Request, Response

from afterview.api.deps import Deleted, Here_, Inner, Match, Stored, answer, found, noun, once
from afterview.api.problems import answers
from afterview.api.schemas.interviews import RoundIn, RoundOut, RoundPage
from afterview.api.schemas.patches import RoundPatch, merged
from afterview.domain.documents import to_document, to_value
from afterview.domain.facts import Round
from afterview.services import interviews as services
from afterview.services import undo
from afterview.store import interviews as store

router = noun("interviews", "/interviews/{interview_id}/rounds")
WRITE = answers(400, 404, 412, 415, 428)


@router.get("", response_model=RoundPage, responses=answers(404))
def list_rounds(request: Request, here: Here_, interview_id: Stored, deleted: Deleted = False) -> Response:  # noqa: FBT002 - a query parameter
    """Every round of the interview. The ETag is the interview's."""
    with here.read() as unit:
        return answer(request, *store.read_rounds(unit, interview_id, deleted=deleted))


@router.get("/{round_id}", response_model=RoundOut, responses=answers(404))
def read_round(request: Request, here: Here_, interview_id: Stored, round_id: Inner) -> Response:
    """One round. The ETag is the interview's."""
    return found(request, here, store.read_round, interview_id, round_id)


@router.put("/{round_id}", response_model=RoundOut, responses={**WRITE, 201: {"model": RoundOut}})
def put_round(
    request: Request, here: Here_, interview_id: Stored, round_id: Inner, match: Match, body: RoundIn
) -> Response:
    """Create or replace a round."""
    sitting = to_value(Round, {**body.model_dump(), "id": round_id})
    new = services.put_round(here.database, here.owner, interview_id, match, sitting)
    address = f"/api/v1/interviews/{interview_id}/rounds/{round_id}"
    return found(request, here, store.read_round, interview_id, round_id, made=address if new else "")


@router.patch("/{round_id}", response_model=RoundOut, responses=WRITE)
def change_round(
    request: Request, here: Here_, interview_id: Stored, round_id: Inner, match: Match, body: RoundPatch
) -> Response:
    """Change a round: a JSON merge patch."""

    def patched(old: Round) -> Round:
        return to_value(Round, merged(RoundIn, to_document(old), body).model_dump())

    services.change_round(here.database, here.owner, interview_id, round_id, match, patched)
    return found(request, here, store.read_round, interview_id, round_id)


@router.delete("/{round_id}", status_code=204, responses=answers(404, 412, 428))
def delete_round(here: Here_, interview_id: Stored, round_id: Inner, match: Match) -> Response:
    """Take a round out of the interview; edits stay."""
    services.delete_round(here.database, here.owner, interview_id, round_id, match)
    return Response(status_code=204)


@router.post("/{round_id}/restore", response_model=RoundOut, responses=answers(404))
@once
def restore_round(request: Request, here: Here_, interview_id: Stored, round_id: Inner) -> Response:
    """Undo the delete of the last 30 days."""
    undo.restore_round(here.database, here.owner, interview_id, round_id)
    return found(request, here, store.read_round, interview_id, round_id)
