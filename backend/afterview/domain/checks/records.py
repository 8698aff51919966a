"""What the records hold, as the checks ask for it: names, notes, numbers, days, and whom a step is for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from afterview.domain.checks.letter import tokens_of
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Channel, Interview, Part, Participant, Profile, Round
from afterview.domain.stems import GENERIC, is_telling, stem, telling_stems

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS: Final = re.compile(r"[.,](?=\d{3}(?:\D|$))")
_EVENT_TEXTS: Final = tuple(
    field.name for field in fields(Event) if field.type == "str" and field.name not in {"id", "subject", "body"}
)
_GERMAN: Final = frozenset(
    stem(word)
    for word in """aber als am an auch auf aus bei bin bis da dann das dass dem den der des die du ein eine einem einen einer eines er es
f\u00fcr gut habe haben hat hatte ich ihr ihre ihnen im in ist ja kann kein mehr mein meine mich mir mit nach nicht noch nur oder
sehr sein sich sie sind so \u00fcber um und uns unter vom von vor war was wenn wie wir wird zu zum zur""".split()
)
"""Small words of German notes, which say nothing."""
NAME_TITLES: Final = frozenset("mr mrs ms miss mx dr prof professor sir madam herr frau madame monsieur".split())


def day_of(moment: date | datetime, zone: str) -> date:
    """The day of an instant on that clock."""
    return moment.astimezone(ZoneInfo(zone or "UTC")).date() if isinstance(moment, datetime) else moment


class Records:
    """One interview and its candidate, read once for all drafts of it."""

    def __init__(self, interview: Interview, profile: Profile) -> None:
        """Nothing is worked out before it is asked for."""
        self.interview, self.profile = interview, profile
        self.people = interview.participants

    @cached_property
    def hiring_manager(self) -> Participant | None:
        """The first listed hiring manager is the one."""
        return next((person for person in self.people if person.part is Part.HIRING_MANAGER), None)

    @cached_property
    def hr(self) -> Participant | None:
        """The first listed of HR is the one."""
        return next((person for person in self.people if person.part is Part.HR), None)

    def of(self, *kinds: EventKind) -> list[Event]:
        """The events of these kinds, in the order of the list."""
        return [event for event in self.interview.events if event.kind in kinds]

    @cached_property
    def person_names(self) -> frozenset[str]:
        """Every word of every name, of the candidate too, in lower case."""
        names = [self.profile.name, *(f"{p.name} {p.given_name} {p.family_name}" for p in self.people)]
        return frozenset(token.low.removesuffix("'s") for name in names for token in tokens_of(name))

    @cached_property
    def company_words(self) -> frozenset[str]:
        """The words of the company's name, as written."""
        return frozenset(token.text for token in tokens_of(self.interview.company.name))

    @cached_property
    def people_words(self) -> frozenset[str]:
        """The words of people's names, as written, the candidate's too."""
        return frozenset(
            t.text for name in (*(p.name for p in self.people), self.profile.name) for t in tokens_of(name)
        )

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """The words of company and people that have a capital, in order."""
        return tuple(sorted(name for name in self.company_words | self.people_words if name[:1].isupper()))

    @cached_property
    def role_words(self) -> tuple[str, ...]:
        """The words of the role, in lower case."""
        return tuple(token.low for token in tokens_of(self.interview.role))

    @cached_property
    def named_words(self) -> frozenset[str]:
        """The words of company, role and titles, as they are written."""
        texts = [self.interview.company.name, self.interview.role, *(person.title for person in self.people)]
        return frozenset(token.text for text in texts for token in tokens_of(text))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every text of the records, but for mails that went out."""
        return tuple(filter(None, self._texts()))

    def _texts(self) -> Iterator[str]:
        interview, profile = self.interview, self.profile
        company, money = interview.company, interview.compensation
        yield from (company.name, company.website, *company.domains, interview.role, *interview.requirements)
        yield from (money.asked, money.allotted, money.base, money.home_expenses, money.benefits, money.justification)
        yield from (profile.name, profile.phone, profile.email, profile.linkedin, profile.signature)
        yield from (
            text for pitch in profile.pitches for text in (pitch.claim, pitch.evidence, *pitch.tags, pitch.requirement)
        )
        yield from (mark.title for mark in interview.bookmarks)
        yield from (f"{sitting.title} {sitting.location}" for sitting in interview.rounds)
        for person in self.people:
            yield from (person.name, person.given_name, person.family_name, person.title, person.email)
            yield from (note.text for note in person.notes)
        for event in interview.events:
            yield from (getattr(event, name) for name in _EVENT_TEXTS)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the records, in lower case: none of them is misspelt."""
        words = {token.low for text in self.texts for token in tokens_of(text)}
        return frozenset(words | {word.removesuffix("'s") for word in words})

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the vocabulary."""
        return frozenset(stem(word) for word in self.vocabulary)

    @cached_property
    def trade(self) -> frozenset[str]:
        """The stems of what the work is about: a word of it is no slip into money or health."""
        interview = self.interview
        notes = [n.text for p in self.people for n in p.notes if n.channel is not Channel.PERSON]
        pitches = [f"{pitch.claim} {pitch.evidence}" for pitch in self.profile.pitches]
        texts = [interview.company.name, interview.role, *interview.requirements, *notes, *pitches]
        return frozenset(stem(token.low) for text in texts for token in tokens_of(text) if is_telling(token.low))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number of the records, without its separators."""
        return frozenset(plain_number(found[0]) for text in self.texts for found in _NUMBER.finditer(text))

    @cached_property
    def common(self) -> frozenset[str]:
        """Stems that every mail of this interview may have: of role, company and names."""
        named = [self.interview.role, self.interview.company.name, *(person.name for person in self.people)]
        return GENERIC | _GERMAN | frozenset(stem(token.low) for text in named for token in tokens_of(text))

    def note_stems(self, text: str) -> frozenset[str]:
        """What a note is about, without what every mail has."""
        found = telling_stems(text)
        return found - self.common or found

    @cached_property
    def pitch_stems(self) -> frozenset[str]:
        """What the selling points are about, the justification of the pay among them."""
        texts = [f"{pitch.claim} {pitch.evidence}" for pitch in self.profile.pitches]
        return frozenset[str]().union(*map(self.note_stems, [*texts, self.interview.compensation.justification]))

    @cached_property
    def home_domains(self) -> frozenset[str]:
        """The company's domains, as told; else the one that most people's addresses have."""
        company = self.interview.company
        site = company.website.split("//")[-1].split("/")[0].casefold().removeprefix("www.")
        told = {domain.casefold() for domain in (*company.domains, site) if domain}
        if told:
            return frozenset(told)
        counted = Counter(person.email.rpartition("@")[2].casefold() for person in self.people if "@" in person.email)
        return frozenset(domain for domain, count in counted.most_common(1) if count > 1)

    # rounds and days

    def zone_of(self, sitting: Round) -> str:
        """The clock on which a round's day is told."""
        return self.interview.company.timezone or sitting.timezone or self.profile.timezone or "UTC"

    def ended(self, sitting: Round) -> datetime:
        """The round's end; one that names none lasts an hour."""
        return sitting.ends_at or sitting.starts_at + timedelta(hours=1)

    def loop(self, round_id: str | None) -> list[Round]:
        """The rounds that end on the day of that one."""
        first = next((sitting for sitting in self.interview.rounds if sitting.id == round_id), None)
        if first is None:
            return []
        day = day_of(self.ended(first), self.zone_of(first))
        return [s for s in self.interview.rounds if day_of(self.ended(s), self.zone_of(s)) == day]

    def day_of(self, moment: date | datetime) -> date:
        """The day of an instant on the company's clock."""
        return day_of(moment, self.interview.company.timezone or self.profile.timezone)

    @cached_property
    def round_days(self) -> tuple[date, ...]:
        """The days of the rounds, in order."""
        return tuple(sorted({day_of(self.ended(s), self.zone_of(s)) for s in self.interview.rounds}))

    @cached_property
    def known_days(self) -> frozenset[date]:
        """Every day that the records name."""
        zone = self.interview.company.timezone or self.profile.timezone
        told = {day for e in self.interview.events for day in (e.decision_on, e.until, e.answer_by) if day}
        notes = {day_of(note.at, zone) for person in self.people for note in person.notes if note.at}
        return frozenset({*self.round_days, *told, *notes, *(day_of(e.at, zone) for e in self.interview.events)})


def plain_number(text: str) -> str:
    """A number as its digits, without marks between thousands, and with a point before what is less than one."""
    return _THOUSANDS.sub("", text).replace(",", ".")


@lru_cache(maxsize=8)
def records_of(interview: Interview, profile: Profile) -> Records:
    """The records of an interview, kept for its next draft."""
    return Records(interview, profile)
