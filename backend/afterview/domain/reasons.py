"""Reasons to write and selling points (R9): true, newer than the last mail, and used once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.events import EventKind
from afterview.domain.pauses import manager_marks
from afterview.domain.steps import Reason
from afterview.domain.words import day_name, first_name

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.situation import Situation


def reason_to_write(s: Situation) -> Reason | None:
    """The newest true event since the last mail to the hiring manager (article: "any news since the last email")."""
    clock = s.clock(s.hiring_manager)
    last = max((mark.on for mark in manager_marks(s)), default=None)
    found = [
        (clock.day(event.at), order, reason)
        for order, event in enumerate(s.known)
        if (reason := _as_reason(s, event)) and (last is None or clock.day(event.at) > last)
    ]
    promise = s.history.promise
    if promise and promise.decision_on and (last is None or promise.decision_on >= last):
        text = f"they named {day_name(promise.decision_on, s.today)} as the day of a decision"
        found.append((promise.decision_on, s.history.promise_order, Reason("decision_date", promise.id or None, text)))
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _as_reason(s: Situation, event: Event) -> Reason | None:
    if event.kind is EventKind.INVITATION_ACCEPTED and (person := s.people.get(event.participant or "")):
        return Reason(
            event.kind, event.id or None, f"{first_name(person)} accepted your invitation on {s.policy.network}"
        )
    if event.kind is EventKind.NEWS:
        return Reason(event.kind, event.id or None, event.title)
    return None


def selling_point(s: Situation, number: int) -> str | None:
    """The pitch of the ``number``-th reminder: each is spent once (article: "a paragraph that sells you")."""
    leaning = [event.pitch for _, event in s.history.of(EventKind.COMPETITOR_FAILED) if event.pitch]
    rest = [pitch.id for pitch in s.profile.pitches if pitch.id not in leaning]
    pitches = [*dict.fromkeys(leaning), *rest]
    return pitches[number - 1] if number <= len(pitches) else None
