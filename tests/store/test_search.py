"""Search: each word asked for begins a word of what is found, on both databases by the same rule."""

import json

import pytest

import people
from afterview.domain.ids import with_ids
from afterview.store import contacts, interviews, notes
from afterview.store.session import Database
from afterview.store.tables import Page, words_of

CASES = {
    "sam": "Sam Okafor",
    "SAM oka": "Sam Okafor",
    "oka sam": "Sam Okafor",
    "kafor": "",
    "sam dana": "",
    "zoe": "Zoë Ångström-Łęcka",
    "ZOË": "Zoë Ångström-Łęcka",
    "angstrom": "Zoë Ångström-Łęcka",
    "lecka": "Zoë Ångström-Łęcka",
    "Łe": "Zoë Ångström-Łęcka",
    "hauptstrasse": "Jörg Weiß (Hauptstraße)",
    "weiss": "Jörg Weiß (Hauptstraße)",
    "haupt": "Jörg Weiß (Hauptstraße)",
    "田中": "田中 太郎",
    "太": "田中 太郎",
    "मोह": "मोहन",
    "иванов": "Иван ИВАНОВ",
    "o'br": "Brid O'Brien",
    "kestrel": "Brid O'Brien",
    "brid@kestrel.example": "Brid O'Brien",
    "head reliab": "Brid O'Brien",
    '"sam" OR NOT *': "",
    "sam'; --": "Sam Okafor",
    "sam:*": "Sam Okafor",
    "words : sam": "",
    "x" * 200: "",
}
"""What is asked for, and whose name is found."""

CONTACTS = (
    {"name": "Sam Okafor"},
    {"name": "Zoë Ångström-Łęcka"},
    {"name": "Jörg Weiß (Hauptstraße)"},
    {"name": "田中 太郎"},
    {"name": "मोहन"},
    {"name": "Иван ИВАНОВ"},
    {
        "name": "Brid O'Brien",
        "email": "brid@kestrel.example",
        "company": "Kestrel Rail",
        "title": "Head of Reliability",
    },
)


def found(database: Database, q: str, owner: str = "alice") -> list[str]:
    with database.read(owner) as unit:
        return [item["name"] for item in json.loads(contacts.read_contacts(unit, Page("name", q=q))[0])["items"]]


def roles(database: Database, q: str, owner: str = "alice") -> list[str]:
    with database.read(owner) as unit:
        return [item["role"] for item in json.loads(interviews.read_interviews(unit, Page("name", q=q))[0])["items"]]


def test_the_same_is_found_on_both_databases(database: Database) -> None:
    for fields in CONTACTS:
        with database.write("alice") as unit:
            contacts.add_contact(unit, {"email": "", **fields})
    assert {q: ", ".join(found(database, q)) for q in CASES} == CASES
    assert found(database, "sam", "bob") == []
    assert len(found(database, "")) == len(found(database, "-*-")) == len(CONTACTS)


def test_a_contact_is_found_by_what_it_says_now(database: Database) -> None:
    with database.write("alice") as unit:
        made = contacts.add_contact(unit, {"name": "Sam Okafor", "email": ""})
    with database.write("alice") as unit:
        contacts.save_contact(unit, contacts.contact_row_of(unit, made), {"name": "Samira Okafor", "email": ""})
    assert (found(database, "samira"), found(database, "sam"), found(database, "x")) == (["Samira Okafor"],) * 2 + ([],)
    with database.write("alice") as unit:
        contacts.save_contact(unit, contacts.contact_row_of(unit, made), {"name": "Lee", "email": ""})
    assert (found(database, "samira"), found(database, "lee")) == ([], ["Lee"])


@pytest.mark.parametrize(
    ("q", "is_found"),
    {
        "acme": True,
        "staff eng": True,
        "dana": True,
        "director": True,
        "monolith": True,
        "acme monolith okafor recruiter": True,
        "acme nobody": False,
        "initech": False,
    }.items(),
)
def test_an_interview_is_found_by_company_role_people_and_notes(database: Database, q: str, is_found: bool) -> None:
    with database.write("alice") as unit:
        interviews.save_new_interview(unit, with_ids(people.interview()))
        interviews.save_new_interview(unit, with_ids(people.interview(role="x", company={"name": "y"}, **NOBODY)))
    assert roles(database, q) == (["Staff Engineer"] if is_found else [])
    assert roles(database, q, "bob") == []


NOBODY: dict[str, object] = {"participants": [], "rounds": [], "events": []}


def test_what_was_taken_away_finds_nothing(database: Database) -> None:
    with database.write("alice") as unit:
        made = interviews.save_new_interview(unit, with_ids(people.interview()))
        sam = interviews.participant_row(unit, made, "sam")
        assert sam
        interviews.remove_participant(unit, sam)
        taken = notes.taken_note_ids(unit, made)
        for name in taken:
            notes.remove_note(unit, notes.note_row_of(unit, made, name))
    assert taken
    assert roles(database, "okafor") == roles(database, "monolith") == []


def test_words_are_plain_and_each_stands_once() -> None:
    assert words_of("Zoë, ZOE & the Łódź-Weißes", "1st") == ("1st", "lodz", "the", "weisses", "zoe")
