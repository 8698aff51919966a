"""The rows. Each table has its owner from the start; keys and foreign keys are composite, so no row can cross owners.

Instants and days are texts (``domain.documents``), which sort as they should on every database. ``deleted_at`` empty
means alive: a deleted thing keeps its id, so that nothing else takes it and an edit that names it comes back.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from sqlalchemy import JSON, Column, ForeignKeyConstraint, Index, MetaData, String, UniqueConstraint, inspect, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

_NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a migration can change it on every database."""

_INTERVIEW: Final = ("interview.owner_id", "interview.id")


class Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=_NAMES))):
    """The base of all rows."""


def columns(row: type[Row]) -> Any:  # noqa: ANN401 - a collection of columns, by attribute
    """The columns of a row's table, for expressions."""
    return inspect(row).local_table.c


def _of_interview() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["owner_id", "interview_id"], _INTERVIEW, ondelete="CASCADE")


def ordered() -> Column[Any]:
    """A text that orders a list: by its code points on every database, whatever language a server speaks."""
    return Column(String().with_variant(String(collation="C"), "postgresql"), nullable=False)


def _words() -> Column[Any]:
    """What a search compares (``tables.words``)."""
    return Column(String(), nullable=False, server_default=text("''"))


def _json(*, nullable: bool = False) -> Column[Any]:
    return Column(JSON(none_as_null=True), nullable=nullable)


class OwnerRow(Row, table=True):
    """Somebody whose data this is. ``revision`` counts their write transactions."""

    __tablename__ = "owner"
    id: str = Field(primary_key=True)
    revision: int = 0
    created_at: str


class TokenRow(Row, table=True):
    """A way in for programs and other machines. ``hash`` is the SHA-256 of its secret, which nobody keeps."""

    __tablename__ = "token"
    __table_args__: ClassVar = (UniqueConstraint("id"),)
    owner_id: str = Field(primary_key=True, foreign_key="owner.id")
    id: str = Field(primary_key=True)
    hash: str
    scope: str
    created_at: str
    used_at: str = ""
    revoked_at: str = ""


class ProfileRow(Row, table=True):
    """The candidate; ``timezone`` stands beside the document because every derived answer asks for today."""

    __tablename__ = "profile"
    owner_id: str = Field(primary_key=True, foreign_key="owner.id")
    version: int = 1
    timezone: str = ""
    document: dict[str, Any] = Field(sa_column=_json())
    created_at: str
    updated_at: str


class PolicyRow(Row, table=True):
    """The settings of the plan."""

    __tablename__ = "policy"
    owner_id: str = Field(primary_key=True, foreign_key="owner.id")
    version: int = 1
    document: dict[str, Any] = Field(sa_column=_json())
    created_at: str
    updated_at: str


class ContactRow(Row, table=True):
    """A person in the address book. ``email_key`` and ``name_key`` are what finds and sorts them."""

    __tablename__ = "contact"
    __table_args__: ClassVar = (
        Index(None, "owner_id", "email_key"),
        Index(None, "owner_id", "name_key", "id"),
        Index(None, "owner_id", "updated_at", "id"),
    )
    owner_id: str = Field(primary_key=True, foreign_key="owner.id")
    id: str = Field(primary_key=True)
    version: int = 1
    name: str
    name_key: str = Field(sa_column=ordered())
    given_name: str = ""
    family_name: str = ""
    honorific: str = ""
    title: str = ""
    company: str = ""
    email: str = ""
    email_key: str = ""
    phone: str = ""
    linkedin: str = ""
    timezone: str = ""
    country: str = ""
    subdivision: str = ""
    language: str = ""
    formality: str | None = None
    connected: bool = False
    words: str = Field(default="", sa_column=_words())
    deleted_at: str = ""
    created_at: str
    updated_at: str = Field(sa_column=ordered())


class InterviewRow(Row, table=True):
    """One candidacy. ``touched`` counts what changed since ``version`` in parts that have versions of their own."""

    __tablename__ = "interview"
    __table_args__: ClassVar = (
        Index(None, "owner_id", "name_key", "id"),
        Index(None, "owner_id", "updated_at", "id"),
        Index(None, "owner_id", "starts_at", "id"),
    )
    owner_id: str = Field(primary_key=True, foreign_key="owner.id")
    id: str = Field(primary_key=True)
    version: int = 1
    touched: int = 0
    name_key: str = Field(sa_column=ordered())
    starts_at: str = Field(default="", sa_column=ordered())
    role: str
    language: str = ""
    still_open: bool = True
    company: dict[str, Any] = Field(sa_column=_json())
    requirements: list[str] = Field(sa_column=_json())
    compensation: dict[str, Any] = Field(sa_column=_json())
    bookmarks: list[dict[str, Any]] = Field(sa_column=_json())
    words: str = Field(default="", sa_column=_words())
    deleted_at: str = ""
    created_at: str
    updated_at: str = Field(sa_column=ordered())


class ParticipantRow(Row, table=True):
    """A contact in an interview. One contact appears once and keeps this id, removed or not.

    ``rounds`` are those that named a removed person: who comes back is named in them again.
    """

    __tablename__ = "participant"
    __table_args__: ClassVar = (
        _of_interview(),
        ForeignKeyConstraint(["owner_id", "contact_id"], ["contact.owner_id", "contact.id"]),
        UniqueConstraint("owner_id", "interview_id", "contact_id"),
        Index(None, "owner_id", "contact_id"),
    )
    owner_id: str = Field(primary_key=True)
    interview_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    contact_id: str
    position: int
    part: str
    title: str = ""
    rounds: list[str] = Field(sa_column=_json())
    words: str = Field(default="", sa_column=_words())
    deleted_at: str = ""


class RoundRow(Row, table=True):
    """One sitting. ``participants`` null: everybody but ``other``."""

    __tablename__ = "round"
    __table_args__: ClassVar = (_of_interview(),)
    owner_id: str = Field(primary_key=True)
    interview_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    title: str = ""
    starts_at: str
    ends_at: str | None = None
    timezone: str = ""
    location: str = ""
    participants: list[str] | None = Field(default=None, sa_column=_json(nullable=True))
    deleted_at: str = ""


class NoteRow(Row, table=True):
    """What was said with one participant."""

    __tablename__ = "note"
    __table_args__: ClassVar = (
        ForeignKeyConstraint(
            ["owner_id", "interview_id", "participant"],
            ["participant.owner_id", "participant.interview_id", "participant.id"],
            ondelete="CASCADE",
        ),
        Index(None, "owner_id", "interview_id", "participant"),
    )
    owner_id: str = Field(primary_key=True)
    interview_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    participant: str
    position: int
    version: int = 1
    channel: str
    text: str
    follow_up: bool = False
    sensitive: bool = False
    round: str | None = None
    at: str | None = None
    words: str = Field(default="", sa_column=_words())
    deleted_at: str = ""
    created_at: str
    updated_at: str


class EventRow(Row, table=True):
    """Something that happened; ``data`` holds the fields of its kind."""

    __tablename__ = "event"
    __table_args__: ClassVar = (_of_interview(),)
    owner_id: str = Field(primary_key=True)
    interview_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    version: int = 1
    kind: str
    at: str
    data: dict[str, Any] = Field(sa_column=_json())
    deleted_at: str = ""
    created_at: str
    updated_at: str


class TemplateRow(Row, table=True):
    """A template of the user's own: one row for each that was kept. ``body`` null: the original again."""

    __tablename__ = "template"
    owner_id: str = Field(primary_key=True, foreign_key="owner.id")
    kind: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    subject: str | None = None
    body: str | None = None
    created_at: str


class DecisionRow(Row, table=True):
    """What the user decided about the step of that key, whether a plan holds it or not. ``edit`` null: no own text."""

    __tablename__ = "decision"
    __table_args__: ClassVar = (_of_interview(),)
    owner_id: str = Field(primary_key=True)
    interview_id: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    edit: dict[str, Any] | None = Field(default=None, sa_column=_json(nullable=True))
    edit_version: int = 0
    ready: bool = False
    approved: dict[str, Any] | None = Field(default=None, sa_column=_json(nullable=True))
    overrides: list[dict[str, Any]] = Field(sa_column=_json())
    skipped: str | None = None
    moved_to: str | None = None
    updated_at: str


class DraftRow(Row, table=True):
    """A text that was acknowledged: one row for each, never changed, so that none is lost."""

    __tablename__ = "draft"
    __table_args__: ClassVar = (_of_interview(),)
    owner_id: str = Field(primary_key=True)
    interview_id: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    how: str
    subject: str
    body: str
    base: dict[str, Any] = Field(sa_column=_json())
    created_at: str
