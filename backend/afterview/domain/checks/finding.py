"""What a check says of a draft. Spans are ``(start, end)`` in Unicode code points of the field, the end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Span = tuple[int, int]


class Severity(StrEnum):
    """A block stops "ready" until it is mended or overridden with a reason; a warning and a hint never do."""

    BLOCK = "block"
    WARN = "warn"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """``code`` names the fault, ``check`` the row of ``rules.md`` section 8; ``field`` is ``subject`` or ``body``.

    ``fix`` is what to write in place of the span, where there is one right way; empty: take it out.
    """

    code: str
    check: str
    severity: Severity
    message: str
    field: str
    span: Span | None
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check's function finds. Without a severity of its own it has that of the check's row."""

    message: str
    span: Span | None = None
    field: str = "body"
    severity: Severity | None = None
    fix: str | None = None


def like(word: str, right: str) -> str:
    """The right word as the wrong one was written: with its capital, and with its 's."""
    tail = word[-2:] if word[-2:] in {"'s", "\u2019s"} and right[-2:] != word[-2:] else ""
    return (right[:1].upper() + right[1:] if word[:1].isupper() else right) + tail


class Words(Protocol):
    """The dictionary of English, which arrives from outside (``formats/spelling.py``)."""

    def knows(self, word: str) -> bool:
        """Whether the lower-case word is spelt as the dictionary has it."""

    def nearest(self, word: str) -> str | None:
        """A known word that one slip away from this unknown one, if there is one."""
