"""Which events of a file make one interview, and what each says about its time. What it doesn't say is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.documents import stamp
from afterview.domain.errors import UnreadableFile
from afterview.domain.invitation.companies import compact
from afterview.domain.invitation.gathering import Candidate, address_key
from afterview.domain.invitation.invitations import Invitation, LeftOut, Moment, ZoneSource
from afterview.domain.invitation.titles import clean_title, is_interview

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2099
_HOURS: Final = (9, 10, 13, 14)
_MOST_NAMED: Final = 20
_USUAL: Final = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Europe/London", "Europe/Berlin",
    "Asia/Kolkata", "Asia/Singapore", "Australia/Sydney", "UTC",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """Something that has to be answered first.

    ``pointer`` into the interview; no ``options``: any answer fits there.
    """

    pointer: str
    message: str
    options: tuple[str, ...]


def choose(events: tuple[Invitation, ...], candidate: Candidate) -> tuple[tuple[Invitation, ...], tuple[LeftOut, ...]]:
    """The events of one interview in the order of their time, and why the others aren't used.

    Of a file with several unrelated events the one that looks most like an interview is taken: by its title, then by
    its guests, then the earliest. ``UnreadableFile`` if none can be used.
    """
    current, older = _newest(events)
    usable, useless = _usable(current)
    if not usable:
        raise UnreadableFile(f"No event in this file can be used. {useless[0].what}: {_small(useless[0].why)}")
    lead = min(usable, key=lambda event: _rank(event, candidate))
    ours, others = _related(lead, usable, candidate)
    foreign = [
        LeftOut(named(event), "It has neither people nor title in common with the event that is proposed.")
        for event in others
    ]
    repeated = [
        LeftOut(f"Later dates of {named(event)}", "It repeats: only its first date is proposed.")
        for event in ours
        if event.repeats
    ]
    return ours, tuple(_shortened([*repeated, *useless, *older, *foreign]))


def named(event: Invitation) -> str:
    """An event for a reader: title, time, or the line in which it begins."""
    title = f'"{event.title[:80]}"' if event.title else f"The event in line {event.line}"
    return f"{title} ({when(event.starts)})" if event.starts else title


def _small(sentence: str) -> str:
    """A sentence that stands within another."""
    return f"{sentence[:1].lower()}{sentence[1:]}"


def when(starts: Moment) -> str:
    """The clock time as the file writes it, with its zone: "Tue 13 October 2026, 16:00 UTC"."""
    day = f"{starts.wall:%a} {starts.wall.day} {starts.wall:%B %Y}"
    zone = "UTC" if starts.source is ZoneSource.UTC else starts.zone or starts.named or "in an unknown time zone"
    return day if starts.all_day else f"{day}, {starts.wall:%H:%M} {zone}"


def make_round(
    event: Invitation, pointer: str, near: tuple[str, ...]
) -> tuple[dict[str, Any], list[Question], list[str]]:
    """Times and place of one round, what has to be asked about them, why its zone is a guess.

    ``near``: zones of the people.
    """
    place = {"location": event.location} if event.location else {}
    starts = event.starts
    if starts is None:
        return (
            place,
            [Question(f"{pointer}/starts_at", f"When does {_small(named(event))} begin? The file doesn't say.", ())],
            [],
        )
    times = _times(starts, event.ends)
    asked, guessed = _asked(event, starts, pointer, near), _guessed(starts)
    zone = {"timezone": starts.zone} if starts.zone else {}
    return {**times, **zone, **place}, asked, guessed


def _times(starts: Moment, ends: Moment | None) -> dict[str, str]:
    if starts.at is not None:
        last = {"ends_at": stamp(ends.at)} if ends and ends.at else {}
        return {"starts_at": stamp(starts.at), **last}
    if starts.all_day:
        return {"starts_at": _clock(starts.wall.replace(hour=_HOURS[0]))}
    return {"starts_at": _clock(starts.wall), **({"ends_at": _clock(ends.wall)} if ends and not ends.all_day else {})}


def _asked(event: Invitation, starts: Moment, pointer: str, near: tuple[str, ...]) -> list[Question]:
    zones = tuple(dict.fromkeys((*starts.hints, *near, *_USUAL)))
    clock = f"{starts.wall:%H:%M}"
    questions = []
    if starts.all_day:
        hours = tuple(_clock(starts.wall.replace(hour=hour)) for hour in _HOURS)
        questions.append(
            Question(
                f"{pointer}/starts_at",
                f"At what hour does {_small(named(event))} begin? The file gives only the day.",
                hours,
            )
        )
        clock = "that hour"
    if starts.zone or (starts.source is ZoneSource.UTC):
        return questions
    if starts.at is not None:
        why = f'The file calls its zone "{starts.named}", which is UTC{_signed(starts.offset)} then: which zone is it?'
    elif starts.named:
        why = f'In which time zone is {clock}? The file says "{starts.named[:80]}", which isn\'t known.'
    else:
        why = f"In which time zone is {clock}? The file doesn't say."
    return [*questions, Question(f"{pointer}/timezone", why, zones)]


def _guessed(starts: Moment) -> list[str]:
    if starts.source is ZoneSource.RULES:
        return [f'The file\'s own zone "{starts.named}" has the same clock that year.']
    return [f'The file calls it "{starts.named}".'] if starts.source is ZoneSource.DISPLAY else []


def _newest(events: tuple[Invitation, ...]) -> tuple[list[Invitation], list[LeftOut]]:
    """One version of each event: the highest number (RFC 5546 section 2.1.5).

    Moved dates of a repeating event are none of their own.
    """
    newest: dict[object, Invitation] = {}
    masters = {event.uid for event in events if event.uid and not event.instance}
    older = []
    for place, event in enumerate(events):
        if event.instance and event.uid in masters:
            older.append(
                LeftOut(named(event), "One date of a repeating event, moved: only the first date is proposed.")
            )
            continue
        key = (event.uid, event.starts if event.instance else None) if event.uid else place
        known = newest.get(key)
        newest[key] = event if known is None or event.sequence >= known.sequence else known
        if known is not None:
            older.append(
                LeftOut(
                    named(known if newest[key] is event else event),
                    "A version of it with a higher number is in the file.",
                )
            )
    return list(newest.values()), older


def _usable(events: list[Invitation]) -> tuple[list[Invitation], list[LeftOut]]:
    timed = any(event.starts for event in events)
    live = any(not event.cancelled and event.starts for event in events)
    usable, useless = [], []
    for event in events:
        reason = _unusable(event, timed=timed, live=live)
        (useless.append(LeftOut(named(event), reason)) if reason else usable.append(event))
    return usable, useless


def _unusable(event: Invitation, *, timed: bool, live: bool) -> str:
    if event.starts is None and (timed or not (event.guests or event.organizer)):
        return "It has no start." if timed else "It has neither a start nor people."
    if event.starts and not _FIRST_YEAR <= event.starts.wall.year <= _LAST_YEAR:
        return f"It is in {event.starts.wall.year}; days are kept from {_FIRST_YEAR} to {_LAST_YEAR}."
    return "It was cancelled." if live and event.cancelled else ""


def _rank(event: Invitation, candidate: Candidate) -> tuple[bool, bool, bool, datetime]:
    all_day = event.starts is None or event.starts.all_day
    return not is_interview(event.title), not _people(event, candidate), all_day, _begin(event)


def _related(
    lead: Invitation, events: list[Invitation], candidate: Candidate
) -> tuple[tuple[Invitation, ...], list[Invitation]]:
    """The events that share a person or the title with the first one, or with one that does, by their time."""
    ours, rest = [lead], [(event, _people(event, candidate)) for event in events if event is not lead]
    people, title = _people(lead, candidate), _title(lead)
    while True:
        found = [pair for pair in rest if pair[1] & people or (title and _title(pair[0]) == title)]
        if not found:
            break
        ours += [event for event, _ in found]
        people = people.union(*(others for _, others in found))
        rest = [
            (event, others) for event, others in rest if not (others & people or (title and _title(event) == title))
        ]
    return tuple(sorted(ours, key=_begin)), [event for event, _ in rest]


def _begin(event: Invitation) -> datetime:
    return event.starts.wall if event.starts else datetime.max  # noqa: DTZ901 - clock times, only compared


def _people(event: Invitation, candidate: Candidate) -> frozenset[str]:
    guests = (*event.guests, *([event.organizer] if event.organizer else []))
    return frozenset(address_key(guest.address) for guest in guests if guest.address and not candidate.is_(guest))


def _title(event: Invitation) -> str:
    return compact(clean_title(event.title))


def _clock(wall: datetime) -> str:
    return wall.strftime("%Y-%m-%dT%H:%M:%S")


def _signed(minutes: int | None) -> str:
    hours, rest = divmod(abs(minutes or 0), 60)
    return f"{'-' if (minutes or 0) < 0 else '+'}{hours:02}:{rest:02}"


def _shortened(notes: list[LeftOut]) -> Iterable[LeftOut]:
    more = len(notes) - _MOST_NAMED
    return (
        notes if more <= 0 else [*notes[:_MOST_NAMED], LeftOut(f"{more} more events", "They aren't proposed either.")]
    )
