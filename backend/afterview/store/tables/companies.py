"""The row of a company."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from afterview.store.tables.rows import Row, ordered


class CompanyRow(Row, table=True):
    """What is known of a company beside any interview. ``name_key`` is what finds and sorts it."""

    __tablename__ = "company"
    __table_args__: ClassVar = (
        Index(None, "owner_id", "name_key", "id"),
        Index(None, "owner_id", "updated_at", "id"),
    )
    owner_id: str = Field(primary_key=True, foreign_key="owner.id")
    id: str = Field(primary_key=True)
    version: int = 1
    name_key: str = Field(sa_column=ordered())
    document: dict[str, Any] = Field(sa_column=Column(JSON(none_as_null=True), nullable=False))
    deleted_at: str = ""
    created_at: str
    updated_at: str = Field(sa_column=ordered())
