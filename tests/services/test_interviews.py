"""Interviews, notes, events, contacts and the candidate, as two owners change them."""

from dataclasses import replace
from datetime import date

import pytest

import people
from afterview.domain.documents import to_value
from afterview.domain.errors import BadFacts, CallNotToHR, ContactInUse, InterviewsExist, NotFound, Stale
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Note, Part, Participant, Pitch, Round
from afterview.services import candidates, contacts, demo, events, interviews, notes
from afterview.store.candidates import load_profile
from afterview.store.interviews import load_interview, load_interviews, read_version
from afterview.store.session import Database


@pytest.fixture
def made(database: Database) -> str:
    """Alice's interview, the example of the contract."""
    return interviews.create_interview(database, "alice", people.interview())


def pointers(error: BadFacts) -> list[str]:
    return [fault.pointer for fault in error.errors]


def test_everything_that_doesnt_fit_is_said_at_once(database: Database) -> None:
    broken = people.interview(
        rounds=[
            people.ONSITE | {"participants": ["nobody"], "ends_at": "2026-03-11T09:00:00-04:00"},
            people.ONSITE | {"id": "news"},
        ],
        events=[
            {"kind": "reply", "at": "2026-03-20"},
            {"kind": "mail_sent", "at": "2026-03-11"},
            {"kind": "mail_sent", "at": "2026-03-11", "step": "onsite.personal.nobody"},
            {"kind": "mail_sent", "at": "2026-03-11", "step": "Onsite!"},
        ],
    )
    with pytest.raises(BadFacts) as caught:
        interviews.create_interview(database, "alice", broken)
    assert pointers(caught.value) == [
        "/rounds/0/ends_at",
        "/rounds/0/participants/0",
        "/rounds/1/id",
        "/events/0/participant",
        "/events/1/step",
        "/events/2/step",
        "/events/3/step",
        "/events/0/at",
    ]


def test_only_hr_is_called(database: Database, made: str) -> None:
    call = Event(kind=EventKind.CALL, at=date(2026, 3, 12), participant="dana")
    with pytest.raises(CallNotToHR):
        events.add_event(database, "alice", made, call)
    came_in = to_value(Event, {"kind": "call", "at": "2026-03-12", "participant": "dana", "direction": "in"})
    assert events.add_event(database, "alice", made, came_in) == "call"


def test_notes_and_events_change_the_answer_but_not_the_version(database: Database, made: str) -> None:
    note = notes.add_note(database, "alice", made, "lee", Note("likes on-call rotas that let people sleep"))
    reply = events.add_event(
        database, "alice", made, Event(kind=EventKind.REPLY, at=date(2026, 3, 12), participant="dana")
    )
    with database.read("alice") as unit:
        assert read_version(unit, made) == "1.2"
    notes.change_note(database, "alice", made, note, None, lambda old: replace(old, follow_up=True))
    events.change_event(database, "alice", made, reply, None, lambda old: replace(old, summary="soon"))
    events.delete_event(database, "alice", made, reply, frozenset({"2"}))
    notes.delete_note(database, "alice", made, note, frozenset({"2"}))
    with database.read("alice") as unit:
        assert read_version(unit, made) == "1.6"
        assert load_interview(unit, made).participants[3].notes == ()
    with pytest.raises(NotFound):
        notes.delete_note(database, "alice", made, note, None)


def test_a_changed_contact_changes_every_interview_with_them(database: Database, made: str) -> None:
    other = interviews.create_interview(database, "alice", people.interview(rounds=[], events=[]))
    interviews.change_participant(database, "alice", made, "sam", None, lambda old: replace(old, phone="+1 555 0199"))
    with database.read("alice") as unit:
        assert load_interview(unit, other).participants[2].phone == "+1 555 0199"
        assert (read_version(unit, made), read_version(unit, other)) == ("2", "1.1")


def test_a_contact_in_use_cant_be_deleted(database: Database, made: str) -> None:
    with database.read("alice") as unit:
        links = (
            unit.session.connection().exec_driver_sql("SELECT contact_id FROM participant WHERE id = 'lee'").scalar()
        )
    with pytest.raises(ContactInUse):
        contacts.delete_contact(database, "alice", str(links), None)
    interviews.delete_participant(database, "alice", made, "lee", None)
    contacts.delete_contact(database, "alice", str(links), None)


def test_a_stale_version_changes_nothing_and_brings_the_current_state(database: Database, made: str) -> None:
    interviews.change_interview(database, "alice", made, frozenset({"1"}), lambda old: replace(old, role="Principal"))
    with pytest.raises(Stale) as caught:
        interviews.change_interview(database, "alice", made, frozenset({"1"}), lambda old: replace(old, role="Lost"))
    current = caught.value.extra["current"]
    assert isinstance(current, dict)
    assert (current["role"], caught.value.extra["version"]) == ("Principal", "2")


def test_a_participants_id_is_not_given_to_somebody_else(database: Database, made: str) -> None:
    interviews.delete_participant(database, "alice", made, "lee", None)
    stranger = Participant("lee", "Lee Vance", email="vance@acme.example")
    with pytest.raises(BadFacts) as caught:
        interviews.put_participant(database, "alice", made, None, stranger, notes=False)
    assert pointers(caught.value) == ["/id"]


def test_who_comes_back_with_another_address_is_the_same_person(database: Database, made: str) -> None:
    interviews.delete_participant(database, "alice", made, "lee", None)
    lee = Participant("lee", "Lee Brandt", email="lee.brandt@acme.example", part=Part.HR)
    assert interviews.put_participant(database, "alice", made, None, lee, notes=False) == ("lee", True)
    with database.read("alice") as unit:
        assert load_interview(unit, made).participants[-1].email == "lee.brandt@acme.example"


def test_the_bounds_hold_for_parts_too(database: Database) -> None:
    crowd = [{"id": f"p{n}", "name": f"Person {n}"} for n in range(100)]
    rounds = [{"id": f"r{n}", "starts_at": f"2026-03-{n % 28 + 1:02}T10:00:00Z"} for n in range(50)]
    made = interviews.create_interview(
        database, "alice", people.interview(participants=crowd, rounds=rounds, events=[])
    )
    with pytest.raises(BadFacts):
        interviews.put_participant(database, "alice", made, None, Participant("one", "One More"), notes=False)
    one_more = people.interview(rounds=[people.ONSITE | {"participants": None}]).rounds[0]
    with pytest.raises(BadFacts):
        interviews.put_round(database, "alice", made, None, one_more)


def test_pitches_get_ids_of_their_claims(database: Database) -> None:
    assert candidates.add_pitch(database, "alice", Pitch("", "I make slow systems fast")) == "i-make-slow-systems-fast"
    assert (
        candidates.add_pitch(database, "alice", Pitch("", "I make slow systems fast")) == "i-make-slow-systems-fast-2"
    )
    with database.read("bob") as unit:
        assert load_profile(unit).pitches == ()


def test_the_example_is_for_an_empty_start_and_for_one_owner(database: Database) -> None:
    demo.fill_demo(database, "alice")
    with pytest.raises(InterviewsExist):
        demo.fill_demo(database, "alice")
    with database.read("bob") as unit:
        assert not load_interviews(unit)


def test_a_round_moves_and_goes_and_its_id_may_be_taken_up_again(database: Database, made: str) -> None:
    later = people.interview(rounds=[people.ONSITE | {"starts_at": "2026-03-18T10:00:00Z", "ends_at": None}]).rounds[0]
    assert interviews.put_round(database, "alice", made, None, later) is False
    interviews.delete_round(database, "alice", made, "onsite", None)
    with pytest.raises(NotFound):
        interviews.delete_round(database, "alice", made, "onsite", None)
    assert interviews.put_round(database, "alice", made, None, later) is True
    with database.read("alice") as unit:
        assert [type(sitting) for sitting in load_interview(unit, made).rounds] == [Round]
