"""The address book."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, exists, func, select, update
from sqlalchemy.orm import aliased

from afterview.domain.errors import ContactKnown, NotFound
from afterview.store.tables import (
    CONTACT_FIELDS,
    ERASED,
    ContactRow,
    InterviewRow,
    ParticipantRow,
    Ready,
    Unit,
    can_come_back,
    columns,
    contact_at,
    fill_contact,
    folded,
    json_list,
    json_object,
    matching,
    new_id,
    page_of,
    questions,
    standing,
    times,
)

if TYPE_CHECKING:
    from sqlalchemy import Select

    from afterview.store.tables import Page

contact, participant, interview = columns(ContactRow), columns(ParticipantRow), columns(InterviewRow)
OWN_FIELDS: Final = (*CONTACT_FIELDS, "title", "company")
"""What a contact's document says."""

_CONTACT: Final = json_object(
    id=contact.id,
    **{name: contact[name] for name in OWN_FIELDS},
    version=contact.version,
    created_at=contact.created_at,
    updated_at=contact.updated_at,
)
_CONTACTS: Final = select(_CONTACT).where(contact.owner_id == bindparam("owner"), contact.name != ERASED)
_ONE: Final = Ready(
    select(_CONTACT, contact.version).where(
        contact.owner_id == bindparam("owner"), contact.id == bindparam("asked"), contact.deleted_at == ""
    )
)
other: Any = aliased(ContactRow)
_SAME_NAME: Final = (
    select(_CONTACT)
    .where(contact.owner_id == bindparam("owner"), contact.name_key == other.name_key, contact.deleted_at == "")
    .order_by(contact.id)
    .correlate(other)
)
_SAME_NAMES: Final = (
    select(json_object(name=func.min(other.name), contacts=json_list(_SAME_NAME)))
    .where(other.owner_id == bindparam("owner"), other.deleted_at == "", other.name != ERASED)
    .group_by(other.name_key)
    .having(func.count() > 1)
)
_ALL: Final = Ready(_CONTACTS.where(contact.deleted_at == "").order_by(contact.name_key, contact.id))
_SORTS: Final = {"name": contact.name_key, "updated_at": contact.updated_at}
SORTS: Final = tuple(_SORTS)


def contact_row_of(unit: Unit, contact_id: str) -> ContactRow:
    """The row of a living contact; ``NotFound`` without it."""
    row = any_contact_row(unit, contact_id)
    if row.deleted_at:
        raise _no_contact(contact_id)
    return row


def any_contact_row(unit: Unit, contact_id: str) -> ContactRow:
    """The row of a contact, deleted or not, but not erased."""
    row = unit.session.get(ContactRow, (unit.owner, contact_id))
    if row is None or row.name == ERASED:
        raise _no_contact(contact_id)
    return row


def add_contact(unit: Unit, fields: dict[str, Any]) -> str:
    """Keep a new contact and give its id. ``fields``: those of ``OWN_FIELDS``. ``ContactKnown`` for a known address."""
    _check_address(unit, fields["email"])
    row = ContactRow(owner_id=unit.owner, id=new_id(), name="", name_key="", **times(unit))
    fill_contact(row, fields)
    unit.session.add(row)
    unit.session.flush()
    return row.id


def save_contact(unit: Unit, row: ContactRow, fields: dict[str, Any]) -> None:
    """Change a contact; ``ContactKnown`` for the address of another."""
    if folded(fields["email"]) != row.email_key:
        _check_address(unit, fields["email"])
    fill_contact(row, fields)
    row.version, row.updated_at = row.version + 1, unit.stamp
    unit.session.flush()


def remove_contact(unit: Unit, row: ContactRow) -> None:
    """Take the contact out of the address book."""
    row.deleted_at, row.version = unit.stamp, row.version + 1
    unit.session.flush()


def restore_contact(unit: Unit, contact_id: str) -> None:
    """Have a contact back; ``NotFound`` without one to have back, ``ContactKnown`` for an address taken since."""
    row = unit.session.get(ContactRow, (unit.owner, contact_id))
    if row is None or not can_come_back(unit, row) or row.name == ERASED:
        raise _no_contact(contact_id)
    _check_address(unit, row.email)
    row.deleted_at, row.version, row.updated_at = "", row.version + 1, unit.stamp
    unit.session.flush()


def are_in_one_interview(unit: Unit, one: str, other: str) -> bool:
    """Whether ``other`` takes part in an interview in which ``one`` is or was."""
    there = _parts(unit, one).with_only_columns(participant.interview_id)
    both = _parts(unit, other).where(participant.deleted_at == "", participant.interview_id.in_(there))
    return bool(unit.session.scalar(select(exists(both))))


def take_over(unit: Unit, row: ContactRow, other: ContactRow) -> None:
    """Let ``row`` be in the interviews of ``other``, and know what only that one knew; ``other`` is taken out."""
    there = _parts(unit, row.id).with_only_columns(participant.interview_id)
    theirs = (participant.owner_id == unit.owner) & (participant.contact_id == other.id)
    moved = update(ParticipantRow).where(theirs, participant.interview_id.not_in(there)).values(contact_id=row.id)
    unit.session.execute(moved, execution_options={"synchronize_session": False})
    remove_contact(unit, other)
    save_contact(unit, row, {name: getattr(row, name) or getattr(other, name) for name in OWN_FIELDS})


def _parts(unit: Unit, contact_id: str) -> Select[Any]:
    return select(participant.id).where(participant.owner_id == unit.owner, participant.contact_id == contact_id)


def is_in_use(unit: Unit, contact_id: str) -> bool:
    """Whether the contact takes part in a living interview."""
    same = (interview.owner_id == participant.owner_id) & (interview.id == participant.interview_id)
    uses = (
        select(participant.id)
        .join(InterviewRow, same)
        .where(
            participant.owner_id == unit.owner,
            participant.contact_id == contact_id,
            participant.deleted_at == "",
            interview.deleted_at == "",
        )
    )
    return bool(unit.session.scalar(select(exists(uses))))


def read_contact(unit: Unit, contact_id: str) -> tuple[str, str]:
    """One contact as JSON, and the version."""
    for text, version in _ONE.rows(unit, asked=contact_id):
        return text, str(version)
    raise _no_contact(contact_id)


def read_contacts(unit: Unit, page: Page) -> tuple[str, str | None]:
    """A page of the address book: ``{"items": [...], "next": ...}``, and the next cursor."""
    asked = questions(unit, page.q or "")
    mine = _having(unit.connection.dialect.name, tuple(asked), page.deleted)
    return page_of(unit, mine, _SORTS, contact.id, page, **asked)


@cache
def _having(dialect: str, words: tuple[str, ...], deleted: bool) -> Select[Any]:  # noqa: FBT001 - a cache's arguments
    mine = _CONTACTS.where(standing(contact.deleted_at, deleted=deleted))
    return mine.where(*(contact.id.in_(matching(dialect, ContactRow, word)) for word in words))


def read_duplicates(unit: Unit, page: Page) -> tuple[str, str | None]:
    """A page of the names that several people in the address book have, with those people, and the next cursor."""
    return page_of(unit, _SAME_NAMES, {"name": other.name_key}, other.name_key, page)


def read_all_contacts(unit: Unit) -> str:
    """The whole address book as a JSON array."""
    return f"[{','.join(text for (text,) in _ALL.rows(unit))}]"


def _check_address(unit: Unit, address: str) -> None:
    known = contact_at(unit, address)
    if known:
        raise ContactKnown(known.name, known.id)


def _no_contact(contact_id: str) -> NotFound:
    return NotFound(f'There is no contact "{contact_id}": the list at /api/v1/contacts has those that there are.')
