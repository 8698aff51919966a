"""Which time zone a calendar means, in this order: a known name, a Windows name, the file's own rules, a display name.

What none of these tells is asked, never taken for UTC (RFC 5545 section 3.3.5: a time without a zone is nobody's UTC).
Zone names are those of the IANA database; the table of Windows names is CLDR's, as ``icalendar`` carries it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from afterview.domain.invitation.invitations import Moment, ZoneSource
from afterview.formats.observances import Observance, fitting_zone, offset_at, zone_offset

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_COMMON: Final = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Europe/London", "Europe/Berlin",
    "Europe/Helsinki", "Europe/Moscow", "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo",
    "Australia/Sydney", "Pacific/Auckland", "America/Sao_Paulo", "UTC",
)  # fmt: skip
_SPOKEN: Final = {
    "eastern": "America/New_York", "central time": "America/Chicago", "mountain": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "atlantic time": "America/Halifax", "greenwich mean": "Europe/London", "brasilia": "America/Sao_Paulo",
    "new delhi": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata", "chennai": "Asia/Kolkata", "beijing": "Asia/Shanghai", "osaka": "Asia/Tokyo",
    "bern": "Europe/Zurich",
    "islamabad": "Asia/Karachi", "wellington": "Pacific/Auckland", "canberra": "Australia/Sydney",
    "abu dhabi": "Asia/Dubai",
    "coordinated universal": "UTC", "edinburgh": "Europe/London", "st. petersburg": "Europe/Moscow",
    "hawaii": "Pacific/Honolulu",
    "alaska": "America/Anchorage", "arizona": "America/Phoenix", "newfoundland": "America/St_Johns",
}  # fmt: skip
_ABBREVIATIONS: Final = {
    "EST": ("America/New_York",), "EDT": ("America/New_York",), "CST": ("America/Chicago", "Asia/Shanghai"),
    "CDT": ("America/Chicago",),
    "MST": ("America/Denver", "America/Phoenix"), "MDT": ("America/Denver",), "PST": ("America/Los_Angeles",),
    "PDT": ("America/Los_Angeles",),
    "BST": ("Europe/London",), "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "CEST": ("Europe/Berlin",), "MEZ": ("Europe/Berlin",),
    "MESZ": ("Europe/Berlin",), "JST": ("Asia/Tokyo",), "SGT": ("Asia/Singapore",),
    "AEST": ("Australia/Sydney",), "AEDT": ("Australia/Sydney",),
}  # fmt: skip
_AMBIGUOUS: Final = frozenset({"EST", "MST", "HST"})
"""Names of the database that mean a fixed offset there, but "whatever New York has now" in most people's mouths."""

_OLD_NAMES: Final = {
    "America/Buenos_Aires": "AR", "America/Indianapolis": "US", "America/Godthab": "GL", "Asia/Calcutta": "IN",
    "Asia/Katmandu": "NP",
    "Asia/Rangoon": "MM", "Asia/Saigon": "VN", "Atlantic/Reykjavik": "IS", "Europe/Kiev": "UA",
    "US/Eastern": "US", "US/Central": "US",
    "US/Mountain": "US", "US/Pacific": "US", "GB": "GB", "Canada/Eastern": "CA", "Canada/Pacific": "CA",
    "Pacific/Enderbury": "KI",
}  # fmt: skip
_SHARED: Final = frozenset(
    "w. europe|central europe|central european|romance|fle|gtb|e. europe|se asia|sa pacific|sa western|"
    "sa eastern|greenwich|"
    "w. central africa|e. africa|south africa|central america|west asia|central asia|central pacific|"
    "west pacific|arab".split("|")
)
"""Windows zones of several countries: they say nothing about which."""

_SIGNED: Final = re.compile(r"\(?(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?:[:.]?(\d\d))?\)?|\((?:UTC|GMT)\)", re.IGNORECASE)
_MOST_HINTS: Final = 6
_LONGEST_NAME: Final = 200


def place(
    wall: datetime, named: str, zones: Mapping[str, tuple[Observance, ...]], hints: tuple[str, ...] = ()
) -> Moment:
    """The moment of a clock time in the zone that a file calls ``named``.

    ``zones`` are the file's own, by their names.
    """
    if not named:
        return Moment(wall, ZoneSource.FLOATING, hints=_hinted(wall, zones, hints))
    rules = zones.get(named, ())
    for source, zone in ((ZoneSource.IANA, known_zone(named)), (ZoneSource.WINDOWS, windows_zone(named))):
        if zone:
            country = "" if _is_shared(named) else country_of(zone)
            return Moment(wall, source, zone, zone_offset(zone, wall), named, country=country)
    return _by_rules(wall, named, rules) or _by_display_name(wall, named)


def utc(wall: datetime) -> Moment:
    """The moment of a time that ends in Z: the instant is known, where people are is not."""
    return Moment(wall, ZoneSource.UTC, offset=0)


@cache
def known_zone(name: str) -> str:
    """The zone of that name in any case, also as the last part of a path ("/example.org/Europe/Berlin"), or nothing."""
    plain = name.strip().strip('"').strip()[:_LONGEST_NAME]
    if plain.upper() in _AMBIGUOUS:
        return ""
    parts = plain.split("/")
    tries = [plain, *("/".join(parts[-length:]) for length in (3, 2) if len(parts) > length)]
    return next((_names()[attempt.lower()] for attempt in tries if attempt.lower() in _names()), "")


@cache
def windows_zone(name: str) -> str:
    """The zone of a Windows name, a trailing number (a second zone of that name in one file) put aside."""
    plain = re.sub(r"\s+\d+$", "", name.strip().strip('"')[:_LONGEST_NAME])
    if plain.lower() == "tzone://microsoft/utc":
        return "UTC"
    return _windows().get(plain.lower(), "")


@cache
def country_of(zone: str) -> str:
    """ISO code of the country in which that zone's city lies, or nothing."""
    return _countries().get(zone) or _OLD_NAMES.get(zone, "")


def _hinted(wall: datetime, zones: Mapping[str, tuple[Observance, ...]], hints: tuple[str, ...]) -> tuple[str, ...]:
    """What a file mentions without saying that it holds for this time.

    Its calendar's zone, the zones that it defines.
    """
    return tuple(dict.fromkeys(filter(None, (place(wall, hint, zones).zone for hint in hints if hint))))


def _is_shared(named: str) -> bool:
    return named.strip().strip('"').lower().removesuffix(" standard time") in _SHARED


def _by_rules(wall: datetime, named: str, rules: tuple[Observance, ...]) -> Moment | None:
    offset = offset_at(rules, wall)
    if offset is None:
        return None
    candidates = tuple(dict.fromkeys((*_spoken(named), *_COMMON, *WINDOWS_TO_OLSON.values())))
    zone = _fitting(rules, wall.replace(month=1, day=1, hour=0, minute=0, second=0), candidates)
    if zone:
        return Moment(
            wall, ZoneSource.RULES, zone, offset, named, country=country_of(zone) if zone in _spoken(named) else ""
        )
    near = (candidate for candidate in candidates if zone_offset(candidate, wall) == offset)
    return Moment(wall, ZoneSource.OFFSET, "", offset, named, tuple(near)[:_MOST_HINTS])


@cache
def _fitting(rules: tuple[Observance, ...], year: datetime, candidates: tuple[str, ...]) -> str:
    return fitting_zone(rules, year, candidates)


def _by_display_name(wall: datetime, named: str) -> Moment:
    """A city or a region in "(UTC-05:00) Eastern Time", if its standard offset agrees; else the offset alone."""
    hints = (*_spoken(named), *_ABBREVIATIONS.get(named.strip().upper(), ()))
    signed = _SIGNED.search(named[:_LONGEST_NAME])
    if signed is None:
        return Moment(wall, ZoneSource.UNKNOWN, named=named, hints=hints)
    minutes = int(signed[2] or 0) * 60 + int(signed[3] or 0)
    offset = -minutes if signed[1] == "-" else minutes
    agreeing = [
        zone for zone in hints if offset in {zone_offset(zone, wall.replace(month=month, day=1)) for month in (1, 7)}
    ]
    if agreeing:
        return Moment(
            wall,
            ZoneSource.DISPLAY,
            agreeing[0],
            zone_offset(agreeing[0], wall),
            named,
            country=country_of(agreeing[0]),
        )
    if _SIGNED.fullmatch(named.strip()) and minutes < 24 * 60:
        return Moment(wall, ZoneSource.OFFSET, "", offset, named, _at_offset(wall, offset))
    return Moment(wall, ZoneSource.UNKNOWN, named=named, hints=_at_offset(wall, offset))


def _at_offset(wall: datetime, offset: int) -> tuple[str, ...]:
    candidates = dict.fromkeys((*_COMMON, *WINDOWS_TO_OLSON.values()))
    return tuple(zone for zone in candidates if zone_offset(zone, wall) == offset)[:_MOST_HINTS]


@cache
def _spoken(named: str) -> tuple[str, ...]:
    """Zones whose city or usual name stands in a text like "(UTC+01:00) Amsterdam, Berlin, Bern"; cities first."""
    words = _plain(_SIGNED.sub("", named[:_LONGEST_NAME]))
    cities = [zone for city, zone in _cities().items() if re.search(rf"\b{re.escape(city)}\b", words)]
    return tuple(dict.fromkeys((*cities, *(zone for spoken, zone in _SPOKEN.items() if spoken in words))))


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


@cache
def _cities() -> dict[str, str]:
    """City names in the zones that Windows knows, the common ones first."""
    zones = (*_COMMON, *WINDOWS_TO_OLSON.values())
    named = {
        zone.rsplit("/", 1)[1].replace("_", " ").lower(): zone
        for zone in reversed(zones)
        if "/" in zone and not zone.startswith("Etc/")
    }
    return dict(reversed(named.items()))


@cache
def _names() -> dict[str, str]:
    """Every name of the database, by its lower-case form."""
    return {name.lower(): name for name in files("tzdata").joinpath("zones").read_text("utf-8").split()}


@cache
def _windows() -> dict[str, str]:
    return {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}


@cache
def _countries() -> dict[str, str]:
    table = files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in table if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}
