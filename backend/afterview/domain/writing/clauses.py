"""What somebody does, after "dass": spielt Cello im Quartett -> Sie Cello im Quartett spielen.

For languages whose verb stands last in a dependent clause. Only verbs that ``grammar.toml`` holds are moved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.forms import Form, Woven
from afterview.domain.writing.headings import gender
from afterview.domain.writing.language import Language, load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST: Final = 12
"""Words that can be heard before their verb."""
_SOFT: Final = re.compile(r"(?:[dt]|(?:ch|[^aeiouäöühlrmn])[mn])$")
_HISSED: Final = re.compile(r"[sßxz]$")
_THEIRS: Final = re.compile(r"^(?:sein|ihr)(?P<end>|e|en|em|er|es)$")
_BEING: Final = frozenset({"sind", "waren"})
"""What somebody is like is a verdict; what somebody is, has a noun: ist Seglerin."""
_HAVING: Final = frozenset({"haben", "hatten"})
_NOMINATIVE: Final = {"masculine": "der", "feminine": "die", "neuter": "das"}
_MARKS: Final = re.compile(r"[?!:;()\[\]„“\"/<>=]")


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms for one, for several or for Sie, for du, and for ihr."""

    third: str
    many: str
    du: str
    ihr: str


@lru_cache(maxsize=8)
def verbs(code: str) -> Mapping[str, Verb]:
    """By the third person: spielt -> spielen, spielst, spielt."""
    table = load(code).grammar["clauses"]
    regular = dict(_regular(one) for one in table["regular"])
    return regular | {third: Verb(third, *forms) for third, forms in table["irregular"].items()}


def _regular(many: str) -> tuple[str, Verb]:
    stem = many.removesuffix("n").removesuffix("e")
    soft = "e" if _SOFT.search(stem) and not many.endswith(("eln", "ern")) else ""
    third = f"{stem}{soft}t"
    return third, Verb(third, many, third if _HISSED.search(stem) else f"{stem}{soft}st", third)


def clause(text: str, language: Language, names: Sequence[str], *, is_person: bool) -> Woven | None:
    """The note after "dass", or None. ``names``: what its person is called."""
    words = _without(names, text).split()
    found = _subject(words, language, is_person=is_person)
    if found is None:
        return None
    subject, verb, rest = found
    rest = _until_another(rest, language)
    if _MARKS.search(text) or not _is_safe(rest, verb, language.code) or not (rest or is_person):
        return None
    if " " in subject and any(map(_THEIRS.match, rest)):
        return None
    reader = towards_you(rest, is_familiar=language.is_familiar)
    turned = _of_du(reader, verb, language) if reader is not None and subject == "du" else reader
    return None if turned is None else Woven(Form.CLAUSE, _last(subject, _near_verb(turned), verb, language))


def _is_safe(rest: list[str], verb: Verb, code: str) -> bool:
    """Nothing denied, nothing that points back, no second verb (but at the end: hat in Kiel studiert), no verdict."""
    before = rest[:-1] if verb.many in _HAVING and rest[-1:] and rest[-1].endswith("iert") else rest
    is_said = verb.many not in _BEING or any(word[0].isupper() or word in {"neu", "dabei"} for word in rest)
    return is_said and not set(before) & _not_safe(code) and len(rest) <= LONGEST


def _without(names: Sequence[str], text: str) -> str:
    """Murat spielt Cello, er spielt Cello -> spielt Cello."""
    own = "|".join(map(re.escape, [*names, "er"]))
    return re.sub(rf"^(?:{own})\s+(?=[a-zäöü])", "", text, count=1)


def _subject(words: list[str], language: Language, *, is_person: bool) -> tuple[str, Verb, list[str]] | None:
    """Who does it, the verb, and the rest."""
    known = verbs(language.code)
    several = {verb.many: verb for verb in known.values()}
    first, second = (word for word in (*words[:2], "", "")[:2])
    if first == "wir" and "beide" in words and second in several:
        return "wir", several[second], ["beide", *[word for word in words[2:] if word != "beide"]]
    if first.lower() == "sie" and (second in known or second in several):
        return _subject(words[1:], language, is_person=is_person)
    if first[:1].lower() + first[1:] in known:
        return "du" if language.is_familiar else "Sie", known[first[:1].lower() + first[1:]], words[1:]
    if first in several:
        you = "du" if is_person else "ihr"
        return you if language.is_familiar else "Sie", several[first], words[1:]
    if first in _NOMINATIVE.values():
        return _subject(words[1:], language, is_person=is_person) if second[:1].isupper() else None
    article = _NOMINATIVE.get(gender(first, language.grammar), "") if first[:1].isupper() and second in known else ""
    return (f"{article} {first}", known[second], words[2:]) if article else None


def _until_another(rest: list[str], language: Language) -> list[str]:
    """Liest Krimis und hört Jazz: what the first verb says."""
    ends = [place for place, word in enumerate(rest[1:]) if rest[place] == "und" and word in verbs(language.code)]
    return rest[: ends[0]] if ends else rest


@lru_cache(maxsize=8)
def _not_safe(code: str) -> frozenset[str]:
    """Words that deny, point back, or would be a second verb."""
    known = verbs(code)
    return frozenset(load(code).grammar["unsafe"]["words"]) - {"beide"} | frozenset(known)


def towards_you(words: Sequence[str], *, is_familiar: bool) -> list[str] | None:
    """Seine Boote -> Ihre Boote, deine Boote; None where it isn't certain whose they are."""
    turned: list[str] = []
    for place, word in enumerate(words):
        found = _THEIRS.match(word)
        following = words[place + 1] if place + 1 < len(words) else ""
        if found and not following:
            return None
        turned.append(f"{'dein' if is_familiar else 'Ihr'}{found['end']}" if found else word)
    return turned


def _of_du(rest: list[str], verb: Verb, language: Language) -> list[str] | None:
    """With "dich" or "dir" for "sich"; None where it isn't certain which."""
    if "sich" not in rest:
        return rest
    known, cases = verbs(language.code), language.grammar["reflexive"]
    forms = {known[third]: "dich" for third in cases["accusative"]} | {known[third]: "dir" for third in cases["dative"]}
    return [forms[verb] if word == "sich" else word for word in rest] if verb in forms else None


def _near_verb(rest: list[str]) -> list[str]:
    """Orgel in der Pfarre -> in der Pfarre Orgel (spielen): a bare object stands beside its verb."""
    is_bare = len(rest) > len(["Orgel", "im"]) and rest[0][0].isupper() and rest[1] in {"in", "im"}
    return [*rest[1:], rest[0]] if is_bare and rest[-1][0].isupper() else rest


def _last(subject: str, rest: Sequence[str], verb: Verb, language: Language) -> str:
    """The verb at the end, with the syllable that it had left there: baut etwas auf -> etwas aufbauen."""
    form = {"du": verb.du, "ihr": verb.ihr, "Sie": verb.many, "wir": verb.many}.get(subject, verb.third)
    if rest and rest[-1] in language.grammar["particles"]["separable"]:
        return " ".join([subject, *rest[:-1], f"{rest[-1]}{form}"])
    return " ".join([subject, *rest, form])


def first_person(text: str, code: str) -> str:
    """Halte Termine -> Ich halte Termine; all else as it is."""
    if "clauses" not in load(code).grammar:
        return text
    first = text.split(" ", maxsplit=1)[0]
    is_verb = any(first == verb.many.removesuffix("n") for verb in verbs(code).values())
    return f"Ich {text}" if is_verb and " " in text else text
