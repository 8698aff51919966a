"""Notes in a language without tables of every word: what is certain is said, what looks like a heading is named.

A note is tried as a question that was asked (``Ihre Frage, wie ...,``), as what somebody does (``clauses``), as a thing
that was talked about (``headings``). All else is offered to the user. Tables: the language's ``grammar.toml``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.clauses import clause, towards_you
from afterview.domain.writing.forms import Form, Woven
from afterview.domain.writing.fragments import lines_of, mentions
from afterview.domain.writing.headings import heading
from afterview.domain.writing.language import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from afterview.domain.writing.language import Language

_ENDS: Final = re.compile(
    r"(?<!\b\d)(?<!\b\w)(?<!\bSt)(?<!\bDr)(?<!\bca)(?<!\bNr)(?<!\bMio)(?<!\bMrd)(?<!\bbzw)(?<!\binkl)(?<!\bggf)\.(?=\s)"
    r"|[;!]|\s[-–—]+\s"
)
_REST: Final = re.compile(r",.*$")
LONGEST_QUESTION: Final = 14
"""Words that a question may have to be named in a sentence."""


@lru_cache(maxsize=8192)
def jotted(text: str, code: str, names: tuple[str, ...] = (), *, is_familiar: bool, is_person: bool) -> Woven | None:
    """The note in a form for frames, or None. ``names``: what its person is called."""
    language = load(code, is_familiar=is_familiar)
    grammar = language.grammar
    if mentions(text, grammar["private"]) or mentions(text, grammar["harsh"]) or text.rstrip().endswith("?"):
        return None
    tried = (_shape(piece, language, names, is_person=is_person) for piece in _pieces(text))
    return next((woven for woven in tried if woven), None)


def _pieces(text: str) -> Iterator[str]:
    """The sentences of the note, none of which may point back at another."""
    for line in lines_of(text):
        yield from (piece for one in _ENDS.split(line) if (piece := one.strip(" .,:*")))


def _shape(piece: str, language: Language, names: Sequence[str], *, is_person: bool) -> Woven | None:
    begun = _REST.sub("", piece)
    return (
        _question(piece, language)
        or clause(begun, language, names, is_person=is_person)
        or heading(begun, language.grammar, is_familiar=language.is_familiar, is_person=is_person)
    )


def _question(piece: str, language: Language) -> Woven | None:
    """Fragte, wie ich den Umzug angehen würde -> Ihre Frage, wie ich den Umzug angehen würde,."""
    lead = language.grammar["lead"]
    opening = "|".join(sorted(lead["asked"], key=len, reverse=True))
    found = re.match(
        rf"^(?:{opening}),?\s+(?P<rest>(?:{'|'.join(lead['question_words'])})\s[^,:]+)$", piece, re.IGNORECASE
    )
    words = towards_you(found["rest"].split(), is_familiar=language.is_familiar) if found else None
    unsafe = set(language.grammar["unsafe"]["words"]) - {*lead["question_words"], "ich", "zu"}
    if not words or len(words) > LONGEST_QUESTION or not words[-1].islower() or unsafe & set(words):
        return None
    said = f"{'deine' if language.is_familiar else 'Ihre'} Frage, {' '.join(words)},"
    return Woven(Form.TOPIC, said, said)
