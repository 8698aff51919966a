"""The cast, the same in every test: Alex applies to Acme in New York and meets Dana, Sam and Lee; Priya is HR.

Documents are what the API takes, values are what the domain takes; both are the example of the API's contract.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from afterview.domain.documents import to_value
from afterview.domain.facts import Interview, Profile
from afterview.domain.policy import Policy

ZONE: Final = "America/New_York"

ALEX: Final[dict[str, Any]] = {
    "name": "Alex Rivera",
    "email": "alex@example.org",
    "phone": "+1 555 0100",
    "timezone": ZONE,
    "pitches": [
        {
            "id": "latency",
            "claim": "I make slow systems fast",
            "evidence": "cut checkout latency from 900 to 120 ms at Initech",
            "tags": ["performance"],
        }
    ],
}

DANA: Final[dict[str, Any]] = {
    "id": "dana",
    "name": "Dana Whitcombe",
    "title": "Director of Platform",
    "email": "dana@acme.example",
    "part": "hiring_manager",
    "notes": [{"channel": "concept", "text": "moving billing off the monolith without a freeze"}],
}

PRIYA: Final[dict[str, Any]] = {
    "id": "priya",
    "name": "Priya Nair",
    "title": "Recruiter",
    "email": "priya@acme.example",
    "part": "hr",
}

SAM: Final[dict[str, Any]] = {
    "id": "sam",
    "name": "Sam Okafor",
    "title": "Principal Engineer",
    "email": "sam@acme.example",
    "part": "interviewer",
    "notes": [
        {"channel": "person", "text": "restores old sailing boats", "follow_up": True},
        {"channel": "concept", "text": "error budgets that teams believe in"},
    ],
}

LEE: Final[dict[str, Any]] = {
    "id": "lee",
    "name": "Lee Brandt",
    "title": "Engineering Manager",
    "email": "lee@acme.example",
    "part": "interviewer",
}

ACME: Final[dict[str, Any]] = {"name": "Acme", "country": "US", "subdivision": "NY", "timezone": ZONE}

ONSITE: Final[dict[str, Any]] = {
    "id": "onsite",
    "title": "On-site",
    "starts_at": "2026-03-11T10:00:00-04:00",
    "ends_at": "2026-03-11T15:00:00-04:00",
    "participants": ["dana", "sam", "lee"],
}

THANKED: Final[dict[str, Any]] = {
    "id": "thanked",
    "kind": "mail_sent",
    "step": "onsite.hiring-manager",
    "at": "2026-03-11T17:05:00-04:00",
}
"""Alex thanked Dana, with Priya in copy, on the evening of the interview."""


def interview_document(**changes: object) -> dict[str, Any]:
    """The interview of the API's example, with other members where ``changes`` names some."""
    document = {
        "company": ACME,
        "role": "Staff Engineer",
        "participants": [DANA, PRIYA, SAM, LEE],
        "rounds": [ONSITE],
        "events": [THANKED],
    }
    return deepcopy(document | changes)


def plan_document(**changes: object) -> dict[str, Any]:
    """A whole body for ``POST /plan`` on Thu 12 March 2026."""
    document = {
        "today": "2026-03-12",
        "profile": ALEX,
        "policy": {},
        "interview": interview_document(),
        "decisions": {},
    }
    return deepcopy(document | changes)


def interview(**changes: object) -> Interview:
    """The interview of the API's example as a value."""
    return to_value(Interview, interview_document(**changes))


def profile(**changes: object) -> Profile:
    """Alex."""
    return to_value(Profile, ALEX | changes)


def policy(**changes: object) -> Policy:
    """The defaults, but for what ``changes`` says."""
    return to_value(Policy, changes)


@dataclass(frozen=True)
class FakeDaysOff:
    """A world in which the only country has the weekend and the holidays that a test gives it."""

    days: frozenset[date] = frozenset()
    weekdays: frozenset[int] = frozenset({6, 7})
    asked: list[tuple[str, str, int]] = field(default_factory=list)

    def weekend(self, country: str) -> frozenset[int]:
        assert country
        return self.weekdays

    def holidays(self, country: str, subdivision: str, year: int) -> frozenset[date]:
        self.asked.append((country, subdivision, year))
        return frozenset(day for day in self.days if day.year == year)


def merged(document: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The document with those members exchanged that ``changes`` names."""
    return deepcopy({**document, **changes})
