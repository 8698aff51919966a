"""Imports: the proposal."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from afterview.api.schemas.types import Instant, Out
from afterview.domain.facts import Part
from afterview.domain.invitation.proposals import ProposalKind


class SuggestedOut(Out):
    """Somebody whom the file names; those with ``keep`` are the interview's participants."""

    id: str
    name: str
    given_name: str
    family_name: str
    honorific: str
    email: str
    title: str
    part: Part
    keep: bool
    why: str


class LeftOutOut(Out):
    """Something of the file that isn't used, and why."""

    what: str
    why: str


class GuessOut(Out):
    """A value of the interview that the file doesn't say."""

    pointer: str
    value: str
    why: str


class QuestionOut(Out):
    """Something that must not be guessed. Without ``options`` any answer fits at ``pointer``."""

    pointer: str
    message: str
    options: list[str]


class CancelledOut(Out):
    """The event for POST to the interview's events."""

    kind: Literal["round_cancelled"]
    at: Instant
    round: str


class KnownOut(Out):
    """An interview and the round of it that the file is of. ``event`` where the file cancels it."""

    interview_id: str
    round: str
    message: str
    event: CancelledOut | None


class ChangeOut(Out):
    """A change of a known interview. ``pointer`` is a JSON pointer into its document; ``from`` null: it is new."""

    pointer: str
    from_: str | None = Field(alias="from")
    to: str
    message: str


class ProposalOut(Out):
    """What the file says, nothing of it stored: post ``interview`` to keep it."""

    kind: ProposalKind
    message: str
    interview: dict[str, Any] | None = Field(
        description="The document for POST /interviews, once no question is open; null where nothing can be imported"
    )
    known: KnownOut | None = Field(description="The interview that the file is of, if you have it already")
    changes: list[ChangeOut] | None = Field(description="What `apply=true` changes in it")
    people: list[SuggestedOut]
    left_out: list[LeftOutOut]
    guesses: list[GuessOut]
    questions: list[QuestionOut]
