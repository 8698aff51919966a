"""Interviews: the list, the document, its own fields."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import Query, Request, Response

from afterview.api.deps import (
    Cursor,
    Deleted,
    Erase,
    Here_,
    Limit,
    Match,
    Search,
    Stored,
    answer,
    found,
    has_already,
    listed,
    noun,
    once,
)
from afterview.api.problems import answers
from afterview.api.schemas.interviews import InterviewIn, InterviewOut, InterviewOwn, InterviewPage
from afterview.api.schemas.patches import InterviewPatch, merged
from afterview.domain.documents import to_document, to_value
from afterview.domain.facts import Interview
from afterview.services import interviews as services
from afterview.services import undo
from afterview.services.erasing import erase_interview
from afterview.store import interviews as store
from afterview.store.tables import Page

router = noun("interviews", "/interviews")
Sort = Literal["name", "-name", "updated_at", "-updated_at", "starts_at", "-starts_at"]
OWN = frozenset(InterviewOwn.model_fields)


@router.get("", response_model=InterviewPage)
def list_interviews(
    request: Request,
    here: Here_,
    q: Search = None,
    sort: Annotated[Sort, Query()] = "-updated_at",
    limit: Limit = 50,
    cursor: Cursor = None,
    deleted: Deleted = False,  # noqa: FBT002 - a query parameter
) -> Response:
    """A page of interviews, without their notes and events. ``q`` searches companies, roles, people and notes."""
    wanted = Page(sort, limit, cursor, q, deleted)
    return listed(request, here, "interviews", lambda unit: store.read_interviews(unit, wanted))


@router.post("", status_code=201, response_model=InterviewOut, responses=answers(400, 409, 413, 415))
@once
def create_interview(request: Request, here: Here_, body: InterviewIn) -> Response:
    """Keep a whole document. Who has a known address becomes that contact; items without an id get one."""
    made = services.create_interview(here.database, here.owner, to_value(Interview, body.model_dump()))
    return found(request, here, store.read_interview, made, made=f"/api/v1/interviews/{made}")


@router.get("/{interview_id}", response_model=InterviewOut, responses=answers(404))
def read_interview(request: Request, here: Here_, interview_id: Stored) -> Response:
    """The whole document, with events and notes."""
    with here.read() as unit:
        if "if-none-match" in request.headers:
            tag = f'"{store.read_version(unit, interview_id)}"'
            if has_already(request, tag):
                return Response(status_code=304, headers={"ETag": tag})
        return answer(request, *store.read_interview(unit, interview_id))


@router.put("/{interview_id}", response_model=InterviewOut, responses=answers(400, 404, 412, 415, 428))
def replace_interview(
    request: Request, here: Here_, interview_id: Stored, match: Match, body: InterviewOwn
) -> Response:
    """Replace the document's own fields; people, rounds, notes and events have addresses of their own."""
    new = to_value(Interview, body.model_dump())
    services.change_interview(here.database, here.owner, interview_id, match, lambda old: _own(old, new))
    return found(request, here, store.read_interview, interview_id)


@router.patch("/{interview_id}", response_model=InterviewOut, responses=answers(400, 404, 412, 415, 428))
def change_interview(
    request: Request, here: Here_, interview_id: Stored, match: Match, body: InterviewPatch
) -> Response:
    """Change the document's own fields: a JSON merge patch, in which null means the default."""

    def patched(old: Interview) -> Interview:
        document = {name: item for name, item in to_document(old).items() if name in OWN}
        return _own(old, to_value(Interview, merged(InterviewOwn, document, body).model_dump()))

    services.change_interview(here.database, here.owner, interview_id, match, patched)
    return found(request, here, store.read_interview, interview_id)


@router.delete("/{interview_id}", status_code=204, responses=answers(404, 412, 428))
def delete_interview(here: Here_, interview_id: Stored, match: Match, erase: Erase = False) -> Response:  # noqa: FBT002 - a query parameter
    """Take the interview out of every list.

    `erase=true` erases it with its rounds, notes, events, decisions and texts. Its people stay in the address book.
    """
    if erase:
        erase_interview(here.database, here.owner, interview_id, match)
    else:
        services.delete_interview(here.database, here.owner, interview_id, match)
    return Response(status_code=204)


@router.post("/{interview_id}/restore", response_model=InterviewOut, responses=answers(404))
@once
def restore_interview(request: Request, here: Here_, interview_id: Stored) -> Response:
    """Undo the delete of the last 30 days."""
    undo.restore_interview(here.database, here.owner, interview_id)
    return found(request, here, store.read_interview, interview_id)


def _own(old: Interview, new: Interview) -> Interview:
    return replace(new, participants=old.participants, rounds=old.rounds, events=old.events)
