"""Days off come from the library's data, weekends and regions included."""

from __future__ import annotations

from datetime import date

import pytest

from afterview.domain.errors import UnknownRegion
from afterview.formats.daysoff import EDITION, DaysOff, check_region, countries, subdivisions

DAYS_OFF = DaysOff()


def test_a_public_holiday_is_a_day_off_and_so_is_the_day_on_which_it_is_observed() -> None:
    """4 July 2026 is a Saturday: the Friday before is off too."""
    days = DAYS_OFF.holidays("US", "NY", 2026)
    assert {date(2026, 7, 3), date(2026, 7, 4), date(2026, 11, 26)} <= days


def test_a_subdivision_has_holidays_that_its_country_has_not() -> None:
    """Epiphany is a holiday in Bavaria, not in Germany as a whole."""
    epiphany = date(2026, 1, 6)
    assert epiphany in DAYS_OFF.holidays("DE", "BY", 2026)
    assert epiphany not in DAYS_OFF.holidays("DE", "", 2026)


def test_only_public_holidays_count() -> None:
    """Christmas Eve is an optional day in the United States, people work."""
    assert date(2026, 12, 24) not in DAYS_OFF.holidays("US", "", 2026)


@pytest.mark.parametrize(
    ("country", "weekend"),
    [("US", {6, 7}), ("IL", {5, 6}), ("SA", {5, 6}), ("IR", {5}), ("", {6, 7})],
)
def test_each_country_has_its_weekend(country: str, weekend: set[int]) -> None:
    """Numbers are ISO weekdays; without a country it is Saturday and Sunday."""
    assert DAYS_OFF.weekend(country) == weekend


def test_without_a_country_there_are_no_holidays() -> None:
    """Only weekends are off then, and the plan's advice says so."""
    assert DAYS_OFF.holidays("", "", 2026) == frozenset()


def test_an_unknown_country_is_an_error_that_says_what_to_give() -> None:
    """A name instead of a code, a code that nobody has."""
    for call in (
        lambda: DAYS_OFF.weekend("Narnia"),
        lambda: DAYS_OFF.holidays("us", "", 2026),
        lambda: check_region("ZZ"),
    ):
        with pytest.raises(UnknownRegion, match="ISO 3166-1"):
            call()


def test_an_unknown_subdivision_is_an_error_that_lists_the_known_ones() -> None:
    """The list is in the sentence and in the problem's members."""
    with pytest.raises(UnknownRegion, match="BB, BE, BW") as caught:
        DAYS_OFF.holidays("DE", "XX", 2026)
    assert "BY" in caught.value.extra["subdivisions"]  # type: ignore[operator]


@pytest.mark.parametrize(("country", "says"), [("", "Choose the country first"), ("IL", "it has none")])
def test_a_country_without_subdivisions_takes_none(country: str, says: str) -> None:
    """Neither does an empty country."""
    check_region(country)
    with pytest.raises(UnknownRegion, match=says):
        check_region(country, "NY")


def test_every_known_country_answers() -> None:
    """The data of all of them can be built: nothing waits for a user to fail."""
    assert {"US", "DE", "FR", "GB", "IN", "JP"} <= countries()
    assert all(DAYS_OFF.weekend(country) for country in countries())
    assert "NY" in subdivisions("US")


def test_a_year_is_built_once() -> None:
    """The same object answers again."""
    assert DAYS_OFF.holidays("FR", "", 2026) is DAYS_OFF.holidays("FR", "", 2026)


def test_the_edition_names_the_data() -> None:
    """It is part of the ETag of every plan."""
    assert EDITION.startswith("holidays 0.")
