"""What the events add up to on a day: which mails count, who called, what was promised, where the application stands.

Events later than ``today`` are not known yet. They count in the order of ``at``, then of the list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING, Final

from afterview.domain.events import Direction, Event, EventKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from afterview.domain.workdays import Clock


class Outcome(StrEnum):
    """How the application stands: the last told holds."""

    NONE = "none"
    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


OUTCOMES: Final = {
    EventKind.OFFER: Outcome.OFFER,
    EventKind.OFFER_ACCEPTED: Outcome.ACCEPTED,
    EventKind.OFFER_DECLINED: Outcome.DECLINED,
    EventKind.REJECTION: Outcome.REJECTED,
    EventKind.WITHDRAWAL: Outcome.WITHDRAWN,
}
ENDED: Final = frozenset({Outcome.ACCEPTED, Outcome.DECLINED, Outcome.REJECTED, Outcome.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Sent:
    """A mail that went out: its place in the order of events, and who got it."""

    order: int
    event: Event
    to: tuple[str, ...]
    cc: tuple[str, ...]

    def reaches(self, person: str) -> bool:
        """Whether that participant was in To or Cc."""
        return person in self.to or person in self.cc


@dataclass(slots=True)
class History:
    """The digest. Lists are in the order of events; an event's ``order`` is its index in ``known``."""

    known: tuple[Event, ...] = ()
    mails: list[Sent] = field(default_factory=list)
    done: dict[str, Event] = field(default_factory=dict)
    invited: dict[str, Event] = field(default_factory=dict)
    calls: dict[int, Event] = field(default_factory=dict)
    outcome: Outcome = Outcome.NONE
    outcome_event: Event | None = None
    outcome_order: int = -1
    promise: Event | None = None
    promise_order: int = -1
    absences: dict[str, Event] = field(default_factory=dict)
    hold: Event | None = None
    silent: dict[str, Event] = field(default_factory=dict)
    silence: Event | None = None
    resumed_order: int = -1
    closed: Event | None = None

    def mail_of(self, event: Event) -> Sent | None:
        """Who got the mail that an event records; None for what is no mail, or for one that came back."""
        return next((mail for mail in self.mails if mail.event is event), None)

    def of(self, kind: EventKind) -> Iterator[tuple[int, Event]]:
        """The known events of one kind, each with its order."""
        return ((order, event) for order, event in enumerate(self.known) if event.kind is kind)


def known_on(events: tuple[Event, ...], today: date, clock: Clock) -> tuple[Event, ...]:
    """The events that are known on that day, in order. An event without a time counts from the start of its day."""

    def moment(event: Event) -> datetime:
        return (
            event.at
            if isinstance(event.at, datetime)
            else datetime.combine(event.at, time(0), tzinfo=clock.zone).astimezone(UTC)
        )

    return tuple(sorted((event for event in events if clock.day(event.at) <= today), key=moment))


def digest(
    known: tuple[Event, ...],
    hr: frozenset[str],
    addressees: Callable[[Event], tuple[tuple[str, ...], tuple[str, ...]]],
    *,
    deciding: frozenset[str],
    skipped_calls: frozenset[int],
) -> History:
    """Adds the events up. ``hr``: the ids of HR; ``addressees``: To and Cc of a mail, as it or its rule has them.

    ``deciding``: the ids of those whose replies count, anybody else's is only recorded. ``skipped_calls`` are numbers
    that a call without a step can't take.
    """
    history = History(known)
    for order, event in enumerate(known):
        if event.kind is EventKind.MAIL_SENT:
            history.mails.append(Sent(order, event, *addressees(event)))
        elif event.kind is EventKind.CALL:
            _call(history, event, hr)
        elif step := _EFFECTS.get(event.kind):
            step(history, order, event)
        if event.kind in OUTCOMES:
            history.outcome, history.outcome_event, history.outcome_order = OUTCOMES[event.kind], event, order
        if event.decision_on and (event.kind is not EventKind.REPLY or event.participant in deciding):
            history.promise, history.promise_order = event, order
    _number_calls(history, hr, skipped_calls)
    for mail in history.mails:
        if mail.event.step:
            history.done[mail.event.step] = mail.event
    return history


def _bounce(history: History, _: int, event: Event) -> None:
    """A bounce of a person in To undoes the last mail sent to them (``api.md`` section 3)."""
    for mail in reversed(history.mails):
        if event.participant in mail.to:
            history.mails.remove(mail)
            return


def _invitation(history: History, _: int, event: Event) -> None:
    history.invited.setdefault(event.participant or "", event)


def _task(history: History, _: int, event: Event) -> None:
    if event.step == "close":
        history.closed = event
    history.done[event.step or ""] = event


def _absence(history: History, _: int, event: Event) -> None:
    history.absences[event.participant or ""] = event


def _hold(history: History, _: int, event: Event) -> None:
    history.hold = event


def _silence(history: History, _: int, event: Event) -> None:
    if event.participant is None:
        history.silence = event
    else:
        history.silent[event.participant] = event


def _resumed(history: History, order: int, _: Event) -> None:
    history.hold = history.silence = history.closed = None
    history.silent.clear()
    history.resumed_order = order


_EFFECTS: Final = {
    EventKind.BOUNCE: _bounce,
    EventKind.INVITATION_SENT: _invitation,
    EventKind.INVITATION_ACCEPTED: _invitation,
    EventKind.INVITATION_DECLINED: _invitation,
    EventKind.TASK_DONE: _task,
    EventKind.ABSENCE: _absence,
    EventKind.ON_HOLD: _hold,
    EventKind.NO_CONTACT: _silence,
    EventKind.RESUMED: _resumed,
}


def _call(history: History, event: Event, hr: frozenset[str]) -> None:
    """A call that names its step takes that number; only calls with HR take numbers at all."""
    if event.participant in hr and event.step and event.step.startswith("call."):
        history.calls[int(event.step.split(".")[1])] = event


def _number_calls(history: History, hr: frozenset[str], skipped: frozenset[int]) -> None:
    """A call without a step gets the lowest free number, in the order of ``at``."""
    for _, event in history.of(EventKind.CALL):
        if event.participant in hr and not event.step:
            history.calls[next(n for n in count(1) if n not in history.calls and n not in skipped)] = event
    for number, event in history.calls.items():
        history.done[f"call.{number}"] = event


def invited_to_call(history: History, hr: frozenset[str]) -> bool:
    """Whether HR opened the door to calls: they called, or wrote."""
    return any(
        (event.kind is EventKind.CALL and event.direction is Direction.IN) or event.kind is EventKind.REPLY
        for event in history.known
        if event.participant in hr
    )
