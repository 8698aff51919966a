"""Notes in a language whose verbs nobody has told yet: what is plainly a heading is named in quotation marks.

``quotes`` in the language's ``grammar.toml`` says how; ``no_heading`` has the words that give a sentence or a verdict
away, ``noun_endings`` the ends of first words that end like a verb and are none. All else is offered to the user.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from afterview.domain.writing.forms import Form, Woven
from afterview.domain.writing.fragments import mentions

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST: Final = 8
"""Words of a heading."""
_MARKS: Final = frozenset(',;:.!?\u201e\u201c"')


def heading(text: str, grammar: Mapping[str, Any]) -> Woven | None:
    """The note as a topic: a capital first, few words, no mark of a sentence, no verb that is known."""
    text = " ".join(text.split()).rstrip(" .")
    words = text.split()
    if not words or len(words) > LONGEST or _MARKS & set(text) or mentions(text, grammar["private"]):
        return None
    if not _may_be_noun(words[0], grammar) or any(word.lower() in grammar["no_heading"] for word in words):
        return None
    said = str(grammar["quotes"]).format(it=text)
    return Woven(Form.TOPIC, said, said)


def _may_be_noun(word: str, grammar: Mapping[str, Any]) -> bool:
    is_capital = word[:1].isupper() and word.isascii() | word.isalpha()
    return is_capital and (not word.endswith("t") or word.lower().endswith(tuple(grammar["noun_endings"])))
