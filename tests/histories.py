"""Generated applications: any people, rounds, events, decisions and policy that fit together, right or absurd."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from hypothesis import strategies as st

import people
from afterview.domain.decisions import Decision, Edit, Text
from afterview.domain.documents import to_value
from afterview.domain.events import FIELDS, EventKind
from afterview.domain.facts import Interview
from afterview.domain.policy import Calls, GroupMail, OneMonth, PersonalMail, Policy

START: Final = date(2026, 3, 2)
PLACES: Final = (("US", "NY"), ("DE", "BE"), ("IL", ""), ("AE", ""), ("JP", ""), ("", ""))
ZONES: Final = ("America/New_York", "Europe/Berlin", "Asia/Tokyo", "")
NAMES: Final = ("dana", "priya", "sam", "lee", "kim")
MAILS: Final = (
    "one.hiring-manager one.group two.hiring-manager two.group one.personal.sam follow-up.1 follow-up.2 follow-up.3 "
    "call.1.recap answer.e1 negotiation continuing-interest one-month.hr decline withdrawal offer-thanks.sam "
    "one.roster.ask"
).split()
TASKS: Final = "news close one.roster one.debrief two.debrief".split()
KEYS: Final = [*MAILS, *TASKS, "call.1", "call.2", "one.invite.sam", "two.personal.lee"]
OF_SOMEBODY: Final = {kind for kind in EventKind if "participant" in FIELDS[kind]}

days = st.integers(0, 70).map(lambda n: START + timedelta(days=n))
instants = st.integers(0, 70 * 24 * 4).map(
    lambda n: datetime.combine(START, datetime.min.time(), tzinfo=UTC) + timedelta(minutes=15 * n)
)
moments = st.one_of(instants.map(lambda at: at.isoformat()), days.map(lambda day: day.isoformat()))
names = st.sampled_from(NAMES)
somebody = st.lists(names, unique=True, max_size=3)


@st.composite
def persons(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Nobody to five people, of any part, some without an address or a title, some elsewhere."""
    chosen = draw(st.lists(names, unique=True, max_size=5))
    parts = st.sampled_from(["hiring_manager", "hr", "interviewer", "interviewer", "other"])
    note = st.fixed_dictionaries(
        {"channel": st.sampled_from(["person", "concept"]), "text": st.just("boats"), "follow_up": st.booleans()}
    )
    found = []
    for name in chosen:
        country, subdivision = draw(st.sampled_from([*PLACES, ("", ""), ("", "")]))
        found.append(
            {
                "id": name,
                "name": name.title(),
                "part": draw(parts),
                "email": draw(st.sampled_from(["", f"{name}@acme.example", f"{name}@acme.example"])),
                "title": draw(st.sampled_from(["", "Engineer"])),
                "country": country,
                "subdivision": subdivision,
                "timezone": draw(st.sampled_from(ZONES)),
                "connected": draw(st.booleans()),
                "notes": draw(st.lists(note, max_size=2)),
            }
        )
    return found


@st.composite
def sittings(draw: st.DrawFn, known: list[str]) -> list[dict[str, Any]]:
    """Up to two rounds."""
    found = []
    for name in ("one", "two")[: draw(st.integers(0, 2))]:
        starts_at = draw(instants)
        met = draw(st.none() | st.lists(st.sampled_from(known), unique=True)) if known else None
        hours = draw(st.none() | st.integers(1, 6))
        ends_at = (starts_at + timedelta(hours=hours)).isoformat() if hours else None
        found.append({"id": name, "starts_at": starts_at.isoformat(), "ends_at": ends_at, "participants": met})
    return found


@st.composite
def happenings(draw: st.DrawFn, known: list[str], count: int) -> list[dict[str, Any]]:
    """Events of every kind, each with the fields that its kind needs."""
    one = st.sampled_from(known) if known else st.none()
    some = st.lists(st.sampled_from(known), unique=True, max_size=3) if known else st.just([])
    found: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, count))):
        kind = draw(st.sampled_from([*EventKind, EventKind.MAIL_SENT, EventKind.MAIL_SENT, EventKind.MAIL_SENT]))
        event: dict[str, Any] = {"id": f"e{number}", "kind": kind.value, "at": draw(moments)}
        if kind is EventKind.MAIL_SENT and draw(st.booleans()):
            event["step"] = draw(st.sampled_from(MAILS))
        elif kind is EventKind.MAIL_SENT:
            event |= {"to": draw(some), "cc": draw(some)}
        elif kind is EventKind.TASK_DONE:
            event["step"] = draw(st.sampled_from(TASKS))
        elif kind is EventKind.ROUND_CANCELLED:
            event["round"] = draw(st.sampled_from(["one", "two"]))
        elif kind in OF_SOMEBODY:
            event["participant"] = draw(one)
        if kind in {EventKind.ABSENCE, EventKind.ON_HOLD}:
            event["until"] = draw(days).isoformat()
        if kind in {EventKind.DECISION_DATE, EventKind.REPLY, EventKind.CALL} and draw(st.booleans()):
            event["decision_on"] = draw(days).isoformat()
        if kind is EventKind.OFFER and draw(st.booleans()):
            event["answer_by"] = draw(days).isoformat()
        found.append(event)
    return [event for event in found if known or "participant" not in event or event["kind"] == "no_contact"]


@st.composite
def interviews(draw: st.DrawFn, events: int = 8) -> Interview:
    """One application."""
    who = draw(persons())
    known = [person["id"] for person in who]
    country, subdivision = draw(st.sampled_from(PLACES))
    company = {"name": "Acme", "country": country, "subdivision": subdivision, "timezone": draw(st.sampled_from(ZONES))}
    return to_value(
        Interview,
        people.interview_document(
            company=company,
            participants=who,
            rounds=draw(sittings(known)),
            events=draw(happenings(known, events)),
            still_open=draw(st.booleans()),
        ),
    )


policies = st.builds(
    Policy,
    spacing=st.integers(5, 9),
    soft_stop_after=st.integers(0, 4),
    group_mail=st.sampled_from(GroupMail),
    personal_mail=st.sampled_from(PersonalMail),
    invite_after=st.integers(0, 3),
    one_month_hiring_manager=st.sampled_from(OneMonth),
    hr_interviewer_in_group=st.booleans(),
    calls=st.sampled_from(Calls),
)
edits = st.sampled_from([None, Edit("Mine", "My own words.", Text("", ""))])
decisions = st.dictionaries(
    st.sampled_from(KEYS),
    st.builds(
        Decision,
        edit=edits,
        ready=st.booleans(),
        skipped=st.sampled_from([None, None, "no need"]),
        moved_to=st.none() | days,
    ),
    max_size=4,
)
