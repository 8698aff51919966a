"""Events: keep, correct, delete. They don't raise the interview's version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from afterview.domain.errors import BadFacts, FieldError
from afterview.domain.ids import NOTHING, event_name, id_from
from afterview.domain.soundness import ahead_faults, check, event_faults
from afterview.domain.versions import Expected, check_version
from afterview.store import events as store
from afterview.store.interviews import load_interview, touch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from afterview.domain.events import Event
    from afterview.store.session import Database

MOST: Final = 1_000


def add_event(database: Database, owner: str, interview_id: str, event: Event) -> str:
    """Keep something that happened and give its id."""
    with database.write(owner) as unit:
        interview = load_interview(unit, interview_id)
        taken = store.taken_event_ids(unit, interview_id)
        made = replace(event, id=event.id or id_from(event_name(event)[0], taken, "event", NOTHING))
        check(event_faults(made, interview), ahead_faults(made, unit.now), _id_faults(made, taken))
        if len(interview.events) >= MOST:
            raise BadFacts((FieldError("", "too-many", f"An interview holds {MOST:,} events at most."),))
        store.add_event(unit, interview_id, made)
        touch(unit, interview_id)
        return made.id


def change_event(
    database: Database,
    owner: str,
    interview_id: str,
    event_id: str,
    expected: Expected,
    change: Callable[[Event], Event],
) -> None:
    """Correct an event."""
    with database.write(owner) as unit:
        interview = load_interview(unit, interview_id)
        row = store.event_row_of(unit, interview_id, event_id)
        check_version(expected, row.version, lambda: store.read_event(unit, interview_id, event_id))
        new = replace(change(store.event_value(row)), id=event_id)
        check(event_faults(new, interview), ahead_faults(new, unit.now))
        store.save_event(unit, row, new)
        touch(unit, interview_id)


def delete_event(database: Database, owner: str, interview_id: str, event_id: str, expected: Expected) -> None:
    """Take an event away: the plan goes on as if it had not happened."""
    with database.write(owner) as unit:
        touch(unit, interview_id)
        row = store.event_row_of(unit, interview_id, event_id)
        check_version(expected, row.version, lambda: store.read_event(unit, interview_id, event_id))
        store.remove_event(unit, row)


def _id_faults(event: Event, taken: set[str]) -> Iterator[FieldError]:
    if event.id in taken:
        yield FieldError(
            "/id", "taken", f'"{event.id}" is or was an event of this interview: give another id, or none.'
        )
