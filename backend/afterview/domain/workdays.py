"""Business days and clocks. "n business days after a day" counts those strictly after that day (``api.md`` 3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from zoneinfo import ZoneInfo

ONE_DAY: Final = timedelta(days=1)
SATURDAY_AND_SUNDAY: Final = frozenset({6, 7})


class DaysOff(Protocol):
    """The days off of countries, as data. ISO weekday numbers: 1 Monday to 7 Sunday."""

    def weekend(self, country: str) -> frozenset[int]:
        """Weekdays that are off every week."""

    def holidays(self, country: str, subdivision: str, year: int) -> frozenset[date]:
        """Public holidays of one year, observed ones included."""


class Workdays:
    """The business days of one place: its weekend, its holidays, and what the company adds to or takes from them."""

    __slots__ = ("_added", "_country", "_days_off", "_holidays", "_removed", "_subdivision", "_weekend")

    def __init__(
        self,
        days_off: DaysOff,
        country: str = "",
        subdivision: str = "",
        *,
        weekend: Collection[int] = (),
        added: Collection[date] = (),
        removed: Collection[date] = (),
    ) -> None:
        """Without a country only the weekend is off. An empty ``weekend`` means the country's own."""
        self._days_off, self._country, self._subdivision = days_off, country, subdivision
        self._weekend = frozenset(weekend) or (days_off.weekend(country) if country else SATURDAY_AND_SUNDAY)
        self._added, self._removed = frozenset(added), frozenset(removed)
        self._holidays: dict[int, frozenset[date]] = {}

    def is_open(self, day: date) -> bool:
        """Whether people work on that day."""
        if day in self._removed:
            return True
        return day.isoweekday() not in self._weekend and day not in self._off_in(day.year)

    def after(self, day: date, count: int) -> date:
        """The ``count``-th business day strictly after ``day``; with 0 the day itself."""
        return self._walk(day, count, ONE_DAY)

    def before(self, day: date, count: int) -> date:
        """The ``count``-th business day strictly before ``day``."""
        return self._walk(day, count, -ONE_DAY)

    def on_or_after(self, day: date) -> date:
        """That day if people work on it, else the next one on which they do."""
        return day if self.is_open(day) else self.after(day, 1)

    def on_or_before(self, day: date) -> date:
        """That day if people work on it, else the last one on which they did."""
        return day if self.is_open(day) else self.before(day, 1)

    def _walk(self, day: date, count: int, step: timedelta) -> date:
        while count > 0:
            day += step
            if self.is_open(day):
                count -= 1
        return day

    def _off_in(self, year: int) -> frozenset[date]:
        off = self._holidays.get(year)
        if off is None:
            known = (
                self._days_off.holidays(self._country, self._subdivision, year) if self._country else frozenset[date]()
            )
            off = self._holidays[year] = known | self._added
        return off


@dataclass(frozen=True, slots=True, eq=False)
class Clock:
    """A time zone and its business days: the days of one person are days on that person's clock.

    A plan asks for the days of the same few instants again and again: each is worked out once.
    """

    zone: ZoneInfo
    workdays: Workdays
    _days: dict[datetime, date] = field(default_factory=dict, init=False, repr=False)

    def day(self, at: date | datetime) -> date:
        """The day of an instant here; a day whose time nobody knows is that day everywhere."""
        if not isinstance(at, datetime):
            return at
        if (day := self._days.get(at)) is None:
            day = self._days[at] = at.astimezone(self.zone).date()
        return day

    def instant(self, day: date, hour: time) -> datetime:
        """The instant, in UTC, at which it is ``hour`` here on ``day``. A gap of summer time moves it on."""
        return datetime.combine(day, hour, tzinfo=self.zone).astimezone(UTC)


def one_month_after(day: date) -> date:
    """The same day of the next calendar month, or that month's last day (31 January: 28 or 29 February)."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)  # noqa: PLR2004 - December
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError(day)  # pragma: no cover - every month has a 28th
