"""What a note leaves out, put back where there is only one way to do it.

"waste down 12 %" lacks its verb, "dad was a butcher" whose father, "was at Bristol same year as me" its article. What
is no more than the note-taker's emphasis goes: "more claims than ever" was a talk about claims.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.lexicon import first_of
from afterview.domain.writing.nouns import bare, head_end, is_noun_phrase

if TYPE_CHECKING:
    from afterview.domain.writing.lexicon import Lexicon

_SAME: Final = re.compile(r"(?<=\w\s)(?<!\bthe\s)(?<!\bthis\s)(?<!\bthat\s)(?<!\bvery\s)same(?=\s\w+)", re.IGNORECASE)
_TIMES: Final = re.compile(r"\s+(?:x ?\d+|\d+ ?x)$", re.IGNORECASE)
_AGED: Final = re.compile(r"\b(\w+)[ -](year|month|week)s?[ -]old(?=s?\b(?! \d))", re.IGNORECASE)
_NEW: Final = re.compile(
    r"(?P<before>\b(?:to|in|into|at|for|with|from|building|opening|launching)) new (?P<what>[a-z-]+)"
)
_LASTING: Final = re.compile(
    r"(?<= )(?P<where>[A-Z]\w+|there|here) (?P<long>(?:\d+|two|three|four|five|six|seven|eight|nine|ten) years)$"
)
_HALVES: Final = re.compile(r"\b(half \w+),? half\b", re.IGNORECASE)


def completed(text: str, lex: Lexicon, *, is_person: bool) -> str:
    """The fragment with what it lacks, as far as that is sure."""
    text = _LASTING.sub(r"\g<where> for \g<long>", _TIMES.sub("", text))
    text = _HALVES.sub(r"\1 and half", text)
    text = _AGED.sub(r"\1-\2-old", _SAME.sub("the same", text))
    text = _NEW.sub(lambda found: _one(found, lex), text)
    if is_person:
        return _whose(text, lex)
    if found := lex.match("than_ever", text):
        text = found["what"]
    if is_noun_phrase(head := lex.patterns["tentative"].sub("", text), lex):
        text = head
    return _with_copula(text, lex)


def _one(found: re.Match[str], lex: Lexicon) -> str:
    """Moves to new building -> moves to a new building."""
    article = "a " if found["what"] in lex.countable else ""
    return f"{found['before']} {article}new {found['what']}"


def _whose(text: str, lex: Lexicon) -> str:
    """Dad was a butcher -> his dad was a butcher: kin of whom nobody says whose they are, with a verb behind them."""
    words = bare(text)
    place = 1 if words[0] in lex.grammar["elder"] and len(words) > 1 else 0
    rest = " ".join(words[place + 1 :])
    if not (words[place] in lex.kin or words[place].endswith("-in-law")) or not rest:
        return text
    follows = words[place + 2] if words[place + 1] in lex.adverbs and rest.count(" ") else words[place + 1]
    is_verb = follows in lex.finite or follows in lex.verbs.pasts or follows in lex.verbs.thirds
    is_verb = is_verb or (lex.is_plural(words[place]) and follows in lex.verbs.bases)
    return f"his {text[0].lower()}{text[1:]}" if is_verb else text


def _with_copula(text: str, lex: Lexicon) -> str:
    """Waste down 12 % -> waste is down 12 %; of what number a long name is, nobody knows for sure: only it is kept."""
    found = lex.match("up_or_down", text)
    if not found or lex.has_finite(found["what"]) or not is_noun_phrase(found["what"], lex):
        return text
    words = bare(found["what"])
    is_many, is_one = lex.is_plural(words[-1]), not lex.is_plural(words[head_end(words, lex) - 1])
    if is_many == is_one or first_of(text).endswith("ing"):
        return str(found["what"])
    return f"{found['what']} {'are' if is_many else 'is'} {found['how']}"
