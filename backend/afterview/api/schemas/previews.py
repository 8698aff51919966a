"""Previews: what might be entered, and what it would do to the plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from afterview.api.schemas.events import EventIn
from afterview.api.schemas.patches import InterviewPatch
from afterview.api.schemas.plans import DecisionIn, StepOut
from afterview.api.schemas.types import Day, In, Key, Out
from afterview.domain.steps import Status


class PreviewIn(In):
    """What might be entered: events, decisions by the steps' keys, a merge patch of the interview's own fields."""

    events: Annotated[list[EventIn], Field(max_length=1_000)] = []
    decisions: Annotated[dict[Key, DecisionIn], Field(max_length=2_000)] = {}
    patch: InterviewPatch = Field(default_factory=InterviewPatch)


class MovedOut(Out):
    """A step that stays, but for its day, its state or its people."""

    before: StepOut
    after: StepOut


class PreviewOut(Out):
    """What would come, change and go; ``message`` says it in a sentence, ``status`` is the interview's then."""

    today: Day
    status: Status
    message: str
    added: list[StepOut]
    moved: list[MovedOut]
    removed: list[StepOut]
