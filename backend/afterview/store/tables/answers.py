"""The row of an answer that may have to be given again."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from afterview.store.tables.rows import Row


class AnswerRow(Row, table=True):
    """What a request with an Idempotency-Key was answered, so that sending it again repeats the answer, not the effect.

    ``body`` null: what it told of was erased.
    """

    __tablename__ = "answer"
    __table_args__: ClassVar = (Index(None, "owner_id", "created_at"),)
    owner_id: str = Field(primary_key=True, foreign_key="owner.id")
    route: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    fingerprint: str
    status: int
    headers: dict[str, str] = Field(sa_column=Column(JSON(none_as_null=True), nullable=False))
    body: str | None
    created_at: str
