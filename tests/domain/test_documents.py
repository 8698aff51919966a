"""Values from documents and back, ids for those that came without, and what doesn't hold together."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

import people
from afterview.domain.decisions import Decision
from afterview.domain.documents import moment, stamp, to_document, to_value
from afterview.domain.errors import BadFacts, CallNotToHR, InsideTheFloor, Stale, UnknownRegion
from afterview.domain.events import Direction, Event, EventKind
from afterview.domain.facts import Interview, Note, Participant, Pitch, Round
from afterview.domain.ids import id_from, with_ids, with_pitch_ids
from afterview.domain.plan import make_plan
from afterview.domain.policy import Policy
from afterview.domain.soundness import ahead_faults, check, check_moves, decision_faults, interview_faults
from afterview.formats.daysoff import DaysOff

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)


def test_a_document_comes_back_as_it_was() -> None:
    interview = people.interview()
    assert to_value(Interview, to_document(interview)) == interview
    assert to_value(Policy, to_document(Policy())) == Policy()


def test_what_a_value_has_no_field_for_is_passed_over() -> None:
    assert to_value(Note, {"text": "boats", "version": 3}) == Note("boats")


def test_instants_are_written_in_utc_and_days_as_days() -> None:
    assert stamp(NOON) == "2026-03-11T12:00:00Z"
    assert to_document((NOON, date(2026, 3, 11), time(20, 0), 5)) == [stamp(NOON), "2026-03-11", "20:00", 5]
    assert moment("2026-03-11T12:00:00Z") == NOON
    assert moment("2026-03-11") == date(2026, 3, 11)


def test_an_id_resembles_the_name_and_is_free() -> None:
    assert id_from("Zoë O'Hara", (), "person") == "zoe-o-hara"
    assert id_from("Zoë O'Hara", ("zoe-o-hara",), "person") == "zoe-o-hara-2"
    assert id_from("志村", (), "person") == "person"
    assert id_from("Call", (), "round-1") == "call-2"
    assert len(id_from("x" * 90, (), "person")) <= 40


def test_everything_without_an_id_gets_one() -> None:
    nameless = Interview(
        company=people.interview().company,
        role="",
        participants=(Participant("", "Sam Okafor", notes=(Note("a"), Note("b", id="n"))), Participant("lee", "Lee")),
        rounds=(Round("", NOON, title="On-site"),),
        events=(Event(kind=EventKind.RESUMED, at=NOON), Event(kind=EventKind.RESUMED, at=NOON)),
    )
    named = with_ids(nameless, taken_notes=["concept"])
    assert [person.id for person in named.participants] == ["sam-okafor", "lee"]
    assert [note.id for note in named.participants[0].notes] == ["concept-2", "n"]
    assert [sitting.id for sitting in named.rounds] == ["on-site"]
    assert [event.id for event in named.events] == ["resumed", "resumed-2"]


def test_events_are_named_as_they_happened_in_whatever_order_they_are_told() -> None:
    first = Event(kind=EventKind.REPLY, at=date(2026, 3, 11), participant="dana")
    second = Event(kind=EventKind.REPLY, at=NOON, participant="dana")
    third = Event(kind=EventKind.REPLY, at=NOON, participant="priya")
    kept = Event(kind=EventKind.REPLY, at=NOON, id="reply-2")
    interview = replace(people.interview(), events=(third, kept, first, second))
    assert [event.id for event in with_ids(interview).events] == ["reply-4", "reply-2", "reply", "reply-3"]
    assert [pitch.id for pitch in with_pitch_ids((Pitch("", "I make slow systems fast"),))] == [
        "i-make-slow-systems-fast"
    ]


def test_an_interview_of_the_cast_holds_together() -> None:
    interview = with_ids(people.interview())
    check(interview_faults(interview), decision_faults({"call.1": Decision()}, interview))


@pytest.mark.parametrize(
    ("changes", "code", "pointer"),
    [
        ({"participants": [people.DANA, people.DANA]}, "taken", "/participants/1/id"),
        ({"rounds": [people.ONSITE | {"id": "call"}]}, "reserved", "/rounds/0/id"),
        ({"rounds": [people.ONSITE | {"ends_at": people.ONSITE["starts_at"]}]}, "order", "/rounds/0/ends_at"),
        ({"rounds": [people.ONSITE | {"participants": ["kim"]}]}, "unknown", "/rounds/0/participants/0"),
        (
            {"participants": [people.SAM | {"notes": [{"text": "a", "round": "x"}]}]},
            "unknown",
            "/participants/0/notes/0/round",
        ),
        ({"events": [people.THANKED | {"step": "thanks"}]}, "key", "/events/0/step"),
        ({"events": [people.THANKED | {"step": "two.group"}]}, "unknown", "/events/0/step"),
        ({"events": [people.THANKED | {"step": "answer.x"}]}, "unknown", "/events/0/step"),
        ({"events": [people.THANKED | {"step": None}]}, "missing", "/events/0/step"),
        ({"events": [people.THANKED | {"cc": ["kim"]}]}, "unknown", "/events/0/cc/0"),
        ({"events": [{"id": "e", "kind": "reply", "at": "2026-03-12"}]}, "missing", "/events/0/participant"),
    ],
)
def test_what_does_not_hold_together_is_pointed_at(changes: dict[str, object], code: str, pointer: str) -> None:
    faults = list(interview_faults(people.interview(**changes)))
    assert (code, pointer) in {(fault.code, fault.pointer) for fault in faults}
    with pytest.raises(BadFacts) as raised:
        check(faults)
    assert raised.value.errors == tuple(faults)


def test_calls_go_to_hr_only_but_a_call_that_came_in_is_a_fact() -> None:
    call = Event(kind=EventKind.CALL, at=NOON, id="c", participant="dana", direction=Direction.IN)
    interview = with_ids(people.interview(events=[]))
    assert not list(interview_faults(replace(interview, events=(call,))))
    with pytest.raises(CallNotToHR):
        list(interview_faults(replace(interview, events=(replace(call, direction=Direction.OUT),))))


def test_what_is_stored_has_happened_within_a_day() -> None:
    for at in (datetime(2026, 3, 12, 13, tzinfo=UTC), date(2026, 3, 13)):
        assert [fault.code for fault in ahead_faults(Event(kind=EventKind.RESUMED, at=at), NOON)] == ["ahead"]
    for at in (NOON, date(2026, 3, 12)):
        assert not list(ahead_faults(Event(kind=EventKind.RESUMED, at=at), NOON))


def test_a_reminder_moved_inside_the_floor_is_refused_with_the_first_possible_day() -> None:
    decisions = {"follow-up.1": Decision(moved_to=date(2026, 3, 17)), "call.1": Decision(moved_to=date(2026, 3, 12))}
    plan = make_plan(
        people.interview(),
        profile=people.profile(),
        policy=Policy(),
        decisions=decisions,
        days_off=DaysOff(),
        today=date(2026, 3, 12),
    )
    with pytest.raises(InsideTheFloor) as raised:
        check_moves(plan, decisions)
    assert raised.value.extra["first_possible_on"] == date(2026, 3, 18)
    check_moves(plan, {"follow-up.1": Decision(moved_to=date(2026, 3, 18))})


def test_errors_say_what_to_do() -> None:
    assert "has none" in UnknownRegion("MC", "XX").detail
    assert "it has NY" in UnknownRegion("US", "XX", ("NY",)).detail
    assert "ISO 3166-1" in UnknownRegion("XX").detail
    assert Stale({"id": "a"}, version="3").extra == {"current": {"id": "a"}, "version": "3"}


def test_a_mail_of_no_known_step_is_kept_and_reached_nobody() -> None:
    sent = people.interview(events=[people.THANKED | {"step": "thanks"}])
    plan = make_plan(
        sent, profile=people.profile(), policy=Policy(), decisions={}, days_off=DaysOff(), today=date(2026, 3, 12)
    )
    assert "thanks" not in {step.key for step in plan.steps}
    assert next(step for step in plan.steps if step.key == "follow-up.1").preview
