"""Whole applications, from the first mail to the last: each file in ``drafts/lives`` is one, lived day by day.

On every day the plan is made, each mail that is due is written and sent as it stands, and what the file tells to happen
happens. So reminders answer mails that were really sent, threads hold, selling points and reasons are spent.

A file holds the documents of the API; a note may be a string, as in ``drafting.note``. ``honest`` lists the warnings
that the facts deserve, ``<check> <key>``. ``python tests/lives.py`` writes the mails anew: read them aloud.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from afterview.domain.checks import Finding, Words, check_draft
from afterview.domain.decisions import Text
from afterview.domain.documents import to_value
from afterview.domain.drafts import unwoven_notes, write_draft
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Interview, Profile
from afterview.domain.ids import with_ids
from afterview.domain.plan import make_plan
from afterview.domain.policy import Policy
from afterview.domain.steps import Kind, State, Step
from drafting import FOLDER, note
from people import FakeDaysOff

LIVES: Final = tuple(sorted((FOLDER / "lives").glob("*.toml")))
DUE: Final = {State.DUE, State.OVERDUE}


@dataclass(frozen=True)
class Life:
    """One file, read."""

    interview: Interview
    profile: Profile
    policy: Policy
    first: date
    last: date
    honest: frozenset[str]


@dataclass(frozen=True)
class Sent:
    """One text as it was sent, with all that was known on its day."""

    on: date
    step: Step
    text: Text
    interview: Interview
    others: tuple[tuple[str, Text], ...]

    def findings(self, life: Life, words: Words) -> tuple[Finding, ...]:
        """What the checks say of it on its day."""
        return check_draft(
            self.text.subject,
            self.text.body,
            step=replace(self.step, due_on=self.on),
            interview=self.interview,
            profile=life.profile,
            policy=life.policy,
            others=self.others,
            known_words=words,
        )


class EveryWord:
    """A dictionary that knows every word: spelling is not what is looked at here."""

    def knows(self, word: str) -> bool:
        return bool(word)

    def nearest(self, word: str) -> str | None:
        return None if word else word


def life_of(path: Path) -> Life:
    """A file of ``drafts/lives``."""
    told = tomllib.loads(path.read_text("utf-8"))
    for person in told["interview"].get("participants", ()):
        person["notes"] = [_note(one) for one in person.get("notes", ())]
    interview = with_ids(to_value(Interview, told["interview"]))
    profile, policy = to_value(Profile, told["profile"]), to_value(Policy, told.get("policy", {}))
    return Life(interview, profile, policy, told["first"], told["last"], frozenset(told.get("honest", ())))


def _note(told: str | dict[str, Any]) -> dict[str, Any]:
    if isinstance(told, dict):
        return told
    one = note(told)
    return {"channel": one.channel.value, "text": one.text, "follow_up": one.follow_up}


def lived(life: Life) -> Iterator[Sent]:
    """Every text in the order in which it is sent."""
    happened: tuple[Event, ...] = ()
    for days in range((life.last - life.first).days + 1):
        today = life.first + timedelta(days=days)
        told = tuple(event for event in life.interview.events if _day(event) <= today)
        while due := _due(life, replace(life.interview, events=(*told, *happened)), today):
            yield from due
            happened += tuple(map(_event, due))


def _day(event: Event) -> date:
    return event.at.date() if isinstance(event.at, datetime) else event.at


def _due(life: Life, facts: Interview, today: date) -> list[Sent]:
    plan = make_plan(facts, profile=life.profile, policy=life.policy, decisions={}, days_off=FakeDaysOff(), today=today)
    steps = [one for one in plan.steps if one.state in DUE and one.kind in {Kind.MAIL, Kind.INVITATION}]
    texts = [(one.key, write_draft(one, facts, life.profile, life.policy)) for one in steps]
    return [
        Sent(today, step, text, facts, tuple(other for other in texts if other[0] != step.key))
        for step, (_, text) in zip(steps, texts, strict=True)
    ]


def _event(sent: Sent) -> Event:
    step = sent.step
    if step.kind is Kind.INVITATION:
        return Event(kind=EventKind.INVITATION_SENT, at=sent.on, id=_id(step), participant=step.participant)
    ids = tuple(tuple(person.id for person in people) for people in (step.to, step.cc))
    return Event(
        kind=EventKind.MAIL_SENT,
        at=sent.on,
        id=_id(step),
        step=step.key,
        to=ids[0],
        cc=ids[1],
        subject=sent.text.subject,
        body=sent.text.body,
    )


def _id(step: Step) -> str:
    return f"sent-{step.key.replace('.', '-')}"[-40:]


def told(life: Life) -> str:
    """All texts of a life, as they are read aloud."""
    return "\n".join(_shown(sent, life) for sent in lived(life))


def _shown(sent: Sent, life: Life) -> str:
    step = sent.step
    people = [", ".join(person.name for person in group) for group in (step.to, step.cc)]
    head = f"=== {sent.on:%a %Y-%m-%d} {step.key} to {people[0]}" + (f", cc {people[1]}" if people[1] else "")
    left = "; ".join(one.text for one in unwoven_notes(step, sent.interview, life.profile, life.policy))
    found = [f"({one.severity.value} {one.check})" for one in sent.findings(life, EveryWord())]
    lines = [head, f"Subject: {sent.text.subject}", *([f"(left to the user: {left})"] if left else []), *found]
    return "\n".join(lines) + f"\n\n{sent.text.body}\n"


def write() -> None:
    """The mails of every life, anew."""
    for path in LIVES:
        path.with_suffix(".txt").write_text(told(life_of(path)), encoding="utf-8")


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{len(LIVES)} lives written: now read them aloud.\n")
