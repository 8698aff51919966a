"""What an outcome brings: thanks (R13), terms (R14), continuing interest (R15, R16), the end (R17)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from afterview.domain import people, timing
from afterview.domain.events import EventKind
from afterview.domain.history import ENDED, OUTCOMES, Outcome
from afterview.domain.pauses import soft_stop_on, unanswered
from afterview.domain.policy import OneMonth
from afterview.domain.steps import State
from afterview.domain.subjects import Subject, on_the_day
from afterview.domain.words import day_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from afterview.domain.events import Event
    from afterview.domain.situation import Situation
    from afterview.domain.timing import Due

OPEN: Final = frozenset({State.UPCOMING, State.DUE, State.OVERDUE, State.READY, State.BLOCKED, State.PAUSED})


def everybody_after_acceptance(s: Situation) -> Iterator[Subject]:
    """R13."""
    if event := s.history.outcomes.get(Outcome.ACCEPTED):
        for person in people.everybody_involved(s):
            yield Subject(f"offer-thanks.{person.id}", person=person, event=event)


def open_offer(s: Situation) -> Iterator[Subject]:
    """R14."""
    return _on_outcome(s, Outcome.OFFER, "negotiation")


def before_answer(s: Situation, subject: Subject) -> Due:
    """R14's day."""
    clock = s.clock(next(iter(people.whom_to_negotiate_with(s)), None))
    return (
        timing.before_the_answer(s, clock, subject.event) if subject.event else timing.unknown(clock, timing.NO_ROUND)
    )


def rejection(s: Situation) -> Iterator[Subject]:
    """R15."""
    return _on_outcome(s, Outcome.REJECTED, "continuing-interest")


def declined(s: Situation) -> Iterator[Subject]:
    """The user declined the offer."""
    return _on_outcome(s, Outcome.DECLINED, "decline")


def withdrawn(s: Situation) -> Iterator[Subject]:
    """The user withdrew."""
    return _on_outcome(s, Outcome.WITHDRAWN, "withdrawal")


def _on_outcome(s: Situation, outcome: Outcome, key: str) -> Iterator[Subject]:
    """The last of such an outcome; whether a later one made it pointless the rule's ``stopped_by`` says."""
    if event := s.history.outcomes.get(outcome):
        yield Subject(key, event=event)


OUTCOME_WORDS: Final = {
    Outcome.OFFER: "they made an offer",
    Outcome.ACCEPTED: "you accepted the offer",
    Outcome.DECLINED: "you declined the offer",
    Outcome.REJECTED: "you were told of the rejection",
    Outcome.WITHDRAWN: "you withdrew",
}


def after_outcome(s: Situation, subject: Subject) -> Due:
    """R13, R15, decline, withdrawal: one business day after it was told."""
    clock = s.clock(subject.person or s.hiring_manager)
    told = subject.event
    return (
        timing.after_event(s, clock, told, OUTCOME_WORDS[OUTCOMES[told.kind]])
        if told
        else timing.unknown(clock, timing.NO_ROUND)
    )


def what_stopped(s: Situation, stopped_by: frozenset[Outcome]) -> str:
    """What made a step pointless: the user closed it all, or such an outcome; nothing where neither did."""
    if s.history.closed:
        return f"on {_day(s, s.history.closed)} you closed it"
    told = s.history.outcome_event if s.history.outcome in stopped_by else None
    return f"on {_day(s, told)} {OUTCOME_WORDS[s.history.outcome]}" if told else ""


def _day(s: Situation, event: Event) -> str:
    return day_name(s.company_clock.day(event.at), s.today)


def still_open(s: Situation) -> bool:
    """R16 is for those whose "continued openness to joining the team" is true."""
    told = s.history.outcomes.get(Outcome.REJECTED)
    return s.interview.still_open and (told is None or told.still_open)


def month_later(s: Situation) -> Iterator[Subject]:
    """R16, to HR."""
    return _on_outcome(s, Outcome.REJECTED, "one-month.hr") if still_open(s) else iter(())


def month_later_to_hiring_manager(s: Situation) -> Iterator[Subject]:
    """R16, to the hiring manager, where the policy has a mail of its own."""
    separate = s.policy.one_month_hiring_manager is OneMonth.SEPARATE
    return _on_outcome(s, Outcome.REJECTED, "one-month.hiring-manager") if separate and still_open(s) else iter(())


def copies_hiring_manager(s: Situation) -> bool:
    """R16, in copy."""
    return s.policy.one_month_hiring_manager is OneMonth.CC


def month_after(s: Situation, subject: Subject) -> Due:
    """R16's day."""
    clock = s.clock(s.hr if subject.key == "one-month.hr" else s.hiring_manager)
    return timing.a_month_after(s, clock, subject.event) if subject.event else timing.unknown(clock, timing.NO_ROUND)


def no_shows(s: Situation) -> Iterator[Subject]:
    """Whoever did not call or come."""
    for _, event in s.history.of(EventKind.NO_SHOW):
        yield Subject(f"no-show.{event.id}", person=s.people.get(event.participant or ""), event=event)


def after_no_show(s: Situation, subject: Subject) -> Due:
    """The same day."""
    return on_the_day(s, subject, f"{timing.called(subject.person)} did not come")


def nothing_left(s: Situation) -> Iterable[Subject]:
    """R17: an ended process without an open step; or the soft stop."""
    over = s.history.outcome in ENDED and not any(step.state in OPEN for step in s.planned)
    return (
        (Subject("close"),)
        if over or s.history.closed or (s.history.outcome is Outcome.NONE and soft_stop_on(s))
        else ()
    )


def _why_stop(s: Situation, day: str) -> str:
    return f"On {day} the last reminder went out" if unanswered(s) else f"No reminders are wanted as of {day}"


def closing(s: Situation, _: Subject) -> Due:
    """R17: the day the last open step was done or skipped; at the soft stop, the day it was reached."""
    clock = s.user_clock
    stop = soft_stop_on(s)
    if s.history.outcome is Outcome.NONE and stop:
        return timing.due(
            clock,
            stop,
            timing.TASKS,
            f"{_why_stop(s, day_name(stop, s.today))}: cut your losses, or go on.",
        )
    told = s.history.outcome_event
    days = [clock.day(step.done_at) for step in s.planned if step.done_at]
    days += [min(step.due_on, s.today) for step in s.planned if step.state is State.SKIPPED and step.due_on]
    on = max([*days, clock.day(told.at) if told else s.today])
    return timing.due(clock, on, timing.TASKS, f"Nothing is open any more since {day_name(on, s.today)}.")
