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
    from collections.abc import Callable, Sequence

    from afterview.domain.facts import Participant
    from afterview.domain.workdays import Clock

    Addressees = Callable[["Event", "History"], tuple[tuple[str, ...], tuple[str, ...]]]


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
_FOLLOWING: Final = (EventKind.BOUNCE, EventKind.OFFER_ACCEPTED, EventKind.OFFER_DECLINED)
"""Of one moment, these come after what they follow from: the mail, the offer. Days without an hour are such moments."""
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
    kinds: dict[EventKind, list[tuple[int, Event]]] = field(default_factory=dict)
    mails: list[Sent] = field(default_factory=list)
    done: dict[str, Event] = field(default_factory=dict)
    invited: dict[str, Event] = field(default_factory=dict)
    calls: dict[int, Event] = field(default_factory=dict)
    outcome: Outcome = Outcome.NONE
    outcome_event: Event | None = None
    outcome_order: int = -1
    outcomes: dict[Outcome, Event] = field(default_factory=dict)
    promise: Event | None = None
    promise_order: int = -1
    absences: dict[str, Event] = field(default_factory=dict)
    bounces: dict[str, set[str]] = field(default_factory=dict)
    hold: Event | None = None
    silent: dict[str, Event] = field(default_factory=dict)
    silence: Event | None = None
    resumed_order: int = -1
    closed: Event | None = None

    def mail_of(self, event: Event) -> Sent | None:
        """Who got the mail that an event records; None for what is no mail, or for one that came back."""
        return next((mail for mail in self.mails if mail.event is event), None)

    def of(self, kind: EventKind) -> Sequence[tuple[int, Event]]:
        """The known events of one kind, each with its order."""
        return self.kinds.get(kind, ())


def known_on(events: tuple[Event, ...], today: date, clock: Clock) -> tuple[Event, ...]:
    """The events that are known on that day, in order. An event without a time counts from the start of its day."""

    def moment(event: Event) -> datetime:
        return (
            event.at
            if isinstance(event.at, datetime)
            else datetime.combine(event.at, time(0), tzinfo=clock.zone).astimezone(UTC)
        )

    known = [event for event in events if clock.day(event.at) <= today]
    following = [event for event in known if event.kind in _FOLLOWING]
    if following:
        known = [event for event in known if event.kind not in _FOLLOWING] + following
    return tuple(sorted(known, key=moment))


def digest(
    known: tuple[Event, ...],
    hr: frozenset[str],
    addressees: Addressees,
    *,
    deciding: frozenset[str],
    skipped_calls: frozenset[int],
) -> History:
    """Adds the events up. ``hr``: the ids of HR; ``addressees``: To and Cc of a mail, by what was known when it went.

    ``deciding``: the ids of those whose replies count, anybody else's is only recorded. ``skipped_calls`` are numbers
    that a call without a step can't take.
    """
    history = History(known, calls=_numbered_calls(known, hr, skipped_calls))
    for order, event in enumerate(known):
        history.kinds.setdefault(event.kind, []).append((order, event))
        if event.kind is EventKind.MAIL_SENT:
            history.mails.append(Sent(order, event, *addressees(event, history)))
        elif step := _EFFECTS.get(event.kind):
            step(history, order, event)
        if event.kind in OUTCOMES:
            history.outcome, history.outcome_event, history.outcome_order = OUTCOMES[event.kind], event, order
            history.outcomes[history.outcome] = event
        if event.decision_on and (event.kind is not EventKind.REPLY or event.participant in deciding):
            history.promise, history.promise_order = event, order
    history.done |= {f"call.{number}": event for number, event in history.calls.items()}
    history.done |= {mail.event.step: mail.event for mail in history.mails if mail.event.step}
    return history


def _bounce(history: History, _: int, event: Event) -> None:
    """A bounce of a person in To undoes the last mail sent to them (``api.md`` section 3)."""
    history.bounces.setdefault(event.participant or "", set()).add(event.address.casefold())
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


def _numbered_calls(known: tuple[Event, ...], hr: frozenset[str], skipped: frozenset[int]) -> dict[int, Event]:
    """Only calls with HR take numbers: that of their step, else the lowest free one, in the order of ``at``."""
    calls = [event for event in known if event.kind is EventKind.CALL and event.participant in hr]
    numbers = {int(event.step.split(".")[1]): event for event in calls if event.step and event.step.startswith("call.")}
    for event in calls:
        if not event.step:
            numbers[next(n for n in count(1) if n not in numbers and n not in skipped)] = event
    return numbers


def bounced(history: History, person: Participant) -> bool:
    """Whether the address that the person has now is one that bounced; an event may not say which."""
    addresses = history.bounces.get(person.id)
    return addresses is not None and (person.email.casefold() in addresses or "" in addresses)


def away(history: History, person: Participant, clock: Clock, day: date) -> bool:
    """Whether somebody is known to be absent on a day."""
    absence = history.absences.get(person.id)
    return bool(absence and absence.until and clock.day(absence.at) <= day <= absence.until)


def invited_to_call(history: History, hr: frozenset[str]) -> bool:
    """Whether HR opened the door to calls: they called, or wrote."""
    return any(
        (event.kind is EventKind.CALL and event.direction is Direction.IN) or event.kind is EventKind.REPLY
        for event in history.known
        if event.participant in hr
    )
