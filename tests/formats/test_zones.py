"""Which zone a calendar means, in the order of the sources; what none of them tells stays open."""

from datetime import datetime

import pytest

from afterview.domain.invitation.invitations import Moment, ZoneSource
from afterview.formats.lines import read_components
from afterview.formats.observances import Observance, fitting_zone, offset_at, read_observances, zone_offset
from afterview.formats.zones import country_of, known_zone, place, windows_zone

SUMMER = datetime(2026, 7, 1, 10)  # noqa: DTZ001 - a clock time
WINTER = datetime(2026, 1, 15, 10)  # noqa: DTZ001 - a clock time


@pytest.mark.parametrize(
    ("named", "source", "zone", "offset"),
    [
        ("America/New_York", ZoneSource.IANA, "America/New_York", -240),
        ("europe/BERLIN", ZoneSource.IANA, "Europe/Berlin", 120),
        ('"/example.org/20260101_1/America/Argentina/Salta"', ZoneSource.IANA, "America/Argentina/Salta", -180),
        ("UTC", ZoneSource.IANA, "UTC", 0),
        ("Pacific Standard Time", ZoneSource.WINDOWS, "America/Los_Angeles", -420),
        ("india standard time 2", ZoneSource.WINDOWS, "Asia/Calcutta", 330),
        ("tzone://Microsoft/Utc", ZoneSource.WINDOWS, "UTC", 0),
        ("(UTC-05:00) Eastern Time (US & Canada)", ZoneSource.DISPLAY, "America/New_York", -240),
        ("(GMT+01.00) Amsterdam / Berlin / Bern / Rome", ZoneSource.DISPLAY, "Europe/Berlin", 120),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", ZoneSource.DISPLAY, "Europe/London", 60),
        ("(UTC-03:00) Brasília", ZoneSource.DISPLAY, "America/Sao_Paulo", -180),
        ("GMT-0500", ZoneSource.OFFSET, "", -300),
        ("UTC+5:30", ZoneSource.OFFSET, "", 330),
        ("UTC+99:00", ZoneSource.UNKNOWN, "", None),
        ("(UTC+11:00) Nowhere", ZoneSource.UNKNOWN, "", None),
        ("PST", ZoneSource.UNKNOWN, "", None),
        ("EST", ZoneSource.UNKNOWN, "", None),
        ("America", ZoneSource.UNKNOWN, "", None),
        ("../../etc/localtime", ZoneSource.UNKNOWN, "", None),
        ("", ZoneSource.FLOATING, "", None),
    ],
)
def test_a_name_means_a_zone_or_is_asked(named: str, source: ZoneSource, zone: str, offset: int | None) -> None:
    moment = place(SUMMER, named, {})
    assert (moment.source, moment.zone, moment.offset) == (source, zone, offset)


def test_an_abbreviation_is_asked_with_its_usual_meaning_first() -> None:
    assert place(SUMMER, "EST", {}).hints == ("America/New_York",)


def test_what_a_file_mentions_is_a_hint_only() -> None:
    moment = place(SUMMER, "", {}, ("", "Europe/Paris", "nowhere", "Europe/Paris"))
    assert (moment.at, moment.hints) == (None, ("Europe/Paris",))


def test_an_all_day_moment_is_no_instant() -> None:
    assert Moment(SUMMER, ZoneSource.UTC, offset=0, all_day=True).at is None


def test_countries_are_those_of_the_zones_city() -> None:
    assert (country_of("Europe/Vienna"), country_of("Asia/Calcutta"), country_of("UTC")) == ("AT", "IN", "")
    assert place(SUMMER, "W. Europe Standard Time", {}).country == ""
    assert place(SUMMER, "Tokyo Standard Time", {}).country == "JP"


def test_only_whole_names_are_known() -> None:
    assert known_zone("Berlin") == ""
    assert windows_zone("Standard Time") == ""


def _rules(*parts: str) -> tuple[Observance, ...]:
    text = "\r\n".join(("BEGIN:VTIMEZONE", *parts, "END:VTIMEZONE"))
    root, _ = read_components(text)
    return read_observances(root.children[0])


def _part(start: str, before: str, after: str, rule: str = "") -> str:
    return "\r\n".join(
        ("BEGIN:STANDARD", f"DTSTART:{start}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", rule, "END:STANDARD")
    )


@pytest.mark.parametrize(
    ("rule", "zone"),
    [
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "Europe/Berlin"),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU", "Europe/Berlin"),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=25", "Europe/Berlin"),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1;BYDAY=SU", ""),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-7", ""),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=9SU", "Europe/Berlin"),
        ("RRULE:FREQ=YEARLY;UNTIL=20001231T000000Z;BYMONTH=10;BYDAY=-1SU", ""),
        ("RRULE:FREQ=DAILY", ""),
    ],
)
def test_rules_are_compared_with_those_of_known_zones(rule: str, zone: str) -> None:
    """2026: summer time ends on Sunday, 25 October."""
    rules = _rules(
        _part("19810329T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        _part("19961027T030000", "+0200", "+0100", rule),
    )
    assert fitting_zone(rules, SUMMER, ("America/New_York", "Europe/Berlin")) == zone


def test_the_offset_is_that_of_the_latest_onset() -> None:
    rules = _rules(_part("20000101T000000", "+0100", "+0530"), _part("20260401T000000", "+0530", "-0330"))
    assert [offset_at(rules, wall) for wall in (datetime(1999, 1, 1), WINTER, SUMMER)] == [60, 330, -210]  # noqa: DTZ001


@pytest.mark.parametrize(
    "part",
    [
        _part("20000101", "+0100", "+0200"),
        _part("20001301T000000", "+0100", "+0200"),
        _part("20000101T000000", "one", "+0200"),
        _part("20000101T000000", "+0100", ""),
        _part("20000101T000000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=13"),
        _part("20000101T000000", "+0100", "+0200", "RRULE:FREQ=YEARLY;UNTIL=soon"),
    ],
)
def test_parts_without_sense_are_passed_over(part: str) -> None:
    assert _rules(part) == ()
    assert offset_at((), SUMMER) is None


def test_seconds_of_old_offsets_are_rounded() -> None:
    (part,) = _rules(_part("19000101T000000", "+013952", "-013929"))
    assert (part.offset_from, part.offset_to) == (100, -99)


def test_every_hint_is_a_zone_that_exists() -> None:
    moment = place(SUMMER, "UTC+5:30", {})
    assert moment.hints
    assert all(zone_offset(zone, SUMMER) == 330 for zone in moment.hints)
