"""How a note.

As it was typed, becomes part of a sentence to the person it is about. Nothing is added to what it says.

What is private, in another script or language, or shaped like nothing that can be said safely is not woven; it is
offered to the user as it is (``points.unwoven_notes``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.forms import Form, Woven
from afterview.domain.writing.fragments import fragments_of, is_readable, mentions
from afterview.domain.writing.language import DEFAULT
from afterview.domain.writing.lexicon import first_of, lexicon, looks_third
from afterview.domain.writing.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.writing.lexicon import Lexicon

_READER: Final = frozenset({"he", "she", "they", "he's", "she's", "they're", "you", "we", "i"})
LONGEST_PAIR: Final = 18
"""Words that two fragments may have to be said in one breath."""
_LEADING: Final = re.compile(
    r"^(?:(?:and|but|so|then|plus|also|btw|oh|well|ok|okay|super|very|really|i think|i believe|fun fact"
    r"|(?:it )?turns out(?: that)?|(?:we |i )?(?:found out|learned|learnt|discovered)(?: that)?"
    r"(?!,?\s+(?:to|about|how|from)\b))[,:]?\s+)+",
    re.IGNORECASE,
)
_CUTS: Final = re.compile(
    r"(?:(?P<comma>,)\s+(?:(?:and|but|then)\s+)*|\s+and\s+)(?=(?P<first>\w+)(?:\s+(?P<second>\w+))?)"
)
_DEPENDENT: Final = re.compile(r"\b(?:it|them|their|this|these|those|one|there)\b", re.IGNORECASE)
_DASH: Final = re.compile(r"\s[-–—]+\s|—|->|=")
_WORD: Final = re.compile(r"[^\W\d_][\w'-]*|\d[\w.,%'-]*")
_ENDINGS: Final = ("ing", "ies", "es", "ed", "s")


@lru_cache(maxsize=8192)
def weave(text: str, code: str, names: tuple[str, ...] = (), *, is_person: bool = False) -> Woven | None:
    """The note in a form for frames, or None.

    ``names``: what its person is called; ``is_person``: of the person channel.
    """
    lex = lexicon(code)
    if lex is None or mentions(text, lex.grammar["private"]):
        return None
    shaped = (shape(fragment, lex, is_person=is_person) for fragment in _fragments(text, names, lex))
    found = [woven for woven in shaped if woven]
    if not found:
        return None
    return _joined(found[0], found[1], text, lex) if len(found) > 1 else found[0]


def _fragments(text: str, names: tuple[str, ...], lex: Lexicon) -> Iterator[str]:
    """The fragments that stand on their own: the first, and others that point back at nothing."""
    pieces = [part for piece in fragments_of(text, lex.grammar) for part in _parted(_nameless(piece, names), lex)]
    for place, piece in enumerate(pieces):
        if not is_readable(piece, lex.grammar):
            return
        if place == 0 or not (_DEPENDENT.search(piece) or _is_of_another(pieces[:place], piece, lex)):
            yield _LEADING.sub("", piece)


def _is_of_another(before: list[str], piece: str, lex: Lexicon) -> bool:
    """Has a son, he plays chess: who "he" is, nobody knows when a child or a dog was named before."""
    subject, verb = first_of(before[0]), first_of(piece)
    is_told = lex.has_finite(before[0]) and not (
        subject in _READER or subject in lex.finite or subject in lex.verbs.thirds
    )
    if is_told and verb in lex.verbs.thirds:  # the team is small, uses Kafka
        return True
    names_another = any(word.strip(",.").lower() in lex.theirs for part in before for word in part.split())
    return names_another and first_of(piece).split("'")[0] in {"he", "she", "they", "his", "her", "its", "their"}


def _parted(text: str, lex: Lexicon) -> list[str]:
    """Taken apart where a comma or an "and" begins another sentence.

    "restores boats, has two of them and told me about it".
    """
    cuts = [found for found in _CUTS.finditer(text) if found.start() and _begins_anew(found, text, lex)]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(text)]
    parts = [part for start, end in zip(starts, ends, strict=True) if (part := text[start:end].strip())]
    return [kept for part in parts for kept in _kindly(part, lex)]


def _kindly(part: str, lex: Lexicon) -> list[str]:
    """Loves crime novels and hates spoilers: what is left out must not take the other half with it."""
    if not mentions(part, lex.grammar["unkind"]):
        return [part]
    return [half for half in part.split(" and ") if len(half.split()) > 1]


def _begins_anew(cut: re.Match[str], text: str, lex: Lexicon) -> bool:
    first, second = cut["first"].lower(), (cut["second"] or "").lower()
    if first in lex.speech and first not in lex.verbs.bases:
        return True
    if first in lex.verbs.pasts and second in {"me", "us"}:
        return True
    if not cut["comma"]:
        return False
    is_verb = first in lex.verbs.thirds and first not in lex.verbs.homographs
    is_verb = is_verb or lex.is_past(text[cut.end() :])
    looks_verb = looks_third(first) and second in lex.determiners
    is_sentence = lex.has_finite(text[cut.end() :]) and not lex.has_finite(text[: cut.start()])
    return is_verb or looks_verb or (is_sentence and first not in lex.relatives and first not in lex.finite)


def _nameless(text: str, names: tuple[str, ...]) -> str:
    """Sam's boat -> your boat; Sam restores -> restores: so that one set of rules does for both."""
    for name in names:
        text = re.sub(rf"\b{re.escape(name)}'s\b", "your", text)
        text = re.sub(rf'^{re.escape(name)}\s*[:,]?\s*(?=")', "said ", text)
        text = re.sub(rf"^{re.escape(name)}\s+(?=are\b|were\b|have\b)", "they ", text)
        text = re.sub(rf"^(?:{re.escape(name)} and (?:I|me)|(?:I|me) and {re.escape(name)})\b", "we", text)
        text = re.sub(rf"^{re.escape(name)}[,:]?\s+(?!and\b)(?=\w)", "", text)
    return text


def _joined(first: Woven, second: Woven, text: str, lex: Lexicon) -> Woven:
    """On-call, and your 3 rotations: two things to talk about in one breath, where they are short.

    What stands behind a dash explains the first and is no second thing.
    """
    both = f"{first.topic} and {second.topic}"
    is_verb = first_of(second.topic) in lex.verbs.thirds or (" " not in second.topic and not lex.is_noun(second.topic))
    fits = first.form is Form.TOPIC and second.topic and not is_verb and len(both.split()) <= LONGEST_PAIR
    is_thing = second.topic.startswith("your ") or (second.form is Form.TOPIC and not _DASH.search(text))
    is_thing = is_thing and first_of(second.topic) not in lex.relatives
    simple = (
        is_thing and " and " not in first.topic and "," not in both and first_of(second.topic) != first_of(first.topic)
    )
    return replace(first, text=both, topic=both) if fits and simple else first


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stems, to compare a note with a text."""
    lex = lexicon(DEFAULT)
    plain = lex.function_words if lex else frozenset[str]()
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in words if len(word) > len("the") and word not in plain)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= len("run"):
            return word[: -len(ending)]
    return word.rstrip("e")
