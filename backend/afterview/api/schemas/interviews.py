"""The interview's document and its parts (``api.md`` section 2)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from afterview.api.schemas.events import EventIn, EventItem
from afterview.api.schemas.types import (
    Address,
    Day,
    Flag,
    Id,
    In,
    Instant,
    Line,
    Link,
    Name,
    Note,
    Out,
    Region,
    Text,
    Zone,
    whole,
    wrong,
)
from afterview.domain.facts import Channel, Formality, Part

OWN_ADDRESSES = {
    "participants": "/participants/{pid}",
    "rounds": "/rounds/{rid}",
    "events": "/events/{eid}",
    "notes": "/notes/{nid}",
}


class NoteIn(In):
    """What was said with one participant."""

    id: Id | None = None
    channel: Channel = Channel.CONCEPT
    text: Note
    follow_up: Flag = False
    sensitive: Flag = False
    round: Id | None = None
    at: Instant | None = None


class PersonIn(Region):
    """What a contact says of a person, and what a participant shows of their contact."""

    name: Name
    given_name: Line = ""
    family_name: Line = ""
    honorific: Line = ""
    title: Line = ""
    email: Address = ""
    phone: Line = ""
    linkedin: Link = ""
    timezone: Zone = ""
    language: Line = ""
    formality: Formality | None = None
    connected: Flag = False


class ParticipantIn(PersonIn):
    """A person in this interview. Name, addresses, phone, language, links are the contact's and are written to it."""

    id: Id | None = None
    part: Part = Part.INTERVIEWER
    notes: Annotated[list[NoteIn], Field(max_length=1_000)] = []


class RoundIn(In):
    """One sitting. Without ``participants`` it met everybody but ``other``; without an end it lasts an hour."""

    id: Id | None = None
    title: Line = ""
    starts_at: Instant
    ends_at: Instant | None = None
    timezone: Zone = ""
    location: Line = ""
    participants: Annotated[list[Id], Field(max_length=100)] | None = None


class CompanyIn(Region):
    """Where the role is. Without a country only weekends are days off."""

    name: Name
    website: Link = ""
    domains: Annotated[list[Line], Field(max_length=20)] = []
    timezone: Zone = ""
    weekend: Annotated[list[Annotated[int, whole(1, 7)]], Field(max_length=6)] = []
    days_off_add: Annotated[list[Day], Field(max_length=1_000)] = []
    days_off_remove: Annotated[list[Day], Field(max_length=1_000)] = []

    @model_validator(mode="after")
    def _works_sometimes(self) -> CompanyIn:
        if len(set(self.weekend)) != len(self.weekend):
            raise wrong("weekend", "Name each day of the weekend once (1 Monday to 7 Sunday).", "weekend")
        return self


class CompensationIn(In):
    """Money as the user writes it."""

    asked: Line = ""
    allotted: Line = ""
    base: Line = ""
    home_expenses: Line = ""
    benefits: Line = ""
    justification: Text = ""


class BookmarkIn(In):
    """A page with news of the company."""

    url: Link
    title: Line = ""


class InterviewOwn(In):
    """The interview's own fields: those that a PATCH may change."""

    company: CompanyIn
    role: Name
    requirements: Annotated[list[Line], Field(max_length=100)] = []
    compensation: CompensationIn = Field(default_factory=CompensationIn)
    still_open: Flag = True
    bookmarks: Annotated[list[BookmarkIn], Field(max_length=100)] = []
    language: Line = ""


class InterviewIn(InterviewOwn):
    """The whole document."""

    participants: Annotated[list[ParticipantIn], Field(max_length=100)] = []
    rounds: Annotated[list[RoundIn], Field(max_length=50)] = []
    events: Annotated[list[EventIn], Field(max_length=1_000)] = []

    @model_validator(mode="after")
    def _has_not_too_many_notes(self) -> InterviewIn:
        if sum(len(person.notes) for person in self.participants) > 1_000:  # noqa: PLR2004 - the bound of the contract
            raise wrong("too-many", "An interview holds 1,000 notes at most.", "participants")
        return self


def refuse_lists(apart: frozenset[str], body: Any) -> Any:  # noqa: ANN401 - anything that JSON can say
    """A list in a PATCH is refused with the address that the list's items have."""
    for name in sorted(apart & (body.keys() if isinstance(body, dict) else set())):
        raise wrong("own-address", f"{name} have addresses of their own: use …{OWN_ADDRESSES[name]}.", name)
    return body


# ---- answers --------------------------------------------------------------------------------------


class Stamps(Out):
    """What the server owns of a stored thing."""

    version: int
    created_at: Instant
    updated_at: Instant


class NoteItem(Out, NoteIn):
    """A note within its participant."""

    id: Id
    version: int
    round: Id | None
    at: Instant | None


class NoteOut(Stamps, NoteIn):
    """A note by itself."""

    id: Id
    participant: Id


class NoteNew(NoteIn):
    """A new note, with the participant whom it is about."""

    participant: Id


class ContactLinks(Out):
    """Where the contact is."""

    contact: str


class ParticipantOut(Out, ParticipantIn):
    """A participant, with what the contact says."""

    id: Id
    notes: list[NoteItem]  # type: ignore[assignment] # the same list, with what the server owns
    links: ContactLinks


class RoundOut(Out, RoundIn):
    """A round."""

    id: Id


class ParticipantPage(Out):
    """Every participant of an interview."""

    items: list[ParticipantOut]
    next: str | None


class RoundPage(Out):
    """Every round of an interview."""

    items: list[RoundOut]
    next: str | None


class PlanLinks(Out):
    """Where the plan is."""

    plan: str


class CompanyOut(Out, CompanyIn):
    """A company."""


class CompensationOut(Out, CompensationIn):
    """Money as the user wrote it."""


class BookmarkOut(Out, BookmarkIn):
    """A page."""


class InterviewHead(Stamps):
    """What every answer says of an interview."""

    id: str
    company: CompanyOut
    role: str
    language: str
    still_open: bool
    rounds: list[RoundOut]
    links: PlanLinks


class InterviewOut(InterviewHead):
    """The whole document."""

    requirements: list[str]
    compensation: CompensationOut
    bookmarks: list[BookmarkOut]
    participants: list[ParticipantOut]
    events: list[EventItem]


class PersonItem(Out):
    """A participant in a list."""

    id: Id
    name: str
    title: str
    email: str
    part: Part


class InterviewItem(InterviewHead):
    """An interview in a list: without notes and events."""

    starts_at: str = Field(description="The first round's start; empty without a round")
    participants: list[PersonItem]


class InterviewPage(Out):
    """A page of interviews."""

    items: list[InterviewItem]
    next: str | None


class NotePage(Out):
    """Every note of an interview."""

    items: list[NoteOut]
    next: str | None
