"""Plans: of the facts in a body, of one stored interview, of all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Query, Request, Response
from pydantic_core import to_json

from afterview.api.deps import JSON, Cursor, Here_, Limit, Stored, Today, basis, has_already, noun, page
from afterview.api.problems import answers
from afterview.api.schemas.patches import patched_interview
from afterview.api.schemas.plans import AgendaPage, PlanIn, PlanOut
from afterview.api.schemas.previews import PreviewIn, PreviewOut
from afterview.api.schemas.rendering import plan_json, preview_json, steps_json
from afterview.api.schemas.types import Day
from afterview.domain.cases import Case
from afterview.domain.decisions import Decision
from afterview.domain.documents import to_value
from afterview.domain.errors import BadFacts, FieldError
from afterview.domain.events import Event
from afterview.domain.facts import Interview, Profile
from afterview.domain.ids import with_ids, with_pitch_ids
from afterview.domain.plan import make_plan
from afterview.domain.policy import Policy
from afterview.domain.soundness import check, check_moves, decision_faults, interview_faults, same_ids
from afterview.domain.steps import Kind, State, Status
from afterview.domain.today import today_in
from afterview.formats.daysoff import DaysOff
from afterview.services.previews import Supposed, preview
from afterview.services.steps import ENGLISH, load_case
from afterview.store.candidates import load_policy, load_profile
from afterview.store.decisions import load_all_decisions
from afterview.store.interviews import load_interviews
from afterview.store.tables import cursor_of, parts_of

if TYPE_CHECKING:
    from afterview.store.tables import Unit

router = noun("plans")
DAYS_OFF = DaysOff()
Include = Annotated[
    str,
    Query(
        pattern=r"^(drafts|findings)?(,(drafts|findings))?$", description="`drafts`, `findings`, or both, with a comma"
    ),
]


@router.post("/plan", response_model=PlanOut, responses=answers(400, 409, 413, 415))
def plan_facts(body: PlanIn, here: Here_) -> Response:
    """Facts in, plan out: nothing is stored. Every step has its day, its people, its reason, and its draft."""
    interview = with_ids(to_value(Interview, body.interview.model_dump()))
    profile = to_value(Profile, body.profile.model_dump())
    check(same_ids([pitch for pitch in profile.pitches if pitch.id], "/profile/pitches"))
    profile = replace(profile, pitches=with_pitch_ids(profile.pitches))
    policy = to_value(Policy, body.policy.model_dump())
    decisions = {key: to_value(Decision, decision.model_dump()) for key, decision in body.decisions.items()}
    check(interview_faults(interview, "/interview"), decision_faults(decisions, interview))
    today = date.fromisoformat(body.today) if body.today else today_in(profile.timezone, here.now)
    plan = make_plan(interview, profile=profile, policy=policy, decisions=decisions, days_off=DAYS_OFF, today=today)
    check_moves(plan, decisions)
    case = Case("", interview, profile, policy, decisions, plan, ENGLISH, DAYS_OFF)
    return _json(_rendered(case, frozenset(body.include)))


@router.get("/interviews/{interview_id}/plan", response_model=PlanOut, responses=answers(404))
def read_plan(
    request: Request, here: Here_, interview_id: Stored, include: Include = "", today: Today = None
) -> Response:
    """The plan of a stored interview; on another day with `today`. Drafts only where `include` asks for them."""
    with here.read() as unit:
        base = basis(here, unit, date.fromisoformat(today) if today else None)
        etag = base.etag(here, request)
        if has_already(request, etag):
            return Response(status_code=304, headers={"ETag": etag})
        case = here.kept.get(
            ("plan", here.owner, interview_id), base, lambda: load_case(unit, interview_id, base.today)
        )
    return _json(_rendered(case, frozenset(include.split(","))), etag)


@router.post(
    "/interviews/{interview_id}/plan/preview",
    response_model=PreviewOut,
    responses=answers(400, 404, 409, 413, 415),
)
def preview_plan(here: Here_, interview_id: Stored, body: PreviewIn, today: Today = None) -> Response:
    """What events, decisions and a merge patch would add to the plan, change in it, and remove. Nothing is stored."""
    supposed = Supposed(
        tuple(to_value(Event, event.model_dump()) for event in body.events),
        {key: decision.model_dump(exclude_unset=True) for key, decision in body.decisions.items()},
        lambda old: patched_interview(old, body.patch),
    )
    with here.read() as unit:
        seen = preview(unit, interview_id, supposed, date.fromisoformat(today) if today else None)
    return _json(preview_json(seen))


@router.get("/plan", response_model=AgendaPage)
def read_agenda(
    request: Request,
    here: Here_,
    due_before: Annotated[Day | None, Query(description="Only what is due before that day")] = None,
    state: Annotated[list[State] | None, Query(description="Only these states")] = None,
    kind: Annotated[list[Kind] | None, Query(description="Only these kinds")] = None,
    today: Today = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """The steps of all open interviews, in the order of their days: what "Today" shows. Without drafts."""
    after = parts_of(cursor, 4) if cursor else None
    asked = date.fromisoformat(today) if today else None
    day = _day_of(after[0]) if after else asked
    with here.read() as unit:
        base = basis(here, unit, day)
        etag = base.etag(here, request)
        if has_already(request, etag):
            return Response(status_code=304, headers={"ETag": etag})
        everything = here.kept.get(("agenda", here.owner), base, lambda: _agenda(unit, base.today))
    wanted = [
        step
        for step in everything
        if (not state or step["state"] in state)
        and (not kind or step["kind"] in kind)
        and (due_before is None or (step["due_on"] or "9999") < due_before)
        and (after is None or _place(step) > tuple(after[1:]))
    ]
    shown = wanted[:limit]
    following = cursor_of(base.today.isoformat(), *_place(shown[-1])) if len(wanted) > limit else None
    body = to_json({"today": base.today.isoformat(), "items": shown, "next": following}).decode()
    return page(request, body, following, etag)


def _day_of(text: str) -> date:
    """The day that a cursor remembers; ``BadFacts`` where it is none of ours."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        fault = FieldError("/cursor", "cursor", 'Take the cursor from "next" of the page before, unchanged.')
        raise BadFacts((fault,)) from None


def _agenda(unit: Unit, today: date) -> list[dict[str, Any]]:
    """Every step of every interview that isn't closed, rendered and in order."""
    profile, policy, decisions = load_profile(unit), load_policy(unit), load_all_decisions(unit)
    steps = []
    for interview_id, interview in load_interviews(unit).items():
        own = decisions[interview_id]
        plan = make_plan(interview, profile=profile, policy=policy, decisions=own, days_off=DAYS_OFF, today=today)
        if plan.status is not Status.CLOSED:
            reference = {"id": interview_id, "company": interview.company.name, "role": interview.role}
            steps += [{**step, "interview": reference} for step in steps_json(plan.steps, own, {}, {})]
    return sorted(steps, key=_place)


def _rendered(case: Case, include: frozenset[str]) -> dict[str, Any]:
    """The plan as JSON, with drafts and findings where they were asked for; findings need the drafts' texts."""
    steps = case.plan.steps
    drafts = case.drafts() if include & {"drafts", "findings"} else {}
    findings = case.findings(drafts) if "findings" in include else {}
    shown = drafts if "drafts" in include else {}
    return plan_json(case.plan, steps_json(steps, case.decisions, shown, findings))


def _place(step: dict[str, Any]) -> tuple[str, str, str]:
    return step["due_on"] or "9999", step["interview"]["id"], step["key"]


def _json(body: dict[str, Any], etag: str | None = None) -> Response:
    return Response(to_json(body), headers={"ETag": etag} if etag else None, media_type=JSON)
