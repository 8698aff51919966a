"""What the user decided about a step, stored under its key. That a step was done is an event, never a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Text:
    """Subject and body of a mail, or of a note (then without a subject)."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The user's own text, and the generated text (``base``) that it began from."""

    subject: str
    body: str
    base: Text


@dataclass(frozen=True, slots=True)
class Override:
    """A blocking finding that the user let pass, with the reason."""

    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Edited, ready, skipped (with the reason), moved to another day: any of them, about one step.

    ``approved`` is the generated text that was approved as it stood; an ``edit`` is kept by itself.
    """

    edit: Edit | None = None
    ready: bool = False
    approved: Text | None = None
    overrides: tuple[Override, ...] = ()
    skipped: str | None = None
    moved_to: date | None = None
