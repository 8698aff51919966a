"""Which of several phrases is taken, by a stable hash of ids.

The same facts give the same text, different people different ones.

``turn`` numbers the mails of a kind (the reminders, the rounds, the people of a panel). Two mails with different
turns take different phrases as long as there are enough; after that the slots are shifted against each other, so
that no two mails run in step.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.companies import with_article
from afterview.domain.writing.language import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from afterview.domain.writing.language import Phrase

SEATS: Final = 10
"""How many ways to say it the slots of mails to a panel have (a panel of ten compares notes)."""

LONG_TOPIC: Final = 9
"""Words; a longer topic stands best at the end of its sentence."""


@lru_cache(maxsize=16384)
def stable_hash(*parts: str) -> int:
    """A number that depends on nothing but the texts."""
    return zlib.crc32("\x1f".join(parts).encode())


def seats(ids: Iterable[str], seed: str) -> dict[str, int]:
    """A turn for each id: its own hash's seat or the next free one.

    So that somebody added later changes nobody's text.
    """
    taken: set[int] = set()
    given: dict[str, int] = {}
    for one in ids:
        lap, wish = 0, stable_hash(seed, one) % SEATS
        while (seat := _free(wish, lap, taken)) is None:
            lap += 1
        taken.add(seat)
        given[one] = seat
    return given


def _free(wish: int, lap: int, taken: set[int]) -> int | None:
    candidates = (lap * SEATS + (wish + step) % SEATS for step in range(SEATS))
    return next((seat for seat in candidates if seat not in taken), None)


@dataclass(slots=True)
class Pen:
    """Writes one mail: takes phrases by ``seed`` and ``turn`` and fills them with ``facts``.

    Knows which it has used.
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    facts: Mapping[str, str]
    seed: str
    turn: int = 0
    language: str = "en"
    _used: dict[str, int] = field(default_factory=dict)

    def say(self, slot: str, **more: str) -> str:
        """A phrase of the slot, all of whose facts are known; empty where there is none.

        The next call takes the next one.
        """
        facts = {**self.facts, **{name: text for name, text in more.items() if text}} if more else self.facts
        names = facts.keys()
        known = [one for one in self.phrases[slot] if one.needs <= names]
        if not known:
            return ""
        if len(more.get("it", "").split()) > LONG_TOPIC:
            known = [one for one in known if one.text.endswith("{it}.")] or known
        used = self._used.get(slot, 0)
        self._used[slot] = used + 1
        return self._filled(known[self._place(slot, used, len(known))], facts)

    def options(self, slot: str) -> list[str]:
        """Every phrase of the slot whose facts are known, the one whose turn it is first."""
        known = [one for one in self.phrases[slot] if one.needs <= self.facts.keys()]
        start = self._place(slot, 0, len(known)) if known else 0
        return [self._filled(one, self.facts) for one in known[start:] + known[:start]]

    def _filled(self, one: Phrase, facts: Mapping[str, str]) -> str:
        return with_article(one.text.format_map(facts), facts.get("company", ""), load(self.language).words)

    def _place(self, slot: str, used: int, count: int) -> int:
        lap = self.turn // SEATS
        start = stable_hash(self.seed, slot)
        return (start + self.turn + used + lap * (1 + stable_hash(slot) % (SEATS - 1))) % count


_SENTENCE: Final = re.compile(r"(^|[.!?:]\s+|\n)([a-zà-ÿ])(?=[a-zà-ÿ]*\b)")
_SPACES: Final = re.compile(r"[ \t]{2,}")
_STOPS: Final = re.compile(r"\.{2,}(?!\.)|(?<=[!?])\.(?!\.)")
_COMMAS: Final = re.compile(r",(?=[.,;:!?])")
_LINES: Final = re.compile(r"[ \t]+\n[ \t]*|\n[ \t]+")
_GAPS: Final = re.compile(r"\n{3,}")


def tidied(text: str) -> str:
    """The text without doubled spaces and stops, commas before stops, empty paragraphs and spaces that end lines."""
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    text = _LINES.sub("\n", text)
    if _STOPS.search(text):
        text = _STOPS.sub(lambda found: "." if len(found[0]) > 1 else "", text)
    if "," in text:
        text = _COMMAS.sub("", text)
    return _GAPS.sub("\n\n", text).strip()


def capitalised(text: str) -> str:
    """With a capital at its start, for the head of a sentence."""
    return text[:1].upper() + text[1:]
