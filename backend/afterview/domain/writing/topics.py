"""Something to talk about: what stands after "about" in a mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.forms import Form, Woven
from afterview.domain.writing.lexicon import first_of
from afterview.domain.writing.nouns import bare, is_noun_phrase, is_number, with_article

if TYPE_CHECKING:
    from afterview.domain.writing.lexicon import Lexicon


_WITH_THEM: Final = re.compile(r"\s+with (?:him|her|them|me|us)$", re.IGNORECASE)
_PRONOUNS: Final = frozenset(
    {"", "me", "him", "them", "us", "to", "i", "we", "he", "she", "they", "you", "i'm", "i've"}
)


def topic(text: str, lex: Lexicon, *, is_start: bool = False) -> Woven | None:
    """Something to talk about; ``is_start``: its capital may be that of a sentence's start."""
    text = _WITH_THEM.sub("", re.sub(r"^if\b", "whether", text.rstrip("? "), flags=re.IGNORECASE))
    text = turned(lex.patterns["own_part"].sub("", listed(text, lex)), lex)
    is_question = bool(lex.match("question_word", text))
    if text.startswith("whether I ") or first_of(text) in lex.vague or first_of(text) in _PRONOUNS:
        return None
    if not is_question and (lex.has_finite(text) or lex.hidden_verb(text.split()) or not is_noun_phrase(text, lex)):
        return None
    text = with_article(lex.to_you(lex.lowered(text) if is_start else text), lex)
    return Woven(Form.TOPIC, text, text)


def turned(text: str, lex: Lexicon) -> str:
    """At its start "our" would be read as the wrong side's, and goes; "their" is the reader's."""
    return lex.patterns["side"].sub(
        lambda found: "" if found[0].lower().startswith(("our", "the c")) else "your ", text
    )


def listed(text: str, lex: Lexicon) -> str:
    """Weekly releases, monthly retros -> weekly releases and monthly retros; what hangs on behind a comma goes."""
    text = lex.patterns["behind_comma"].sub("", text)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < len(["one", "other"]):
        return text.strip(", ")
    is_named = len(parts) == len(["it", "its name"]) and bare(parts[0])[0] in lex.determiners and parts[1].istitle()
    if not is_named and all(_is_item(part, lex) for part in parts):
        return text if " and " in text or " or " in text else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return parts[0]


def _is_item(part: str, lex: Lexicon) -> bool:
    """Short, a noun, and no measure: of "3 kids, 12 beds" nobody knows what the one has to do with the other."""
    words = bare(part.removeprefix("and ").removeprefix("or "))
    is_part = first_of(part) in {"especially", "mostly", "mainly"}  # says which of the first, and is no second
    is_verb = len(words) > 1 and (words[0].endswith("ing") or words[0] in lex.verbs.thirds)
    is_short = 1 <= len(words) <= len("four") and not is_verb and not is_part
    is_short = is_short and not lex.hidden_verb(part.split())
    return is_short and not any(is_number(word, lex) for word in words) and is_noun_phrase(part, lex)
