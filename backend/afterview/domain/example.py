"""The example candidate: Alex Rivera, a week after an on-site at Acme and a day before a first talk at Kestrel Rail.

Everything is dated around one day, so that some steps are done, some due and some to come.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from afterview.domain.documents import to_value
from afterview.domain.facts import Interview, Profile
from afterview.domain.ids import with_ids
from afterview.domain.workdays import DaysOff, Workdays

NEW_YORK, LONDON = "America/New_York", "Europe/London"
ALEX: dict[str, Any] = {
    "name": "Alex Rivera",
    "email": "alex@example.org",
    "phone": "+1 555 0100",
    "timezone": NEW_YORK,
    "country": "US",
    "subdivision": "NY",
    "pitches": [
        {
            "id": "latency",
            "claim": "I make slow systems fast",
            "evidence": "cut checkout latency from 900 to 120 ms at Initech",
            "tags": ["performance"],
        },
        {
            "id": "teams",
            "claim": "I make new people useful in weeks",
            "evidence": "brought five engineers on call within a month",
            "tags": ["team"],
        },
    ],
}


ACME: dict[str, Any] = {
    "name": "Acme",
    "country": "US",
    "subdivision": "NY",
    "timezone": NEW_YORK,
    "domains": ["acme.example"],
}
ACME_PEOPLE: list[dict[str, Any]] = [
    {
        "id": "dana",
        "name": "Dana Whitcombe",
        "title": "Director of Platform",
        "email": "dana@acme.example",
        "part": "hiring_manager",
        "notes": [
            {"id": "billing", "channel": "concept", "text": "moving billing off the monolith without a freeze"},
            {"id": "reasons", "channel": "company", "text": "every team writes down why it decided something"},
        ],
    },
    {"id": "priya", "name": "Priya Nair", "title": "Recruiter", "email": "priya@acme.example", "part": "hr"},
    {
        "id": "sam",
        "name": "Sam Okafor",
        "title": "Principal Engineer",
        "email": "sam@acme.example",
        "part": "interviewer",
        "connected": True,
        "notes": [
            {"id": "boats", "channel": "person", "text": "restores old sailing boats", "follow_up": True},
            {"id": "budgets", "channel": "concept", "text": "error budgets that teams believe in"},
        ],
    },
    {
        "id": "lee",
        "name": "Lee Brandt",
        "title": "Engineering Manager",
        "email": "lee@acme.example",
        "part": "interviewer",
        "notes": [{"id": "oncall", "channel": "concept", "text": "an on-call rota that lets people sleep"}],
    },
]
# what happened at Acme: day, hour, kind, step or (of an invitation) person
HAPPENED = (
    ("before screen", "09:30", "task_done", "news"),
    ("before screen", "09:40", "task_done", "screen.roster"),
    ("screen", "12:15", "task_done", "screen.debrief"),
    ("screen", "13:10", "mail_sent", "screen.hiring-manager"),
    ("screen", "13:20", "invitation_sent", "dana"),
    ("screen", "13:21", "invitation_sent", "priya"),
    ("before onsite", "09:20", "task_done", "onsite.roster"),
    ("onsite", "15:40", "task_done", "onsite.debrief"),
    ("onsite", "17:05", "mail_sent", "onsite.hiring-manager"),
    ("onsite", "17:20", "mail_sent", "onsite.group"),
    ("onsite", "17:40", "mail_sent", "onsite.personal.sam"),
    ("onsite", "18:00", "invitation_sent", "sam"),
    ("onsite", "18:02", "invitation_sent", "lee"),
    ("after onsite", "08:40", "invitation_accepted", "sam"),
)


def example_profile() -> Profile:
    """Alex, with two selling points."""
    return to_value(Profile, ALEX)


def example_interviews(today: date, days_off: DaysOff) -> tuple[Interview, ...]:
    """Both interviews as they stand on ``today``."""
    return tuple(with_ids(to_value(Interview, document(today, days_off))) for document in (_acme, _kestrel))


def _acme(today: date, days_off: DaysOff) -> dict[str, Any]:
    """Five business days after the on-site: thanked, connected, and today it is time to follow up."""
    days = Workdays(days_off, "US", "NY")
    onsite, screen = days.before(today, 5), days.before(today, 9)
    dates = {
        "before screen": days.before(screen, 1),
        "screen": screen,
        "before onsite": days.before(onsite, 1),
        "onsite": onsite,
        "after onsite": days.after(onsite, 2),
    }
    return {
        "company": ACME,
        "role": "Staff Engineer",
        "participants": ACME_PEOPLE,
        "rounds": [
            _round("screen", "Phone screen", screen, "11:00-11:45", NEW_YORK, "dana"),
            _round("onsite", "On-site", onsite, "10:00-15:00", NEW_YORK, "dana", "sam", "lee"),
        ],
        "events": [
            {
                "kind": kind,
                "participant" if kind.startswith("invitation") else "step": what,
                "at": _at(dates[day], hour, NEW_YORK),
            }
            for day, hour, kind, what in HAPPENED
        ],
    }


def _kestrel(today: date, days_off: DaysOff) -> dict[str, Any]:
    """A first talk on the next business day, with somebody of whom only the name is known and HR to ask."""
    day = Workdays(days_off, "GB", "ENG").after(today, 1)
    return {
        "company": {"name": "Kestrel Rail", "country": "GB", "subdivision": "ENG", "timezone": LONDON},
        "role": "Head of Reliability",
        "participants": [
            {
                "id": "imogen",
                "name": "Imogen Hart",
                "title": "Chief Technology Officer",
                "email": "imogen@kestrelrail.example",
                "part": "hiring_manager",
            },
            {
                "id": "nadia",
                "name": "Nadia Rahman",
                "title": "Talent Partner",
                "email": "nadia@kestrelrail.example",
                "part": "hr",
            },
            {"id": "tomasz", "name": "Tomasz Zielinski", "part": "interviewer"},
        ],
        "rounds": [_round("talk", "First talk", day, "14:00-15:00", LONDON, "imogen", "tomasz")],
        "events": [],
    }


def _at(day: date, hour: str, zone: str) -> str:
    return datetime.combine(day, time.fromisoformat(hour), ZoneInfo(zone)).isoformat()


def _round(name: str, title: str, day: date, hours: str, zone: str, *people: str) -> dict[str, Any]:
    starts_at, ends_at = (_at(day, hour, zone) for hour in hours.split("-"))
    return {"id": name, "title": title, "starts_at": starts_at, "ends_at": ends_at, "participants": list(people)}
