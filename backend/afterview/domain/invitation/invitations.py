"""What a calendar file or a mail says, as plain values: nothing is guessed here and nothing is left out in silence.

These values cross from the child process that reads a file to the one that uses them, so they hold only texts,
numbers, days and each other. Addresses are bare (no ``mailto:``), lower case only in their domain.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """What the sender wants (RFC 5546 section 1.4). ``PUBLISH`` is also a file without a method."""

    REQUEST = "REQUEST"
    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"
    REPLY = "REPLY"
    COUNTER = "COUNTER"
    OTHER = "OTHER"


class Seat(StrEnum):
    """What sits there (RFC 5545 section 3.2.3); an unknown value counts as ``UNKNOWN``, none as ``INDIVIDUAL``."""

    INDIVIDUAL = "INDIVIDUAL"
    GROUP = "GROUP"
    RESOURCE = "RESOURCE"
    ROOM = "ROOM"
    UNKNOWN = "UNKNOWN"


class ZoneSource(StrEnum):
    """How the time zone of a moment was found, in the order in which it is looked for."""

    UTC = "utc"
    IANA = "iana"
    WINDOWS = "windows"
    RULES = "rules"
    OFFSET = "offset"
    DISPLAY = "display"
    UNKNOWN = "unknown"
    FLOATING = "floating"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as a file writes it: the ``wall`` clock (naive), and the zone as far as it is known.

    ``offset`` is in minutes east of UTC, None as long as the instant isn't known. ``hints`` are zones that would fit.
    ``country`` is the ISO code that the zone belongs to. An all-day moment is a midnight that nobody meant.
    """

    wall: dt.datetime
    source: ZoneSource
    zone: str = ""
    offset: int | None = None
    named: str = ""
    hints: tuple[str, ...] = ()
    country: str = ""
    all_day: bool = False

    @property
    def at(self) -> dt.datetime | None:
        """The instant, or None where it has to be asked."""
        if self.offset is None or self.all_day:
            return None
        return self.wall.replace(tzinfo=dt.timezone(dt.timedelta(minutes=self.offset)))


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody, or something, that an event or a mail names. ``status`` and ``role`` are upper case, as in RFC 5545."""

    address: str
    name: str = ""
    seat: Seat = Seat.INDIVIDUAL
    role: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """One event of a calendar. ``instance``: it replaces one date of a repeating event. ``line``: where it begins."""

    method: Method = Method.PUBLISH
    uid: str = ""
    sequence: int = 0
    cancelled: bool = False
    title: str = ""
    description: str = ""
    location: str = ""
    starts: Moment | None = None
    ends: Moment | None = None
    organizer: Guest | None = None
    guests: tuple[Guest, ...] = ()
    repeats: bool = False
    instance: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the file that isn't used, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The mail that carried an invitation. ``to`` are the bare addresses of To and Cc, ``sent_on`` is its own day."""

    sender: Guest
    subject: str = ""
    to: tuple[str, ...] = ()
    sent_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file holds: its events in their order, the mail around them, and what could not be used."""

    invitations: tuple[Invitation, ...]
    left_out: tuple[LeftOut, ...] = ()
    letter: Letter | None = None
