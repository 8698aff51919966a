"""What is written short in a note, written out: short forms, measures, days, months, and names with their capitals."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ON_CALL: Final = re.compile(r"\bon call\b(?! (?:with|to)\b)", re.IGNORECASE)
_IS: Final = re.compile(
    r"\b(?!(?:he|she|it|that|what|who|let)'s)(\w+)'s(?=\s(?:in|on|at|an?|the|not|still|all|very|too|so|now|from)\b)",
    re.IGNORECASE,
)
_WOULD: Final = re.compile(r"\b(what|how|if|why|when|where|whether|which \w+) id\b")
_QUARTER: Final = re.compile(r"\bq([1-4])\b")
_DAY: Final = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?$")
_MARKS: Final = ",.;:!?"


def spell(text: str, grammar: Mapping[str, Any]) -> str:
    """Short forms written out: w/ -> with, oncall -> on-call, 4h -> 4 hours, in jan -> in January, kafka -> Kafka."""
    text = _WOULD.sub(r"\1 I'd", _kin(tuple(grammar["family"])).sub(r"\1 is", text))
    text = _QUARTER.sub(r"Q\1", _ON_CALL.sub("on-call", _IS.sub(r"\1 is", text)))
    words = _measures(text, grammar["units"]).split()
    spelled = (_spelled(word, grammar["spelling"]) for word in words)
    known, longest = _names(tuple(grammar["proper"]))
    text = longest.sub(lambda found: known[found[0]], " ".join(spelled))
    return _dated(text.split(), grammar)


def _spelled(word: str, spelling: Mapping[str, str]) -> str:
    if word in spelling:
        return spelling[word]
    core = word.rstrip(_MARKS)
    return f"{spelling.get(core, spelling.get(core.lower(), core))}{word[len(core) :]}" if core else word


def _measures(text: str, units: Mapping[str, str]) -> str:
    """4h -> 4 hours, 120/hr -> 120 an hour."""
    counted, each = _unit_patterns(tuple(units))

    def long(found: re.Match[str]) -> str:
        short, unit = found["unit"].lower(), units[found["unit"].lower()]
        is_one = found["count"] == "1" or short == unit
        return f"{found['count']} {unit}" if is_one else f"{found['count']} {unit}s"

    def one(found: re.Match[str]) -> str:
        unit = units[found["unit"].lower()]
        return f" an {unit}" if unit == "hour" else f" a {unit}"

    return counted.sub(long, each.sub(one, text))


@lru_cache(maxsize=8)
def _unit_patterns(units: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms = "|".join(sorted(units, key=len, reverse=True))
    counted = rf"(?<![\w.,/-])(?P<count>\d[\d.]*)\s?(?P<unit>{forms})\b(?![/-])"
    return re.compile(counted, re.IGNORECASE), re.compile(
        rf"(?:(?<=\w\w)|(?<=[\d%]))/(?P<unit>{forms})\b", re.IGNORECASE
    )


def _dated(words: list[str], grammar: Mapping[str, Any]) -> str:
    """On monday -> on Monday, since jan -> since January; "march" and "may" are months only after a word of time."""
    days, months, leads = grammar["days"], grammar["months"], grammar["before_dates"]
    for place, word in enumerate(words):
        core = word.rstrip(_MARKS)
        low = core.lower()
        is_led = place > 0 and (words[place - 1].lower() in leads or bool(_DAY.match(words[place - 1])))
        is_short = low in grammar["short_dates"]
        is_sure = low not in grammar["doubtful_dates"] and (not is_short or (place == 0 and core.islower()))
        name = days.get(low) or months.get(low)
        if name and (is_led or is_sure):
            words[place] = f"{name}{word[len(core) :]}"
    return " ".join(words)


@lru_cache(maxsize=8)
def _kin(family: tuple[str, ...]) -> re.Pattern[str]:
    """Daughter's learning the drums: of kin the -s before an activity is the verb."""
    return re.compile(rf"\b({'|'.join(family)})'s(?= \w{{2,}}ing\b)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _names(names: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    known = {name.lower(): name for name in names}
    longest_first = sorted(known, key=len, reverse=True)
    return known, re.compile(rf"(?<![\w'/.@-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w/@-])")
