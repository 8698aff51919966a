"""Verb forms and pronouns as a note needs them when it is turned towards the person it is about.

Which words there are stands in the language's ``grammar.toml``; the endings are those of English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

VOWELS: Final = "aeiou"
_HISSING: Final = ("shes", "ches", "sses", "xes", "zzes", "oes")


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verb forms of a grammar.

    ``thirds`` and ``pasts`` lead to the form after "you", ``bases`` are the plain ones.
    """

    thirds: Mapping[str, str]
    pasts: frozenset[str]
    bases: frozenset[str]
    homographs: frozenset[str]
    stative: frozenset[str]
    doubled: frozenset[str]

    @classmethod
    def of(cls, grammar: Mapping[str, Any]) -> Verbs:
        """From the tables of ``grammar.toml``."""
        bases = frozenset(grammar["verbs"]) | frozenset(grammar["homographs"])
        doubled = frozenset(grammar["doubled"])
        thirds = {third(base): base for base in bases} | dict(grammar["irregular"])
        pasts = frozenset(past(base, doubled) for base in bases - {"be", "see"}) | frozenset(grammar["past"]["forms"])
        homographs = frozenset(third(base) for base in grammar["homographs"])
        return cls(thirds, pasts, bases, homographs, frozenset(grammar["stative"]), doubled)

    @property
    def doubtful(self) -> frozenset[str]:
        """Plain forms that are as often nouns: test, plan."""
        return frozenset(self.thirds[form] for form in self.homographs)

    def is_surely_one(self, base: str) -> bool:
        """Whether the word is the plain form of a verb, and not as often a noun."""
        return base in self.bases and third(base) not in self.homographs

    def forms_of(self, base: str) -> tuple[str, str, str]:
        """Say, says and the regular past."""
        return base, third(base), past(base, self.doubled)

    def is_gerund(self, form: str) -> bool:
        """Restoring, running: the -ing form of a verb that is known."""
        stem = form.removesuffix("ing")
        return bool({stem, f"{stem}e", stem[:-1]} & self.bases)

    def gerund(self, base: str) -> str:
        """Restore -> restoring; empty for a verb that makes no activity (have, think)."""
        if base in self.stative:
            return ""
        if base.endswith("ie"):
            return f"{base[:-2]}ying"
        if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
            return f"{base[:-1]}ing"
        return f"{base}{base[-1]}ing" if base in self.doubled else f"{base}ing"


def third(base: str) -> str:
    """Restore -> restores, teach -> teaches, carry -> carries."""
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in VOWELS else f"{base}s"


def past(base: str, doubled: frozenset[str]) -> str:
    """Restore -> restored, carry -> carried, plan -> planned; irregular verbs stand in the grammar."""
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in doubled else f"{base}ed"


@lru_cache(maxsize=512)
def plain(form: str) -> str:
    """The plain form of a third person that no table knows: juggles -> juggle, watches -> watch, carries -> carry."""
    if form.endswith("ies") and len(form) > len("ties"):
        return f"{form[:-3]}y"
    return form[:-2] if form.endswith(_HISSING) else form[:-1]


_NOT_POSSESSED: Final = (
    r"(?=\s*(?:$|[,.;:!?]|(?:about|in|on|at|for|with|from|to|by|and|or|but|how|why|that|what|when|if|as|off|up|a|an|the"
    r"|than|my|his|our|this|some|too|yesterday|today|again|then|afterwards|home|most(?=\s*(?:$|when|about|in|at|was)))\b))"
)
_OBJECT_HER: Final = re.compile(rf"\bher\b{_NOT_POSSESSED}", re.IGNORECASE)
_PERFECT: Final = (
    r"(?:(?:once|already|just|also|always|really) )?(?:\w{2,}ed|been|done|seen|gone|come|become|taken|given|written"
    r"|driven|flown|bought|built|left|lost|found|had|met|won|run)\b"
)
_LATELY: Final = r"(?:just|recently|already|also) (?:\w{2,}ed|bought|built|got|had|sold|won|taken)\b"
_SIMPLE: Final = tuple(
    (re.compile(rf"\b{pattern}\b", re.IGNORECASE), to)
    for pattern, to in (
        (r"(?:he|she)'s (?=(?:been|got|had|done|worked|lived|run|built)\b)", "you have "),
        (rf"(?:he|she)'s (?={_LATELY})", "you have "),
        (r"(?:he|she)(?:'s| is)", "you are"),
        (r"they(?:'re| are)", "you are"),
        (r"they've", "you have"),
        (r"(?:he|she|they)'ll", "you will"),
        (rf"(?:he|she|they)'d(?= {_PERFECT})", "you had"),
        (r"(?:he|she|they)'d", "you would"),
        (r"(?:he|she) was", "you were"),
        (r"(?:he|she) has", "you have"),
        (r"(?:he|she) does", "you do"),
        (r"(?:himself|herself|themself)", "yourself"),
        (r"him", "you"),
        (r"his", "your"),
    )
)
_SUBJECT: Final = re.compile(r"\b(?:he|she)\s+((?:also|really|often|always|still|once|never)\s+)?(\w+)", re.IGNORECASE)
_THEY: Final = re.compile(r"\bthey\b", re.IGNORECASE)
_THEIR: Final = re.compile(r"\btheir\b", re.IGNORECASE)


_KEPT: Final = re.compile(r"\b(th)(?=ey\b|eir\b|em\b)", re.IGNORECASE)
_KEEP: Final = "\x00"


def to_you(text: str, of_others: str, verbs: Verbs, *, theirs_too: bool) -> str:
    """He, she, they and what is theirs, as said to them.

    ``of_others``: the rest of the text, where "they" are others; ``theirs_too``: "their" means the person, not somebody
    in the note.
    """
    text += _KEPT.sub(rf"\1{_KEEP}", of_others)
    for pattern, to in _SIMPLE:
        text = pattern.sub(to, text)
    text = _SUBJECT.sub(lambda found: f"you {found[1] or ''}{_second(found[2], verbs)}", text)
    has_they = bool(_THEY.search(text))
    text = _OBJECT_HER.sub("you", text)
    text = re.sub(r"\bher\b", "your", text, flags=re.IGNORECASE)
    text = _THEY.sub("you", text)
    return (_THEIR.sub("your", text) if theirs_too or has_they else text).replace(_KEEP, "")


def _second(form: str, verbs: Verbs) -> str:
    if form.lower() in verbs.thirds:
        return verbs.thirds[form.lower()]
    is_third = form.endswith("s") and not form.endswith(("ss", "us")) and form.lower() not in verbs.pasts
    return plain(form) if is_third else form
