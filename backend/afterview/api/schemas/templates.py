"""Templates of one's own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from afterview.api.schemas.plans import FindingOut, TextOut
from afterview.api.schemas.types import In, Instant, Out

Whole = Annotated[str, StringConstraints(max_length=100_000, pattern=r"^[^\x00]*$")]
"""Longer than a template may be, so that the sentence about that is the template's own."""


class TemplateIn(In):
    """Subject and body with places such as ``{{ company }}``; an empty subject is the writer's."""

    subject: Annotated[str, StringConstraints(max_length=998, pattern=r"^[^\x00\r\n]*$")] = ""
    body: Whole


class SampleIn(TemplateIn):
    """A template to try: on one interview, else on the first that has such a step, else on the built-in example."""

    interview: Annotated[str, StringConstraints(max_length=64, pattern=r"^[A-Za-z0-9_-]+$")] | None = None


class TemplateName(Out):
    """What may stand in a place: a part, which is a paragraph that the writer wrote, or a fact."""

    name: str
    means: str
    is_part: bool


class TemplateOut(TextOut):
    """The template of one kind of step, the original, and the names that may stand in it."""

    kind: str
    title: str
    is_own: bool
    original: TextOut
    names: list[TemplateName]
    version: int = Field(description="0 while it was never changed")
    updated_at: Instant | None


class TemplatePage(Out):
    """Every template."""

    items: list[TemplateOut]
    next: str | None


class PastTemplate(TextOut):
    """A template that was kept once."""

    version: int
    created_at: Instant


class PastTemplates(Out):
    """The templates that were kept for one kind, the newest first."""

    items: list[PastTemplate]
    next: str | None


class SampleOut(TextOut):
    """What a template writes for a step, and what the checks say of it."""

    interview: str | None = Field(description="Null: it is a step of the built-in example, as none of yours has one")
    step: str
    findings: list[FindingOut]
