"""Events: one flat body, of which each kind takes the fields that ``domain.events.FIELDS`` gives it."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from afterview.api.schemas.types import Address, Day, Flag, Id, In, Instant, Key, Line, Link, Moment, Out, Text
from afterview.domain.events import FIELDS, Direction, EventKind
from afterview.domain.words import a

People = Annotated[list[Id], Field(max_length=100)]


class EventFields(In):
    """Everything that an event of any kind may say."""

    kind: EventKind
    at: Moment
    step: Key | None = None
    to: People | None = None
    cc: People | None = None
    subject: Line = ""
    body: Text = ""
    participant: Id | None = None
    summary: Text = ""
    decision_on: Day | None = None
    until: Day | None = None
    address: Address = ""
    direction: Direction = Direction.OUT
    progress: Text = ""
    req_status: Text = ""
    competition: Text = ""
    why: Text = ""
    told_by: Id | None = None
    pitch: Id | None = None
    title: Line = ""
    url: Link = ""
    base: Line = ""
    currency: Line = ""
    home_expenses: Line = ""
    benefits: Line = ""
    answer_by: Day | None = None
    reason: Text = ""
    still_open: Flag = True
    round: Id | None = None


class EventIn(EventFields):
    """Something that happened. ``kind`` decides which of the fields may be there."""

    id: Id | None = None

    @model_validator(mode="after")
    def _says_what_its_kind_may_say(self) -> EventIn:
        allowed = FIELDS[self.kind]
        strange = sorted(self.model_fields_set - allowed - {"id", "kind", "at"})
        if strange:
            kind = a(self.kind.value.replace("_", " ")).capitalize()
            fields = ", ".join(sorted(allowed)) or "none"
            faults = [(name, f"{kind} event has no {name}; its fields are: {fields}.") for name in strange]
            raise PydanticCustomError("not-of-this-kind", "{faults}", {"faults": faults})
        return self


class EventItem(EventFields):
    """An event in its interview: the fields of its kind that say something."""

    model_config = ConfigDict(extra="forbid")
    id: Id
    version: int


class EventOut(EventItem):
    """An event by itself."""

    created_at: Instant
    updated_at: Instant


class EventPage(Out):
    """Every event of an interview."""

    items: list[EventOut]
    next: str | None
