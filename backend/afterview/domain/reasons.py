"""Reasons to write and selling points (R9): true, newer than the last mail, and used once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.events import EventKind
from afterview.domain.pauses import manager_days
from afterview.domain.pitches import by_fit, said_in, spent_in_first_mails
from afterview.domain.situation import once
from afterview.domain.steps import Reason
from afterview.domain.words import day_name, first_name

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.situation import Situation


@once
def reason_to_write(s: Situation) -> Reason | None:
    """The newest true event since the last mail to the hiring manager (article: "any news since the last email")."""
    clock = s.clock(s.hiring_manager)
    last = max(manager_days(s), default=None)
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
    """The pitch of the ``number``-th reminder: each is spent once (article: "a paragraph that sells you").

    What a competitor lacked comes first, even if the first mail spoke of it; else what fits best.
    """
    pitches, order, first = s.profile.pitches, _by_fit(s), _spent_first(s)
    spent: set[str] = set()
    for one in range(1, number):
        sent = s.history.done.get(f"follow-up.{one}")
        if sent and sent.body.strip():
            spent |= said_in(sent.body, pitches)
        elif not _was_skipped(s, one):
            spent |= set(_next_of(_leaning(s, sent), spent, order, first))
    return next(iter(_next_of(_leaning(s, None), spent, order, first)), None)


@once
def _by_fit(s: Situation) -> list[str]:
    notes = s.hiring_manager.notes if s.hiring_manager else ()
    fitting = by_fit(s.profile.pitches, s.interview, (note.text for note in notes))
    return [pitch.id for pitch in fitting]


@once
def _spent_first(s: Situation) -> set[str]:
    return spent_in_first_mails(s.interview, s.profile.pitches)


def _next_of(leaning: list[str], spent: set[str], order: list[str], first: set[str]) -> list[str]:
    left = [one for one in leaning if one not in spent]
    return (left or [one for one in order if one not in spent | first])[:1]


def _leaning(s: Situation, sent: Event | None) -> list[str]:
    """What competitors were known to lack when a reminder went out, or by now."""
    known = s.history.of(EventKind.COMPETITOR_FAILED)
    clock = s.clock(s.hiring_manager)
    until = clock.day(sent.at) if sent else s.today
    return [event.pitch for _, event in known if event.pitch and clock.day(event.at) <= until]


def _was_skipped(s: Situation, number: int) -> bool:
    decision = s.decisions.get(f"follow-up.{number}")
    return decision is not None and decision.skipped is not None and f"follow-up.{number}" not in s.history.done
