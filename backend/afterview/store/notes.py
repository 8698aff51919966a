"""Notes one by one: each has a version of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from afterview.domain.documents import to_document
from afterview.domain.errors import NotFound
from afterview.store.tables import (
    NoteRow,
    Ready,
    Unit,
    can_come_back,
    columns,
    json_list,
    json_object,
    next_position,
    note_row,
    standing,
)

if TYPE_CHECKING:
    from afterview.domain.facts import Note

note = columns(NoteRow)
_NOTE: Final = json_object(
    **{
        name: note[name]
        for name in ("id", "participant", "channel", "text", "follow_up", "sensitive", "round", "at", "version")
    },
    created_at=note.created_at,
    updated_at=note.updated_at,
)
_MINE: Final = (note.owner_id == bindparam("owner")) & (note.interview_id == bindparam("interview"))
_ONE: Final = Ready(select(_NOTE, note.version).where(_MINE, note.id == bindparam("asked"), note.deleted_at == ""))
_IN_ORDER: Final = select(_NOTE).where(_MINE).order_by(note.position, note.id)
_ALL: Final = {
    deleted: Ready(select(json_list(_IN_ORDER.where(standing(note.deleted_at, deleted=deleted)))))
    for deleted in (False, True)
}


def note_row_of(unit: Unit, interview_id: str, note_id: str) -> NoteRow:
    """The row of a living note; ``NotFound`` without it."""
    row = unit.session.get(NoteRow, (unit.owner, interview_id, note_id))
    if row is None or row.deleted_at:
        raise _no_note(note_id)
    return row


def taken_note_ids(unit: Unit, interview_id: str) -> set[str]:
    """Every id that a note of the interview has or had."""
    mine = (note.owner_id == unit.owner) & (note.interview_id == interview_id)
    return set(unit.session.scalars(select(note.id).where(mine)))


def add_note(unit: Unit, interview_id: str, participant: str, value: Note) -> None:
    """Keep a new note, which has its id."""
    unit.session.add(note_row(unit, interview_id, participant, value, next_position(unit, NoteRow, interview_id)))
    unit.session.flush()


def save_note(unit: Unit, row: NoteRow, participant: str, value: Note) -> None:
    """Change a note."""
    for name, said in to_document(value).items():
        setattr(row, name, said)
    row.participant, row.version, row.updated_at = participant, row.version + 1, unit.stamp
    unit.session.flush()


def remove_note(unit: Unit, row: NoteRow) -> None:
    """Take the note away."""
    row.deleted_at, row.version = unit.stamp, row.version + 1
    unit.session.flush()


def restore_note(unit: Unit, interview_id: str, note_id: str) -> None:
    """Have a note back; ``NotFound`` for what was not deleted, or too long ago."""
    row = unit.session.get(NoteRow, (unit.owner, interview_id, note_id))
    if row is None or not can_come_back(unit, row):
        raise _no_note(note_id)
    row.deleted_at, row.version, row.updated_at = "", row.version + 1, unit.stamp
    unit.session.flush()


def read_note(unit: Unit, interview_id: str, note_id: str) -> tuple[str, str]:
    """One note as JSON, and its version."""
    for text, version in _ONE.rows(unit, interview=interview_id, asked=note_id):
        return text, str(version)
    raise _no_note(note_id)


def read_notes(unit: Unit, interview_id: str, *, deleted: bool = False) -> str:
    """Every note of the interview: at most 1,000, so one page."""
    ((text,),) = _ALL[deleted].rows(unit, interview=interview_id)
    return f'{{"items":{text},"next":null}}'


def _no_note(note_id: str) -> NotFound:
    return NotFound(f'The interview has no note "{note_id}": its notes are listed at …/notes.')
