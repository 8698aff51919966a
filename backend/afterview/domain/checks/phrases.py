"""Phrases found in a text in linear time: a table from first words to the rest, walked once per word.

A phrase is words with spaces between; ``a|b`` is either, ``word?`` may be missing, ``*`` is any one word or none,
``word~`` is any word that begins so. Case, the kind of apostrophe and punctuation between words do not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ANY = "*"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a phrase: the words that may stand there, and the beginnings of words."""

    words: frozenset[str]
    beginnings: tuple[str, ...]

    def takes(self, word: str) -> bool:
        """Whether the word may stand here; a slot without words takes any."""
        if word in self.words or not (self.words or self.beginnings):
            return True
        return bool(self.beginnings) and word.startswith(self.beginnings)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found: its topic, and its first and last word by number."""

    topic: str
    first: int
    last: int


class Phrases:
    """All phrases of a language, by their first words."""

    def __init__(self, topics: Mapping[str, str]) -> None:
        """``topics``: by topic, its phrases, one a line."""
        self._by_first: dict[str, list[tuple[str, tuple[Slot, ...]]]] = {}
        for topic, lines in topics.items():
            for line in filter(None, map(str.strip, lines.splitlines())):
                for words in _choices(line):
                    self._add(topic, words)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[1]))

    def _add(self, topic: str, words: Sequence[str]) -> None:
        rest = tuple(_slot(word) for word in words[1:])
        for first in words[0].split("|"):
            self._by_first.setdefault(first, []).append((topic, rest))

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every phrase in the lower-case words, the longest of each topic at each place."""
        for place, word in enumerate(words):
            seen: set[str] = set()
            for topic, rest in self._by_first.get(word, ()):
                if topic not in seen and _fits(rest, words, place + 1):
                    seen.add(topic)
                    yield Hit(topic, place, place + len(rest))


def _fits(rest: tuple[Slot, ...], words: Sequence[str], place: int) -> bool:
    if place + len(rest) > len(words):
        return False
    return all(slot.takes(words[place + number]) for number, slot in enumerate(rest))


def _slot(text: str) -> Slot:
    if text == ANY:
        return Slot(frozenset(), ())
    words = text.split("|")
    return Slot(
        frozenset(word for word in words if not word.endswith("~")),
        tuple(word[:-1] for word in words if word.endswith("~")),
    )


def _choices(line: str) -> Iterator[list[str]]:
    """The phrase with and without each word that may be missing."""
    ways = [("", word.removesuffix("?")) if word.endswith("?") or word == ANY else (word,) for word in line.split()]
    for way in product(*ways):
        yield [word for word in way if word]
