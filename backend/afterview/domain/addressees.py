"""To whom a mail went: as its event says, else as its step's rule had them by what was known when it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from afterview.domain.facts import Part
from afterview.domain.history import away, bounced
from afterview.domain.keys import parse_key
from afterview.domain.policy import OneMonth

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.facts import Participant
    from afterview.domain.history import History
    from afterview.domain.keys import Key
    from afterview.domain.loops import Loop
    from afterview.domain.policy import Policy
    from afterview.domain.workdays import Clock

    Parts = tuple[Part, ...]

_HR: Final = (Part.HR,)
_MANAGER: Final = (Part.HIRING_MANAGER,)
_BY_FORM: Final[dict[str, tuple[Parts, Parts]]] = {
    "hiring-manager": (_MANAGER, _HR),
    "follow-up": (_MANAGER, _HR),
    "continuing-interest": (_MANAGER, _HR),
    "decline": (_MANAGER, _HR),
    "withdrawal": (_MANAGER, _HR),
    "one-month.hiring-manager": (_MANAGER, ()),
    "one-month.hr": (_HR, ()),
    "roster.ask": (_HR, ()),
    "recap": (_HR, ()),
    "no-show": ((), _HR),
}
"""To and Cc of the mails whose rule names parts, where neither their key nor what they are about names a person."""


class Asked(Protocol):
    """What is asked of the situation, which is built on this."""

    policy: Policy

    def first(self, part: Part) -> Participant | None:
        """The first listed of a part."""

    def clock(self, person: Participant | None) -> Clock:
        """The person's clock."""

    def loop_of(self, round_id: str | None) -> Loop | None:
        """The loop that a round belongs to."""

    def cancelled_loop(self, round_id: str | None) -> Loop | None:
        """That of a round which was cancelled after mails about it had gone."""

    def others(self, loop: Loop) -> tuple[Participant, ...]:
        """The other interviewers of a loop."""

    def event_of(self, event_id: str | None) -> Event | None:
        """The known event of that id."""


def addressees(s: Asked, mail: Event, then: History) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of those in To and in Cc. ``then`` is what the events before the mail add up to."""
    if mail.to is not None or mail.cc is not None:
        return mail.to or (), mail.cc or ()
    key = parse_key(mail.step or "")
    if key is None:
        return (), ()
    if key.form == "group":
        return tuple(person.id for person in _group(s, key) if not _left_out(s, person, mail, then)), ()
    if who := key.participant or _whom_it_is_about(s, key, then):
        to: tuple[str, ...] = (who,)
    else:
        to = tuple(person.id for person in _to(s, key))
    return to, tuple(p.id for p in _cc(s, key) if p.id not in to and _can_be_copied(s, p, mail, then))


def _group(s: Asked, key: Key) -> tuple[Participant, ...]:
    loop = s.loop_of(key.round) or s.cancelled_loop(key.round)
    return s.others(loop) if loop else ()


def _whom_it_is_about(s: Asked, key: Key, then: History) -> str | None:
    """Who was called, who replied, who did not come."""
    number = key.number if key.form == "recap" else None
    about = then.calls.get(number) if number else s.event_of(key.event)
    return about.participant if about else None


def _to(s: Asked, key: Key) -> tuple[Participant, ...]:
    if key.form == "negotiation":
        return _first(s, _HR) or _first(s, _MANAGER)
    return _first(s, _BY_FORM.get(key.form, ((), ()))[0])


def _cc(s: Asked, key: Key) -> tuple[Participant, ...]:
    if key.form == "one-month.hr" and s.policy.one_month_hiring_manager is OneMonth.CC:
        return _first(s, _MANAGER)
    return _first(s, _BY_FORM.get(key.form, ((), ()))[1])


def _first(s: Asked, parts: Parts) -> tuple[Participant, ...]:
    return tuple(person for part in parts if (person := s.first(part)))


def _left_out(s: Asked, person: Participant, mail: Event, then: History) -> bool:
    """Who wished for silence, or was away that day."""
    clock = s.clock(person)
    return person.id in then.silent or away(then, person, clock, clock.day(mail.at))


def _can_be_copied(s: Asked, person: Participant, mail: Event, then: History) -> bool:
    """HR is copied where HR could be reached; the hiring manager, where the policy has them in Cc, always."""
    if person.part is Part.HIRING_MANAGER:
        return True
    twice = person.shares_address_with(s.first(Part.HIRING_MANAGER))
    return bool(person.email) and not (twice or bounced(then, person) or _left_out(s, person, mail, then))
