"""When: the day and the hour of every step but the numbered ones, with the sentence that says why (``api.md`` 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, cast

from afterview.domain.steps import State
from afterview.domain.words import business_days, day_name, first_name
from afterview.domain.workdays import one_month_after

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.facts import Participant, Round
    from afterview.domain.loops import Loop
    from afterview.domain.situation import Situation
    from afterview.domain.steps import Step
    from afterview.domain.workdays import Clock

MORNING: Final = time(8, 30)
TASKS: Final = time(9, 0)
MAILS: Final = time(9, 30)
CALLS: Final = time(10, 0)
HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A day (None: unknown), the instant on it, the clock's zone, and why. ``preview``: listed ahead of its turn."""

    on: date | None
    at: datetime | None
    zone: str
    why: str
    earliest_on: date | None = None
    preview: bool = False


def due(clock: Clock, on: date, hour: time, why: str, *, earliest_on: date | None = None, preview: bool = False) -> Due:
    """A step on that day at that hour of that clock."""
    return Due(on, clock.instant(on, hour), clock.zone.key, why, earliest_on, preview)


def unknown(clock: Clock, why: str) -> Due:
    """A step whose day depends on a date that nobody has entered."""
    return Due(None, None, clock.zone.key, why)


def moved(s: Situation, planned: Due, to: date, clock: Clock) -> Due:
    """The same hour on the day that the user chose; a reminder never moves inside its floor."""
    on = max(to, planned.earliest_on) if planned.earliest_on else to
    hour = planned.at.astimezone(clock.zone).time() if planned.at else TASKS
    why = planned.why if on == planned.on else f"{planned.why[:-1]}; you moved it to {day_name(to, s.today)}."
    return replace(planned, on=on, at=clock.instant(on, hour), why=why)


def title_of(loop: Loop | Round) -> str:
    """What a round is called in a sentence."""
    return f'"{loop.title}"' if loop.title else "the interview"


def sentence(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]


NO_ROUND: Final = "The day follows from the interview's date, which isn't known yet."


def before_the_round(s: Situation, sitting: Round | None, missing: str) -> Due:
    """R1: complete one business day before the round; when that is past, on the day of the round.

    Once ticked off, it keeps the day that it had then.
    """
    clock = s.user_clock
    if sitting is None:
        return unknown(clock, NO_ROUND)
    day = clock.day(sitting.starts_at)
    eve = clock.workdays.before(day, 1)
    if eve < _done_or_today(s, f"{sitting.id}.roster", clock):
        return due(clock, day, TASKS, f"{_is_or_was(s, sitting, day)}; still missing: {missing}.")
    why = f"One business day before {title_of(sitting)} on {day_name(day, s.today)}; still missing: {missing}."
    return due(clock, eve, TASKS, why)


def ask_before_the_round(s: Situation, sitting: Round | None, missing: str) -> Due:
    """R1: three business days before the round, at once if that is past. Once asked, "at once" was that day."""
    clock = s.clock(s.hr)
    if sitting is None:
        return unknown(clock, NO_ROUND)
    now = _done_or_today(s, f"{sitting.id}.roster.ask", clock)
    day = clock.day(sitting.starts_at)
    early = clock.workdays.before(day, 3)
    if early < now:
        return due(clock, now, MAILS, f"{_is_or_was(s, sitting, day)}; ask at once for what is missing: {missing}.")
    name = day_name(day, s.today)
    why = f"Three business days before {title_of(sitting)} on {name}, to leave time to answer; missing: {missing}."
    return due(clock, early, MAILS, why)


def _done_or_today(s: Situation, key: str, clock: Clock) -> date:
    done = s.history.done.get(key)
    return clock.day(done.at) if done else s.today


def _is_or_was(s: Situation, sitting: Round, day: date) -> str:
    verb = "was" if day < s.today else "is"
    return f"{sentence(title_of(sitting))} {verb} on {day_name(day, s.today)}"


def _ends_or_ended(s: Situation, sitting: Loop | Round, day: date) -> str:
    verb = "ended" if day < s.today else "ends"
    return f"{sentence(title_of(sitting))} {verb} on {day_name(day, s.today)}"


def before_the_first_round(s: Situation) -> Due:
    """R2: one business day before the first round."""
    clock = s.user_clock
    if not s.rounds:
        return unknown(clock, NO_ROUND)
    day = clock.day(s.rounds[0].starts_at)
    why = (
        f"One business day before {title_of(s.rounds[0])} on {day_name(day, s.today)}: news is a reason to write later."
    )
    return due(clock, clock.workdays.before(day, 1), TASKS, why)


def at_the_end(s: Situation, sitting: Round) -> Due:
    """R3: the round's end."""
    ends_at = sitting.ends_at or sitting.starts_at + HOUR
    day = s.user_clock.day(ends_at)
    why = f"{_ends_or_ended(s, sitting, day)}: what was said is fresh only then."
    return Due(day, ends_at.astimezone(UTC), s.user_clock.zone.key, why)


def after_the_round(s: Situation, loop: Loop, clock: Clock) -> Due:
    """R4 to R6: an hour after the end, if that is the same day and early enough, else the next business day."""
    asked = ("after the round", loop.id, clock)
    if asked not in s.answers:
        s.answers[asked] = _after_the_round(s, loop, clock)
    return cast("Due", s.answers[asked])


def _after_the_round(s: Situation, loop: Loop, clock: Clock) -> Due:
    if loop.ends_at is None:
        return unknown(clock, NO_ROUND)
    day, ready = clock.day(loop.ends_at), loop.ends_at + HOUR
    name = _ends_or_ended(s, loop, day)
    if clock.day(ready) == day and ready.astimezone(clock.zone).time() < s.policy.first_mail_until:
        at = max(ready.astimezone(UTC), clock.instant(day, MORNING))
        return Due(day, at, clock.zone.key, f"{name}: thanks go the same day, from an hour after the end.")
    following = clock.workdays.after(day, 1)
    return due(
        clock,
        following,
        MORNING,
        f"{name}, too late for a mail that day; {day_name(following, s.today)} is the next business day.",
    )


def after_the_first_mails(s: Situation, loop: Loop, theirs: Clock) -> Due:
    """R7: the later of the days of that loop's R4 and R5, plus ``invite_after`` business days of the invited person."""
    clock = s.clock(s.hiring_manager)
    on, at, verb = _last_first_mail(s, loop)
    late = theirs.workdays.after(on, s.policy.invite_after)
    at = at if late == on else clock.instant(late, at.astimezone(clock.zone).time())
    delay = f"{business_days(s.policy.invite_after)} after" if s.policy.invite_after else "At once after"
    return Due(
        late, at, clock.zone.key, f"{delay} the first mails: the last of them {verb} on {day_name(on, s.today)}."
    )


def _last_first_mail(s: Situation, loop: Loop) -> tuple[date, datetime, str]:
    """The later of that loop's R4 and R5, worked out for the first of the invited."""
    asked = ("the last first mail", loop.id)
    if asked not in s.answers:
        clock = s.clock(s.hiring_manager)
        steps = [step for step in s.planned if step.round == loop.id and step.rule in ("R4", "R5")]
        mails = [mark for step in steps if (mark := _mail_mark(step, clock))]
        planned = after_the_round(s, loop, clock)
        marks = mails or [(planned.on or s.today, planned.at or clock.instant(s.today, MORNING), False)]
        on, at, sent = max(marks)
        s.answers[asked] = on, at, "was sent" if sent else "is due" if mails else "would have been due"
    return cast("tuple[date, datetime, str]", s.answers[asked])


def _mail_mark(step: Step, clock: Clock) -> tuple[date, datetime, bool] | None:
    """The day and instant at which a mail was sent or is due; None where it was skipped or has no day."""
    if step.done_at is not None:
        day = clock.day(step.done_at)
        return (
            day,
            step.done_at.astimezone(UTC) if isinstance(step.done_at, datetime) else clock.instant(day, MAILS),
            True,
        )
    if step.state is State.SKIPPED or step.due_on is None or step.due_at is None:
        return None
    return step.due_on, step.due_at, False


def after_event(s: Situation, clock: Clock, event: Event, what: str, count: int = 1) -> Due:
    """So many business days after something happened, at the hour of mails."""
    day = clock.day(event.at)
    why = f"{business_days(count)} after {what} on {day_name(day, s.today)}."
    return due(clock, clock.workdays.after(day, count), MAILS, why)


def hour_after(s: Situation, clock: Clock, event: Event, what: str, hour: time = CALLS) -> Due:
    """An hour after something happened, on the day of it; where its hour isn't known, an hour after ``hour``."""
    day = clock.day(event.at)
    at = event.at if isinstance(event.at, datetime) else clock.instant(day, hour)
    return Due(day, (at + HOUR).astimezone(UTC), clock.zone.key, f"An hour after {what} on {day_name(day, s.today)}.")


def before_the_answer(s: Situation, clock: Clock, offer: Event) -> Due:
    """R14: one business day after the offer, never after the day by which they want an answer.

    Where they want it within a weekend, the last business day since the offer; without any, that very day.
    """
    planned = after_event(s, clock, offer, "the offer")
    if offer.answer_by is None or planned.on is None or planned.on <= offer.answer_by:
        return planned
    last = clock.workdays.on_or_before(offer.answer_by)
    on = last if last >= clock.day(offer.at) else offer.answer_by
    why = f"They want an answer to the offer by {day_name(offer.answer_by, s.today)}"
    why += "." if on == offer.answer_by else f"; {day_name(on, s.today)} is the last business day before."
    return due(clock, on, MAILS, why)


def a_month_after(s: Situation, clock: Clock, rejection: Event) -> Due:
    """R16: one calendar month after the notification, that day if people work on it, else the next."""
    told = clock.day(rejection.at)
    day = one_month_after(told)
    on = clock.workdays.on_or_after(day)
    why = f"About a month after you were told on {day_name(told, s.today)}"
    why += "." if on == day else f"; {day_name(on, s.today)} is the first business day after that."
    return due(clock, on, MAILS, why)


def called(person: Participant | None) -> str:
    """The first name, or what the person is where nobody knows the name."""
    return first_name(person) if person else "the hiring manager"
