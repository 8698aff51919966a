"""Rows of a list inside an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from afterview.store.tables.rows import columns

if TYPE_CHECKING:
    from afterview.store.tables.rows import Row
    from afterview.store.tables.unit import Unit


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
