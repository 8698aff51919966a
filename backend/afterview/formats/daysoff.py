"""Days off of a country, from the library ``holidays``: this module is its only user.

Weekdays are ISO numbers (1 Monday to 7 Sunday). Holidays are the public ones, the days on which they are observed
included; bank, school and optional holidays are working days. Years are kept once they were built.
"""

from __future__ import annotations

import warnings
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

import holidays

from afterview.domain.errors import UnknownRegion

if TYPE_CHECKING:
    from datetime import date

EDITION: Final = f"holidays {version('holidays')}"
"""Which edition of the data answers; derived answers name it in their ETag."""

_SATURDAY_SUNDAY: Final = frozenset({6, 7})


class DaysOff:
    """The weekends and public holidays of the world. Codes are ISO 3166-1 alpha-2 and the second half of ISO 3166-2.

    An empty country has Saturday and Sunday and no holidays; one without data raises ``UnknownRegion``.
    """

    def weekend(self, country: str) -> frozenset[int]:
        """ISO weekday numbers of the country's weekend."""
        return _weekend(country) if country else _SATURDAY_SUNDAY

    def holidays(self, country: str, subdivision: str, year: int) -> frozenset[date]:
        """Every public holiday of that year, some of which may fall on the weekend."""
        return _holidays(country, subdivision, year) if country else frozenset()


def check_region(country: str, subdivision: str = "") -> None:
    """Raise ``UnknownRegion`` for a country or a subdivision that has no data; an empty country has no subdivision."""
    known = subdivisions(country) if country else ()
    if subdivision and subdivision not in known:
        raise UnknownRegion(country, subdivision, known)


@cache
def countries() -> frozenset[str]:
    """Every country that has data, as ISO 3166-1 alpha-2 codes."""
    return frozenset(holidays.list_supported_countries(include_aliases=False))


@cache
def subdivisions(country: str) -> tuple[str, ...]:
    """Codes of the country's subdivisions that have holidays of their own, sorted; ``UnknownRegion`` without data."""
    if country not in countries():
        raise UnknownRegion(country)
    return tuple(sorted(holidays.list_supported_countries(include_aliases=False)[country]))


@cache
def _weekend(country: str) -> frozenset[int]:
    check_region(country)
    return frozenset(weekday + 1 for weekday in holidays.country_holidays(country).weekend)


@cache
def _holidays(country: str, subdivision: str, year: int) -> frozenset[date]:
    check_region(country, subdivision)
    with warnings.catch_warnings():  # of years whose lunar holidays are estimates: the best that anybody knows
        warnings.simplefilter("ignore")
        return frozenset(holidays.country_holidays(country, subdiv=subdivision or None, years=year))
