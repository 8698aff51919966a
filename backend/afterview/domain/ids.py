"""Ids inside a document: made from the name where the client gives none, unique in their list (``api.md`` 1)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from afterview.domain.keys import RESERVED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from typing import TypeVar

    from afterview.domain.events import Event
    from afterview.domain.facts import Interview, Note, Participant, Pitch, Round

    Named = TypeVar("Named", Participant, Round, Note, Event, Pitch)

LONGEST: Final = 40
NOTHING: Final[frozenset[str]] = frozenset()
PATTERN: Final = re.compile(r"[a-z0-9](?:-?[a-z0-9])*")


def id_from(name: str, taken: Iterable[str], default: str, reserved: frozenset[str] = RESERVED) -> str:
    """A free id that resembles the name: ``Zoë O'Hara`` gives ``zoe-o-hara``, a second one ``zoe-o-hara-2``.

    Only rounds have ``reserved`` words, the first ones of keys.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain))[: LONGEST - 5].strip("-") or default
    occupied, number, made = reserved.union(taken), 1, base
    while made in occupied:
        number += 1
        made = f"{base}-{number}"
    return made


def with_ids(interview: Interview, taken_notes: Iterable[str] = ()) -> Interview:
    """The interview with an id for every participant, round, note and event that came without one.

    Notes have addresses within the interview: theirs are unique across its participants, and none of ``taken_notes``.
    Events are named in the order in which they happened: ``answer.reply-2`` answers the second reply, in whatever order
    the two were entered.
    """
    notes = {note.id for person in interview.participants for note in person.notes} | set(taken_notes)
    return replace(
        interview,
        participants=tuple(
            replace(person, notes=_each(person.notes, note_name, notes))
            for person in _each(interview.participants, person_name)
        ),
        rounds=_each(interview.rounds, round_name),
        events=_as_they_happened(interview.events),
    )


def person_name(person: Participant) -> tuple[str, str]:
    """What a participant's id is made from, and from what without it."""
    return person.name, "person"


def round_name(sitting: Round) -> tuple[str, str]:
    """What a round's id is made from; ``round-1`` is also the one under which a round not yet entered is planned."""
    return sitting.title, "round-1"


def note_name(note: Note) -> tuple[str, str]:
    """What a note's id is made from: never from its text, which is private."""
    return note.channel.value, "note"


def event_name(event: Event) -> tuple[str, str]:
    """What an event's id is made from."""
    return event.kind.value, "event"


def pitch_name(pitch: Pitch) -> tuple[str, str]:
    """What a pitch's id is made from."""
    return pitch.claim, "pitch"


def with_pitch_ids(pitches: tuple[Pitch, ...]) -> tuple[Pitch, ...]:
    """The pitches, each with an id."""
    return _each(pitches, pitch_name)


def _as_they_happened(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events in the order of the list, named in that of ``at``; a day without an hour is its first moment."""
    if all(event.id for event in events):
        return events
    order = sorted(range(len(events)), key=lambda place: (_moment(events[place].at), repr(events[place])))
    named = dict(zip(order, _each(tuple(events[place] for place in order), event_name), strict=True))
    return tuple(named[place] for place in range(len(events)))


def _moment(at: date | datetime) -> datetime:
    return at if isinstance(at, datetime) else datetime.combine(at, time(0), tzinfo=UTC)


def _each(
    items: tuple[Named, ...], name: Callable[[Named], tuple[str, str]], taken: set[str] | None = None
) -> tuple[Named, ...]:
    occupied = {item.id for item in items} if taken is None else taken
    reserved = RESERVED if name is round_name else NOTHING
    made = []
    for item in items:
        new = item.id or id_from(name(item)[0], occupied, name(item)[1], reserved)
        occupied.add(new)
        made.append(replace(item, id=new))
    return tuple(made)
