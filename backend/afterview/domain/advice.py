"""What would help most now, which rules gave no step and why, how complete the picture is, and where it all stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain import people
from afterview.domain.events import EventKind
from afterview.domain.facts import Part
from afterview.domain.history import ENDED, Outcome
from afterview.domain.outcomes import OPEN, what_stopped
from afterview.domain.pauses import company_pauses, personal_pause, replies_to_answer, soft_stop_on, unanswered
from afterview.domain.reasons import reason_to_write
from afterview.domain.rules import RULES
from afterview.domain.situation import Situation, once
from afterview.domain.steps import Kind, NotPlanned, Remark, State, Status
from afterview.domain.words import day_name, first_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.events import Event
    from afterview.domain.rules import Rule

_STATUS = {
    Outcome.OFFER: Status.OFFER,
    Outcome.ACCEPTED: Status.HIRED,
    Outcome.DECLINED: Status.DECLINED,
    Outcome.REJECTED: Status.REJECTED,
    Outcome.WITHDRAWN: Status.WITHDRAWN,
}


def status_of(s: Situation) -> Status:
    """Where the application stands."""
    if s.history.closed:
        return Status.CLOSED
    if status := _STATUS.get(s.history.outcome):
        return status
    if company_pauses(s, s.clock(s.hiring_manager)):
        return Status.PAUSED
    if not s.rounds:
        return Status.PREPARING
    if not all(map(s.has_ended, s.rounds)):
        return Status.INTERVIEWING
    silent = personal_pause(s, s.hiring_manager)
    return Status.PAUSED if silent or replies_to_answer(s) or soft_stop_on(s) else Status.WAITING


def completeness(s: Situation) -> float:
    """The share of what helps that is known, 0 to 1 (article: "every single thing you do ... helps")."""
    company = s.interview.company
    known = [
        bool(company.country),
        bool(company.timezone),
        bool(s.interview.rounds),
        bool(s.hiring_manager),
        bool(s.hr),
    ]
    known += [bool(s.interview.bookmarks), bool(s.profile.pitches)]
    for person in s.interview.participants:
        known += [bool(person.email), bool(person.title)]
        if person.part is not Part.HR:
            known.append(bool(person.notes))
    return round(sum(known) / len(known), 2)


def advise(s: Situation) -> tuple[Remark, ...]:
    """What to do next, the most helpful first."""
    if s.history.closed:
        return ()
    people_known = (*_who(s), *_reachable(s), *_away(s), *_unmet(s))
    helps = (*_stop(s), *people_known, *_notes(s), *_reasons(s), *_failures(s), *_company(s))
    return tuple(remark for remark in helps if _still_helps(s, remark)) if s.history.outcome in ENDED else helps


def _still_helps(s: Situation, remark: Remark) -> bool:
    """After the end only what an open mail waits for or would gain by; who is in no round gets no thanks."""
    mails = [step for step in s.planned if step.kind is Kind.MAIL and step.state in OPEN]
    if remark.code == "in-no-round":
        return s.history.outcome is Outcome.ACCEPTED
    if remark.participant:
        return any(person.id == remark.participant for step in mails for person in (*step.to, *step.cc))
    missing = {blocked.code for step in mails for blocked in step.blocked_by}
    return remark.code in missing or (bool(mails) and remark.code in {"no-name", "no-country"})


def _stop(s: Situation) -> Iterator[Remark]:
    if s.history.outcome is Outcome.NONE and (day := soft_stop_on(s)):
        name = day_name(day, s.today)
        since = (
            f"No answer since the last reminder of {name}" if unanswered(s) else f"No reminders are wanted as of {name}"
        )
        message = f"{since}: cut your losses, or go on for a true reason."
        yield Remark("soft-stop", message)


def _who(s: Situation) -> Iterator[Remark]:
    if not s.profile.name:
        yield Remark("no-name", "Your own name isn't known, so the mails end without one: add it in Settings.")
    if remark := people.missing_people(s):
        yield remark
    if not s.interview.rounds:
        yield people.missing_round(s)
    if s.hiring_manager is None:
        yield people.missing_hiring_manager(s)
    if s.hr is None:
        yield people.missing_hr(s)


def _reachable(s: Situation) -> Iterator[Remark]:
    yield from people.address_remarks(s, s.interview.participants)


def _away(s: Situation) -> Iterator[Remark]:
    """Whom the mails leave out for a while, which their reasons don't say; thanks after acceptance leave nobody out."""
    for person in s.interview.participants if s.history.absences and s.history.outcome not in ENDED else ():
        absence = s.history.absences.get(person.id)
        if person is not s.hiring_manager and absence and absence.until and absence.until >= s.today:
            name, until = first_name(person), day_name(absence.until, s.today)
            message = f"{name} is away until {until}: until then thanks and copies leave {name} out."
            yield Remark("away", message, participant=person.id, pointer="/events")


def _unmet(s: Situation) -> Iterator[Remark]:
    """Interviewers whom no round names get no mail: perhaps a round forgot them."""
    named = {person.id for sitting in s.interview.rounds for person in s.meant_to_meet(sitting)}
    for person in s.interview.participants if s.interview.rounds else ():
        if person.part is Part.INTERVIEWER and person.id not in named:
            message = f"{first_name(person)} was in no round, so no mail is planned: say in which round you met."
            yield Remark("in-no-round", message, participant=person.id, pointer="/rounds")


def _notes(s: Situation) -> Iterator[Remark]:
    for loop in s.loops:
        for person in loop.met if s.has_ended(loop) else ():
            if not person.notes and person.part is not Part.HR:
                message = (
                    f"{first_name(person)} has no notes: what did you two talk about? One line makes the mail personal."
                )
                yield Remark("no-notes", message, person.id, loop.id, people.pointer(s, person, "notes"))


def _reasons(s: Situation) -> Iterator[Remark]:
    waiting = [
        step
        for step in s.planned
        if step.rule == "R9" and step.state in (State.UPCOMING, State.DUE, State.OVERDUE, State.READY)
    ]
    if waiting and not waiting[0].preview and reason_to_write(s) is None:
        yield Remark(
            "no-reason",
            "There is no reason to write yet: company news, or an accepted invitation, would be one.",
            pointer="/events",
        )
    if waiting and waiting[0].pitch is None:
        yield Remark(
            "no-pitch",
            "Your next reminder has no selling point yet: add one, with a number or a result, to your profile.",
        )


@once
def failures(s: Situation) -> tuple[Event, ...]:
    """R12: the failures of competitors that are known."""
    return tuple(event for _, event in s.history.of(EventKind.COMPETITOR_FAILED))


def _failures(s: Situation) -> Iterator[Remark]:
    """Article: "If you discover a candidate's failure ..., be sure to get from the HR rep why"."""
    if s.history.outcome in ENDED or not any(not event.why and not event.pitch for event in failures(s)):
        return
    hr = first_name(s.hr) if s.hr else "HR"
    message = f"A candidate failed, and you don't know why: ask {hr} on the phone, it shows which strength to stress."
    yield Remark("no-why", message, pointer="/events")


def _company(s: Situation) -> Iterator[Remark]:
    if not s.interview.company.country:
        message = "The company's country isn't known, so only weekends count as days off."
        yield Remark("no-country", message, pointer="/company/country")


def not_planned(s: Situation) -> tuple[NotPlanned, ...]:
    """Each rule of the article that gave no step, with what would bring one."""
    planned = {step.rule for step in s.planned}
    missing = {rule.id: rule for rule in reversed(RULES) if rule.id and rule.id not in planned}
    stopped = {step.rule for step in s.cancelled.values()}
    rules = [
        NotPlanned(rule_id, what_stopped(s, rule.stopped_by) if rule_id in stopped else _what_is_missing(s, rule))
        for rule_id, rule in missing.items()
    ]
    if not any(event.why or event.pitch for event in failures(s)):
        known = "nobody knows why the competitor failed" if failures(s) else "no competitor's failure is known"
        rules.append(NotPlanned("R12", known))
    return tuple(sorted(rules, key=lambda entry: int(entry.rule[1:])))


def _what_is_missing(s: Situation, rule: Rule) -> str:
    return "it hasn't ended yet" if rule.form == "close" and s.history.outcome not in ENDED else rule.otherwise
