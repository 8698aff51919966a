"""What keeps the conversation going: reminders (R9), calls (R10), their mails (R11), answers to replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain import calling, pacing, timing
from afterview.domain.pauses import answered_by, human_replies
from afterview.domain.subjects import Subject, on_the_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.situation import Situation
    from afterview.domain.timing import Due


def reminders(s: Situation) -> Iterator[Subject]:
    """R9."""
    return (Subject(f"follow-up.{turn.number}", turn=turn) for turn in pacing.reminders(s))


def calls(s: Situation) -> Iterator[Subject]:
    """R10."""
    return (Subject(f"call.{turn.number}", turn=turn) for turn in calling.calls(s))


def turn(s: Situation, subject: Subject) -> Due:
    """The numbered steps bring their day along."""
    return subject.turn.due if subject.turn else timing.unknown(s.company_clock, timing.NO_ROUND)


def calls_made(s: Situation) -> Iterator[Subject]:
    """R11: every call with HR."""
    for number, event in sorted(s.history.calls.items()):
        yield Subject(f"call.{number}.recap", person=s.people.get(event.participant or ""), event=event)


def after_call(s: Situation, subject: Subject) -> Due:
    """R11's day."""
    return on_the_day(s, subject, "the call")


def replies(s: Situation) -> Iterator[Subject]:
    """The replies of the hiring manager and HR that told no date; one is done by any later mail to that person."""
    for order, event in human_replies(s):
        if event.decision_on is None and (person := s.people.get(event.participant or "")):
            yield Subject(f"answer.{event.id}", person=person, event=answered_by(s, order, event) or event)


def after_reply(s: Situation, subject: Subject) -> Due:
    """An answer: the next business day."""
    reply = next(event for _, event in human_replies(s) if f"answer.{event.id}" == subject.key)
    clock = s.clock(subject.person)
    return timing.after_event(s, clock, reply, f"{timing.called(subject.person)}'s reply")
