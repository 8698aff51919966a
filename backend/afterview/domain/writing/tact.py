"""What the user thought of it stays with the user: a verdict is taken out of a note, or the note is left alone.

"Painful migration from Oracle" was a talk about the migration; to call it painful is not the guest's part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.writing.fragments import mentions
from afterview.domain.writing.lexicon import first_of
from afterview.domain.writing.nouns import bare

if TYPE_CHECKING:
    from afterview.domain.writing.lexicon import Lexicon


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
