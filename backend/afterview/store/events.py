"""Events one by one: each has a version of its own. A deleted one keeps its id, which steps may be named after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from afterview.domain.documents import to_value
from afterview.domain.errors import NotFound
from afterview.domain.events import Event
from afterview.store.tables import (
    EventRow,
    Ready,
    Unit,
    can_come_back,
    columns,
    event_row,
    fill_event,
    json_list,
    json_merged,
    json_object,
    living,
    next_position,
    standing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

event = columns(EventRow)
_EVENT: Final = json_merged(
    json_object(**{name: event[name] for name in ("id", "kind", "at", "version", "created_at", "updated_at")}),
    event.data,
)
_MINE: Final = (event.owner_id == bindparam("owner")) & (event.interview_id == bindparam("interview"))
_ONE: Final = Ready(select(_EVENT, event.version).where(_MINE, event.id == bindparam("asked"), event.deleted_at == ""))
_IN_ORDER: Final = select(_EVENT).where(_MINE).order_by(event.position, event.id)
_ALL: Final = {
    deleted: Ready(select(json_list(_IN_ORDER.where(standing(event.deleted_at, deleted=deleted)))))
    for deleted in (False, True)
}


def event_row_of(unit: Unit, interview_id: str, event_id: str) -> EventRow:
    """The row of a living event; ``NotFound`` without it."""
    row = unit.session.get(EventRow, (unit.owner, interview_id, event_id))
    if row is None or row.deleted_at:
        raise _no_event(event_id)
    return row


def taken_event_ids(unit: Unit, interview_id: str) -> set[str]:
    """Every id that an event of the interview has or had."""
    mine = (event.owner_id == unit.owner) & (event.interview_id == interview_id)
    return set(unit.session.scalars(select(event.id).where(mine)))


def events_of_step(unit: Unit, interview_id: str, key: str) -> Iterator[EventRow]:
    """The living events that say the step of that key was done."""
    for row in living(unit, EventRow, interview_id):
        if row.data.get("step") == key:
            yield row


def event_value(row: EventRow) -> Event:
    """The row as a domain value."""
    return to_value(Event, {**row.data, "id": row.id, "kind": row.kind, "at": row.at})


def add_event(unit: Unit, interview_id: str, value: Event) -> None:
    """Keep a new event, which has its id."""
    unit.session.add(event_row(unit, interview_id, value, next_position(unit, EventRow, interview_id)))
    unit.session.flush()


def save_event(unit: Unit, row: EventRow, value: Event) -> None:
    """Change an event."""
    fill_event(row, value)
    row.version, row.updated_at = row.version + 1, unit.stamp
    unit.session.flush()


def remove_event(unit: Unit, row: EventRow) -> None:
    """Take the event away."""
    row.deleted_at, row.version = unit.stamp, row.version + 1
    unit.session.flush()


def restore_event(unit: Unit, interview_id: str, event_id: str) -> None:
    """Have an event back; ``NotFound`` for what was not deleted, or too long ago."""
    row = unit.session.get(EventRow, (unit.owner, interview_id, event_id))
    if row is None or not can_come_back(unit, row):
        raise _no_event(event_id)
    row.deleted_at, row.version, row.updated_at = "", row.version + 1, unit.stamp
    unit.session.flush()


def read_event(unit: Unit, interview_id: str, event_id: str) -> tuple[str, str]:
    """One event as JSON, and its version."""
    for text, version in _ONE.rows(unit, interview=interview_id, asked=event_id):
        return text, str(version)
    raise _no_event(event_id)


def read_events(unit: Unit, interview_id: str, *, deleted: bool = False) -> str:
    """Every event of the interview: at most 1,000, so one page."""
    ((text,),) = _ALL[deleted].rows(unit, interview=interview_id)
    return f'{{"items":{text},"next":null}}'


def _no_event(event_id: str) -> NotFound:
    return NotFound(f'The interview has no event "{event_id}": its events are listed at …/events.')
