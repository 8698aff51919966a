"""Notes: what was said with a participant. Their versions are their own."""

from __future__ import annotations

from fastapi import Request, Response

from afterview.api.deps import Deleted, Here_, Inner, Match, Stored, answer, found, noun, once, page
from afterview.api.problems import answers
from afterview.api.schemas.interviews import NoteIn, NoteNew, NoteOut, NotePage
from afterview.api.schemas.patches import NotePatch, merged
from afterview.domain.documents import to_document, to_value
from afterview.domain.facts import Note
from afterview.services import notes as services
from afterview.services import undo
from afterview.store import notes as store
from afterview.store.interviews import read_version

router = noun("interviews", "/interviews/{interview_id}/notes")


@router.get("", response_model=NotePage, responses=answers(404))
def list_notes(request: Request, here: Here_, interview_id: Stored, deleted: Deleted = False) -> Response:  # noqa: FBT002 - a query parameter
    """Every note of the interview."""
    with here.read() as unit:
        read_version(unit, interview_id)
        return page(request, store.read_notes(unit, interview_id, deleted=deleted), None)


@router.post("", status_code=201, response_model=NoteOut, responses=answers(400, 404, 413, 415))
@once
def add_note(request: Request, here: Here_, interview_id: Stored, body: NoteNew) -> Response:
    """Keep a note about a participant."""
    note = to_value(Note, body.model_dump())
    made = services.add_note(here.database, here.owner, interview_id, body.participant, note)
    return found(
        request, here, store.read_note, interview_id, made, made=f"/api/v1/interviews/{interview_id}/notes/{made}"
    )


@router.get("/{note_id}", response_model=NoteOut, responses=answers(404))
def read_note(request: Request, here: Here_, interview_id: Stored, note_id: Inner) -> Response:
    """One note."""
    with here.read() as unit:
        read_version(unit, interview_id)
        return answer(request, *store.read_note(unit, interview_id, note_id))


@router.patch("/{note_id}", response_model=NoteOut, responses=answers(400, 404, 412, 415, 428))
def change_note(
    request: Request, here: Here_, interview_id: Stored, note_id: Inner, match: Match, body: NotePatch
) -> Response:
    """Change a note: a JSON merge patch."""

    def patched(old: Note) -> Note:
        return to_value(Note, merged(NoteIn, to_document(old), body).model_dump())

    services.change_note(here.database, here.owner, interview_id, note_id, match, patched)
    return found(request, here, store.read_note, interview_id, note_id)


@router.delete("/{note_id}", status_code=204, responses=answers(404, 412, 428))
def delete_note(here: Here_, interview_id: Stored, note_id: Inner, match: Match) -> Response:
    """Take a note away."""
    services.delete_note(here.database, here.owner, interview_id, note_id, match)
    return Response(status_code=204)


@router.post("/{note_id}/restore", response_model=NoteOut, responses=answers(404))
@once
def restore_note(request: Request, here: Here_, interview_id: Stored, note_id: Inner) -> Response:
    """Undo the delete of the last 30 days."""
    undo.restore_note(here.database, here.owner, interview_id, note_id)
    return found(request, here, store.read_note, interview_id, note_id)
