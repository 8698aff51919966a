"""The shapes that a note's fragment can have, told by simple rules in a fixed order; the first that fits decides.

Something that was talked about, a question, what both have, what the person does or is, a statement, a noun phrase. A
fragment that no rule fits is left alone: a sentence that is not there is better than one that is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.fragments import mentions
from afterview.domain.writing.lexicon import first_of
from afterview.domain.writing.nouns import is_noun_phrase, with_article
from afterview.domain.writing.persons import about_them, shared
from afterview.domain.writing.speech import question, quotation, speech
from afterview.domain.writing.statements import noun_phrase, statement
from afterview.domain.writing.tact import tactful, untroubled
from afterview.domain.writing.telegrams import completed

if TYPE_CHECKING:
    from afterview.domain.writing.forms import Woven
    from afterview.domain.writing.lexicon import Lexicon

_ODD: Final = re.compile(r"[^\w\s'.,%&/+#$€£\"-]|_|^\W|(?:^|\s)[^\w\s\"]+(?=\s|$)")
_NAMED: Final = re.compile(r"\s*[:=]\s+")


def shape(text: str, lex: Lexicon, *, is_person: bool) -> Woven | None:
    """The fragment in a form for frames, or None."""
    text = text if is_person else untroubled(text, lex)
    if mentions(text, lex.grammar["unkind"]) or first_of(text) in lex.grammar["own_tasks"]:
        return None
    if woven := quotation(text, lex):
        return woven
    text = _named(lex.patterns["label"].sub("", text), lex)
    if not (text := text if is_person and not mentions(text, lex.grammar["harsh"]) else tactful(text, lex)):
        return None
    text = completed(text, lex, is_person=is_person)
    woven = (
        speech(text, lex, is_person=is_person)
        or question(text, lex)
        or shared(text, lex)
        or about_them(text, lex, is_person=is_person)
    )
    if woven is None and not _is_refused(text, lex):
        woven = statement(text, lex, is_person=is_person) or noun_phrase(text, lex, is_person=is_person)
    return woven if woven and _is_sound(woven.text, lex) else None


def _named(text: str, lex: Lexicon) -> str:
    """Prep time: 50 minutes a day -> prep time. What is explained behind a colon can be named, but for a person."""
    name, *rest = _NAMED.split(text, maxsplit=1)
    low = name.lower()
    if not rest or low in lex.grammar["days"] or low in lex.grammar["months"]:
        return text
    if low in lex.grammar["exercises"] and is_noun_phrase(rest[0], lex):
        return f"{name} on {with_article(rest[0], lex)}"
    if low in lex.adjectives - {"a"}:
        return rest[0]
    if low in lex.grammar["their_own"]:
        return f"their {low}"
    is_somebody = name.istitle() and " " not in name and lex.lowered(name) == name
    return "" if is_somebody else name.split(",")[0]


def _is_refused(text: str, lex: Lexicon) -> bool:
    first = first_of(text)
    if (
        text.endswith("?")
        or lex.match("another_said", text)
        or first in lex.prepositions
        or first in lex.todo
        or first in lex.finite
        or first in lex.vague
    ):
        return True
    return first in lex.grammar["refused"] or first in lex.speech or first.split("'")[0] in {"i", "it", "that", "there"}


def _is_sound(text: str, lex: Lexicon) -> bool:
    words = text.split()
    is_whole = text.count('"') % 2 == 0 and not _ODD.search(text) and not lex.patterns["dangling"].search(text)
    return (
        is_whole
        and 1 <= len(words) <= lex.longest_words
        and (text.isupper() or sum(c.isalpha() for c in text) > len("it"))
    )
