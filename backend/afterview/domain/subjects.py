"""What one step is about: the round, person, event or number that its rule was applied to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from afterview.domain import timing

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.facts import Participant, Round
    from afterview.domain.loops import Loop
    from afterview.domain.pacing import Turn
    from afterview.domain.situation import Situation
    from afterview.domain.timing import Due


@dataclass(frozen=True, slots=True)
class Subject:
    """What one step is about. ``round`` is the id in its key."""

    key: str
    round: str | None = None
    loop: Loop | None = None
    sitting: Round | None = None
    person: Participant | None = None
    event: Event | None = None
    turn: Turn | None = None


def on_the_day(s: Situation, subject: Subject, what: str) -> Due:
    """An hour after something happened, on the clock of whom it is about."""
    clock = s.clock(subject.person)
    return timing.hour_after(s, clock, subject.event, what) if subject.event else timing.unknown(clock, timing.NO_ROUND)
