"""Interviews kept, loaded and read, for two owners."""

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import people
from afterview.domain.errors import BadFacts, NotFound
from afterview.domain.facts import Participant
from afterview.domain.ids import with_ids
from afterview.store import interviews as store
from afterview.store.contacts import read_contacts
from afterview.store.owners import read_revision
from afterview.store.session import Database
from afterview.store.tables import Page, cursor_of


def kept(database: Database, owner: str = "alice", **changes: object) -> str:
    with database.write(owner) as unit:
        return store.save_new_interview(unit, with_ids(people.interview(**changes)))


def test_what_is_loaded_is_what_was_kept(database: Database) -> None:
    made = kept(database)
    with database.read("alice") as unit:
        assert store.load_interview(unit, made) == with_ids(people.interview())


def test_what_is_read_has_the_same_members_as_what_was_posted(database: Database) -> None:
    made = kept(database)
    with database.read("alice") as unit:
        document, tag = store.read_interview(unit, made)
    read = json.loads(document)
    assert tag == "1"
    assert read["company"] == {**read["company"], **people.ACME}
    assert [person["id"] for person in read["participants"]] == ["dana", "priya", "sam", "lee"]
    assert read["participants"][2]["notes"][0]["follow_up"] is True
    assert read["rounds"][0]["starts_at"] == "2026-03-11T14:00:00Z"
    assert read["events"] == [{**people.THANKED, "at": "2026-03-11T21:05:00Z", "version": 1}]


def test_nobody_sees_another_owners_interviews(database: Database) -> None:
    made = kept(database)
    with database.read("bob") as unit:
        assert store.load_interviews(unit) == {}
        assert json.loads(store.read_interviews(unit, Page("name"))[0])["items"] == []
        with pytest.raises(NotFound):
            store.read_interview(unit, made)
    with database.write("bob") as unit, pytest.raises(NotFound):
        store.interview_row(unit, made)


def test_no_row_can_be_linked_across_owners(database: Database) -> None:
    made = kept(database)
    steal = text("UPDATE participant SET owner_id = 'bob' WHERE interview_id = :made")
    with pytest.raises(IntegrityError), database.write("alice") as unit:
        unit.session.execute(steal, {"made": made})


def test_who_has_a_known_address_becomes_that_contact(database: Database) -> None:
    kept(database)
    kept(
        database,
        participants=[people.SAM | {"email": "SAM@Acme.example", "phone": "+1 555 0199"}],
        rounds=[],
        events=[],
    )
    with database.read("alice") as unit:
        items = json.loads(read_contacts(unit, Page("name"))[0])["items"]
    assert [item["name"] for item in items] == ["Dana Whitcombe", "Lee Brandt", "Priya Nair", "Sam Okafor"]
    assert items[3]["phone"] == "+1 555 0199"


def test_one_person_appears_once_in_an_interview(database: Database) -> None:
    twice = [people.DANA, people.LEE | {"email": "dana@acme.example"}]
    with pytest.raises(BadFacts) as caught:
        kept(database, participants=twice, rounds=[], events=[])
    assert [error.pointer for error in caught.value.errors] == ["/participants/1/email"]
    with database.read("alice") as unit:
        assert store.load_interviews(unit) == {}, "nothing of a refused document is kept"


def test_who_was_removed_comes_back_under_the_old_id_in_the_old_rounds_with_the_old_notes(database: Database) -> None:
    made = kept(database)
    with database.write("alice") as unit:
        sam = store.participant_row(unit, made, "sam")
        assert sam
        store.remove_participant(unit, sam)
        assert store.load_interview(unit, made).rounds[0].participants == ("dana", "lee")
    back = Participant("sam-okafor", "Sam Okafor", email="Sam@acme.example")
    with database.write("alice") as unit:
        row = store.interview_row(unit, made)
        assert store.add_participant(unit, row, back, notes=False) == "sam"
        after = store.load_interview(unit, made)
    assert after.rounds[0].participants == ("dana", "lee", "sam")
    assert [len(person.notes) for person in after.participants] == [1, 0, 2, 0]


def test_who_had_no_address_is_known_by_name(database: Database) -> None:
    made = kept(database, participants=[{"id": "lee", "name": "Lee Brandt"}], rounds=[], events=[])
    with database.write("alice") as unit:
        lee = store.participant_row(unit, made, "lee")
        assert lee
        store.remove_participant(unit, lee)
        row = store.interview_row(unit, made)
        assert store.add_participant(unit, row, Participant("new", "lee brandt")) == "lee"
        assert store.add_participant(unit, row, Participant("new", "Lee Other")) == "new"


def test_every_write_raises_the_owners_revision_and_only_theirs(database: Database) -> None:
    def revisions() -> list[int]:
        found = []
        for owner in ("alice", "bob"):
            with database.read(owner) as unit:
                found.append(read_revision(unit)[0])
        return found

    before = revisions()
    kept(database)
    assert revisions() == [before[0] + 1, before[1]]


def test_a_failed_write_leaves_nothing_behind(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write("alice") as unit:
            store.save_new_interview(unit, with_ids(people.interview()))
            raise ZeroDivisionError

    with database.read("alice") as unit:
        before = read_revision(unit)
    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    with database.read("alice") as unit:
        assert store.load_interviews(unit) == {}
        assert read_revision(unit) == before


@pytest.mark.parametrize("sort", ["name", "-name", "starts_at", "-starts_at", "updated_at", "-updated_at"])
def test_pages_hold_everything_once_in_order(database: Database, sort: str) -> None:
    companies = ["Initech", "acme", "Ébène", "Zeta", "acme"]
    for index, name in enumerate(companies):
        onsite = people.ONSITE | {"starts_at": f"2026-03-{11 - index:02}T10:00:00Z", "participants": None}
        kept(database, company={"name": name}, rounds=[onsite] if index else [], events=[])
    seen, cursor = [], None
    while True:
        with database.read("alice") as unit:
            page, cursor = store.read_interviews(unit, Page(sort, 2, cursor))
        items = json.loads(page)["items"]
        seen += items
        assert json.loads(page)["next"] == cursor
        if cursor is None:
            break
    assert len({item["id"] for item in seen}) == len(companies)

    def key(item: dict[str, Any]) -> str:
        name = sort.removeprefix("-")
        return str(item["company"]["name"].casefold() if name == "name" else item[name])

    assert [key(item) for item in seen] == sorted(map(key, seen), reverse=sort.startswith("-"))


def test_a_cursor_of_another_order_or_of_nobody_is_refused(database: Database) -> None:
    kept(database)
    kept(database)
    with database.read("alice") as unit:
        _, cursor = store.read_interviews(unit, Page("name", 1))
        forged = [cursor_of("name", part, "x") for part in ("\0", "\ud800", 1, None)]
        for bad in (Page("updated_at", 1, cursor), *(Page("name", 1, one) for one in ("bm90IGpzb24", "WzFd", *forged))):
            with pytest.raises(BadFacts):
                store.read_interviews(unit, bad)


def test_changing_own_fields_leaves_the_lists(database: Database) -> None:
    made = kept(database)
    with database.write("alice") as unit:
        old = store.load_interview(unit, made)
        store.save_interview(unit, store.interview_row(unit, made), replace(old, role="Principal", still_open=False))
        new = store.load_interview(unit, made)
    assert new == replace(old, role="Principal", still_open=False)
