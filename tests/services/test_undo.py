"""Deletes are undone within thirty days; what is erased is gone from every page of the database."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

import people
from afterview.domain.decisions import Text
from afterview.domain.documents import to_value
from afterview.domain.errors import ContactKnown, NotFound
from afterview.domain.events import Event
from afterview.services import contacts, erasing, interviews, notes, steps, undo
from afterview.services.events import add_event, delete_event
from afterview.services.notes import delete_note
from afterview.store import contacts as contact_store
from afterview.store import interviews as store
from afterview.store.migrate import migrate
from afterview.store.notes import taken_note_ids
from afterview.store.session import Database
from keeping import NOW
from postgres import Cluster


def kept(database: Database) -> str:
    return interviews.create_interview(database, "alice", people.interview())


def contact_of(database: Database, interview: str, person: str) -> str:
    with database.read("alice") as unit:
        row = store.participant_row(unit, interview, person)
        assert row
        return row.contact_id


def reminders(database: Database, made: str) -> list[object]:
    with database.read("alice") as unit:
        return [step.due_on for step in steps.load_case(unit, made).plan.steps if step.key.startswith("follow-up")]


def test_what_is_had_back_is_as_it_was(database: Database) -> None:
    made = kept(database)
    with database.read("alice") as unit:
        before = store.load_interview(unit, made)
        note = min(taken_note_ids(unit, made))
    undoing: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "note": (
            lambda: delete_note(database, "alice", made, note, None),
            lambda: undo.restore_note(database, "alice", made, note),
        ),
        "event": (
            lambda: delete_event(database, "alice", made, "thanked", None),
            lambda: undo.restore_event(database, "alice", made, "thanked"),
        ),
        "round": (
            lambda: interviews.delete_round(database, "alice", made, "onsite", None),
            lambda: undo.restore_round(database, "alice", made, "onsite"),
        ),
        "participant": (
            lambda: interviews.delete_participant(database, "alice", made, "lee", None),
            lambda: undo.restore_participant(database, "alice", made, "lee"),
        ),
        "interview": (
            lambda: interviews.delete_interview(database, "alice", made, None),
            lambda: undo.restore_interview(database, "alice", made),
        ),
    }
    for what, (delete, restore) in undoing.items():
        with pytest.raises(NotFound):
            restore()
        delete()
        restore()
        with database.read("alice") as unit:
            assert store.load_interview(unit, made) == before, what


def test_nobody_undoes_anothers_delete(database: Database) -> None:
    made = kept(database)
    interviews.delete_interview(database, "alice", made, None)
    with pytest.raises(NotFound):
        undo.restore_interview(database, "bob", made)
    with pytest.raises(NotFound):
        erasing.erase_interview(database, "bob", made, None)


def test_after_thirty_days_a_delete_stays(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    made = contacts.create_contact(database, "alice", {"name": "Lee", "email": ""})
    contacts.delete_contact(database, "alice", made, None)
    monkeypatch.setattr(database, "now", lambda: NOW + timedelta(days=30))
    undo.restore_contact(database, "alice", made)
    contacts.delete_contact(database, "alice", made, None)
    monkeypatch.setattr(database, "now", lambda: NOW + timedelta(days=60, seconds=1))
    with pytest.raises(NotFound):
        undo.restore_contact(database, "alice", made)


def test_who_comes_back_takes_nobodys_address(database: Database) -> None:
    fields = {"name": "Lee", "email": "lee@acme.example"}
    made = contacts.create_contact(database, "alice", fields)
    contacts.delete_contact(database, "alice", made, None)
    contacts.create_contact(database, "alice", fields)
    with pytest.raises(ContactKnown):
        undo.restore_contact(database, "alice", made)


def test_an_interview_brings_its_people_back_into_the_address_book(database: Database) -> None:
    made = kept(database)
    sam = contact_of(database, made, "sam")
    interviews.delete_interview(database, "alice", made, None)
    contacts.delete_contact(database, "alice", sam, None)
    undo.restore_interview(database, "alice", made)
    with database.read("alice") as unit:
        assert contact_store.contact_row_of(unit, sam).name == "Sam Okafor"


TRACES = ("Okafor", "sam@acme", "sailing boats", "error budgets", "sailing over", "told Sam", "Sam said", "about Sam")


Own = tuple[Database, Callable[[], str]]


@pytest.fixture
def own(database_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Own]:
    """A database for this test alone, and everything that is in it as one text."""
    if database_kind == "sqlite":
        path = tmp_path / "x.db"
        migrate(f"sqlite:///{path}")
        database = Database(f"sqlite:///{path}", lambda: NOW)

        def everything() -> str:
            return "".join(one.read_bytes().decode("latin-1") for one in sorted(tmp_path.glob("x.db*")))
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        database = request.getfixturevalue("database")

        def everything() -> str:
            return cluster.run("pg_dump", "-U", "afterview", "-h", str(cluster.folder), "postgres")

    yield database, everything
    if database_kind == "sqlite":
        database.close()


def filled(database: Database) -> str:
    """Acme, with texts to Sam, about Sam, and with Sam's name in texts to others."""
    made = kept(database)
    for key in ("onsite.personal.sam", "onsite.group", "onsite.hiring-manager"):
        steps.save_draft(database, "alice", made, key, None, Text("Thanks", "about Sam Okafor and sailing over"), None)
    summary = {
        "id": "said",
        "kind": "reply",
        "at": "2026-03-12",
        "participant": "sam",
        "summary": "Sam said sailing over",
    }
    told = {
        "id": "told",
        "kind": "reply",
        "at": "2026-03-12",
        "participant": "priya",
        "summary": "Priya told Sam Okafor",
    }
    for event in (summary, told):
        add_event(database, "alice", made, to_value(Event, event))
    dana = people.interview(participants=[people.DANA], rounds=[], events=[]).participants[0].notes[0]
    notes.add_note(database, "alice", made, "dana", to_value(type(dana), {"text": "asks about Sam"}))
    return made


def test_an_erased_person_leaves_no_trace_but_the_id(own: Own) -> None:
    database, everything = own
    made = filled(database)
    assert all(trace in everything() for trace in TRACES if trace != "sailing over")
    before = reminders(database, made)
    erasing.erase_contact(database, "alice", contact_of(database, made, "sam"), None)
    left = everything()
    assert not [trace for trace in TRACES if trace in left]
    assert "Whitcombe" in left
    assert "freeze" in left, "notes about others stay"
    assert reminders(database, made) == before


def test_an_erased_interview_leaves_no_trace(own: Own) -> None:
    database, everything = own
    made = filled(database)
    interviews.delete_interview(database, "alice", made, None)
    erasing.erase_interview(database, "alice", made, None)
    left = everything()
    assert not [trace for trace in (made, "Staff Engineer", "freeze", "On-site", "told Sam") if trace in left]
    assert "Okafor" in left, "the people stay in the address book"
    with pytest.raises(NotFound):
        undo.restore_interview(database, "alice", made)


def test_who_was_erased_stays_erased(database: Database) -> None:
    made = kept(database)
    sam = contact_of(database, made, "sam")
    erasing.erase_contact(database, "alice", sam, None)
    with pytest.raises(NotFound):
        undo.restore_contact(database, "alice", sam)
    with pytest.raises(NotFound):
        erasing.erase_contact(database, "alice", sam, None)
    interviews.delete_interview(database, "alice", made, None)
    undo.restore_interview(database, "alice", made)
    with database.read("alice") as unit:
        assert "Sam Okafor" not in str(store.load_interview(unit, made))
        assert store.participant_row(unit, made, "sam")


def test_the_search_forgets_too(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    migrate(url)
    database = Database(url, lambda: NOW)
    made = contacts.create_contact(database, "alice", {"name": "Wilhelmina", "email": ""})
    erasing.erase_contact(database, "alice", made, None)
    database.close()
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        pages = connection.execute("SELECT block FROM contact_words_data").fetchall()
    assert not [page for (page,) in pages if b"wilhel" in page]
