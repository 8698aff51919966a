"""Stories: files that say what is known on a day, and which plan follows from it, in lines that a person can read.

A file names only what differs from the cast's interview:

    article = ["S28"]                       the sentences of the article that it shows
    today = "2026-03-12"
    about = ["follow-up.*"]                 the keys that are compared, every one of them
    people = ["dana", "priya"]              who takes part (the cast's four); ``[person.kim]`` adds or changes one
    rounds = ["onsite Wed 2026-03-11 10:00-15:00 dana sam lee"]      days and hours in New York, or in ``zone``
    events = ["Wed 2026-03-11 17:05 mail_sent step=onsite.hiring-manager"]       a name before the kind is its id
    decisions = ["call.1 skipped='asked for mail only'"]
    plan = ["Wed 2026-03-18 follow-up.1 to Dana, cc Priya (upcoming) because ..."]

``because`` and the hour (``Wed 2026-03-18 09:30 call.1 ...``, on the step's clock) are compared where a line has them.
"""

import random
import re
import shlex
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import people
from afterview.domain.decisions import Decision, Edit, Text
from afterview.domain.documents import to_value
from afterview.domain.facts import Interview, Profile
from afterview.domain.plan import make_plan
from afterview.domain.policy import Policy
from afterview.domain.steps import Plan, Step
from afterview.formats.daysoff import DaysOff

FOLDER: Final = Path(__file__).parent / "domain" / "cases"
CAST: Final = {str(person["id"]): person for person in (people.DANA, people.PRIYA, people.SAM, people.LEE)}
DAYS_OFF: Final = DaysOff()
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LINE: Final = re.compile(r"(?P<on>\w+ \S+)(?: (?P<hour>\d\d:\d\d))? +(?P<rest>.*?)(?: because (?P<why>.*))?")


@dataclass(frozen=True)
class Story:
    """One file, read: the arguments of ``make_plan`` and what to find in its answer."""

    name: str
    article: tuple[str, ...]
    interview: Interview
    profile: Profile
    policy: Policy
    decisions: Mapping[str, Decision]
    today: date
    about: tuple[str, ...]
    expected: Mapping[str, Any]

    def plan(self, interview: Interview | None = None) -> Plan:
        """The plan of the story, or of another interview in its place."""
        return make_plan(
            interview or self.interview,
            profile=self.profile,
            policy=self.policy,
            decisions=self.decisions,
            days_off=DAYS_OFF,
            today=self.today,
        )

    def shuffled(self, seed: int) -> Plan:
        """The plan of the same story told in another order; events of one instant keep theirs."""
        events = list(self.interview.events)
        random.Random(seed).shuffle(events)
        places: dict[date | datetime, list[int]] = {}
        for place, event in enumerate(events):
            places.setdefault(event.at, []).append(place)
        for event in self.interview.events:
            events[places[event.at].pop(0)] = event
        return self.plan(replace(self.interview, events=tuple(events)))

    def compared(self, plan: Plan) -> list[Step]:
        """The steps that the story is about."""
        return [step for step in plan.steps if any(fnmatchcase(step.key, glob) for glob in self.about)]

    def complaints(self, plan: Plan) -> list[str]:
        """What differs from what the story expects; nothing where it is as told."""
        steps, lines = self.compared(plan), list(self.expected.get("plan", []))
        told = [line_of(step, like=line) for step, line in zip(steps, lines, strict=False)]
        told += [line_of(step) for step in steps[len(lines) :]]
        wrong = [f"- {line}" for line in lines if line not in told]
        wrong += [f"+ {line}" for line in told if line not in lines]
        if not wrong and told != lines:
            wrong = ["the order is " + " / ".join(step.key for step in steps)]
        return wrong + [
            f"{name}: {found!r}, not {self.expected[name]!r}"
            for name, found in rest_of(plan, steps).items()
            if name in self.expected and found != self.expected[name]
        ]


def rest_of(plan: Plan, steps: Iterable[Step]) -> dict[str, Any]:
    """What a story may say beyond the lines."""
    return {
        "status": plan.status.value,
        "advice": [said(remark.code, remark.participant) for remark in plan.advice],
        "messages": [remark.message for remark in plan.advice],
        "pointers": [remark.pointer for remark in plan.advice],
        "not_planned": [entry.rule for entry in plan.not_planned],
        "reasons": {step.key: step.reason.kind for step in steps if step.reason},
        "pitches": {step.key: step.pitch for step in steps if step.pitch},
        "earliest": {step.key: step.earliest_on.isoformat() for step in steps if step.earliest_on},
        "titles": {step.key: step.title for step in steps},
    }


def said(code: str, participant: str | None) -> str:
    """A remark: its code, and of whom it speaks."""
    return f"{code} {participant}" if participant else code


def line_of(step: Step, like: str | None = None) -> str:
    """A step as a line; ``like`` says whether its hour and its reason are in it."""
    shape = LINE.fullmatch(like) if like else None
    on = f"{WEEKDAYS[step.due_on.weekday()]} {step.due_on}" if step.due_on else "no day"
    at = step.due_at.astimezone(ZoneInfo(step.timezone)) if step.due_at else None
    hour = f" {at:%H:%M}{f' on {at:%d %b}' * (at.date() != step.due_on)}" if at else ""
    to = f" to {', '.join(person.name.split()[0] for person in step.to)}" if step.to else ""
    cc = f", cc {', '.join(person.name.split()[0] for person in step.cc)}" if step.cc else ""
    held = ", ".join(said(remark.code, remark.participant) for remark in step.blocked_by)
    state = f"{step.state.value}{' preview' * step.preview}{': ' * bool(held)}{held}"
    why = f" because {step.why}" if shape is None or shape["why"] else ""
    return f"{on}{hour if shape and shape['hour'] else ''}  {step.key}{to}{cc} ({state}){why}"


def read_story(path: Path) -> Story:
    """A story from its file. Days with the wrong weekday before them, and unknown members, are refused."""
    told = tomllib.loads(path.read_text("utf-8"))
    unknown = told.keys() - KNOWN
    assert not unknown, f"{path.name}: {unknown}"
    zone = ZoneInfo(told.get("zone", people.ZONE))
    document = people.interview_document(
        company=people.merged({} if told.get("no_company") else people.ACME, told.get("company", {})),
        participants=participants(told),
        **told.get("interview", {}),
    )
    if "rounds" in told:
        document["rounds"] = [round_of(line, zone) for line in told["rounds"]]
    document["events"] = [event_of(number, line, zone) for number, line in enumerate(told.get("events", []), 1)]
    return Story(
        name=path.stem,
        article=tuple(told["article"]),
        interview=to_value(Interview, document),
        profile=people.profile(**told.get("profile", {})),
        policy=people.policy(**told.get("policy", {})),
        decisions=dict(map(decision_of, told.get("decisions", []))),
        today=day_of(told["today"]),
        about=tuple(told["about"]),
        expected={name: told[name] for name in told.keys() & EXPECTED},
    )


EXPECTED: Final = set("plan status advice messages pointers not_planned reasons pitches earliest titles".split())
GIVEN: Final = set("article zone no_company company interview people person rounds events profile policy".split())
KNOWN: Final = EXPECTED | GIVEN | {"decisions", "today", "about"}


def participants(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The cast, or those of it whom the story names, each with the story's changes; then the story's own people."""
    changes = told.get("person", {})
    ids = told.get("people", [*CAST, *(name for name in changes if name not in CAST)])
    return [people.merged(CAST.get(name, {"id": name}), changes.get(name, {})) for name in ids]


def day_of(text: str) -> date:
    """``Wed 2026-03-18`` or ``2026-03-18``."""
    weekday, _, day = text.rpartition(" ")
    found = date.fromisoformat(day)
    assert weekday in {"", WEEKDAYS[found.weekday()]}, f"{day} is a {WEEKDAYS[found.weekday()]}"
    return found


def split_day(line: str) -> tuple[date, list[str]]:
    """The day at the start of a line, and the words after it."""
    words = shlex.split(line)
    count = 2 if words[0] in WEEKDAYS else 1
    return day_of(" ".join(words[:count])), words[count:]


def instant(day: date, hour: str, zone: ZoneInfo) -> str:
    """An hour of a day, on the story's clock."""
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=zone).isoformat()


def round_of(line: str, zone: ZoneInfo) -> dict[str, Any]:
    """``onsite Wed 2026-03-11 10:00-15:00 dana sam lee``; nobody named: everybody but ``other``."""
    name, rest = line.split(maxsplit=1)
    day, (hours, *met) = split_day(rest)
    start, _, end = hours.partition("-")
    document: dict[str, Any] = {"id": name, "title": name.capitalize(), "starts_at": instant(day, start, zone)}
    return document | ({"ends_at": instant(day, end, zone)} if end else {}) | ({"participants": met} if met else {})


def event_of(number: int, line: str, zone: ZoneInfo) -> dict[str, Any]:
    """``Wed 2026-03-11 17:05 [id:]kind field=value ...``; ``to`` and ``cc`` are ids with commas between them."""
    day, words = split_day(line)
    at = instant(day, words.pop(0), zone) if re.fullmatch(r"\d\d:\d\d", words[0]) else day.isoformat()
    name, _, kind = words.pop(0).rpartition(":")
    fields: dict[str, Any] = dict(word.split("=", 1) for word in words)
    for many in fields.keys() & {"to", "cc"}:
        fields[many] = fields[many].split(",") if fields[many] else []
    if "still_open" in fields:
        fields["still_open"] = fields["still_open"] == "true"
    return {"id": name or f"e{number}", "kind": kind, "at": at, **fields}


def decision_of(line: str) -> tuple[str, Decision]:
    """``follow-up.1 skipped='no need' moved_to=2026-03-20 ready edit``."""
    key, *words = shlex.split(line)
    fields = dict(word.partition("=")[::2] for word in words)
    text = Text("Mine", "My own words.")
    return key, Decision(
        edit=Edit(text.subject, text.body, Text("", "")) if "edit" in fields else None,
        ready="ready" in fields,
        skipped=fields.get("skipped"),
        moved_to=day_of(fields["moved_to"]) if "moved_to" in fields else None,
    )


@lru_cache(maxsize=1)
def all_stories() -> tuple[Story, ...]:
    """Every story, in the order of their names."""
    return tuple(read_story(path) for path in sorted(FOLDER.glob("*.toml")))
