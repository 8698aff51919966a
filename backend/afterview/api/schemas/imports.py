"""Imports: the proposal."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from afterview.api.schemas.types import Out
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


class ProposalOut(Out):
    """What the file says, nothing of it stored: post ``interview`` to keep it."""

    kind: ProposalKind
    message: str
    interview: dict[str, Any] = Field(description="The document for POST /interviews, once no question is open")
    changes: dict[str, Any] | None = Field(description="Changes to an interview that is known already")
    people: list[SuggestedOut]
    left_out: list[LeftOutOut]
    guesses: list[GuessOut]
    questions: list[QuestionOut]
