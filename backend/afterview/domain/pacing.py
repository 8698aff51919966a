"""Reminders (R9): how far apart they are, what puts them off, and the previews up to the soft stop.

Numbers are names: a reminder keeps the number under which it was done, skipped or edited. The open one is one above
the highest done or skipped; those after it are previews.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from afterview.domain.pauses import (
    Mark,
    company_pauses,
    loops_to_write_after,
    manager_days,
    personal_pause,
    reminders_are_open,
    reply_pauses,
    soft_stop_pause,
    unanswered,
    wants_first_mail,
)
from afterview.domain.timing import MAILS, Due, after_the_round, called, due, moved, title_of
from afterview.domain.words import business_days, day_name

if TYPE_CHECKING:
    from afterview.domain.loops import Loop
    from afterview.domain.situation import Situation
    from afterview.domain.steps import Remark
    from afterview.domain.workdays import Clock, Workdays


@dataclass(frozen=True, slots=True)
class Turn:
    """One numbered step, and what pauses it."""

    number: int
    due: Due
    pauses: tuple[Remark, ...] = ()


def latest(candidates: list[Due]) -> Due:
    """The one that is last; of several on one day the first listed."""
    return max(candidates, key=lambda candidate: candidate.on or date.min)


def number_in(key: str) -> int:
    """The number in the key of a reminder or a call."""
    return int(key.split(".")[1])


def reminders(s: Situation) -> list[Turn]:
    """The reminders done and skipped, the open one, and previews up to the soft stop."""
    clock = s.clock(s.hiring_manager)
    turns = _done_reminders(s, clock)
    skipped = [
        Mark(turn.due.on, "the skipped reminder")
        for turn in turns
        if turn.due.on and f"follow-up.{turn.number}" not in s.history.done
    ]
    mails = [Mark(max(days), "your mail")] if (days := manager_days(s)) else []
    last = max(skipped + mails, key=lambda mark: mark.on, default=None)
    number = max((turn.number for turn in turns), default=0) + 1
    pauses = personal_pause(s, s.hiring_manager) + company_pauses(s, clock) + reply_pauses(s) + soft_stop_pause(s)
    first = _open_reminder(s, clock, last)
    if first is None:
        return turns
    if pauses:
        return [*turns, Turn(number, replace(first, on=None, at=None, why=pauses[0].message), pauses)]
    return turns + _with_previews(s, clock, number, first)


def _done_reminders(s: Situation, clock: Clock) -> list[Turn]:
    """Those sent, on the day they were; those skipped, on the day they had."""
    turns: list[Turn] = []
    days = manager_days(s)
    sent = {key: event for key, event in s.history.done.items() if key.startswith("follow-up.")}
    skipped = {
        key for key, decision in s.decisions.items() if key.startswith("follow-up.") and decision.skipped is not None
    }
    for key in sorted(sent.keys() | skipped, key=number_in):
        if event := sent.get(key):
            day = clock.day(event.at)
            turns.append(Turn(number_in(key), due(clock, day, MAILS, f"You sent it on {day_name(day, s.today)}.")))
        else:
            before = turns[-1].due.on if turns else (days[0] if days else s.today)
            day = _day_of_a_skipped_one(s, clock, before or s.today, days)
            turns.append(
                Turn(
                    number_in(key),
                    due(clock, day, MAILS, f"It was due on {day_name(day, s.today)}, and you skipped it."),
                )
            )
    return turns


def kept_day(workdays: Workdays, after: date, marks: list[date], spacing: int) -> date:
    """The day that a skipped step had: counted from what had happened before that day, in the order of ``marks``."""
    day = workdays.after(after, spacing)
    for mark in marks:
        if after < mark <= day:
            day = workdays.after(mark, spacing)
    return day


def _day_of_a_skipped_one(s: Situation, clock: Clock, after: date, mails: list[date]) -> date:
    """A skipped reminder keeps its day; a promise that had been told by then counts."""
    day = kept_day(clock.workdays, after, mails, s.policy.spacing)
    promise = s.history.promise
    if promise and promise.decision_on and clock.day(promise.at) <= day:
        day = max(day, clock.workdays.after(promise.decision_on, 1))
    return day


def _open_reminder(s: Situation, clock: Clock, mark: Mark | None) -> Due | None:
    """The latest of the floor, the promise, the absence and the rounds whose first mail is still to come."""
    preview = not reminders_are_open(s)
    candidates = ([_floor(s, clock, mark)] if mark else []) + [
        _after_first_mail(s, clock, loop) for loop in loops_to_write_after(s)
    ]
    if not candidates and not s.interview.rounds:
        why = "Reminders follow the first mail to the hiring manager."
        return Due(None, None, clock.zone.key, why, preview=True)
    if not candidates:
        preview, candidates = True, _after_skipped_mail(s, clock)
    if not candidates:
        return None
    earliest = candidates[0].on
    last = latest(candidates + _told(s, clock))
    return Due(last.on, last.at, last.zone, last.why, earliest, preview)


def _floor(s: Situation, clock: Clock, mark: Mark) -> Due:
    """Article: "no more frequent that 5 business days apart"; counted from their last mail."""
    why = f"{business_days(s.policy.spacing)} after {mark.what} of {day_name(mark.on, s.today)}."
    return due(clock, clock.workdays.after(mark.on, s.policy.spacing), MAILS, why)


def _after_first_mail(s: Situation, clock: Clock, loop: Loop) -> Due:
    """A first mail that is still to come counts with its day, or with today where that is past."""
    planned = after_the_round(s, loop, clock).on or s.today
    decision = s.decisions.get(f"{loop.id}.hiring-manager")
    planned = (decision and decision.moved_to) or planned
    on = max(planned, s.today) if s.has_ended(loop) else planned
    days = business_days(s.policy.spacing)
    which = f"your thanks for {title_of(loop)}"
    today = (
        f"still to be sent: counted from today, {day_name(on, s.today)}"
        if on > planned
        else f"due on {day_name(on, s.today)}"
    )
    return due(clock, clock.workdays.after(on, s.policy.spacing), MAILS, f"{days} after {which}, {today}.")


def _after_skipped_mail(s: Situation, clock: Clock) -> list[Due]:
    """Nothing was sent at all: counted from the skipped first mail's day, or from today where that is past."""
    days = [day for loop in s.loops if wants_first_mail(loop, s) and (day := after_the_round(s, loop, clock).on)]
    if not days:
        return []
    on = max(*days, s.today)
    days_after = f"{business_days(s.policy.spacing)} after {day_name(on, s.today)}"
    why = f"{days_after}: no mail has gone to the hiring manager yet."
    return [due(clock, clock.workdays.after(on, s.policy.spacing), MAILS, why)]


def _told(s: Situation, clock: Clock) -> list[Due]:
    """What people told that puts a reminder off: a decision date, an absence."""
    told = []
    promise = s.history.promise
    if promise and promise.decision_on:
        why = f"One business day after {day_name(promise.decision_on, s.today)}, by which they promised a decision."
        told.append(due(clock, clock.workdays.after(promise.decision_on, 1), MAILS, why))
    person = s.hiring_manager
    absence = s.history.absences.get(person.id) if person else None
    if absence and absence.until:
        back = clock.workdays.after(absence.until, 1)
        away = f"{called(person)} is away until {day_name(absence.until, s.today)}"
        why = f"{away}: one business day after the first day back, {day_name(back, s.today)}."
        told.append(due(clock, clock.workdays.after(back, 1), MAILS, why))
    return told


def _with_previews(s: Situation, clock: Clock, number: int, first: Due) -> list[Turn]:
    """The open one, and those after it up to the soft stop, each ``spacing`` business days after the one before."""
    turns = [Turn(number, first)]
    decision = s.decisions.get(f"follow-up.{number}")
    day = moved(s, first, decision.moved_to, clock).on if decision and decision.moved_to else first.on
    for ahead in range(number + 1, number + s.policy.soft_stop_after - len(unanswered(s))):
        if day is None:
            break
        before = max(day, s.today)
        after = f"{business_days(s.policy.spacing)} after {day_name(before, s.today)}"
        why = f"{after}, if the reminder before it goes that day and stays unanswered."
        day = clock.workdays.after(before, s.policy.spacing)
        turns.append(Turn(ahead, due(clock, day, MAILS, why, earliest_on=day, preview=True)))
    return turns
