"""What the user thought of it stays with the user: a verdict is taken out of a note, or the note is left alone.

"Painful migration from Oracle" was a talk about the migration; to call it painful is not the guest's part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.writing.fragments import mentions
from afterview.domain.writing.lexicon import first_of
from afterview.domain.writing.nouns import bare, is_noun_phrase

if TYPE_CHECKING:
    from afterview.domain.writing.lexicon import Lexicon


def untroubled(text: str, lex: Lexicon) -> str:
    """What gives trouble, without the trouble: struggling with agency costs -> agency costs; X loses users -> X."""
    if found := lex.match("trouble_with", text):
        return str(found["topic"])
    if (found := lex.match("worst_is", text)) and is_noun_phrase(found["topic"], lex):
        return str(found["topic"])
    text = _unworsened(text, lex)
    found = lex.match("trouble", text)
    if not found or lex.has_finite(found["subject"]) or not is_noun_phrase(found["subject"], lex):
        return text
    return text if lex.is_folk(bare(found["subject"])[-1]) else str(found["subject"])


def _unworsened(text: str, lex: Lexicon) -> str:
    """What has got worse is named and not reported: query rates doubled after the switch -> query rates after ..."""
    found = lex.match("rose", text) or lex.match("sank", text)
    if not found or lex.has_finite(found["what"]) or not is_noun_phrase(found["what"], lex):
        return text
    words = bare(found["what"])
    is_bad = any(word.removesuffix("s") in lex.grammar["unwelcome"] for word in words)
    since = found["since"] or ""
    if is_bad != (found.re is lex.patterns["rose"]):
        return text
    is_event = since and is_noun_phrase(since.split(" ", 1)[1], lex) and not lex.verbs.pasts & set(bare(since))
    return f"{found['what']} {since}" if is_event else str(found["what"])


def tactful(text: str, lex: Lexicon) -> str:
    """The fragment without its verdict, or empty if nothing else is said: CI is slow -> CI; terrible docs -> docs."""
    text = _without_verdict(_subject_of_verdict(text, lex), lex)
    return "" if mentions(text, lex.grammar["harsh"]) else text


def _subject_of_verdict(text: str, lex: Lexicon) -> str:
    found = lex.match("verdict", text)
    if not found or found["what"].lower() not in lex.verdicts:
        return text
    subject = found["subject"]
    first = first_of(subject)
    if lex.has_finite(subject) or any(word in lex.relatives for word in bare(subject)):
        return text
    is_person = first in {"he", "she", "they", "you", "it", "this", "that"}
    return "" if is_person or first in lex.verbs.thirds else subject


def _without_verdict(text: str, lex: Lexicon) -> str:
    """A word of praise or blame before the noun goes, with what makes it stronger."""
    words = text.split()
    start = 1 if words and words[0].lower() in {"a", "an", "the", "their", "our", "his", "her", "some"} else 0
    end = start
    while end < len(words) and words[end].lower() in {"very", "really", "so", "pretty", "too", "super", "quite"}:
        end += 1
    while end < len(words) and words[end].lower().strip(",") in lex.grammar["blame"]:
        end += 1
    is_verdict = end > start and words[end - 1].lower().strip(",") in lex.grammar["blame"]
    if not is_verdict or end == len(words):
        return text
    article = "the" if start and words[0].lower() in {"a", "an"} else words[0] if start else ""
    return f"{article} {' '.join(words[end:])}".strip()
