"""The people of an interview: part of its version. What belongs to the contact is written to the contact."""

from __future__ import annotations

from dataclasses import replace

from fastapi import Request, Response

from afterview.api.deps import Deleted, Here_, Inner, Match, Stored, answer, found, noun, once
from afterview.api.problems import answers
from afterview.api.schemas.interviews import ParticipantIn, ParticipantOut, ParticipantPage
from afterview.api.schemas.patches import ParticipantPatch, merged
from afterview.domain.documents import to_document, to_value
from afterview.domain.facts import Participant
from afterview.services import interviews as services
from afterview.services import undo
from afterview.store import interviews as store

router = noun("interviews", "/interviews/{interview_id}/participants")
WRITE = answers(400, 404, 412, 415, 428)


@router.get("", response_model=ParticipantPage, responses=answers(404))
def list_participants(request: Request, here: Here_, interview_id: Stored, deleted: Deleted = False) -> Response:  # noqa: FBT002 - a query parameter
    """Every participant of the interview. The ETag is the interview's."""
    with here.read() as unit:
        return answer(request, *store.read_participants(unit, interview_id, deleted=deleted))


@router.get("/{participant_id}", response_model=ParticipantOut, responses=answers(404))
def read_participant(request: Request, here: Here_, interview_id: Stored, participant_id: Inner) -> Response:
    """One participant. The ETag is the interview's."""
    return found(request, here, store.read_participant, interview_id, participant_id)


@router.put("/{participant_id}", response_model=ParticipantOut, responses={**WRITE, 201: {"model": ParticipantOut}})
def put_participant(
    request: Request, here: Here_, interview_id: Stored, participant_id: Inner, match: Match, body: ParticipantIn
) -> Response:
    """Create or replace a participant. Who was here before comes back under their old id, with notes and edits."""
    person = to_value(Participant, {**body.model_dump(), "id": participant_id})
    made, new = services.put_participant(
        here.database, here.owner, interview_id, match, person, notes="notes" in body.model_fields_set
    )
    address = f"/api/v1/interviews/{interview_id}/participants/{made}"
    return found(request, here, store.read_participant, interview_id, made, made=address if new else "")


@router.patch("/{participant_id}", response_model=ParticipantOut, responses=WRITE)
def change_participant(
    request: Request, here: Here_, interview_id: Stored, participant_id: Inner, match: Match, body: ParticipantPatch
) -> Response:
    """Change a participant: a JSON merge patch. Notes have addresses of their own."""

    def patched(old: Participant) -> Participant:
        document = {**to_document(old), "notes": []}
        new = to_value(Participant, merged(ParticipantIn, document, body).model_dump())
        return replace(new, id=old.id, notes=old.notes)

    services.change_participant(here.database, here.owner, interview_id, participant_id, match, patched)
    return found(request, here, store.read_participant, interview_id, participant_id)


@router.delete("/{participant_id}", status_code=204, responses=answers(404, 412, 428))
def delete_participant(here: Here_, interview_id: Stored, participant_id: Inner, match: Match) -> Response:
    """Take a person out of the interview; notes and edits stay for when they come back."""
    services.delete_participant(here.database, here.owner, interview_id, participant_id, match)
    return Response(status_code=204)


@router.post("/{participant_id}/restore", response_model=ParticipantOut, responses=answers(404))
@once
def restore_participant(request: Request, here: Here_, interview_id: Stored, participant_id: Inner) -> Response:
    """Undo the delete of the last 30 days."""
    undo.restore_participant(here.database, here.owner, interview_id, participant_id)
    return found(request, here, store.read_participant, interview_id, participant_id)
