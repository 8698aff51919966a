"""Templates of the user's own: keep one, go back to the original, see what it would write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.cases import Case
from afterview.domain.decisions import Decision, Text
from afterview.domain.drafts import write_draft
from afterview.domain.errors import NotFound, Stale
from afterview.domain.events import Event, EventKind
from afterview.domain.example import example_interviews, example_profile
from afterview.domain.facts import Part
from afterview.domain.ids import with_ids
from afterview.domain.keys import parse_key
from afterview.domain.plan import make_plan
from afterview.domain.policy import GroupMail, OneMonth, Policy
from afterview.domain.soundness import check
from afterview.domain.templating.own import TITLES, OwnTemplate, check_kind, template_document, template_faults
from afterview.domain.today import today_in
from afterview.formats.daysoff import DaysOff
from afterview.formats.spelling import English
from afterview.store import templates as store
from afterview.store.candidates import load_policy, load_profile
from afterview.store.decisions import load_decisions
from afterview.store.interviews import load_interview, load_interviews

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from afterview.domain.checks import Finding
    from afterview.domain.facts import Interview, Profile
    from afterview.domain.steps import Step
    from afterview.domain.versions import Expected
    from afterview.store.session import Database
    from afterview.store.tables import Unit

DAYS_OFF: Final = DaysOff()
ENGLISH: Final = English()
NONE: Final = (0, None)

SUPPOSED: Final = {
    "follow-up": (EventKind.MAIL_SENT,),
    "recap": (EventKind.CALL,),
    "answer": (EventKind.REPLY,),
    "no-show": (EventKind.NO_SHOW,),
    "negotiation": (EventKind.OFFER,),
    "offer-thanks": (EventKind.OFFER, EventKind.OFFER_ACCEPTED),
    "decline": (EventKind.OFFER, EventKind.OFFER_DECLINED),
    "continuing-interest": (EventKind.REJECTION,),
    "one-month.hr": (EventKind.REJECTION,),
    "one-month.hiring-manager": (EventKind.REJECTION,),
    "withdrawal": (EventKind.WITHDRAWAL,),
}
"""What has to happen before a step of that kind is planned: a preview supposes it."""


EXAMPLE_POLICY: Final = {
    "individual": Policy(group_mail=GroupMail.INDIVIDUAL),
    "one-month.hiring-manager": Policy(one_month_hiring_manager=OneMonth.SEPARATE),
}
"""The policies under which the example has a step of that kind, where the usual one plans none."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a template would write for one step; ``interview`` None: of the example."""

    interview: str | None
    step: str
    text: Text
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Trial:
    """An interview on which a template is tried; without an id it is the example's."""

    id: str
    interview: Interview
    profile: Profile
    policy: Policy
    decisions: dict[str, Decision]


def find_templates(unit: Unit) -> list[dict[str, Any]]:
    """Every kind's template, in the order of the rules."""
    own, versions = store.load_templates(unit), store.template_versions(unit)
    return [template_document(kind, own.get(kind), *versions.get(kind, NONE)) for kind in TITLES]


def find_template(unit: Unit, kind: str) -> dict[str, Any]:
    """One kind's template; ``NotFound`` for what is no kind."""
    check_kind(kind)
    own, versions = store.load_templates(unit), store.template_versions(unit)
    return template_document(kind, own.get(kind), *versions.get(kind, NONE))


def save_template(database: Database, owner: str, kind: str, expected: Expected, own: OwnTemplate | None) -> None:
    """Keep a template for the kind; None: back to the original."""
    check_kind(kind)
    check(template_faults(kind, own) if own else ())
    with database.write(owner) as unit:
        now = find_template(unit, kind)
        if expected is not None and str(now["version"]) not in expected:
            raise Stale(now, version=str(now["version"]))
        if own or now["is_own"]:
            store.add_template(unit, kind, now["version"] + 1, own)


def preview_template(unit: Unit, kind: str, own: OwnTemplate, interview_id: str | None) -> Sample:
    """What the template would write for a step of that interview; else of the first one that has such a step.

    Where no interview of the user's has one it is the example's.
    """
    check_kind(kind)
    check(template_faults(kind, own))
    for trial in _mine(unit, interview_id) if interview_id else chain(_mine(unit), _examples(unit, kind)):
        case = _case(trial, kind, own, today_in(trial.profile.timezone, unit.now))
        for step in _steps(case.plan.steps, kind):
            text = write_draft(step, case.interview, case.profile, case.policy, case.templates)
            return Sample(trial.id or None, step.key, text, case.findings_of(step, text))
    raise NotFound(
        "This interview has no step that this template is for: enter the people and a round, then look again."
    )


def _mine(unit: Unit, interview_id: str | None = None) -> Iterator[_Trial]:
    """The user's interviews, or that one, as if nothing had been decided about their steps."""
    profile, policy = load_profile(unit), load_policy(unit)
    interviews = {interview_id: load_interview(unit, interview_id)} if interview_id else load_interviews(unit)
    for one, interview in interviews.items():
        yield _Trial(one, interview, profile, policy, {key: Decision() for key in load_decisions(unit, one)})


def _examples(unit: Unit, kind: str) -> Iterator[_Trial]:
    """The example's interviews; of who has said who they are, with their own name."""
    own = load_profile(unit)
    profile, policy = own if own.name else example_profile(), EXAMPLE_POLICY.get(kind, Policy())
    for interview in example_interviews(today_in(profile.timezone, unit.now), DAYS_OFF):
        yield _Trial("", interview, profile, policy, {})


def _case(trial: _Trial, kind: str, own: OwnTemplate, today: date) -> Case:
    one, profile, policy, decisions = trial.id, trial.profile, trial.policy, trial.decisions
    for supposed in (trial.interview, _supposed(trial.interview, kind, today)):
        plan = make_plan(supposed, profile=profile, policy=policy, decisions=decisions, days_off=DAYS_OFF, today=today)
        case = Case(one, supposed, profile, policy, decisions, plan, ENGLISH, DAYS_OFF, {kind: own})
        if any(_steps(plan.steps, kind)):
            return case
    return case


def _supposed(interview: Interview, kind: str, today: date) -> Interview:
    """As if that had happened which a step of the kind needs; what contradicts it has not."""
    told = tuple(_event(interview, event, today) for event in SUPPOSED.get(kind, ()))
    return with_ids(replace(interview, events=(*interview.events, *told))) if told else interview


def _event(interview: Interview, kind: EventKind, today: date) -> Event:
    by_part = {person.part: person.id for person in reversed(interview.participants)}
    manager, hr = by_part.get(Part.HIRING_MANAGER), by_part.get(Part.HR)
    match kind:
        case EventKind.CALL:
            return Event(kind=kind, at=today, participant=hr, progress="the team meets next week")
        case EventKind.REPLY:
            return Event(kind=kind, at=today, participant=hr or manager, summary="asked for two references")
        case EventKind.NO_SHOW:
            return Event(kind=kind, at=today, participant=manager or next(iter(by_part.values()), None))
        case EventKind.MAIL_SENT:
            return Event(kind=kind, at=today, to=tuple(filter(None, (manager,))))
        case _:
            return Event(kind=kind, at=today)


def _steps(steps: Iterable[Step], kind: str) -> Iterator[Step]:
    """The steps whose text the template is for; a group of one gets the mail to one."""
    for step in steps:
        key = parse_key(step.key)
        form = key.form if key else ""
        if (("individual" if form == "group" and len(step.to) == 1 else form) == kind) and step.to:
            yield step
