"""Business days against NumPy's, which knows nothing of ours; clocks; a month later."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from afterview.domain.workdays import Clock, Workdays, one_month_after
from afterview.formats.daysoff import DaysOff
from people import FakeDaysOff

COUNTRIES = "US GB DE FR IL AE SA IN JP CN BR AR ZA EG NG AU NZ CA MX IE SE NO PL CZ IT ES NL CH TR BD".split()
FIRST = date(2003, 1, 1)
DAYS = DaysOff()


def numpys(country: str) -> np.busdaycalendar:
    """The same days off as NumPy writes them: a mask from Monday on, and the holidays."""
    mask = [weekday not in DAYS.weekend(country) for weekday in range(1, 8)]
    off = sorted(day for year in range(2002, 2032) for day in DAYS.holidays(country, "", year))
    return np.busdaycalendar(weekmask=mask, holidays=np.array(off, dtype="datetime64[D]"))


@pytest.mark.parametrize("country", COUNTRIES)
def test_business_days_agree_with_numpy(country: str, count: Callable[[str], int]) -> None:
    calendar, workdays = numpys(country), Workdays(DAYS, country)
    total = count("workdays")
    for index in range(total):
        day = FIRST + timedelta(days=index * (10_000 // total))
        number = index % 13 + 1
        before = np.busday_offset(day, 0, roll="backward", busdaycal=calendar)
        after = np.busday_offset(day, 0, roll="forward", busdaycal=calendar)
        assert workdays.is_open(day) == np.is_busday(day, busdaycal=calendar)
        assert workdays.on_or_after(day) == after.astype(object)
        assert workdays.after(day, number) == np.busday_offset(before, number, busdaycal=calendar).astype(object)
        assert workdays.before(day, number) == np.busday_offset(after, -number, busdaycal=calendar).astype(object)


def test_the_30_countries_have_weekends_of_several_kinds() -> None:
    assert len(COUNTRIES) == 30
    assert len({DAYS.weekend(country) for country in COUNTRIES}) > 1


def test_no_business_days_after_a_day_is_the_day_itself() -> None:
    saturday = date(2026, 3, 14)
    assert Workdays(DAYS).after(saturday, 0) == Workdays(DAYS).before(saturday, 0) == saturday


def test_without_a_country_only_saturday_and_sunday_are_off_and_nobody_is_asked() -> None:
    world = FakeDaysOff(frozenset({date(2026, 3, 12)}))
    workdays = Workdays(world)
    assert workdays.after(date(2026, 3, 11), 3) == date(2026, 3, 16)
    assert world.asked == []


def test_holidays_are_asked_for_once_a_year() -> None:
    world = FakeDaysOff(frozenset({date(2026, 3, 12)}), frozenset({5, 6}))
    workdays = Workdays(world, "XX", "YY")
    assert workdays.after(date(2026, 3, 11), 1) == date(2026, 3, 15)
    assert workdays.is_open(date(2026, 3, 17))
    assert world.asked == [("XX", "YY", 2026)]


def test_a_companys_own_weekend_and_days_off_win() -> None:
    workdays = Workdays(DAYS, "US", weekend=[1], added=[date(2026, 3, 11)], removed=[date(2026, 12, 25)])
    assert workdays.is_open(date(2026, 3, 14))
    assert not workdays.is_open(date(2026, 3, 16))
    assert not workdays.is_open(date(2026, 3, 11))
    assert workdays.is_open(date(2026, 12, 25))


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 3, 31), date(2026, 4, 30)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2026, 3, 19), date(2026, 4, 19)),
    ],
)
def test_a_month_after(day: date, later: date) -> None:
    assert one_month_after(day) == later


def test_a_clock_says_which_day_it_is_there() -> None:
    berlin = Clock(ZoneInfo("Europe/Berlin"), Workdays(DAYS, "DE"))
    assert berlin.day(datetime(2026, 3, 11, 23, 30, tzinfo=UTC)) == date(2026, 3, 12)
    assert berlin.day(date(2026, 3, 11)) == date(2026, 3, 11)


@pytest.mark.parametrize(
    ("day", "utc"),
    [(date(2026, 3, 27), time(8, 30)), (date(2026, 3, 30), time(7, 30))],
)
def test_half_past_nine_stays_half_past_nine_when_the_clocks_change(day: date, utc: time) -> None:
    berlin = Clock(ZoneInfo("Europe/Berlin"), Workdays(DAYS, "DE"))
    assert berlin.instant(day, time(9, 30)) == datetime.combine(day, utc, tzinfo=UTC)


def test_an_hour_that_does_not_exist_moves_on() -> None:
    berlin = Clock(ZoneInfo("Europe/Berlin"), Workdays(DAYS, "DE"))
    assert berlin.instant(date(2026, 3, 29), time(2, 30)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
