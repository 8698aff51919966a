"""A database as it would be after years of many: copies of the example's interview, each with people of its own.

Rows go in by the batch, as no request would write them; the indexes of words follow by their triggers.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

import people
from afterview.domain.ids import with_ids
from afterview.store import interviews
from afterview.store.session import Database
from afterview.store.tables import (
    ContactRow,
    EventRow,
    InterviewRow,
    NoteRow,
    ParticipantRow,
    RoundRow,
    Row,
    columns,
    words_of,
)

Rows = dict[type[Row], list[dict[str, Any]]]
BATCH = 1_000
NAMES = "Ada Bela Chloe Dario Edna Femi Gita Hugo Ines Jonas Kira Lars Mina Nils Orla Pavel Quinn Rosa Sven".split()
FAMILIES = "Abiola Becker Castillo Dvorak Eriksen Farouk Ghosh Haas Ito Jensen Kowalski Lindqvist Moreau Novak".split()
SAID = (ContactRow, InterviewRow, ParticipantRow, RoundRow, NoteRow, EventRow)
"""In the order in which they can be written."""


def seed(database: Database, owner: str, first: int, last: int) -> None:
    """The interviews of these numbers, each with four contacts of its own; every 10,000th person is a Wilhelmina."""
    with database.write(owner) as unit:
        made = interviews.save_new_interview(unit, with_ids(people.interview()))
    with database.write(owner) as unit:
        connection = unit.session.connection()
        example: Rows = {kind: list(rows_of(connection, kind, owner, made)) for kind in SAID[1:]}
        example[ContactRow] = contacts_of(connection, owner, example)
        for start in range(first, last, BATCH):
            batch = [copy(example, number) for number in range(start, min(start + BATCH, last))]
            for kind in SAID:
                connection.execute(table(kind).insert(), [row for rows in batch for row in rows[kind]])


def table(kind: type[Row]) -> Table:
    found = columns(kind).owner_id.table
    assert isinstance(found, Table)
    return found


def rows_of(connection: Connection, kind: type[Row], owner: str, made: str) -> Iterator[dict[str, Any]]:
    column = columns(kind)
    mine = column.id if kind is InterviewRow else column.interview_id
    rows = select(table(kind)).where(column.owner_id == owner, mine == made)
    return (dict(row) for row in connection.execute(rows).mappings())


def contacts_of(connection: Connection, owner: str, example: Rows) -> list[dict[str, Any]]:
    """In the order of the participants."""
    column = columns(ContactRow)
    ids = [row["contact_id"] for row in example[ParticipantRow]]
    found = connection.execute(select(table(ContactRow)).where(column.owner_id == owner, column.id.in_(ids))).mappings()
    return sorted((dict(row) for row in found), key=lambda row: ids.index(row["id"]))


def copy(example: Rows, number: int) -> Rows:
    """The example as the interview of that number."""
    made = f"{number:020x}"
    rows: Rows = {kind: [{**row, "interview_id": made} for row in example[kind]] for kind in SAID[2:]}
    company = f"Company {number:06}"
    (head,) = example[InterviewRow]
    rows[InterviewRow] = [
        {
            **head,
            "id": made,
            "company": {**head["company"], "name": company},
            "name_key": company.casefold(),
            "words": " ".join(words_of(company, head["role"])),
        }
    ]
    rows[ContactRow] = [person(row, 4 * number + place) for place, row in enumerate(example[ContactRow])]
    for participant, contact in zip(rows[ParticipantRow], rows[ContactRow], strict=True):
        participant["contact_id"] = contact["id"]
    return rows


def person(row: dict[str, Any], number: int) -> dict[str, Any]:
    first = "Wilhelmina" if number % 10_000 == 0 else NAMES[number % len(NAMES)]
    name = f"{first} {FAMILIES[number % len(FAMILIES)]} {number}"
    email = f"person{number}@acme.example"
    return {
        **row,
        "id": f"{number:020x}",
        "name": name,
        "name_key": name.casefold(),
        "email": email,
        "email_key": email,
        "words": " ".join(words_of(name, row["title"], row["company"], email)),
    }
