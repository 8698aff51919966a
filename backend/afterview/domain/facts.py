"""What is known of one candidacy: the documents of the API, as values.

Days end in ``_on``, instants in ``_at`` (aware). Texts that nobody gave are empty strings, ids are opaque.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from afterview.domain.events import Event


class Part(StrEnum):
    """The part that a person plays in one interview."""

    HIRING_MANAGER = "hiring_manager"
    HR = "hr"
    INTERVIEWER = "interviewer"
    OTHER = "other"


class Channel(StrEnum):
    """The three channels on which a bond is built (article: Person, Concept and Company)."""

    PERSON = "person"
    CONCEPT = "concept"
    COMPANY = "company"


class Formality(StrEnum):
    """How the candidate addresses a person."""

    FIRST_NAME = "first_name"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Note:
    """What was said with one participant; ``follow_up`` asks for a personal thank-you about it."""

    text: str
    channel: Channel = Channel.CONCEPT
    id: str = ""
    follow_up: bool = False
    sensitive: bool = False
    round: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in this interview, with the part they play and what was said with them."""

    id: str
    name: str
    part: Part = Part.INTERVIEWER
    given_name: str = ""
    family_name: str = ""
    honorific: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    linkedin: str = ""
    timezone: str = ""
    country: str = ""
    subdivision: str = ""
    language: str = ""
    formality: Formality | None = None
    connected: bool = False
    notes: tuple[Note, ...] = ()

    def shares_address_with(self, other: Participant | None) -> bool:
        """Whether a mail to both would reach one mailbox twice."""
        return other is not None and bool(self.email) and self.email.casefold() == other.email.casefold()


@dataclass(frozen=True, slots=True)
class Round:
    """One sitting. ``participants`` None: everybody but the part ``other``. Without an end it lasts one hour."""

    id: str
    starts_at: datetime
    ends_at: datetime | None = None
    title: str = ""
    timezone: str = ""
    location: str = ""
    participants: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """Where the role is. ``weekend`` holds ISO weekday numbers (1 Monday to 7 Sunday); empty: the country's own."""

    name: str
    website: str = ""
    domains: tuple[str, ...] = ()
    country: str = ""
    subdivision: str = ""
    timezone: str = ""
    weekend: tuple[int, ...] = ()
    days_off_add: tuple[date, ...] = ()
    days_off_remove: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Compensation:
    """Money as the user writes it (article: "asking for more base than allotted, so you'll have to justify this")."""

    asked: str = ""
    allotted: str = ""
    base: str = ""
    home_expenses: str = ""
    benefits: str = ""
    justification: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A page with news of the company, kept before the interview."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Pitch:
    """A selling point of the candidate: a claim and its evidence."""

    id: str
    claim: str
    evidence: str = ""
    tags: tuple[str, ...] = ()
    requirement: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The candidate."""

    name: str = ""
    email: str = ""
    other_emails: tuple[str, ...] = ()
    phone: str = ""
    linkedin: str = ""
    timezone: str = ""
    country: str = ""
    subdivision: str = ""
    language: str = ""
    signature: str = ""
    pitches: tuple[Pitch, ...] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """One candidacy for one role at one company: everything that the plan is made from, but the user's decisions."""

    company: Company
    role: str
    participants: tuple[Participant, ...] = ()
    rounds: tuple[Round, ...] = ()
    events: tuple[Event, ...] = ()
    requirements: tuple[str, ...] = ()
    compensation: Compensation = Compensation()
    still_open: bool = True
    bookmarks: tuple[Bookmark, ...] = ()
    language: str = ""
