"""Interviews as domain values: what a plan is made from. Many cost as many statements as one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from afterview.domain.documents import to_value
from afterview.domain.errors import NotFound
from afterview.domain.facts import Interview
from afterview.store.tables import (
    CONTACT_FIELDS,
    ContactRow,
    EventRow,
    InterviewRow,
    NoteRow,
    ParticipantRow,
    RoundRow,
    Unit,
    columns,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Select

    from afterview.store.tables import Row

interview, participant, contact = columns(InterviewRow), columns(ParticipantRow), columns(ContactRow)


def load_interview(unit: Unit, interview_id: str) -> Interview:
    """One interview with everything; ``NotFound`` without it."""
    found = load_interviews(unit, [interview_id])
    if interview_id not in found:
        raise NotFound(
            f'There is no interview "{interview_id}": the list at /api/v1/interviews has those that there are.'
        )
    return found[interview_id]


def load_interviews(unit: Unit, ids: Iterable[str] | None = None) -> dict[str, Interview]:
    """The interviews of these ids, or all of them, by id."""
    wanted = None if ids is None else list(ids)
    rows = select(interview).where(interview.owner_id == unit.owner, interview.deleted_at == "")
    heads = unit.session.execute(rows if wanted is None else rows.where(interview.id.in_(wanted))).mappings().all()
    notes = _grouped(unit, _listed(NoteRow, unit, wanted), "interview_id", "participant")
    people = _grouped(unit, _people(unit, wanted), "interview_id")
    rounds = _grouped(unit, _listed(RoundRow, unit, wanted), "interview_id")
    events = _grouped(unit, _listed(EventRow, unit, wanted), "interview_id")
    return {
        head["id"]: to_value(
            Interview,
            {
                **head,
                "participants": [
                    {**person, "notes": notes[head["id"], person["id"]]} for person in people[head["id"],]
                ],
                "rounds": rounds[head["id"],],
                "events": [{**event["data"], **event} for event in events[head["id"],]],
            },
        )
        for head in heads
    }


def load_matters(unit: Unit, but: str) -> tuple[tuple[str, str], ...]:
    """Company and role of every other interview."""
    rows = select(interview.company, interview.role).where(interview.owner_id == unit.owner, interview.deleted_at == "")
    found = unit.session.execute(rows.where(interview.id != but))
    return tuple((company["name"], role) for company, role in found)


def _listed(row: type[Row], unit: Unit, wanted: list[str] | None) -> Select[Any]:
    column = columns(row)
    rows = (
        select(column)
        .where(column.owner_id == unit.owner, column.deleted_at == "")
        .order_by(column.position, column.id)
    )
    return rows if wanted is None else rows.where(column.interview_id.in_(wanted))


def _people(unit: Unit, wanted: list[str] | None) -> Select[Any]:
    return (
        _listed(ParticipantRow, unit, wanted)
        .join(ContactRow, (contact.owner_id == participant.owner_id) & (contact.id == participant.contact_id))
        .add_columns(*(contact[name] for name in CONTACT_FIELDS))
    )


def _grouped(unit: Unit, rows: Select[Any], *by: str) -> defaultdict[tuple[str, ...], list[dict[str, Any]]]:
    groups: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in unit.session.execute(rows).mappings():
        groups[tuple(row[name] for name in by)].append(dict(row))
    return groups
