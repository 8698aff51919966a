"""Calendar bytes to invitations (RFC 5545, 5546), as they are found in the wild. Nothing is fetched or expanded.

A repeating event keeps its first date only. What can't be used is noted in ``left_out``; a file in which nothing can be
used raises ``UnreadableFile`` with the line or the reason.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from icalendar.prop import vDuration

from afterview.domain.errors import UnreadableFile
from afterview.domain.invitation.invitations import Guest, Invitation, LeftOut, Method, Moment, Reading, Seat
from afterview.formats.lines import Component, Property, read_components
from afterview.formats.observances import Observance, read_observances
from afterview.formats.text import decode
from afterview.formats.zones import place, utc

if TYPE_CHECKING:
    from collections.abc import Mapping

_STAMP: Final = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)?)?",
)
_LONGEST: Final = {"title": 300, "location": 300, "name": 200, "address": 254}
_MOST_HINTS: Final = 5
_MOST_GUESTS: Final = 500
_LONGEST_DESCRIPTION: Final = 20_000
_LONGEST_EVENT: Final = timedelta(days=31)
_SCHEME: Final = re.compile(r"^[\"'<\s]*(?:mailto:|e-?mail:|smtp:)?[\"'<\s]*", re.IGNORECASE)
_NESTED_SCHEME: Final = re.compile(r"^(.*?)[:;]mailto:(.*)$", re.IGNORECASE | re.DOTALL)
_LINE: Final = re.compile(r"\s+")


def read_calendar(data: bytes) -> Reading:
    """Every event of the file. ``UnreadableFile`` if it isn't a calendar or has no event that says anything."""
    text, remarks = decode(data)
    root, skipped = read_components(text)
    calendars = [component for component in root.walk() if component.name == "VCALENDAR"]
    events = [component for component in root.walk() if component.name == "VEVENT"]
    if not calendars and not events:
        raise UnreadableFile(
            "This is neither a calendar file (.ics) nor a mail (.eml): save the invitation as one of both."
        )
    if not events:
        raise UnreadableFile(f"The calendar has no event in it{_instead(root)}: export the invitation itself.")
    reader = _Reader(root)
    invitations = tuple(reader.invitation(event) for event in events)
    return Reading(invitations, (*remarks, *skipped, *reader.left_out, *_unused(root)))


class _Reader:
    """Reads the events of one file, with the zones that the file defines."""

    def __init__(self, root: Component) -> None:
        self.root = root
        self.left_out: list[LeftOut] = []
        self.zones = _zones(root)
        self.method = _method(root)
        said = (part.text("X-WR-TIMEZONE") for part in root.walk() if part.first("X-WR-TIMEZONE"))
        self.hints = tuple(dict.fromkeys((*said, *self.zones)))[:_MOST_HINTS]

    def invitation(self, event: Component) -> Invitation:
        """One VEVENT."""
        starts = self._moment(event, "DTSTART")
        return Invitation(
            method=self.method,
            uid=event.text("UID"),
            sequence=_number(event.text("SEQUENCE")),
            cancelled=self.method is Method.CANCEL or event.text("STATUS").upper() in {"CANCELLED", "CANCELED"},
            title=_line(event.text("SUMMARY"), "title"),
            description=event.text("DESCRIPTION")[:_LONGEST_DESCRIPTION],
            location=_line(event.text("LOCATION"), "location"),
            starts=starts,
            ends=self._end(event, starts),
            organizer=next((guest for guest in map(_guest, event.every("ORGANIZER")) if guest), None),
            guests=self._guests(event),
            repeats=event.first("RRULE") is not None or event.first("RDATE") is not None,
            instance=event.first("RECURRENCE-ID") is not None,
            line=event.line,
        )

    def _guests(self, event: Component) -> tuple[Guest, ...]:
        attendees = event.every("ATTENDEE")
        if len(attendees) > _MOST_GUESTS:
            more = len(attendees) - _MOST_GUESTS
            self.left_out.append(LeftOut(f"{more} more guests of line {event.line}", "An interview has far fewer."))
        return tuple(guest for guest in map(_guest, attendees[:_MOST_GUESTS]) if guest)

    def _moment(self, event: Component, name: str) -> Moment | None:
        found = event.first(name)
        if found is None:
            return None
        moment = _read_moment(found, self.zones, (event.text("TZID"), *self.hints))
        if moment is None:
            self.left_out.append(
                LeftOut(f"{name} in line {found.line}", f'"{found.value[:40]}" is no date and no time.')
            )
        return moment

    def _end(self, event: Component, starts: Moment | None) -> Moment | None:
        """The end as written, or the start plus the duration.

        One that isn't after the start, or a month later, is none.
        """
        ends = self._moment(event, "DTEND")
        if starts is None:
            return None
        if ends is None:
            length = self._duration(event)
            return _later(starts, length) if length else None
        if _short_after(starts, ends):
            return ends
        self.left_out.append(
            LeftOut(f"the end of the event in line {event.line}", "It isn't within a month after the start.")
        )
        return None

    def _duration(self, event: Component) -> timedelta | None:
        found = event.first("DURATION")
        if found is None:
            return None
        try:
            length: timedelta = vDuration.from_ical(found.value.strip().upper())  # type: ignore[no-untyped-call] # the library has no types
        except (ValueError, OverflowError):
            length = timedelta(0)
        if timedelta(0) < length <= _LONGEST_EVENT:
            return length
        self.left_out.append(
            LeftOut(f"DURATION in line {found.line}", f'"{found.value[:40]}" is no length that an event can have.')
        )
        return None


def _read_moment(found: Property, zones: Mapping[str, tuple[Observance, ...]], hints: tuple[str, ...]) -> Moment | None:
    stamp = _STAMP.fullmatch(found.value.strip())
    if stamp is None:
        return None
    year, month, day, hour, minute, second = (int(number or 0) for number in stamp.groups()[:6])
    try:
        wall = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - its zone is found next
    except ValueError:
        return None
    if stamp[4] is None:
        named = place(wall, found.params.get("TZID", ""), zones, hints)
        return Moment(wall, named.source, named.zone, None, named.named, named.hints, named.country, all_day=True)
    if stamp[7] is None:
        return place(wall, found.params.get("TZID", "").strip(), zones, hints)
    return utc(wall) if stamp[7] in "Zz" else place(wall, f"UTC{stamp[7]}", zones, hints)


def _later(starts: Moment, length: timedelta) -> Moment:
    wall, offset = starts.wall + length, starts.offset
    return Moment(wall, starts.source, starts.zone, offset, starts.named, starts.hints, starts.country, starts.all_day)


def _short_after(starts: Moment, ends: Moment) -> bool:
    if starts.at and ends.at:
        return timedelta(0) < ends.at - starts.at <= _LONGEST_EVENT
    return timedelta(0) < ends.wall - starts.wall <= _LONGEST_EVENT


def _zones(root: Component) -> dict[str, tuple[Observance, ...]]:
    """The file's own time zones by their names."""
    return {zone.text("TZID"): read_observances(zone) for zone in root.walk() if zone.name == "VTIMEZONE"}


def _method(root: Component) -> Method:
    """The method of the first calendar that has one; a calendar in a calendar counts as one file."""
    texts = [part.text("METHOD").upper() for part in root.walk() if part.first("METHOD")]
    if not texts:
        return Method.PUBLISH
    return Method(texts[0]) if texts[0] in set(Method) else Method.OTHER


def _guest(found: Property) -> Guest | None:
    """Address and name; ``mailto:`` in any case, quoted, missing or behind a name that was cut by its own colon."""
    value, name = found.value, found.params.get("CN", "")
    nested = _NESTED_SCHEME.match(value)
    if nested:
        value, name = nested[2], f"{name}:{nested[1]}" if nested[1].strip() else name
    address = _address(value)
    if "@" not in address:
        address = _address(found.params.get("EMAIL", "")) or address
    name = _line(name.strip().strip("\"'"), "name")
    if not address and not name:
        return None
    seat = found.params.get("CUTYPE", "INDIVIDUAL").upper()
    return Guest(
        address=address,
        name="" if name.casefold() in {address.casefold(), f"mailto:{address}".casefold()} else name,
        seat=Seat(seat) if seat in set(Seat) else Seat.UNKNOWN,
        role=found.params.get("ROLE", "").upper(),
        status=found.params.get("PARTSTAT", "").upper(),
    )


def _address(value: str) -> str:
    """Without scheme, quotes and a query; ``invalid:nomail`` is what Exchange writes for nobody.

    The domain in lower case.
    """
    bare = _SCHEME.sub("", value).split("?", 1)[0].strip().strip("\"'<>").strip()[: _LONGEST["address"]]
    if bare.lower().startswith(("invalid:", "/", "urn:", "http")):
        return ""
    local, at, domain = bare.rpartition("@")
    return f"{local}{at}{domain.lower()}" if at else bare


def _line(text: str, what: str) -> str:
    return _LINE.sub(" ", text).strip()[: _LONGEST[what]]


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,9}", text) else 0


def _instead(root: Component) -> str:
    others = sorted({part.name for part in root.walk() if part.name in {"VTODO", "VJOURNAL", "VFREEBUSY", "VCARD"}})
    return f", only {', '.join(others)}" if others else ""


def _unused(root: Component) -> list[LeftOut]:
    """Nothing is dropped in silence (RFC 5545 section 3.6): tasks and the like are named once per kind."""
    names = {"VTODO": "a task", "VJOURNAL": "a journal entry", "VFREEBUSY": "a free/busy list"}
    found = {part.name: part.line for part in root.walk() if part.name in names}
    return [LeftOut(f"{names[name]} (line {line})", "Only events can be interviews.") for name, line in found.items()]
