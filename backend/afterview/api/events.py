"""Events: what happened. Their versions are their own; keeping one needs no If-Match."""

from __future__ import annotations

from fastapi import Request, Response

from afterview.api.deps import Deleted, Here_, Inner, Match, Stored, answer, found, noun, once, page
from afterview.api.problems import answers
from afterview.api.schemas.events import EventIn, EventOut, EventPage
from afterview.api.schemas.patches import EventPatch, merged
from afterview.domain.documents import to_document, to_value
from afterview.domain.events import FIELDS, Event
from afterview.services import events as services
from afterview.services import undo
from afterview.store import events as store
from afterview.store.interviews import read_version

router = noun("interviews", "/interviews/{interview_id}/events")


@router.get("", response_model=EventPage, responses=answers(404))
def list_events(request: Request, here: Here_, interview_id: Stored, deleted: Deleted = False) -> Response:  # noqa: FBT002 - a query parameter
    """Every event of the interview."""
    with here.read() as unit:
        read_version(unit, interview_id)
        return page(request, store.read_events(unit, interview_id, deleted=deleted), None)


@router.post("", status_code=201, response_model=EventOut, responses=answers(400, 404, 409, 413, 415))
@once
def add_event(request: Request, here: Here_, interview_id: Stored, body: EventIn) -> Response:
    """Keep something that happened; the plan follows."""
    made = services.add_event(here.database, here.owner, interview_id, to_value(Event, body.model_dump()))
    return found(
        request, here, store.read_event, interview_id, made, made=f"/api/v1/interviews/{interview_id}/events/{made}"
    )


@router.get("/{event_id}", response_model=EventOut, responses=answers(404))
def read_event(request: Request, here: Here_, interview_id: Stored, event_id: Inner) -> Response:
    """One event."""
    with here.read() as unit:
        read_version(unit, interview_id)
        return answer(request, *store.read_event(unit, interview_id, event_id))


@router.patch("/{event_id}", response_model=EventOut, responses=answers(400, 404, 409, 412, 415, 428))
def change_event(
    request: Request, here: Here_, interview_id: Stored, event_id: Inner, match: Match, body: EventPatch
) -> Response:
    """Correct an event: a JSON merge patch."""

    def patched(old: Event) -> Event:
        said = {"kind", "at", *FIELDS[old.kind]}
        document = {name: item for name, item in to_document(old).items() if name in said and item not in (None, "")}
        return to_value(Event, merged(EventIn, document, body).model_dump())

    services.change_event(here.database, here.owner, interview_id, event_id, match, patched)
    return found(request, here, store.read_event, interview_id, event_id)


@router.delete("/{event_id}", status_code=204, responses=answers(404, 412, 428))
def delete_event(here: Here_, interview_id: Stored, event_id: Inner, match: Match) -> Response:
    """Take an event away: the plan goes on as if it had not happened."""
    services.delete_event(here.database, here.owner, interview_id, event_id, match)
    return Response(status_code=204)


@router.post("/{event_id}/restore", response_model=EventOut, responses=answers(404))
@once
def restore_event(request: Request, here: Here_, interview_id: Stored, event_id: Inner) -> Response:
    """Undo the delete of the last 30 days."""
    undo.restore_event(here.database, here.owner, interview_id, event_id)
    return found(request, here, store.read_event, interview_id, event_id)
