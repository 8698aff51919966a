"""Interviews as JSON texts, made by the database in one statement each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, null, select, tuple_, union

from afterview.domain.errors import NotFound
from afterview.store.tables import (
    CONTACT_FIELDS,
    ContactRow,
    EventRow,
    InterviewRow,
    NoteRow,
    ParticipantRow,
    Ready,
    RoundRow,
    Unit,
    columns,
    json_list,
    json_merged,
    json_object,
    matching,
    page_of,
    questions,
    standing,
)

if TYPE_CHECKING:
    from afterview.store.tables import Page

interview, participant, contact = columns(InterviewRow), columns(ParticipantRow), columns(ContactRow)
sitting, note, event = columns(RoundRow), columns(NoteRow), columns(EventRow)

_ROUND: Final = {
    name: sitting[name] for name in ("id", "title", "starts_at", "ends_at", "timezone", "location", "participants")
}
_NOTE: Final = {
    name: note[name] for name in ("id", "channel", "text", "follow_up", "sensitive", "round", "at", "version")
}
_OWNER: Final[ColumnElement[str]] = bindparam("owner")
_HEAD: Final = {
    name: interview[name]
    for name in ("id", "version", "created_at", "updated_at", "role", "company", "language", "still_open")
}
_LINKS: Final = json_object(plan="/api/v1/interviews/" + interview.id + "/plan")
_OWN: Final = {name: interview[name] for name in ("requirements", "compensation", "bookmarks")}


def _of_interview(rows: Select[Any], column: Any, *joined: Any) -> Select[Any]:  # noqa: ANN401 - SQLAlchemy's columns
    """The living rows of the interview that the statement around this one is about, in their order."""
    return _all_of(rows, column, *joined).where(column.deleted_at == "")


def _all_of(rows: Select[Any], column: Any, *joined: Any) -> Select[Any]:  # noqa: ANN401 - as above
    """The same with those that were deleted."""
    return (
        rows.where(column.owner_id == interview.owner_id, column.interview_id == interview.id)
        .order_by(column.position, column.id)
        .correlate(InterviewRow, *joined)
    )


_NOTES: Final = _of_interview(select(json_object(**_NOTE)), note, ParticipantRow).where(
    note.participant == participant.id
)
_PERSON: Final = {
    "id": participant.id,
    "part": participant.part,
    "title": participant.title,
    **{name: contact[name] for name in CONTACT_FIELDS},
    "notes": json_list(_NOTES),
    "links": json_object(contact="/api/v1/contacts/" + participant.contact_id),
}
_EVENT: Final = json_merged(json_object(id=event.id, kind=event.kind, at=event.at, version=event.version), event.data)


def _people(members: dict[str, Any]) -> Select[Any]:
    mine = (contact.owner_id == participant.owner_id) & (contact.id == participant.contact_id)
    return _all_of(select(json_object(**members)).select_from(ParticipantRow).join(ContactRow, mine), participant)


_ALL_PEOPLE: Final = _people(_PERSON)
_PEOPLE: Final = _ALL_PEOPLE.where(participant.deleted_at == "")
_ALL_ROUNDS: Final = _all_of(select(json_object(**_ROUND)), sitting)
_ROUNDS: Final = _ALL_ROUNDS.where(sitting.deleted_at == "")
_EVENTS: Final = _of_interview(select(_EVENT), event)

_WHOLE: Final = json_object(
    **_HEAD, **_OWN, participants=json_list(_PEOPLE), rounds=json_list(_ROUNDS), events=json_list(_EVENTS), links=_LINKS
)
_ITEM: Final = json_object(
    **_HEAD,
    starts_at=interview.starts_at,
    participants=json_list(
        _people({name: _PERSON[name] for name in ("id", "name", "title", "email", "part")}).where(
            participant.deleted_at == ""
        )
    ),
    rounds=json_list(_ROUNDS),
    links=_LINKS,
)


def _by_id(what: Any) -> Ready:  # noqa: ANN401 - an expression
    mine = (interview.owner_id == _OWNER) & (interview.id == bindparam("asked"))
    return Ready(select(what, interview.version, interview.touched).where(mine, interview.deleted_at == ""))


def _single(rows: Select[Any]) -> Ready:
    return _by_id(rows.order_by(None).scalar_subquery())


def _list(rows: Select[Any], deleted_at: Any) -> dict[bool, Ready]:  # noqa: ANN401 - a column
    """What is there, and what could be had back."""
    found = {deleted: rows.where(standing(deleted_at, deleted=deleted)) for deleted in (False, True)}
    return {deleted: _by_id(json_object(items=json_list(some), next=null())) for deleted, some in found.items()}


_ONE: Final = _by_id(_WHOLE)
_ALL: Final = Ready(
    select(_WHOLE)
    .where(interview.owner_id == _OWNER, interview.deleted_at == "")
    .order_by(interview.created_at, interview.id)
)
_VERSION: Final = _by_id(interview.id)
_ONE_PERSON: Final = _single(_PEOPLE.where(participant.id == bindparam("inner")))
_ONE_ROUND: Final = _single(_ROUNDS.where(sitting.id == bindparam("inner")))
_EVERYBODY: Final = _list(_ALL_PEOPLE, participant.deleted_at)
_EVERY_ROUND: Final = _list(_ALL_ROUNDS, sitting.deleted_at)
_SORTS: Final = {"name": interview.name_key, "updated_at": interview.updated_at, "starts_at": interview.starts_at}
SORTS: Final = tuple(_SORTS)


def read_interview(unit: Unit, interview_id: str) -> tuple[str, str]:
    """The whole document, and the version that its ETag names."""
    return _one(unit, interview_id, _ONE)


def read_all_interviews(unit: Unit) -> str:
    """Every whole document as a JSON array, the oldest first."""
    return f"[{','.join(text for (text,) in _ALL.rows(unit))}]"


def read_version(unit: Unit, interview_id: str) -> str:
    """The version alone: what a 304 costs."""
    return _one(unit, interview_id, _VERSION)[1]


def read_participant(unit: Unit, interview_id: str, participant_id: str) -> tuple[str, str]:
    """One participant, and the version of the interview."""
    return _one(unit, interview_id, _ONE_PERSON, "participant", participant_id)


def read_participants(unit: Unit, interview_id: str, *, deleted: bool = False) -> tuple[str, str]:
    """Every participant as ``{"items": [...], "next": null}``, and the version of the interview."""
    return _one(unit, interview_id, _EVERYBODY[deleted])


def read_rounds(unit: Unit, interview_id: str, *, deleted: bool = False) -> tuple[str, str]:
    """Every round, in the same shape."""
    return _one(unit, interview_id, _EVERY_ROUND[deleted])


def read_round(unit: Unit, interview_id: str, round_id: str) -> tuple[str, str]:
    """One round, and the version of the interview."""
    return _one(unit, interview_id, _ONE_ROUND, "round", round_id)


def read_interviews(unit: Unit, page: Page) -> tuple[str, str | None]:
    """A page of interviews without notes and events: ``{"items": [...], "next": ...}``, and the next cursor."""
    asked = questions(unit, page.q or "")
    mine = _items(unit.connection.dialect.name, tuple(asked), page.deleted)
    return page_of(unit, mine, _SORTS, interview.id, page, **asked)


@cache
def _items(dialect: str, words: tuple[str, ...], deleted: bool) -> Select[Any]:  # noqa: FBT001 - a cache's arguments
    mine = select(_ITEM).where(interview.owner_id == _OWNER, standing(interview.deleted_at, deleted=deleted))
    return mine.where(*(interview.id.in_(_having(dialect, word)) for word in words))


def _having(dialect: str, word: str) -> Any:  # noqa: ANN401 - a subquery
    """The interviews with that word in the company, the role, a living note, or what is known of a participant."""
    person = select(participant.interview_id).where(participant.owner_id == _OWNER, participant.deleted_at == "")
    noted = select(note.interview_id).where(note.owner_id == _OWNER, note.deleted_at == "")
    return union(
        matching(dialect, InterviewRow, word),
        person.where(participant.contact_id.in_(matching(dialect, ContactRow, word))),
        person.where(tuple_(participant.interview_id, participant.id).in_(matching(dialect, ParticipantRow, word))),
        noted.where(tuple_(note.interview_id, note.id).in_(matching(dialect, NoteRow, word))),
    )


def _one(unit: Unit, interview_id: str, what: Ready, kind: str = "interview", inner_id: str = "") -> tuple[str, str]:
    for text, version, touched in what.rows(unit, asked=interview_id, inner=inner_id):
        if text is None:
            raise NotFound(f'The interview has no {kind} "{inner_id}": its document names those that it has.')
        return text, f"{version}.{touched}" if touched else f"{version}"
    raise NotFound(f'There is no interview "{interview_id}": the list at /api/v1/interviews has those that there are.')
