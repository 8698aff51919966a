"""The plan: a pure, total, deterministic function of facts, events, policy, decisions, days off and today.

It is derived, never stored. What was edited, readied or sent never vanishes: if its rule no longer applies, the step
comes back as ``withdrawn`` or ``done``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain import outcomes, people, timing
from afterview.domain.advice import advise, completeness, not_planned, status_of
from afterview.domain.decisions import Decision, Text
from afterview.domain.facts import Part
from afterview.domain.keys import parse_key
from afterview.domain.pauses import personal_pause, silence_pause
from afterview.domain.reasons import reason_to_write, selling_point
from afterview.domain.rules import BY_FORM, RULES, Rule
from afterview.domain.situation import Situation
from afterview.domain.steps import Kind, Plan, State, Step
from afterview.domain.words import day_name, names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from afterview.domain.events import Event
    from afterview.domain.facts import Interview, Participant, Profile
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Remark
    from afterview.domain.subjects import Subject
    from afterview.domain.timing import Due
    from afterview.domain.workdays import DaysOff

UNDECIDED = Decision()
ORDER = {rule.form: index for index, rule in enumerate(RULES)}


def make_plan(
    interview: Interview,
    *,
    profile: Profile,
    policy: Policy,
    decisions: Mapping[str, Decision],
    days_off: DaysOff,
    today: date,
) -> Plan:
    """The dated, explained steps of one interview, as they stand on ``today`` (the user's day); without drafts."""
    s = Situation(interview, profile=profile, policy=policy, decisions=decisions, days_off=days_off, today=today)
    for rule in RULES:
        for subject in rule.about(s):
            if step := _step(s, rule, subject):
                if step.state is State.CANCELLED:
                    s.cancelled[step.key] = step
                else:
                    s.planned.append(step)
    s.planned.extend(_touched(s))
    steps = sorted(
        s.planned, key=lambda step: (step.due_on is None, step.due_on or today, ORDER[_form(step.key)], step.key)
    )
    return Plan(today, status_of(s), completeness(s), tuple(steps), advise(s), not_planned(s))


def _form(key: str) -> str:
    parsed = parse_key(key)
    return parsed.form if parsed else "close"


def _step(s: Situation, rule: Rule, subject: Subject) -> Step | None:
    """One step of a rule, or None where everybody it would go to is left out."""
    key = subject.key
    decision = s.decisions.get(key, UNDECIDED)
    due = rule.due(s, subject)
    if decision.moved_to and due.on:
        due = timing.moved(
            s,
            due,
            decision.moved_to,
            s.user_clock if rule.kind is Kind.TASK else s.clock(subject.person or s.hiring_manager),
        )
    done = _done_by(s, subject)
    day = people.leaves_on(s, due.on)
    to, cc = rule.to(s, subject, day), rule.cc(s, subject, day)
    if done and (mail := s.history.mail_of(done)):
        to, cc = _people(s, mail.to), _people(s, mail.cc)
    missing = _missing(s, rule, subject, to, due)
    if rule.kind is not Kind.TASK and not to and not (rule.needs and rule.needs(s)):
        return None
    pauses = (subject.turn.pauses if subject.turn else ()) or _pauses(s, rule, to)
    state = _state(s, rule, due, decision, done=done is not None, pauses=pauses, missing=missing)
    dateless = state is State.PAUSED
    is_mail_to_manager = rule.form == "follow-up" and state not in (State.DONE, State.SKIPPED)
    return Step(
        key=key,
        rule=rule.id,
        kind=rule.kind,
        title=_title(s, rule, to, cc),
        state=state,
        why=f"{due.why[:-1]}; {outcomes.what_stopped(s, rule.stopped_by)}." if state is State.CANCELLED else due.why,
        due_on=None if dateless else due.on,
        due_at=None if dateless else due.at,
        timezone=due.zone,
        earliest_on=due.earliest_on,
        done_at=done.at if done else None,
        blocked_by=pauses if state is State.PAUSED else missing if state is State.BLOCKED else (),
        to=to,
        cc=cc,
        reason=reason_to_write(s) if is_mail_to_manager and not due.preview else None,
        pitch=selling_point(s, subject.turn.number) if is_mail_to_manager and subject.turn else None,
        preview=due.preview and state not in (State.DONE, State.SKIPPED),
        skipped=decision.skipped if state is State.SKIPPED else None,
        sent=Text(done.subject, done.body) if done and (done.subject or done.body) else None,
        round=subject.round,
        participant=subject.person.id if subject.person else None,
        event=subject.event.id if subject.event else None,
    )


def _done_by(s: Situation, subject: Subject) -> Event | None:
    """The event that says that the step happened. An invitation, or an answer by another mail, has its own."""
    if event := s.history.done.get(subject.key):
        return event
    parsed = parse_key(subject.key)
    if parsed and parsed.form == "invite":
        return subject.event
    if parsed and parsed.form == "answer" and subject.event and subject.event.id != parsed.event:
        return subject.event
    return None


def _people(s: Situation, ids: tuple[str, ...]) -> tuple[Participant, ...]:
    return tuple(s.people[person] for person in ids if person in s.people)


def _missing(s: Situation, rule: Rule, subject: Subject, to: tuple[Participant, ...], due: Due) -> tuple[Remark, ...]:
    """What has to be known before the step can be done, and how to get it."""
    remarks: tuple[Remark, ...] = ()
    if not to and rule.needs and (remark := rule.needs(s)):
        remarks += (remark,)
    if due.on is None and not (subject.turn and subject.turn.pauses):
        remarks += (people.missing_round(s),)
    return remarks + (people.address_remarks(s, to) if rule.kind is Kind.MAIL else ())


def _pauses(s: Situation, rule: Rule, to: tuple[Participant, ...]) -> tuple[Remark, ...]:
    """A wish for silence pauses every mail to the company, or those to the hiring manager."""
    if rule.kind is not Kind.MAIL:
        return ()
    return silence_pause(s) or (personal_pause(s, s.hiring_manager) if s.hiring_manager in to else ())


def _state(  # noqa: PLR0911 - the order of the states is the rule, read from the top
    s: Situation,
    rule: Rule,
    due: Due,
    decision: Decision,
    *,
    done: bool,
    pauses: tuple[Remark, ...],
    missing: tuple[Remark, ...],
) -> State:
    if done:
        return State.DONE
    if decision.skipped is not None:
        return State.SKIPPED
    if s.history.outcome in rule.stopped_by or (s.history.closed and rule.form != "close"):
        return State.CANCELLED
    if pauses:
        return State.PAUSED
    if missing or due.on is None:
        return State.BLOCKED
    if decision.ready:
        return State.READY
    return State.UPCOMING if due.on > s.today else State.DUE if due.on == s.today else State.OVERDUE


def _title(s: Situation, rule: Rule, to: tuple[Participant, ...], cc: tuple[Participant, ...]) -> str:
    title = rule.title.replace("{to}", names(to) if to else _nobody(rule)).replace("{network}", s.policy.network)
    return f"{title}, copy {names(cc)}" if cc else title


def _nobody(rule: Rule) -> str:
    if rule.needs is people.missing_hr:
        return "HR"
    return "the other interviewers" if rule.form == "group" else "the hiring manager"


def _touched(s: Situation) -> list[Step]:
    """What a person touched and no rule plans any more: it comes back with its text."""
    listed = {step.key for step in s.planned}
    keys = [key for key in (*s.decisions, *s.history.done) if key not in listed and parse_key(key)]
    return [s.cancelled.get(key) or _orphan(s, key) for key in dict.fromkeys(keys)]


def _orphan(s: Situation, key: str) -> Step:
    parsed = parse_key(key)
    rule = BY_FORM[_form(key)]
    done = s.history.done.get(key)
    decision = s.decisions.get(key, UNDECIDED)
    person = s.people.get((parsed and parsed.participant) or "")
    mail = s.history.mail_of(done) if done else None
    to = (_people(s, mail.to) if mail else ()) or ((person,) if person else _usual(s, rule))
    cc = _people(s, mail.cc) if mail else ()
    round_cancelled = parsed is not None and parsed.round in s.cancelled_rounds
    day = s.company_clock.day(done.at) if done else decision.moved_to
    return Step(
        key=key,
        rule=rule.id,
        kind=rule.kind,
        title=_title(s, rule, to, cc),
        state=State.DONE if done else State.CANCELLED if round_cancelled else State.WITHDRAWN,
        why=f"You did this on {day_name(day, s.today)}."
        if done and day
        else _why_kept(round_cancelled=round_cancelled),
        due_on=day,
        timezone=s.company_clock.zone.key,
        done_at=done.at if done else None,
        to=to,
        cc=cc,
        sent=Text(done.subject, done.body) if done and (done.subject or done.body) else None,
        round=parsed.round if parsed else None,
        participant=parsed.participant if parsed else None,
        event=parsed.event if parsed else None,
    )


def _why_kept(*, round_cancelled: bool) -> str:
    gone = "Its round was cancelled" if round_cancelled else "Its rule no longer applies"
    return f"{gone}; what you wrote is kept."


def _usual(s: Situation, rule: Rule) -> tuple[Participant, ...]:
    """Whom such a step goes to without looking at the day."""
    if rule.kind is Kind.TASK or rule.needs is people.missing_people:
        return ()
    part = Part.HR if rule.needs is people.missing_hr else Part.HIRING_MANAGER
    person = s.first(part)
    return (person,) if person and rule.needs else ()
