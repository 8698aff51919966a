"""The grammar of step keys (``api.md`` section 3): stable, made of ids only.

A key says which rule's step it is and about what: ``onsite.personal.sam``, ``follow-up.2``, ``call.1.recap``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

ID: Final = r"[a-z0-9](?:-?[a-z0-9])*"
RESERVED: Final = frozenset(
    "news follow-up call answer offer-thanks negotiation continuing-interest one-month decline withdrawal no-show close"
    "".split(),
)
"""The first words of keys: no round may have one of them as its id."""

_FORMS: Final = (
    ("news", r"news"),
    ("follow-up", r"follow-up\.(?P<number>[1-9][0-9]{0,3})"),
    ("call", r"call\.(?P<number>[1-9][0-9]{0,3})"),
    ("recap", r"call\.(?P<number>[1-9][0-9]{0,3})\.recap"),
    ("answer", rf"answer\.(?P<event>{ID})"),
    ("offer-thanks", rf"offer-thanks\.(?P<participant>{ID})"),
    ("negotiation", r"negotiation"),
    ("continuing-interest", r"continuing-interest"),
    ("one-month.hr", r"one-month\.hr"),
    ("one-month.hiring-manager", r"one-month\.hiring-manager"),
    ("decline", r"decline"),
    ("withdrawal", r"withdrawal"),
    ("no-show", rf"no-show\.(?P<event>{ID})"),
    ("close", r"close"),
    ("roster", rf"(?P<round>{ID})\.roster"),
    ("roster.ask", rf"(?P<round>{ID})\.roster\.ask"),
    ("debrief", rf"(?P<round>{ID})\.debrief"),
    ("hiring-manager", rf"(?P<round>{ID})\.hiring-manager"),
    ("group", rf"(?P<round>{ID})\.group"),
    ("individual", rf"(?P<round>{ID})\.individual\.(?P<participant>{ID})"),
    ("personal", rf"(?P<round>{ID})\.personal\.(?P<participant>{ID})"),
    ("invite", rf"(?P<round>{ID})\.invite\.(?P<participant>{ID})"),
)
_PATTERNS: Final = tuple((form, re.compile(pattern)) for form, pattern in _FORMS)


@dataclass(frozen=True, slots=True)
class Key:
    """A key taken apart: its form (the rule's own word) and the ids in it."""

    form: str
    round: str | None = None
    participant: str | None = None
    event: str | None = None
    number: int | None = None


@lru_cache(maxsize=4096)
def parse_key(text: str) -> Key | None:
    """The key's parts, or None where it is malformed. A round's id that is a reserved word is malformed too."""
    for form, pattern in _PATTERNS:
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            if parts.get("round") in RESERVED:
                return None
            number = parts.pop("number", None)
            return Key(form, number=int(number) if number else None, **parts)
    return None
