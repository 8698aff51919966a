"""What a draft looks at.

The step's people, its round, the days, and the mails that went before. No clock: days come from the facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Interview, Note, Part, Participant, Profile, Round
from afterview.domain.writing import salutation
from afterview.domain.writing.language import DEFAULT

if TYPE_CHECKING:
    from afterview.domain.keys import Key
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Step
    from afterview.domain.writing.language import Language

_LEGAL: Final = re.compile(
    r",?\s+(?:inc|llc|l\.l\.c|ltd|limited|gmbh(?: & co\.? kg)?|ggmbh|mbh|ug|ohg|kgaa|e\.? ?v|eg"
    r"|ag|se|s\.?a|s\.?a\.?s|s\.?r\.?l|b\.?v|n\.?v"
    r"|oy|ab|a/s|corp|corporation|plc|pty ltd|kg|co)\.?$",
    re.IGNORECASE,
)
_INSTITUTION: Final = re.compile(r"(?:Department|Ministry|Office|University|Institute|City|Museum) (?:of|for)\b")
_ROLE_TAIL: Final = re.compile(r"\s*[(\[].*$|\s+[-–—|]\s+.*$|\s*#.*$|\s*/\s*(?:m|f|w|d)\b.*$", re.DOTALL)
HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True)
class Scene:
    """One step with everything around it."""

    step: Step
    key: Key
    interview: Interview
    profile: Profile
    policy: Policy
    language: Language

    @cached_property
    def country(self) -> str:
        """Whose customs hold."""
        return salutation.country_of(self.step.to, self.interview) or self.profile.country

    @cached_property
    def person(self) -> Participant | None:
        """The one that the step is about: the participant of its key, the first in To, or the one of its event."""
        wanted = self.key.participant or (self.event.participant if self.event else None)
        known = {person.id: person for person in (*self.interview.participants, *self.step.to)}
        return known.get(wanted or "") or (self.step.to[0] if self.step.to else None)

    @cached_property
    def event(self) -> Event | None:
        """The event of the step's key."""
        return self.event_of(self.key.event)

    def event_of(self, one: str | None) -> Event | None:
        """An event by its id."""
        return next((event for event in self.interview.events if one and event.id == one), None)

    def last(self, kind: EventKind) -> Event | None:
        """The last told event of a kind."""
        return max(self.of(kind), key=lambda event: self.day(event.at), default=None)

    def of(self, *kinds: EventKind) -> list[Event]:
        """The events of these kinds, by day; of one day in the order of the list."""
        return sorted(
            (event for event in self.interview.events if event.kind in kinds), key=lambda event: self.day(event.at)
        )

    # days

    @cached_property
    def zone(self) -> ZoneInfo | None:
        """The company's clock, else the user's; None leaves instants on the clock they were written in."""
        name = self.interview.company.timezone or self.profile.timezone
        return ZoneInfo(name) if name else None

    def day(self, at: date | datetime) -> date:
        """The day of something on the company's clock."""
        if not isinstance(at, datetime):
            return at
        return (at.astimezone(self.zone) if self.zone else at).date()

    def ends_on(self, sitting: Round) -> date:
        """The day on which a round ends."""
        return self.day(sitting.ends_at or sitting.starts_at + HOUR)

    def date_text(self, day: date) -> str:
        """11 March, or March 11 where that is the custom."""
        words = self.language.words
        pattern = words["date_us" if self.country in words["us"] else "date"]
        return str(pattern).format(day=day.day, month=words["months"][day.month - 1])

    def long_date(self, day: date) -> str:
        """Wednesday, March 11; in Britain Wednesday 11 March."""
        pause = " " if salutation.is_british(self.language, self.country) else ", "
        return f"{self.weekday(day)}{pause}{self.date_text(day)}"

    def listed(self, items: list[str]) -> str:
        """A, B and C."""
        return salutation.listed(items, self.language, self.country)

    def weekday(self, day: date) -> str:
        """Wednesday."""
        return str(self.language.words["days"][day.weekday()])

    # rounds

    @cached_property
    def rounds(self) -> list[Round]:
        """The rounds that were not cancelled, by their start."""
        cancelled = {event.round for event in self.of(EventKind.ROUND_CANCELLED)}
        kept = [sitting for sitting in self.interview.rounds if sitting.id not in cancelled]
        return sorted(kept, key=lambda sitting: (sitting.starts_at.astimezone(UTC), sitting.id))

    @cached_property
    def round(self) -> Round | None:
        """The step's round; for later mails that of the first mail sent last, else the last one."""
        wanted = self.key.round or self._round_last_thanked_for
        return next((sitting for sitting in self.rounds if sitting.id == wanted), None) or (
            self.rounds[-1] if self.rounds else None
        )

    @cached_property
    def _round_last_thanked_for(self) -> str | None:
        sent = [
            event.step
            for event in self.of(EventKind.MAIL_SENT)
            if event.step and event.step.endswith(".hiring-manager")
        ]
        return sent[-1].removesuffix(".hiring-manager") if sent else None

    @cached_property
    def loop(self) -> tuple[Round, ...]:
        """The rounds that end on the day of the step's round: one gauntlet."""
        if self.round is None:
            return ()
        day = self.ends_on(self.round)
        return tuple(sitting for sitting in self.rounds if self.ends_on(sitting) == day)

    def met_in_loop(self, person: Participant) -> bool:
        """Whether the person was in one of the loop's rounds."""
        return any(self.met_in(sitting, person) for sitting in self.loop)

    def met_in(self, sitting: Round, person: Participant) -> bool:
        """Whether that round met the person; one without names met everybody but helpers (``api.md`` section 2)."""
        if sitting.participants is None:
            return person.part is not Part.OTHER
        return person.id in sitting.participants

    def notes_from_loop(self, person: Participant) -> tuple[Note, ...]:
        """The person's notes of this loop.

        One of no round belongs to the first round that met them, or to the first of all.
        """
        ids = {sitting.id for sitting in self.loop}
        first = next(
            (sitting.id for sitting in self.rounds if self.met_in(sitting, person)),
            self.rounds[0].id if self.rounds else "",
        )
        known = {sitting.id for sitting in self.rounds}
        return tuple(
            note for note in person.notes if (note.round if note.round in known else first) in ids or not self.rounds
        )

    # names

    @property
    def company(self) -> str:
        """The company as it is spoken of, without its legal form."""
        return _company(self.interview.company.name)

    @property
    def the_company(self) -> str:
        """The company within a sentence: the Department for Transport."""
        is_named = self.language.code == DEFAULT and _INSTITUTION.match(self.company)
        return f"the {self.company}" if is_named else self.company

    @property
    def role(self) -> str:
        """The role without what a job board adds in brackets."""
        return _role(self.interview.role)

    @property
    def the_role(self) -> str:
        """The role within a sentence."""
        words = self.language.words["role"]
        role = self.role.removeprefix("the ").removeprefix("The ")
        is_named = role.lower().endswith(tuple(f" {end}" for end in words["ends"]))
        return str(words["as_is" if is_named else "plain"]).format(role=role)

    def called(self, person: Participant) -> str:
        """What somebody is called within a sentence."""
        return salutation.address(person, self.language, self.country)

    def by_id(self, one: str | None) -> Participant | None:
        """A participant."""
        return next((person for person in self.interview.participants if person.id == one), None)

    def facts(self) -> dict[str, str]:
        """What every phrase may name; unknown facts are absent."""
        day = self.ends_on(self.round) if self.round else None
        everything = {
            "role": self.role,
            "the_role": self.the_role if self.role else "",
            "company": self.the_company,
            "day": self.weekday(day) if day else "",
            "date": self.date_text(day) if day else "",
            "weekday_date": self.long_date(day) if day else "",
            "name": self.called(self.person) if self.person else "",
            "me": self.profile.name.strip(),
            "phone": self.profile.phone.strip(),
            "network": self.policy.network.strip(),
        }
        return {name: text for name, text in everything.items() if text}


@lru_cache(maxsize=1024)
def _company(name: str) -> str:
    name = " ".join(name.split())
    return _LEGAL.sub("", name).rstrip(" ,") or name


@lru_cache(maxsize=1024)
def _role(role: str) -> str:
    """What stands behind a comma says where: Charge Nurse, ICU -> Charge Nurse (ICU), as a sentence can take it."""
    role = " ".join(role.split())
    name, *where = (_ROLE_TAIL.sub("", role).rstrip(" ,;:.") or role).split(", ", maxsplit=1)
    return f"{name} ({where[0]})" if where else name
