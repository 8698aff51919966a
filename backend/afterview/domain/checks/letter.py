"""A draft taken apart once, for all checks: words, sentences, paragraphs, greeting, core, closing.

Every place is an offset in code points of the body. The core is what stands between greeting and closing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from afterview.domain.checks.lexicon import PHRASES
from afterview.domain.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.finding import Span
    from afterview.domain.checks.phrases import Hit

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_BREAK: Final = re.compile(
    r"(?<![.!?])[.!?]+[\"\u201d\u2019')\]]*(?=\s)|\n[ \t]*\n|\n(?=[ \t]*(?:[-*\u2022]|\d{1,2}[.)])[ \t])"
)
_BLANK: Final = re.compile(r"\n[ \t\r]*\n")
_HAIL: Final = re.compile(
    r"\s*(?P<hail>dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern|"
    r"sehr geehrte[rs]?|liebe[rs]?|guten tag|hallo|madame|monsieur|bonjour|ch\u00e8re?s?|cher)\b"
    r"(?P<names>[^\n]{0,300})",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\s*(?P<hail>)(?P<names>(?!Thank|Yes|No\b|Well|Sorry|Ok|Indeed|Final|First|Today|Yesterday|Congrat|Best|Kind|Regard|Since|Please)"
    r"[A-Z\u00c0-\u00de][\w.'\u2019-]{1,30}(?:,? (?:and |& )?[A-Z\u00c0-\u00de][\w.'\u2019-]{0,30}){0,5}[,:\u2014-])[ \t\r]*(?:\n|$)"
)
"""The bare names on the first line, as some write to people they know: "Walt,"."""
_CLOSING: Final = re.compile(
    r"[ \t]*(?:with )?(?:(?:my |many |most )?(?:very )?(?:best|kind|kindest|warm|warmest|sincere|friendly) ?(?:regards|wishes|thanks)?"
    r"|all (?:the|my) best|regards|(?:yours )?(?:sincerely|truly|faithfully)(?: yours)?|respectfully|cordially|cheers"
    r"|(?:many |my |with )?(?:thanks|thank you|gratitude|appreciation)(?: again| so much| and (?:best|kind|warm) (?:regards|wishes))?"
    r"|best regards and thanks|take care|talk soon|see you soon|looking forward|yours"
    r"|(?:mit )?(?:freundlichen|freundliche|besten|beste|vielen|viele|herzlichen|herzliche|lieben|liebe) (?:gr\u00fc\u00dfen?|gr\u00fcssen?|dank)"
    r"|(?:bien )?cordialement)[,.!]?[ \t\r]*",
    re.IGNORECASE,
)
_STOP: Final = re.compile(r"[.!?;]|\n[ \t\r]*\n")
_KEPT: Final = 200
_LAST_LINES: Final = 12
_LONGEST_GREETING: Final = 16


class Token(NamedTuple):
    """A word as it stands, in lower case with a plain apostrophe, and where it is."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Greeting:
    """The salutation: the word of greeting, what follows it and where that begins, and where the whole is."""

    hail: str
    names: str
    at: int
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """The words of a text, hyphens apart. What is as short as a name or a note is asked for again and again."""
    return list(_kept(text) if len(text) < _KEPT else _tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for found in _WORD.finditer(text):
        word = found[0]
        yield Token(word, word.casefold().replace("\u2019", "'"), found.start(), found.end())


@lru_cache(maxsize=4096)
def _kept(text: str) -> tuple[Token, ...]:
    return tuple(_tokens(text))


class Letter:
    """Subject and body, read. ``signers`` are the names under which the candidate signs."""

    def __init__(self, subject: str, body: str, signers: tuple[str, ...] = ()) -> None:
        """Nothing is worked out before it is asked for, and nothing twice."""
        self.subject, self.body, self.signers = subject, body, signers

    @cached_property
    def words(self) -> list[Token]:
        """All words of the body."""
        return tokens_of(self.body)

    @cached_property
    def subject_words(self) -> list[Token]:
        """All words of the subject."""
        return tokens_of(self.subject)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.words]

    def index(self, place: int) -> int:
        """The number of the first word at or after that place."""
        return bisect_left(self._starts, place)

    def between(self, start: int, end: int) -> list[Token]:
        """The words that begin in that stretch."""
        return self.words[self.index(start) : self.index(end)]

    @cached_property
    def greeting(self) -> Greeting | None:
        """The salutation, whether it has a line of its own or the sentence goes on after a comma."""
        found = _HAIL.match(self.body) or _NAMED.match(self.body)
        if not found:
            return None
        names, start = found["names"], found.start("names")
        whole = names.rstrip()
        is_line = whole.endswith((",", ":", "!", "\u2014", "-")) and len(whole.split()) <= _LONGEST_GREETING
        if not is_line and "," in whole:
            whole = whole.split(",")[0]
        called = whole.strip(" ,:!.\u2014-")
        at = start + (whole.index(called) if called else 0)
        return Greeting(found["hail"].casefold(), called, at, found.start("hail"), start + len(whole))

    @cached_property
    def closing(self) -> int:
        """Where the closing begins; the length of the body if there is none."""
        end = len(self.body)
        lines: list[tuple[int, str]] = []
        while end > 0 and len(lines) < _LAST_LINES:
            start = self.body.rfind("\n", 0, end) + 1
            lines.append((start, self.body[start:end]))
            end = start - 1
        for start, line in lines:
            if len(line) < 80 and _CLOSING.fullmatch(line):
                return start
        named = [start for start, line in lines if self._is_name(line)]
        return named[-1] if named else len(self.body)

    def _is_name(self, line: str) -> bool:
        plain = line.strip(" ,.\u2014-\r\t").casefold()
        return bool(plain) and any(
            plain in {signer.casefold(), *signer.casefold().split()[:1]} for signer in self.signers
        )

    @cached_property
    def core_span(self) -> Span:
        """From after the greeting to before the closing."""
        start = self.greeting.end if self.greeting else 0
        return start, max(start, self.closing)

    @cached_property
    def core(self) -> list[Token]:
        """The words between greeting and closing."""
        return self.between(*self.core_span)

    @cached_property
    def signature(self) -> str:
        """Everything from the closing on."""
        return self.body[self.closing :]

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the core, without blanks around them, and only those with a word in them."""
        return self._pieces(_BREAK)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs of the core."""
        return self._pieces(_BLANK)

    def _pieces(self, pattern: re.Pattern[str]) -> list[Span]:
        start, end = self.core_span
        pieces, place = [], start
        for found in pattern.finditer(self.body, start, end):
            pieces.append((place, found.end()))
            place = found.end()
        pieces.append((place, end))
        return [span for a, b in pieces if (span := self._trimmed(a, b))]

    def _trimmed(self, start: int, end: int) -> Span | None:
        words = self.between(start, end)
        if not words:
            return None
        return words[0].start, start + len(self.body[start:end].rstrip())

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """Where sentences begin, and lines: a capital there says nothing."""
        starts = {start for start, _ in self.sentences}
        return frozenset(
            starts | {found.end() for found in re.finditer(r"(?:^|[\n:\"\u201c(])[ \t>*\u2022-]*", self.body)}
        )

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds a place; an empty one outside the core."""
        number = bisect_left(self.sentences, (place + 1,)) - 1
        if number >= 0 and place < self.sentences[number][1]:
            return self.sentences[number]
        return place, place

    @cached_property
    def hits(self) -> dict[str, list[Span]]:
        """By topic, where the lexicon's phrases stand in the body."""
        return self._located(PHRASES.find([token.low for token in self.words]), self.words)

    @cached_property
    def subject_hits(self) -> dict[str, list[Span]]:
        """The same in the subject."""
        return self._located(PHRASES.find([token.low for token in self.subject_words]), self.subject_words)

    def _located(self, hits: Iterator[Hit], words: list[Token]) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for hit in hits:
            if not crosses_a_stop(self.body if words is self.words else self.subject, words, hit):
                found.setdefault(hit.topic, []).append((words[hit.first].start, words[hit.last].end))
        return found

    def has(self, topic: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a phrase of the topic begins in that stretch of the body, without bounds anywhere in it."""
        spans = self.hits.get(topic, [])
        place = bisect_left(spans, (start,))
        return place < len(spans) and (end is None or spans[place][0] < end)

    @cached_property
    def core_stems(self) -> frozenset[str]:
        """The stems of the core's words."""
        return frozenset(stem(token.low) for token in self.core)

    def stems_in(self, start: int, end: int) -> frozenset[str]:
        """The stems of the words in a stretch."""
        return frozenset(stem(token.low) for token in self.between(start, end))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often each lower-case word stands in the body."""
        found: dict[str, int] = {}
        for token in self.words:
            found[token.low] = found.get(token.low, 0) + 1
        return found


def covers(spans: list[Span], place: int) -> bool:
    """Whether one of the sorted spans, none inside another, holds the place."""
    number = bisect_left(spans, (place + 1,)) - 1
    return number >= 0 and place < spans[number][1]


def crosses_a_stop(text: str, words: list[Token], hit: Hit) -> bool:
    """Whether a sentence ends inside the phrase."""
    between = (text[words[n].end : words[n + 1].start] for n in range(hit.first, hit.last))
    return any(gap != " " and _STOP.search(gap) for gap in between)
