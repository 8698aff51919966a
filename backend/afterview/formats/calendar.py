"""A one-off calendar file with an alarm for one step (RFC 5545): the article's "put reminders on your calendar".

An event of 15 minutes, because an all-day event rings no useful alarm. No attendees: nobody else is told (section
3.8.4.1). ``UID`` is the same for the life of the step, ``DTSTAMP`` is given, so the same facts make the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

_LENGTH: Final = timedelta(minutes=15)
_PRODUCT: Final = "-//Afterview//Reminders//EN"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What to remember. ``due_at`` and ``stamped_at`` are aware; ``instance`` is this installation's random name."""

    interview: str
    key: str
    instance: str
    title: str
    description: str
    due_at: datetime
    stamped_at: datetime
    url: str = ""


def uid_of(interview: str, key: str, instance: str) -> str:
    """The identity of a step's event, in the feed and in the one-off file alike (RFC 5545 section 3.8.4.7)."""
    return f"{interview}.{key}@{instance}"


def write_reminder(reminder: Reminder) -> bytes:
    """The file's bytes: CRLF, lines of at most 75 octets, times in UTC."""
    event = Event()
    begins = reminder.due_at.astimezone(UTC).replace(microsecond=0)
    event.add("uid", uid_of(reminder.interview, reminder.key, reminder.instance))
    event.add("dtstamp", reminder.stamped_at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", begins)
    event.add("dtend", begins + _LENGTH)
    event.add("summary", reminder.title)
    event.add("description", reminder.description)
    event.add("transp", "TRANSPARENT")
    if reminder.url:
        event.add("url", reminder.url)
    event.add_component(_alarm(reminder.title))
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(text: str) -> Alarm:
    """DISPLAY is the only kind that every calendar program keeps; it needs a description (RFC 5545 section 3.6.6)."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(0))
    alarm.add("description", text)
    return alarm
