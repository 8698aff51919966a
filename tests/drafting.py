"""Drafts in tests: a cast with notes, every kind of step, and texts made comparable.

``python tests/drafting.py`` writes the letters of the cases anew. Read them
aloud before you commit them: would you send them?
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from afterview.domain.drafts import unwoven_notes, write_draft
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import (
    Channel,
    Company,
    Compensation,
    Interview,
    Note,
    Part,
    Participant,
    Pitch,
    Profile,
    Round,
)
from afterview.domain.pitches import spent_in_first_mails
from afterview.domain.policy import Policy
from afterview.domain.steps import Kind, Reason, State, Step
from afterview.domain.writing.language import language_for, load
from afterview.domain.writing.points import woven

FOLDER: Final = Path(__file__).parent / "domain" / "drafts"
CASES: Final = tuple(sorted((FOLDER / "cases").glob("*.toml")))

DANA: Final = Participant("dana", "Dana Whitcombe", Part.HIRING_MANAGER, title="Director", email="dana@acme.example")
PRIYA: Final = Participant("priya", "Priya Nair", Part.HR, title="Recruiter", email="priya@acme.example")
SAM: Final = Participant("sam", "Sam Okafor", title="Principal Engineer", email="sam@acme.example")
LEE: Final = Participant("lee", "Lee Brandt", title="Engineering Manager", email="lee@acme.example")
ALEX: Final = Profile(
    "Alex Rivera",
    "alex@example.org",
    phone="+1 555 0100",
    timezone="America/New_York",
    pitches=(
        Pitch("latency", "I make slow systems fast", "cut checkout latency from 900 to 120 ms at Initech"),
        Pitch("leads", "Growing engineers", "five of my reports became leads"),
    ),
)
ONSITE: Final = Round(
    "onsite",
    datetime.fromisoformat("2026-03-11T10:00:00-04:00"),
    datetime.fromisoformat("2026-03-11T15:00:00-04:00"),
)
CLOSINGS: Final = ("Best", "Kind", "All the best,", "Mit freundlichen", "Viele Grüße", "Freundliche")
EVENTS: Final = (
    Event(kind=EventKind.INVITATION_ACCEPTED, at=date(2026, 3, 13), id="accepted", participant="dana"),
    Event(
        kind=EventKind.CALL,
        at=date(2026, 3, 18),
        id="phoned",
        step="call.1",
        participant="priya",
        progress="second round likely next week",
        req_status="approved, one opening",
        decision_on=date(2026, 3, 25),
    ),
    Event(
        kind=EventKind.REPLY,
        at=date(2026, 3, 19),
        id="replied",
        participant="priya",
        summary="asked for two references",
    ),
    Event(kind=EventKind.NEWS, at=date(2026, 3, 22), id="news", title="Acme opens an office in Lyon"),
    Event(
        kind=EventKind.OFFER,
        at=date(2026, 3, 27),
        id="offer",
        base="165000",
        currency="USD",
        answer_by=date(2026, 4, 1),
    ),
    Event(kind=EventKind.NO_SHOW, at=date(2026, 3, 11), id="absent", participant="lee"),
)


def note(text: str) -> Note:
    """A note as the cases write it: ``person: ...``, ``company: ...``; a star asks for a personal mail."""
    found = re.fullmatch(r"(?:(person|concept|company):\s*)?(\*?)(.*)", text, re.DOTALL)
    assert found
    return Note(found[3], Channel(found[1] or "concept"), follow_up=bool(found[2]))


def interview(notes: dict[str, list[str]] | None = None, **changes: Any) -> Interview:
    """Acme's interview with Alex, each person with these notes."""
    people = tuple(
        replace(person, notes=tuple(note(text) for text in (notes or {}).get(person.id, [])))
        for person in (DANA, PRIYA, SAM, LEE)
    )
    facts: dict[str, Any] = {"participants": people, "rounds": (ONSITE,), "events": EVENTS}
    money = Compensation(asked="180000", justification="the market for this level in New York starts at 175,000")
    company = Company("Acme", country="US", timezone="America/New_York")
    facts |= {"company": company, "role": "Staff Engineer", "compensation": money}
    facts |= changes
    return Interview(**facts)


def step(key: str, to: tuple[Participant, ...], *, reason: Reason | None = None, pitch: str | None = None) -> Step:
    """A step as the plan makes it, as far as a draft looks at it."""
    return Step(key, None, Kind.MAIL, "", State.DUE, "", to=to, reason=reason, pitch=pitch)


def all_steps(facts: Interview) -> Iterator[Step]:
    """A step of every form that has a text."""
    people = {person.id: person for person in facts.participants}
    dana, priya, sam, lee = (people[one] for one in ("dana", "priya", "sam", "lee"))
    yield step("onsite.roster.ask", (priya,))
    yield step("onsite.hiring-manager", (dana,))
    yield step("onsite.group", (sam, lee))
    yield step("onsite.group", (sam,))
    yield step("onsite.individual.sam", (sam,))
    yield step("onsite.personal.sam", (sam,))
    yield from (step(f"onsite.invite.{person.id}", (person,)) for person in facts.participants)
    yield step("follow-up.1", (dana,), reason=Reason("invitation_accepted", "accepted", ""), pitch="latency")
    yield step("follow-up.2", (dana,), reason=Reason("news", "news", ""), pitch="leads")
    yield step("follow-up.3", (dana,), reason=Reason("decision_date", "phoned", ""))
    yield step("follow-up.4", (dana,))
    yield step("call.1", (priya,))
    yield step("call.1.recap", (priya,))
    yield step("answer.replied", (priya,))
    yield from (step(f"offer-thanks.{person.id}", (person,)) for person in facts.participants)
    yield step("negotiation", (priya,))
    yield from (
        step(key, (dana,)) for key in ("continuing-interest", "one-month.hiring-manager", "decline", "withdrawal")
    )
    yield step("one-month.hr", (priya,))
    yield step("no-show.absent", (lee,))


def draft(one: Step, facts: Interview, profile: Profile = ALEX, policy: Policy | None = None) -> tuple[str, str]:
    """Subject and body."""
    text = write_draft(one, facts, profile, policy or Policy())
    return text.subject, text.body


def middle(body: str) -> str:
    """The text between greeting and closing."""
    paragraphs = body.split("\n\n")
    end = next((place for place, text in enumerate(paragraphs) if text.startswith(CLOSINGS)), None)
    return "\n\n".join(paragraphs[1:end])


def sentences(body: str, facts: Interview) -> list[str]:
    """The sentences of the middle, with names, companies, days and notes as placeholders."""
    text = middle(body)
    for said in sorted(_woven_texts(facts), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", "~", text, flags=re.IGNORECASE)
    text = text.replace(facts.company.name.removesuffix(" Inc.").removesuffix(" LLC"), "#")
    names = sorted({word for person in facts.participants for word in (person.name, *person.name.split())}, key=len)
    for name in reversed(names):
        text = re.sub(rf"\b{re.escape(name)}\b", "#", text)
    text = re.sub(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:March|April) \d+|\d+ (?:March|April)", "#", text)
    text = re.sub(r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|\d+\. (?:März|April)", "#", text)
    return [one.strip() for one in re.split(r"(?<=[.?!])\s+|\n+", text) if one.strip()]


def _woven_texts(facts: Interview) -> set[str]:
    """What the notes become in sentences."""
    language = language_for(facts.language)
    spoken = [load(language.code, is_familiar=is_familiar) for is_familiar in (False, True)]
    found = [woven(one, person, said) for said in spoken for person in facts.participants for one in person.notes]
    return {text for one in found if one for text in (one.text, one.topic) if text}


def similarity(one: str, other: str, size: int = 3) -> float:
    """Jaccard similarity of word shingles."""
    shingles = [
        {tuple(words[place : place + size]) for place in range(len(words) - size + 1)}
        for words in (re.findall(r"[\w']+", text.lower()) for text in (one, other))
    ]
    return len(shingles[0] & shingles[1]) / max(1, len(shingles[0] | shingles[1]))


def case(path: Path) -> tuple[Interview, Profile]:
    """The interview of a case's file: ``role``, ``company``, ``notes``, ``people`` (fields by id), ``pitches``."""
    told = tomllib.loads(path.read_text("utf-8"))
    facts = interview(told.get("notes"), role=told["role"], company=Company(**told["company"]))
    changed = told.get("people", {})
    people = tuple(replace(person, **changed.get(person.id, {})) for person in facts.participants)
    pitches = tuple(Pitch(f"pitch-{place}", **pitch) for place, pitch in enumerate(told.get("pitches", [])))
    return replace(facts, participants=people), replace(ALEX, pitches=pitches or ALEX.pitches)


def with_pitch(one: Step, facts: Interview, profile: Profile) -> Step:
    """The step with a pitch that the profile has and that the first mail left."""
    if not one.pitch:
        return one
    spent = spent_in_first_mails(facts, profile.pitches)
    left = [pitch.id for pitch in profile.pitches if pitch.id not in spent]
    number = int(one.key[-1])
    return replace(one, pitch=left[number - 1] if number <= len(left) else None)


def shown(one: Step, facts: Interview, profile: Profile) -> str:
    """One letter as it is read aloud, with the notes that it leaves to the user."""
    subject, body = draft(one, facts, profile)
    left = "; ".join(left.text for left in unwoven_notes(one, facts, profile, Policy()))
    offered = f"(left to the user: {left})\n" if left else ""
    return f"=== {one.key}\nSubject: {subject}\n{offered}\n{body}\n"


def letters(path: Path) -> str:
    """All mails of a case that hold notes, as one text."""
    facts, profile = case(path)
    plain = ("call", "negotiation", "no-show", "onsite.roster")
    steps = (one for one in all_steps(facts) if not one.key.startswith(plain))
    return "\n".join(shown(with_pitch(one, facts, profile), facts, profile) for one in steps)


def write_letters() -> None:
    """The letters of every case, anew."""
    for path in CASES:
        (FOLDER / "letters" / f"{path.stem}.txt").write_text(letters(path), encoding="utf-8")


if __name__ == "__main__":
    write_letters()
    sys.stdout.write(f"{len(CASES)} cases written: now read them aloud.\n")
