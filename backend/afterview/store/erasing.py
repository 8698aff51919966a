"""Erasing for good: a person, or an interview, with every trace of them in the owner's things.

Of a person the ids stay, so that the clock of every interview stays right. What belongs to them goes: addresses, notes,
texts written to them. Texts to others stay, without their name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import JSON, Select, String, cast, delete, inspect, or_, select, text, true
from sqlmodel import AutoString

from afterview.domain.keys import parse_key
from afterview.store.tables import (
    CONTACT_FIELDS,
    ERASED,
    SEARCHED,
    ContactRow,
    DecisionRow,
    DraftRow,
    EventRow,
    InterviewRow,
    NoteRow,
    ParticipantRow,
    Row,
    Unit,
    columns,
    fill_contact,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement

contact, participant, interview = columns(ContactRow), columns(ParticipantRow), columns(InterviewRow)
_NAMELESS: Final = frozenset(
    {"part", "kind", "at", "channel", "how", "words", "rounds", "participants", "participant", "round", "step", "to"}
    | {"cc", "told_by", "pitch", "name_key", "starts_at", "ends_at", "timezone", "moved_to", "check", "id", "document"}
)
"""Columns and members that hold no text of a person's: ids, days, keys, words of our own."""
_TOLD: Final = ("subject", "body", "summary", "progress", "req_status", "competition", "why", "reason", "address")
"""What an event says of whom it is about."""
_SHORTEST: Final = 3
"""Letters of a name that can be told from other words."""


def erase_interview(unit: Unit, interview_id: str) -> None:
    """Erase an interview; what is part of it goes with it, by its foreign keys."""
    mine = (interview.owner_id == unit.owner) & (interview.id == interview_id)
    unit.session.execute(delete(InterviewRow).where(mine))
    _forget_words(unit)


def erase_contact(unit: Unit, row: ContactRow) -> None:
    """Erase a person from the address book and from every interview, living or not."""
    everywhere, nearby = _names_of(row)
    theirs = select(ParticipantRow).where(participant.owner_id == unit.owner, participant.contact_id == row.id)
    people = list(unit.session.scalars(theirs))
    for person in people:
        _erase_participant(unit, person)
    blank = {name: False if name == "connected" else None if name == "formality" else "" for name in CONTACT_FIELDS}
    fill_contact(row, {**blank, "name": ERASED, "title": "", "company": ""})
    row.deleted_at, row.version, row.updated_at = unit.stamp, row.version + 1, unit.stamp
    unit.session.flush()
    for kind in _with_texts():
        _unname(unit, kind, everywhere)
        for person in people:
            _unname(unit, kind, nearby, person.interview_id)
    _forget_words(unit)


def _erase_participant(unit: Unit, person: ParticipantRow) -> None:
    person.title = ""
    for note in _rows(unit, NoteRow, person.interview_id):
        if note.participant == person.id:
            unit.session.delete(note)
    for event in _rows(unit, EventRow, person.interview_id):
        if _is_about(event, person.id):
            event.data = {name: said for name, said in event.data.items() if name not in _TOLD}
    for draft in _rows(unit, DraftRow, person.interview_id):
        if _is_to(draft.key, person.id):
            unit.session.delete(draft)
    for decision in _rows(unit, DecisionRow, person.interview_id):
        if _is_to(decision.key, person.id):
            decision.edit, decision.edit_version, decision.approved, decision.ready = None, 0, None, False
            decision.skipped, decision.overrides = "" if decision.skipped is not None else None, []
    unit.session.flush()


def _is_about(event: EventRow, person: str) -> bool:
    named = {event.data.get("participant"), *event.data.get("to", ()), *event.data.get("cc", ())} - {None}
    return person in named or (not named and _is_to(event.data.get("step", ""), person))


def _is_to(key: str, person: str) -> bool:
    """Whether the text of that step is or may be the person's; one that names nobody may be anybody's."""
    parsed = parse_key(key)
    return parsed is None or parsed.participant in {None, person}


@dataclass(frozen=True, slots=True)
class _Names:
    """Names to be taken out of texts. Parts of a name count as they are written, so that no other word goes."""

    names: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, names: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> _Names | None:
        told = tuple(sorted({name for name in names if len(name) >= _SHORTEST}, key=len, reverse=True))
        return cls(told, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, told))})(?!\w)", flags)) if told else None

    def may_be_in(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """What the database can tell beforehand, without reading all: nothing of letters that JSON may escape."""
        plain = all(name.isascii() for name in self.names)
        return or_(*(cast(column, String).icontains(name, autoescape=True) for name in self.names)) if plain else true()


def _names_of(row: ContactRow) -> tuple[_Names | None, _Names | None]:
    """What is theirs alone, to be taken out of everything; and parts of the name, for where they took part."""
    alone = (row.name, f"{row.given_name} {row.family_name}".strip(), row.email, row.phone, row.linkedin)
    return _Names.of(alone, re.IGNORECASE), _Names.of((row.given_name, row.family_name, *row.name.split()))


def _with_texts() -> Iterator[type[Row]]:
    """Every kind of row that may hold texts of the user's, those of tables to come included."""
    for mapper in inspect(ContactRow).registry.mappers:
        if _text_columns(mapper.class_):
            yield mapper.class_


def _text_columns(kind: type[Row]) -> list[str]:
    return [
        column.name
        for column in columns(kind)
        if isinstance(column.type, (String, AutoString, JSON))
        and column.name not in _NAMELESS
        and not column.primary_key
        and not column.name.endswith(("_at", "_id", "_hash"))
    ]


def _unname(unit: Unit, kind: type[Row], names: _Names | None, interview_id: str = "") -> None:
    """Take the names out of the texts of these rows."""
    if names is None or (interview_id and kind is not InterviewRow and "interview_id" not in columns(kind)):
        return
    fields = _text_columns(kind)
    maybe = or_(*(names.may_be_in(columns(kind)[field]) for field in fields))
    for row in unit.session.scalars(_of(unit, kind, interview_id).where(maybe)).all():
        for field in fields:
            before = getattr(row, field)
            after = _without(before, names.pattern)
            if after != before:
                setattr(row, field, after)
    unit.session.flush()


def _without(said: Any, names: re.Pattern[str]) -> Any:  # noqa: ANN401 - JSON
    if isinstance(said, str):
        return names.sub(ERASED, said)
    if isinstance(said, list):
        return [_without(item, names) for item in said]
    if isinstance(said, dict):
        return {name: item if name in _NAMELESS else _without(item, names) for name, item in said.items()}
    return said


def _rows(unit: Unit, kind: type[Row], interview_id: str) -> list[Any]:
    return list(unit.session.scalars(_of(unit, kind, interview_id)))


def _of(unit: Unit, kind: type[Row], interview_id: str) -> Select[Any]:
    column = columns(kind)
    rows = select(kind).where((column.id if kind.__tablename__ == "owner" else column.owner_id) == unit.owner)
    if not interview_id:
        return rows
    return rows.where((column.id if kind is InterviewRow else column.interview_id) == interview_id)


def _forget_words(unit: Unit) -> None:
    """FTS5 keeps what was deleted until it merges; the other kind of index doesn't."""
    if unit.connection.dialect.name == "sqlite":
        for table in SEARCHED:
            unit.session.execute(text(f"INSERT INTO {table}_words ({table}_words) VALUES ('optimize')"))  # noqa: S608 - ours
