"""The usual way with FastAPI and SQLModel, on our tables: objects with relationships, a session for each request, a
response model. What our reads are measured against."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Response
from sqlalchemy import JSON, Column, Engine, ForeignKeyConstraint
from sqlalchemy.orm import selectinload
from sqlmodel import Field, Relationship, Session, SQLModel, col, select


class Contact(SQLModel, table=True):
    __tablename__ = "contact"
    owner_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    name: str
    email: str


class Participant(SQLModel, table=True):
    __tablename__ = "participant"
    __table_args__ = (
        ForeignKeyConstraint(["owner_id", "contact_id"], ["contact.owner_id", "contact.id"]),
        ForeignKeyConstraint(["owner_id", "interview_id"], ["interview.owner_id", "interview.id"]),
    )
    owner_id: str = Field(primary_key=True)
    interview_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    contact_id: str
    part: str
    title: str
    contact: Contact = Relationship(sa_relationship_kwargs={"overlaps": "participants"})


class Round(SQLModel, table=True):
    __tablename__ = "round"
    __table_args__ = (ForeignKeyConstraint(["owner_id", "interview_id"], ["interview.owner_id", "interview.id"]),)
    owner_id: str = Field(primary_key=True)
    interview_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    title: str
    starts_at: str
    ends_at: str | None
    timezone: str
    location: str
    participants: list[str] | None = Field(sa_column=Column(JSON))


class Interview(SQLModel, table=True):
    __tablename__ = "interview"
    owner_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    version: int
    created_at: str
    updated_at: str
    name_key: str
    starts_at: str
    role: str
    language: str
    still_open: bool
    company: dict[str, Any] = Field(sa_column=Column(JSON))
    participants: list[Participant] = Relationship(sa_relationship_kwargs={"overlaps": "contact"})
    rounds: list[Round] = Relationship()


class ContactOut(SQLModel):
    name: str
    email: str


class ParticipantOut(SQLModel):
    id: str
    part: str
    title: str
    contact: ContactOut


class RoundOut(SQLModel):
    id: str
    title: str
    starts_at: str
    ends_at: str | None
    timezone: str
    location: str
    participants: list[str] | None


class InterviewOut(SQLModel):
    id: str
    version: int
    created_at: str
    updated_at: str
    starts_at: str
    role: str
    language: str
    still_open: bool
    company: dict[str, Any]
    participants: list[ParticipantOut]
    rounds: list[RoundOut]


def usual_app(engine: Engine, ready: dict[str, bytes]) -> FastAPI:
    """``/interviews`` and ``/interviews/{id}`` the usual way, and ``/ready/{name}``, which answers bytes: the floor."""
    app = FastAPI()

    def session() -> Iterator[Session]:
        with Session(engine) as one:
            yield one

    whole = (selectinload(Interview.participants).selectinload(Participant.contact), selectinload(Interview.rounds))  # type: ignore[arg-type] # as SQLModel's own documentation has it

    @app.get("/interviews", response_model=list[InterviewOut])
    def read_list(one: Annotated[Session, Depends(session)]) -> Any:
        return one.exec(
            select(Interview)
            .where(Interview.owner_id == "local")
            .options(*whole)
            .order_by(col(Interview.updated_at).desc(), col(Interview.id).desc())
            .limit(50)
        ).all()

    @app.get("/interviews/{interview_id}", response_model=InterviewOut)
    def read_one(interview_id: str, one: Annotated[Session, Depends(session)]) -> Any:
        return one.get(Interview, ("local", interview_id), options=whole)

    @app.get("/ready/{name}")
    async def read_ready(name: str) -> Response:
        return Response(ready[name], media_type="application/json")

    @app.post("/ready/{name}")
    async def take(name: str, body: dict[str, Any]) -> Response:
        return Response(ready[name], 201, media_type="application/json")

    return app
