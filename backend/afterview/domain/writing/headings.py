"""Something to talk about, in the fourth case, where a language's nouns have genders: Umzug -> den Umzug.

Where the gender isn't known, what is plainly a heading is named in quotation marks: das Thema „Backlog“. ``quotes`` in
``grammar.toml`` says how; ``no_heading`` has the words that give a sentence or a verdict away, ``noun_endings`` the
ends of first words that end like a verb and are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.writing.forms import Form, Woven
from afterview.domain.writing.fragments import mentions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TWO: Final = 2
LONGEST: Final = 8
"""Words of a heading."""
_MARKS: Final = frozenset(',;:!?„“"()/')
_GENDERS: Final = ("masculine", "feminine", "neuter", "plural")
_ARTICLES: Final = {"masculine": "den", "feminine": "die", "neuter": "das", "plural": ""}
_NOMINATIVE: Final = {"der": "masculine", "die": "", "das": ""}
_WEAK: Final = {"er": ("masculine", "en"), "es": ("neuter", "e"), "e": ("feminine", "e")}
_TALKED: Final = re.compile(
    r"^(?:wir )?(?:haben )?(?:uns )?(?:\w+ )?über (.+) (?:gesprochen|geredet|diskutiert|unterhalten|ausgetauscht)$"
)
_FIRST_VERB: Final = re.compile(r"(?:en|(?<!lich)t)$")
"""Behind the first noun: Kunden springen ab, Einarbeitung dauert drei Monate."""
_THEIRS: Final = re.compile(r"^(?:ihre|ihren|seine|seinen)$")


def heading(
    text: str, grammar: Mapping[str, Any], *, is_familiar: bool = False, is_person: bool = False
) -> Woven | None:
    """The note as a topic: few words, no mark of a sentence, no verb that is known."""
    text, case = _without_lead(text.rstrip(" ."), grammar["lead"])
    words = text.split()
    if not words or len(words) > LONGEST or _MARKS & set(text) or (mentions(text, grammar["family"]) and not is_person):
        return None
    if any(word.lower() in grammar["no_heading"] for word in words):
        return None
    known = _in_fourth_case(words, case, grammar, is_familiar=is_familiar, is_person=is_person)
    said = known or _quoted(words, case, grammar)
    return Woven(Form.TOPIC, said, said) if said else None


def _without_lead(text: str, lead: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """What stands behind "sprachen über", and the case that it is in; a note alone is in the first."""
    text = re.sub(r"^hat (?:mich )?nach (.+) gefragt$", rf"{lead['dative'][0]} \1", text)
    text = _TALKED.sub(rf"{lead['accusative'][0]} \1", text)
    for case in ("accusative", "dative"):
        for opening in lead[case]:
            if text.lower().startswith(f"{opening.lower()} "):
                return text[len(opening) + 1 :], case
    return text, "nominative"


def _in_fourth_case(
    words: list[str], case: str, grammar: Mapping[str, Any], *, is_familiar: bool, is_person: bool
) -> str:
    """With its article, where that is certain; else empty."""
    noun = next((place for place, word in enumerate(words) if word[:1].isupper()), len(words))
    if noun == len(words) or not _is_plain(words[noun + 1 :], grammar):
        return ""
    kind = gender(words[noun], grammar)
    if noun == 0:
        return _alone(words, kind)
    if words[0] in grammar["nouns"]["numbers"]:
        whose = ("deine" if is_familiar else "Ihre") if is_person else ""
        is_counted = noun == 1 or (noun == _TWO and words[1].endswith("e"))
        return " ".join(filter(None, (whose, *words))) if is_counted else ""
    if noun == _TWO:
        return _with_both(words, kind, case)
    return _behind_one(words, kind, case, grammar, is_familiar=is_familiar) if noun == 1 else ""


def _alone(words: list[str], kind: str) -> str:
    """Umzug -> den Umzug; Kosten der Halle -> die Kosten der Halle."""
    article = "die" if kind == "plural" and words[1:2] in (["der"], ["des"]) else _ARTICLES.get(kind, "")
    return " ".join(filter(None, (article, *words))) if kind else ""


def _with_both(words: list[str], kind: str, case: str) -> str:
    """Die neue Halle, der neue Standort: an article and an adjective."""
    article, adjective, *noun = words
    if case == "dative" or not adjective.endswith("e"):
        return ""
    if article in {"die", "das"}:
        return " ".join(words)
    is_known = (article, kind, case) == ("der", "masculine", "nominative")
    return " ".join(["den", f"{adjective}n", *noun]) if is_known else ""


def _behind_one(words: list[str], kind: str, case: str, grammar: Mapping[str, Any], *, is_familiar: bool) -> str:
    """Ihre Halle, eine Halle, die Halle, neue Halle."""
    first, *rest = words
    if _THEIRS.match(first) and case != "dative":
        mine = "dein" if is_familiar else "Ihr"
        return " ".join([f"{mine}{first.removeprefix('ihr').removeprefix('sein')}", *rest])
    if first in grammar["nouns"]["unchanged"] and case != "dative":
        return " ".join(words)
    return "" if first in grammar["nouns"]["no_adjective"] else _with_article(first, kind, rest, case)


def _with_article(first: str, kind: str, rest: list[str], case: str) -> str:
    """Der Umzug, (nach) dem Umzug, (über) den Umzug -> den Umzug; neuer Umzug -> den neuen Umzug."""
    noun = " ".join(rest)
    if (case == "accusative" and first in {"den", "die", "das"}) or (first, kind) == ("den", "masculine"):
        return f"{first} {noun}"
    if case == "dative":
        if first == "meiner":
            return f"meine {noun}"
        article = {"der": "feminine", "dem": kind}.get(first, "")
        is_known = article in {"masculine", "feminine", "neuter"}
        return f"{_ARTICLES[article]} {noun}" if is_known else ""
    if first in _NOMINATIVE:
        return f"{first} {noun}" if not _NOMINATIVE[first] else f"den {noun}" * (kind == "masculine")
    return _with_adjective(first, kind, noun)


def _with_adjective(first: str, kind: str, noun: str) -> str:
    """Neuer Umzug -> den neuen Umzug: where the ending says what the noun's says."""
    ending = next((end for end in _WEAK if first.endswith(end)), "")
    wanted, weak = _WEAK.get(ending, ("", ""))
    if ending == "e" and kind == "plural":
        return f"{first} {noun}"
    return f"{_ARTICLES[kind]} {first.removesuffix(ending)}{weak} {noun}" if wanted and wanted == kind else ""


def gender(word: str, grammar: Mapping[str, Any]) -> str:
    """By the longest known end of the word; a verb as a noun (das Segeln) is neuter."""
    low = word.rsplit("-", maxsplit=1)[-1].lower()
    is_plural = low.endswith(tuple(grammar["nouns"]["plural"]))
    if word.lower() in grammar["clauses"]["regular"] and not is_plural:
        return "neuter"
    ends = [(len(end), name) for name in _GENDERS for end in grammar["nouns"][name] if low.endswith(end)]
    return max(ends)[1] if ends else ""


def _is_plain(after: Sequence[str], grammar: Mapping[str, Any]) -> bool:
    """Whether the noun stands alone or before what doesn't change its article."""
    return not after or after[0] in grammar["nouns"]["after"] or after[0].isdigit()


def _quoted(words: list[str], case: str, grammar: Mapping[str, Any]) -> str:
    """A capital first, and no verb there as far as one can tell; no ending of the third case."""
    words = words[1:] if words[0] in {"der", "die", "das", "den", "dem"} else words
    if not words or not _may_be_noun(words[0], grammar) or (case == "dative" and words[0].endswith("n")):
        return ""
    following = words[1] if len(words) > 1 else ""
    if following.islower() and _FIRST_VERB.search(following) and following not in grammar["nouns"]["after_noun"]:
        return ""
    return str(grammar["quotes"]).format(it=" ".join(words))


def _may_be_noun(word: str, grammar: Mapping[str, Any]) -> bool:
    is_capital = word[:1].isupper() and word.isascii() | word.replace("-", "").isalpha()
    return is_capital and (not word.endswith("t") or word.lower().endswith(tuple(grammar["noun_endings"])))
