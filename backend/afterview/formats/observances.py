"""The rules inside a VTIMEZONE (RFC 5545 section 3.6.5): the offset at a moment, the known zone that has the same.

Offsets are minutes east of UTC. Rules are never expanded: of each one only the onset of a given year is reckoned.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from afterview.formats.lines import Component

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFFSET: Final = re.compile(r"([+-])(\d\d):?(\d\d)(\d\d)?")
_STAMP: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)")
_NTH: Final = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_DAYS_OF_A_YEAR: Final = 365
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Observance:
    """One STANDARD or DAYLIGHT part: from ``start`` on (naive), every year again if ``rule`` isn't empty."""

    start: datetime
    offset_from: int
    offset_to: int
    rule: tuple[tuple[str, str], ...] = ()

    def onset(self, year: int) -> datetime | None:
        """When it begins in that year, or None if it doesn't."""
        if not self.rule:
            return self.start if self.start.year == year else None
        rule = dict(self.rule)
        if year < self.start.year or year > int(rule.get("UNTIL", "9999")[:4]):
            return None
        return datetime.combine(_day(rule, self.start, year), self.start.time())


def read_observances(zone: Component) -> tuple[Observance, ...]:
    """The parts of a VTIMEZONE; in order; those that make no sense are passed over, and the oldest of too many."""
    found = (_observance(part) for part in zone.children)
    return tuple(sorted((part for part in found if part is not None), key=lambda part: part.start)[-_MOST:])


def offset_at(observances: tuple[Observance, ...], wall: datetime) -> int | None:
    """The offset of that clock time: of the latest onset before it, else what was there before the first one."""
    return _offset(_onsets(observances, wall.year), wall)


def fitting_zone(observances: tuple[Observance, ...], wall: datetime, candidates: Iterable[str]) -> str:
    """The first candidate that has the same offsets on every day of that year, or nothing."""
    onsets = _onsets(observances, wall.year)
    noon = datetime(wall.year, 1, 1, 12)  # noqa: DTZ001 - clock times of no zone yet
    wanted = [
        (day, _offset(onsets, day)) for day in (noon + timedelta(days=number) for number in range(_DAYS_OF_A_YEAR))
    ]
    fits = (name for name in candidates if all(zone_offset(name, day) == offset for day, offset in wanted))
    return next(fits, "")


def zone_offset(zone: str, wall: datetime) -> int:
    """Minutes east of UTC of a clock time in a known zone; of two possible ones the first."""
    offset = wall.replace(tzinfo=_zone(zone)).utcoffset()
    return round(offset.total_seconds() / 60) if offset is not None else 0


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _observance(part: Component) -> Observance | None:
    stamp, rule = _STAMP.match(part.text("DTSTART")), part.first("RRULE")
    before, after = _minutes(part.text("TZOFFSETFROM")), _minutes(part.text("TZOFFSETTO"))
    if stamp is None or before is None or after is None:
        return None
    try:
        start = datetime(*(int(number) for number in stamp.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
        observance = Observance(start, before, after, _yearly(rule.value if rule else ""))
        observance.onset(start.year)
    except ValueError:
        return None
    return observance


@cache
def _onsets(observances: tuple[Observance, ...], year: int) -> list[tuple[datetime, int]]:
    """Every onset that can matter in a year, in order, with the offset it brings.

    The first stands for all time before.
    """
    if not observances:
        return []
    onsets = [(datetime.min, observances[0].offset_from)]  # noqa: DTZ901 - clock times of no zone yet
    for part in observances:
        years = (year - 1, year) if part.rule else (part.start.year,)
        onsets += [(onset, part.offset_to) for onset in map(part.onset, years) if onset is not None]
    return sorted(onsets)


def _offset(onsets: list[tuple[datetime, int]], wall: datetime) -> int | None:
    place = bisect_right(onsets, wall, key=itemgetter(0))
    return onsets[place - 1][1] if place else None


def _minutes(text: str) -> int | None:
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3]) + (1 if int(found[4] or 0) >= 30 else 0)  # noqa: PLR2004
    return -minutes if found[1] == "-" else minutes


def _yearly(rule: str) -> tuple[tuple[str, str], ...]:
    """The parts of a yearly rule; any other frequency makes no time zone and counts as none."""
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    return tuple(parts.items()) if parts.get("FREQ") == "YEARLY" else ()


def _day(rule: dict[str, str], start: datetime, year: int) -> datetime:
    """The day of a yearly rule: "second Sunday of March", "the Sunday among 8 to 14", or the day it began on."""
    month = int(rule.get("BYMONTH", start.month))
    days = [datetime(year, month, day + 1) for day in range(monthrange(year, month)[1])]  # noqa: DTZ001
    nth = _NTH.fullmatch(rule.get("BYDAY", ""))
    numbers = {int(number) for number in rule["BYMONTHDAY"].split(",")} if "BYMONTHDAY" in rule else set()
    if nth is None:
        wanted = numbers or {start.day}
        return next((day for day in days if day.day in wanted), days[-1])
    weekdays = [day for day in days if day.weekday() == _WEEKDAYS.index(nth[2])]
    if numbers:
        return next((day for day in weekdays if day.day in numbers), weekdays[0])
    place = int(nth[1] or 1)
    return weekdays[min(place, len(weekdays)) - 1 if place > 0 else max(place, -len(weekdays))]
