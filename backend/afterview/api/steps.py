"""A step: its text, what became of it, and the ways to hand it on to other programs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from fastapi import Request, Response
from pydantic_core import to_json

from afterview.api.deps import JSON, Cursor, Here_, Limit, Match, StepKey, Stored, basis, noun, page
from afterview.api.problems import answers
from afterview.api.schemas.plans import (
    BlockedOut,
    DraftOut,
    EditIn,
    FindingsOut,
    MailtoOut,
    PastTexts,
    StateIn,
    StepOut,
    TextIn,
)
from afterview.api.schemas.rendering import UNDECIDED, step_json
from afterview.domain.decisions import Override, Text
from afterview.domain.documents import moment, to_document, to_value
from afterview.domain.texts import draft_document
from afterview.formats.addresses import Correspondent
from afterview.formats.calendar import Reminder, write_reminder
from afterview.formats.maildraft import MailDraft, write_mail
from afterview.formats.mailto import mail_link
from afterview.services import steps as services
from afterview.store.decisions import read_history
from afterview.store.interviews import read_version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from afterview.domain.facts import Participant
    from afterview.domain.texts import Draft

router = noun("steps", "/interviews/{interview_id}/steps/{key}")
INSTANCE: Final = "afterview.local"
"""The right side of the calendar entries' identities."""
BLOCKED: Final[dict[int | str, dict[str, Any]]] = {
    409: {"model": BlockedOut, "description": "A rule forbids it; of findings that block, `findings` says which"}
}


def _file(kind: str, what: str) -> dict[str, Any]:
    return {"description": what, "content": {kind: {"schema": {"type": "string", "format": "binary"}}}}


@router.get("/draft", response_model=DraftOut, responses=answers(404))
def read_draft(here: Here_, interview_id: Stored, key: StepKey) -> Response:
    """The step's text: as it stands, as it is generated now, as you wrote it. The ETag is the version of your text."""
    with here.read() as unit:
        return _draft(*services.find_draft(unit, interview_id, key))


@router.put("/draft", response_model=DraftOut, responses=answers(400, 404, 412, 413, 415, 428))
def write_draft(here: Here_, interview_id: Stored, key: StepKey, match: Match, body: EditIn) -> Response:
    """Keep your own text. `base` is the generated text that it began from; changed facts make it `outdated`."""
    text = Text(body.subject, body.body)
    base = Text(body.base.subject, body.base.body) if body.base else None
    return _draft(*services.save_draft(here.database, here.owner, interview_id, key, match, text, base))


@router.delete("/draft", status_code=204, responses=answers(404, 412, 428))
def drop_draft(here: Here_, interview_id: Stored, key: StepKey, match: Match) -> Response:
    """Go back to the generated text. What you wrote stays in the history."""
    services.drop_draft(here.database, here.owner, interview_id, key, match)
    return Response(status_code=204)


@router.get("/draft/history", response_model=PastTexts, responses=answers(404))
def read_drafts(
    request: Request, here: Here_, interview_id: Stored, key: StepKey, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Every text that was saved, taken, approved or sent for the step, the newest first. `PUT` one to have it back."""
    with here.read() as unit:
        read_version(unit, interview_id)
        return page(request, *read_history(unit, interview_id, key, limit, cursor))


@router.post("/draft/check", response_model=FindingsOut, responses=answers(400, 404, 413, 415))
def check_draft(here: Here_, interview_id: Stored, key: StepKey, body: TextIn) -> Response:
    """What the checks say of a text, as if it were the step's: while you write. Nothing is stored."""
    with here.read() as unit:
        base = basis(here, unit, None)
        case = here.kept.get(
            ("plan", here.owner, interview_id), base, lambda: services.load_case(unit, interview_id, base.today)
        )
    drafts = here.kept.get(("drafts", here.owner, interview_id), base, case.drafts)
    findings = case.findings_in(key, Text(body.subject, body.body), drafts)
    return Response(to_json({"findings": [to_document(finding) for finding in findings]}), media_type=JSON)


@router.put(
    "/state",
    response_model=StepOut,
    responses={**answers(400, 404, 415), **BLOCKED, 204: {"description": "Done; the plan no longer holds the step"}},
)
def change_state(here: Here_, interview_id: Stored, key: StepKey, body: StateIn) -> Response:
    """Approve a text, say that a step happened (this writes its event), skip it, move it, or take that back."""
    wish = services.Wish(
        body.state,
        at=moment(body.at) if body.at else None,
        reason=body.reason or "",
        due_on=date.fromisoformat(body.due_on) if body.due_on else None,
        overrides=tuple(to_value(Override, override.model_dump()) for override in body.overrides),
    )
    case, step = services.change_state(here.database, here.owner, interview_id, key, wish)
    if step is None:
        return Response(status_code=204)
    rendered = step_json(step, case.decisions.get(key, UNDECIDED), case.draft(key))
    return Response(to_json(rendered), media_type=JSON)


def _draft(draft: Draft, version: int) -> Response:
    return Response(to_json(draft_document(draft, version)), 200, {"ETag": f'"{version}"'}, JSON)


@router.get("/mailto", response_model=MailtoOut, responses={**answers(404), **BLOCKED})
def read_mailto(here: Here_, interview_id: Stored, key: StepKey) -> Response:
    """A link that opens the mail in your own program. It may be too long for some: then take `mail.eml`."""
    with here.read() as unit:
        letter = services.find_letter(unit, interview_id, key)
    link = mail_link(_people(letter.to), _people(letter.cc), letter.text.subject, letter.text.body)
    return Response(to_json({"url": link.url, "too_long": link.too_long}), media_type=JSON)


@router.get(
    "/mail.eml",
    response_class=Response,
    responses={**answers(404), **BLOCKED, 200: _file("message/rfc822", "The mail")},
)
def read_mail(here: Here_, interview_id: Stored, key: StepKey) -> Response:
    """The mail as a file that mail programs open ready to be sent."""
    with here.read() as unit:
        letter = services.find_letter(unit, interview_id, key)
    sender = Correspondent(letter.profile.email, letter.profile.name)
    mail = MailDraft(sender, _people(letter.to), _people(letter.cc), letter.text.subject, letter.text.body)
    return _attached(write_mail(mail), "message/rfc822", f"{key}.eml")


@router.get(
    "/reminder.ics", response_class=Response, responses={**answers(404, 409), 200: _file("text/calendar", "The entry")}
)
def read_reminder(here: Here_, interview_id: Stored, key: StepKey) -> Response:
    """A calendar entry with an alarm for this one step."""
    with here.read() as unit:
        step, due_at = services.find_dated(unit, interview_id, key)
    reminder = Reminder(interview_id, key, INSTANCE, step.title, step.why, due_at, here.now)
    return _attached(write_reminder(reminder), "text/calendar; charset=utf-8", f"{key}.ics")


def _attached(content: bytes, kind: str, name: str) -> Response:
    return Response(content, headers={"Content-Disposition": f'attachment; filename="{name}"'}, media_type=kind)


def _people(people: Iterable[Participant]) -> tuple[Correspondent, ...]:
    return tuple(Correspondent(person.email, person.name) for person in people if person.email)
