"""C43, likeness: how many of a mail's words stand in the templates just so.

Counted are words in runs of four that a phrase of the language's templates holds between two of its places. What a
note, a selling point or the writer's own hand put in is in no phrase.
"""

from __future__ import annotations

from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.case import THANKS
from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.checks.letter import tokens_of
from afterview.domain.writing.language import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case

_RUN: Final = 4
_MOST: Final = 0.7
_SHORTEST: Final = 25
_WRITTEN_IN: Final = frozenset({"en", "de"})


@lru_cache(maxsize=4)
def runs(language: str) -> frozenset[tuple[str, ...]]:
    """Every run of four words of the language's phrases."""
    texts = [each.text for slots in load(language).phrases.values() for ways in slots.values() for each in ways]
    found = set[tuple[str, ...]]()
    for text in texts:
        for fixed, _, _, _ in Formatter().parse(text):
            words = [token.low for token in tokens_of(fixed)]
            found.update(zip(*(words[n:] for n in range(_RUN)), strict=False))
    return frozenset(found)


def share(words: list[str], language: str) -> float:
    """The part of the words that lies in such runs."""
    known, covered, counted = runs(language), 0, 0
    for place, run in enumerate(zip(*(words[n:] for n in range(_RUN)), strict=False)):
        if run in known:
            counted += place + _RUN - max(place, covered)
            covered = place + _RUN
    return counted / len(words)


def likeness(case: Case) -> Iterator[Fault]:
    """More than seven tenths of the words, and nothing of the records that only this candidate can say.

    A hint where there is nothing to put in, and in thanks, of which C18 says the same.
    """
    words = [token.low for token in case.letter.core]
    own = case.all_notes | case.records.pitch_stems
    if len(words) < _SHORTEST or case.language not in _WRITTEN_IN or case.letter.core_stems & own:
        return
    if share(words, case.language) > _MOST:
        yield Fault(
            "Nearly all of this stands in the template as it is: put in one thing that only you could say.",
            severity=None if case.notes_of_to and case.form not in THANKS else Severity.HINT,
        )
