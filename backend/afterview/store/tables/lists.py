"""Rows of a list inside an interview."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from afterview.domain.documents import stamp
from afterview.store.tables.rows import columns

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from afterview.store.tables.rows import Row
    from afterview.store.tables.unit import Unit

UNDO: Final = timedelta(days=30)
"""So long a delete can be undone."""


def since(unit: Unit) -> str:
    """The instant of the oldest delete that can be undone."""
    return stamp(unit.now - UNDO)


def standing(deleted_at: ColumnElement[str], *, deleted: bool = False) -> ColumnElement[bool]:
    """Whether a thing is there; with ``deleted`` whether it is not, but could be had back (see ``Ready``)."""
    return deleted_at >= bindparam("since") if deleted else deleted_at == ""


def can_come_back(unit: Unit, row: Any) -> bool:  # noqa: ANN401 - a row with deleted_at
    """Whether the row was deleted in the last thirty days."""
    return bool(row and row.deleted_at and row.deleted_at >= since(unit))


def living(unit: Unit, row: type[Row], interview_id: str) -> list[Any]:
    """The rows of a table that belong to the interview and weren't deleted."""
    column = columns(row)
    mine = (column.owner_id == unit.owner) & (column.interview_id == interview_id) & (column.deleted_at == "")
    return list(unit.session.scalars(select(row).where(mine).order_by(column.position, column.id)))


def next_position(unit: Unit, row: type[Row], interview_id: str) -> int:
    """The place after the last of a list, removed ones included."""
    column = columns(row)
    mine = (column.owner_id == unit.owner) & (column.interview_id == interview_id)
    return (unit.session.scalar(select(func.max(column.position)).where(mine)) or 0) + 1
