"""When it leaves: on the reader's business days and clock."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from afterview.domain.checks.case import FIRST
from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.checks.records import day_of
from afterview.domain.events import EventKind
from afterview.domain.words import day_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.events import Event

_OPENS, _CLOSES = 7, 19
_BOUND_TO_AN_EVENT: Final = frozenset({"recap", "no-show", "answer"})
_UNANSWERED: Final = 3
_SOON, _LATE = 21, 45
_CUT: Final = re.compile(r"[,;:]|\b(?:and|but|so|because|which|who|since)\b", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"\b(?:can|could|will|would|may|might|shall|free|available|happy|glad|read|saw|noticed)\b|'ll\b", re.IGNORECASE
)
_ALONE: Final = 2
_RELATIVE: Final = re.compile(
    r"\b(?P<word>yesterday(?: (?:morning|afternoon))?|today|this morning|this afternoon|tomorrow|earlier today"
    r"|(?:gestern|heute)(?: (?:morgen|fr\u00fch|vormittag|mittag|nachmittag|abend))?)\b",
    re.IGNORECASE,
)
_NEAR: Final = 60


def floor(case: Case) -> Iterator[Fault]:
    """C10: five business days between a reminder and any mail that the hiring manager got."""
    due, floor_on = case.sent_on, case.step.earliest_on
    last = _last_to_manager(case)
    too_soon = due is not None and (
        (floor_on is not None and due < floor_on)
        or (last is not None and last <= due < case.workdays.after(last, case.policy.spacing))
    )
    if too_soon:
        yield Fault(
            f"This is less than {case.policy.spacing} business days after your last mail to the hiring manager: wait."
        )


def _last_to_manager(case: Case) -> date | None:
    manager = case.records.hiring_manager
    days = [
        day_of(event.at, case.step.timezone)
        for event in case.records.of(EventKind.MAIL_SENT)
        if manager and event.step != case.step.key and _reaches(event, manager.id)
    ]
    return max(days, default=None)


def _reaches(event: Event, manager: str) -> bool:
    step = event.step or ""
    if event.to is not None:
        return manager in event.to or manager in (event.cc or ())
    return step.endswith("hiring-manager") or step.startswith("follow-up")


def promised(case: Case) -> Iterator[Fault]:
    """C11: not before the day that they named for a decision."""
    told = [(day_of(e.at, case.step.timezone), e.decision_on) for e in case.interview.events if e.decision_on]
    named = max(told, key=lambda one: one[0])[1] if told else None
    if named and case.sent_on and case.sent_on <= named:
        yield Fault(f"They named {day_name(named, case.sent_on)} for the decision: write after it.")


def hours(case: Case) -> Iterator[Fault]:
    """C12: in the reader's working week. R4 to R6 on the day of their round are as they should be."""
    at = case.step.due_at
    if at is None or case.form in _BOUND_TO_AN_EVENT:
        return
    local = at.astimezone(ZoneInfo(case.step.timezone or "UTC"))
    ends = [day_of(case.records.ended(s), case.step.timezone) for s in case.records.loop(case.step.round)]
    if case.form in FIRST and local.date() in ends:
        return
    if not case.workdays.is_open(local.date()):
        day, following = local.date(), case.workdays.after(local.date(), 1)
        yield Fault(f"Nobody works there on {day_name(day, day)}: send it on {day_name(following, day)}.")
    elif not _OPENS <= local.hour < _CLOSES:
        yield Fault("This is outside the reader's working hours: send it in the morning of a working day.")


def lateness(case: Case) -> Iterator[Fault]:
    """C13: thanks within a day, not within the hour."""
    loop = case.records.loop(case.step.round)
    if not loop or case.sent_on is None:
        return
    end = max(case.records.ended(sitting) for sitting in loop)
    if case.sent_on > case.workdays.after(day_of(end, case.step.timezone), 1):
        yield Fault("Thanks are best within a day of the interview: send it now, shorter if need be.")
    elif case.step.due_at and case.step.due_at < end + timedelta(minutes=50):
        yield Fault("Right after the interview is too soon: let an hour pass.", severity=Severity.HINT)


def unanswered(case: Case) -> Iterator[Fault]:
    """C14: a third reminder without an answer is one too many."""
    zone = case.step.timezone
    answers = [day_of(event.at, zone) for event in case.records.of(EventKind.REPLY)]
    rounds = [day for day in case.records.round_days if case.sent_on is None or day <= case.sent_on]
    since = max((*answers, *rounds), default=date.min)
    count = sum(
        (event.step or "").startswith("follow-up") and event.step != case.step.key and day_of(event.at, zone) >= since
        for event in case.records.of(EventKind.MAIL_SENT)
    )
    if count >= max(_UNANSWERED - 1, case.policy.soft_stop_after):
        yield Fault(f"{count} reminders had no answer: ask yourself whether another one helps, or call HR.")


def month(case: Case) -> Iterator[Fault]:
    """C35: about a month after the news, three to six weeks."""
    told = case.records.of(EventKind.REJECTION)
    if not told or case.sent_on is None:
        return
    days = (case.sent_on - day_of(told[-1].at, case.step.timezone)).days
    if not _SOON <= days <= _LATE:
        yield Fault(f"This is {days} days after the decision; about a month (three to six weeks) is right.")


def relative_days(case: Case) -> Iterator[Fault]:
    """C41: yesterday and today are told from the day on which the mail leaves."""
    days = _days_talked(case)
    if not days or case.sent_on is None:
        return
    for found in _RELATIVE.finditer(case.letter.body):
        a, b = case.letter.sentence_at(found.start())
        a, b = _clause(case.letter.body, a, b, found)
        near = (max(a, found.start() - _NEAR), min(b, found.end() + _NEAR))
        if not case.letter.has("talked", *near) or _AHEAD.search(case.letter.body, near[0], found.start()):
            continue
        word = found["word"].casefold()
        meant = case.sent_on - timedelta(days=1) if word.startswith(("yesterday", "gestern")) else case.sent_on
        if word != "tomorrow" and meant not in days and max(days) <= case.sent_on:
            yield Fault(
                f"The mail leaves on {day_name(case.sent_on, case.sent_on)}, so \u201c{found[0]}\u201d is wrong: name the day.",
                found.span(),
                fix=_named_day(days, case.letter.body[found.end() : found.end() + 1])
                if case.language == "en"
                else None,
            )


def _named_day(days: list[date], after: str) -> str | None:
    """The weekday of the one conversation there was; not where the word owns something (today's talk)."""
    return f"on {max(days):%A}" if len(set(days)) == 1 and after not in {"'", "\u2019"} else None


def _clause(text: str, start: int, end: int, found: re.Match[str]) -> tuple[int, int]:
    """The part of the sentence in which the word stands, unless it stands there by itself."""
    starts = [cut.end() for cut in _CUT.finditer(text, start, found.start())]
    ends = [cut.start() for cut in _CUT.finditer(text, found.end(), end)]
    a, b = max(starts, default=start), min(ends, default=end)
    return (a, b) if len(text[a:b].split()) > _ALONE else (start, end)


def _days_talked(case: Case) -> list[date]:
    zone = case.step.timezone
    calls = [day_of(event.at, zone) for event in case.records.of(EventKind.CALL, EventKind.NO_SHOW)]
    if case.form in FIRST:
        return [day_of(case.records.ended(sitting), zone) for sitting in case.records.loop(case.step.round)]
    return [*case.records.round_days, *calls]
