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
Entry = tuple[str, tuple["Slot", ...]]


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
    """All phrases of a language, by their first and second words."""

    def __init__(self, topics: Mapping[str, str]) -> None:
        """``topics``: by topic, its phrases, one a line."""
        self._alone: dict[str, list[str]] = {}
        self._by_two: dict[tuple[str, str], list[Entry]] = {}
        self._by_first: dict[str, list[Entry]] = {}
        self._leading: set[str] = set()
        for topic, lines in topics.items():
            for line in filter(None, map(str.strip, lines.splitlines())):
                for words in _choices(line):
                    self._add(topic, words)
        self._leading = {*self._alone, *self._by_first, *(first for first, _ in self._by_two)}
        for entries in (*self._by_two.values(), *self._by_first.values()):
            entries.sort(key=lambda entry: -len(entry[1]))

    def _add(self, topic: str, words: Sequence[str]) -> None:
        rest = tuple(_slot(word) for word in words[1:])
        for first in words[0].split("|"):
            if not rest:
                self._alone.setdefault(first, []).append(topic)
            elif rest[0].words and not rest[0].beginnings:
                for second in rest[0].words:
                    self._by_two.setdefault((first, second), []).append((topic, rest))
            else:
                self._by_first.setdefault(first, []).append((topic, rest))

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every phrase in the lower-case words, the longest of each topic at each place."""
        for place, word in enumerate(words):
            if word in self._leading:
                yield from self._at(words, place)

    def _at(self, words: Sequence[str], place: int) -> Iterator[Hit]:
        seen: set[str] = set()
        word, after = words[place], words[place + 1] if place + 1 < len(words) else ""
        for entries in (self._by_two.get((word, after), ()), self._by_first.get(word, ())):
            for topic, rest in entries:
                if topic not in seen and _fits(rest, words, place + 1):
                    seen.add(topic)
                    yield Hit(topic, place, place + len(rest))
        for topic in self._alone.get(word, ()):
            if topic not in seen:
                yield Hit(topic, place, place)


def _fits(rest: tuple[Slot, ...], words: Sequence[str], place: int) -> bool:
    if place + len(rest) > len(words):
        return False
    return all(slot.takes(word) for slot, word in zip(rest, words[place : place + len(rest)], strict=False))


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
