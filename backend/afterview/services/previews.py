"""Previews: what an event, a decision or a change would do to the plan, before it is entered. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.decisions import Decision
from afterview.domain.documents import to_document, to_value
from afterview.domain.errors import BadFacts, FieldError
from afterview.domain.ids import with_ids
from afterview.domain.plan import make_plan
from afterview.domain.preview import Changes, compare
from afterview.domain.soundness import ahead_faults, check, check_moves, decision_faults, event_faults
from afterview.domain.today import today_in
from afterview.formats.daysoff import DaysOff
from afterview.store.candidates import load_policy, load_profile
from afterview.store.decisions import load_decisions
from afterview.store.events import taken_event_ids
from afterview.store.interviews import load_interview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from afterview.domain.events import Event
    from afterview.domain.facts import Interview
    from afterview.domain.steps import Plan
    from afterview.store.tables import Unit

DAYS_OFF: Final = DaysOff()
MOST_EVENTS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Supposed:
    """What might be entered: ``decisions`` hold only the members that would change, by the steps' keys."""

    events: tuple[Event, ...]
    decisions: Mapping[str, Mapping[str, Any]]
    change: Callable[[Interview], Interview]


@dataclass(frozen=True, slots=True)
class Preview:
    """The two plans, what each was decided with, and their difference."""

    before: Plan
    after: Plan
    decided_before: Mapping[str, Decision]
    decided_after: Mapping[str, Decision]
    changes: Changes


def preview(unit: Unit, interview_id: str, supposed: Supposed, today: date | None) -> Preview:
    """What would come, change and go; the errors are those of entering it."""
    old, profile, policy = load_interview(unit, interview_id), load_profile(unit), load_policy(unit)
    decided = load_decisions(unit, interview_id)
    new = _with_events(supposed.change(old), supposed.events, taken_event_ids(unit, interview_id), unit)
    deciding = {key: _changed(decided.get(key, Decision()), change) for key, change in supposed.decisions.items()}
    check(decision_faults(deciding, new))
    decided_after = {**decided, **deciding}
    day = today or today_in(profile.timezone, unit.now)
    before = make_plan(old, profile=profile, policy=policy, decisions=decided, days_off=DAYS_OFF, today=day)
    after = make_plan(new, profile=profile, policy=policy, decisions=decided_after, days_off=DAYS_OFF, today=day)
    check_moves(after, deciding)
    return Preview(before, after, decided, decided_after, compare(before, after))


def _with_events(interview: Interview, events: tuple[Event, ...], taken: set[str], unit: Unit) -> Interview:
    known = len(interview.events)
    if known + len(events) > MOST_EVENTS:
        raise BadFacts((FieldError("/events", "too-many", f"An interview holds {MOST_EVENTS:,} events at most."),))
    check(_id_faults(events, taken))
    whole = with_ids(replace(interview, events=(*interview.events, *events)))
    for place, event in enumerate(whole.events[known:]):
        check(event_faults(event, whole, f"/events/{place}"), ahead_faults(event, unit.now, f"/events/{place}"))
    return whole


def _id_faults(events: tuple[Event, ...], taken: set[str]) -> Iterator[FieldError]:
    seen = set(taken)
    for place, event in enumerate(events):
        if event.id in seen:
            detail = f'"{event.id}" is or was an event of this interview: give another id, or none.'
            yield FieldError(f"/events/{place}/id", "taken", detail)
        seen |= {event.id} if event.id else set()


def _changed(decision: Decision, change: Mapping[str, Any]) -> Decision:
    return to_value(Decision, {**to_document(decision), **change})
