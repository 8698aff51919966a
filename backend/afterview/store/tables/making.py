"""Rows made from domain values: the one place that knows which field of a value stands in which column."""

from __future__ import annotations

import secrets
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.documents import to_document
from afterview.domain.events import FIELDS
from afterview.store.tables.rows import ContactRow, EventRow, InterviewRow, NoteRow, RoundRow

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.facts import Interview, Note, Participant, Round
    from afterview.store.tables.unit import Unit

CONTACT_FIELDS: Final = (
    "name",
    "given_name",
    "family_name",
    "honorific",
    "email",
    "phone",
    "linkedin",
    "timezone",
    "country",
    "subdivision",
    "language",
    "formality",
    "connected",
)
"""What a participant shows of their contact, and writes through to it."""

ERASED: Final = "(erased)"
"""The name of who was erased: the id stays, so that the clock stays right."""


def new_id() -> str:
    """An opaque id of a stored thing."""
    return secrets.token_hex(10)


def folded(text: str) -> str:
    """A text as addresses and names are compared and sorted: NFC, without case."""
    return unicodedata.normalize("NFC", text).casefold().strip()


def times(unit: Unit) -> dict[str, Any]:
    """When a new row was made."""
    return {"created_at": unit.stamp, "updated_at": unit.stamp}


def contact_row(unit: Unit, person: Participant, company: str) -> ContactRow:
    """A new contact from a participant of an interview with that company."""
    row = ContactRow(
        owner_id=unit.owner, id=new_id(), name="", name_key="", company=company, title=person.title, **times(unit)
    )
    fill_contact(row, {name: to_document(getattr(person, name)) for name in CONTACT_FIELDS})
    return row


def fill_contact(row: ContactRow, fields: dict[str, Any]) -> None:
    """Set the fields, and with them the keys by which the contact is found and sorted."""
    for name, value in fields.items():
        setattr(row, name, value)
    row.name_key, row.email_key = folded(row.name), folded(row.email)


def fill_interview(row: InterviewRow, interview: Interview) -> None:
    """Set the interview's own fields; its lists have rows of their own."""
    document = to_document(interview)
    for name in ("role", "language", "still_open", "company", "requirements", "compensation", "bookmarks"):
        setattr(row, name, document[name])
    row.name_key = folded(interview.company.name)


def fill_round(row: RoundRow, sitting: Round) -> None:
    """Set everything but the id and the place in the list."""
    for name, value in to_document(sitting).items():
        setattr(row, name, value)


def round_row(unit: Unit, interview_id: str, sitting: Round, position: int) -> RoundRow:
    """A new round."""
    row = RoundRow(owner_id=unit.owner, interview_id=interview_id, id=sitting.id, position=position, starts_at="")
    fill_round(row, sitting)
    return row


def note_row(unit: Unit, interview_id: str, participant: str, note: Note, position: int) -> NoteRow:
    """A new note about a participant."""
    return NoteRow(
        owner_id=unit.owner,
        interview_id=interview_id,
        participant=participant,
        position=position,
        **to_document(note),
        **times(unit),
    )


def event_row(unit: Unit, interview_id: str, event: Event, position: int) -> EventRow:
    """A new event."""
    row = EventRow(
        owner_id=unit.owner,
        interview_id=interview_id,
        id=event.id,
        position=position,
        kind="",
        at="",
        data={},
        **times(unit),
    )
    fill_event(row, event)
    return row


def fill_event(row: EventRow, event: Event) -> None:
    """Set the event's fields; ``data`` holds those of its kind that say something."""
    document = to_document(event)
    row.kind, row.at = document["kind"], document["at"]
    fields = sorted(FIELDS[event.kind])
    row.data = {name: document[name] for name in fields if document[name] is not None and document[name] != ""}
