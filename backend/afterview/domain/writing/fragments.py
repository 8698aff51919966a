"""A note as it was typed, made ready to be woven.

Tidied, taken apart into fragments, and looked at for what must stay out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.writing.spelling import spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f\u00ad]")
_PICTURES: Final = re.compile(r"[\U0001f000-\U0001faff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u20e3]")
_ARROWS: Final = re.compile(r"\s*[\u2190-\u21ff]\s*")
_LINE: Final = re.compile(r"[\r\n]+")
_BULLET: Final = re.compile(r"^\s*(?:[-*•·‣>+]+|\d{1,2}[.)])\s+")
_LABEL: Final = re.compile(
    r"^(?:q|a|hobby|hobbies|fun fact|topics?|notes?|personal|person|work|company|concept|misc|other|background"
    r"|interests?|btw|also|re|fyi|takeaway|key point|main point|whiteboard(?:ing)?|live coding|pairing|pair programming"
    r"|take-?home|small talk|tech(?:nical)? screen|system design)(?:\s*[:–—]|\s-)\s*",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"\s*[(\[{][^()\[\]{}]*[)\]}]")
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'"})
_ADDRESS: Final = re.compile(r"https?:|www\.|\S+@\S+\.\S+|\b\S+\.(?:com|org|io|net)/")
_ENDS: Final = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\betc)(?<!\besp)(?<!\bincl)(?<!\bapprox)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bInc)(?<!\bno)"
    r"(?<!\b[A-Za-z])[.!](?=\s)"
    r"|(?<=\?)\s|;\s|\s[-–—]+\s|—|\s/\s|\s\+\s",
)
_ASIDES: Final = re.compile(
    r"(?:[\s,.]+(?:lol|haha+|hehe|imo|tbh|btw|iirc|afaik|fwiw|small world|i think|i guess|i believe|etc))+\W*$",
    re.IGNORECASE,
)
_ACCENTED: Final = re.compile(r"\b(?!caf|clich|na[iï]v|r[eé]sum|souffl|jalape|fianc)[a-z]*[à-öø-ÿßœ][a-zà-öø-ÿœ]*")
_ARROW: Final = re.compile(r"\s[-=]>\s")
_TURNS: Final = re.compile(
    r",\s+(?:and |but |so |then |and then )?(?=(?:he|she|they|we|i|i'm|i'd|i've|which)\b)|\s+but\s+"
    r"|(?<!is)(?<!are)(?<!was)(?<!were)(?<!been)(?<!not)\s+so\s+(?!that\b|much\b|many\b|far\b|on\b|long\b|as\b)",
    re.IGNORECASE,
)
_CHAINED: Final = re.compile(r" and (?=(?:he|she|they|we|i)\b)", re.IGNORECASE)
LONGEST_PAIR: Final = 2
"""Spaces before an "and he": with fewer it may join two subjects, "his old boss and he"."""
_QUOTATION: Final = re.compile(r'^[^"]{0,30}"[^"]+"[.!?]?$')
_MARKS: Final = " \t.,;:!*_~-–—\"'"


def lines_of(text: str) -> list[str]:
    """The note's lines, without bullets, labels, pictures, asides in parentheses, and in straight quotes."""
    text = _PICTURES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).translate(_QUOTES)
    text = _ARROWS.sub(" -> ", text)
    lines = (_LABEL.sub("", _BULLET.sub("", line)) for line in _LINE.split(text))
    return [line for raw in lines if (line := " ".join(_ASIDE.sub("", raw).split()))]


def fragments_of(text: str, grammar: Mapping[str, Any]) -> list[str]:
    """The note's fragments, each about one thing; "asked about X, they have Y" is two. A quotation stays whole."""
    pieces = [piece for line in lines_of(text) for piece in ([line] if _QUOTATION.search(line) else _pieces(line))]
    return [spelled for piece in pieces if (spelled := spell(_bare(piece), grammar))]


def _pieces(line: str) -> list[str]:
    """What follows an arrow is where it goes to, and says nothing alone."""
    sentences = (_ARROW.split(sentence)[0] for sentence in _ENDS.split(line))
    return [part for sentence in sentences for turn in _TURNS.split(sentence) for part in _unchained(turn)]


def _unchained(turn: str) -> list[str]:
    """I asked about growth and she said ...: after some words an "and she" begins another sentence."""
    found = next((one for one in _CHAINED.finditer(turn) if turn[: one.start()].count(" ") >= LONGEST_PAIR), None)
    return [turn[: found.start()], *_unchained(turn[found.end() :])] if found else [turn]


def _bare(piece: str) -> str:
    """Without the marks around it, but with both of its quotation marks or none."""
    piece = _ASIDES.sub("", piece)
    quoted = piece.strip(_MARKS.replace('"', ""))
    bare = quoted.strip(_MARKS)
    is_quotation = quoted.startswith('"') and quoted.endswith('"') and quoted != bare
    return quoted if is_quotation or bare.count('"') % 2 else bare


@lru_cache(maxsize=64)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


def mentions(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of these words or phrases stands in the text."""
    phrases = tuple(phrases)
    return bool(phrases) and bool(_any_of(phrases).search(text.translate(_QUOTES)))


def is_readable(text: str, grammar: Mapping[str, Any]) -> bool:
    """Whether the fragment is in the language's script and, as far as one can tell, in the language.

    Else it is not woven.
    """
    letters = [letter for letter in text if letter.isalpha()]
    own = sum(unicodedata.name(letter, "").startswith(grammar["letters"]) for letter in letters)
    if len(letters) <= 1 or own < len(letters) * 0.8 or _ADDRESS.search(text):
        return False
    words = re.findall(r"[^\W\d_]+", text.lower())
    is_foreign = any(word in grammar["foreign"] for word in words) or bool(_ACCENTED.search(text))
    return not (is_foreign and not any(word in grammar["english"] for word in words)) and not _shouts(text)


def _shouts(text: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) > 1 and all(word.isupper() for word in words)
