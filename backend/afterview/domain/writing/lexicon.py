"""What a language's ``grammar.toml`` knows, ready to be asked: word classes, verb forms, patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.writing.language import load
from afterview.domain.writing.verbs import Verbs, plain, to_you

if TYPE_CHECKING:
    from collections.abc import Mapping

_PART = re.compile(r"\{\{(\w+)\}\}")
_BREAK = re.compile(r"\n\s*")


class Lexicon:
    """Made once per language, see ``lexicon``."""

    def __init__(self, grammar: Mapping[str, Any]) -> None:
        """``grammar``: the tables of ``grammar.toml``."""
        self.grammar = grammar
        self.verbs = Verbs.of(grammar)
        self.patterns = {name: _pattern(text, grammar["parts"]) for name, text in grammar["patterns"].items()}
        self.longest_words = int(grammar["longest_words"])
        self.determiners, self.prepositions, self.adverbs, self.relatives, self.finite, self.vague, self.todo = (
            frozenset(grammar[name])
            for name in ("determiners", "prepositions", "adverbs", "relatives", "finite", "vague", "todo")
        )
        self._read_nouns(grammar)
        self.verdicts = frozenset(grammar["blame"]) | frozenset(grammar["harsh"]) | frozenset(grammar["verdicts"])
        self.numbers = frozenset(grammar["numbers"])
        self.names = frozenset(name.lower() for name in grammar["proper"])
        self.dates = frozenset(grammar["months"]) | frozenset(grammar["days"])
        self.participles = self.verbs.pasts | frozenset(grammar["past"]["participles"])
        self.irregular_pasts = frozenset(grammar["past"]["forms"]) - frozenset(grammar["past"]["unsure"])
        self.speech = frozenset(form for base in grammar["speech"] for form in self.verbs.forms_of(base)) | {
            "told",
            "said",
            "spoke",
        }
        self.unsure_pasts = frozenset(grammar["past"]["unsure"])
        self.function_words = (
            self.prepositions | self.determiners | self.relatives | self.finite | self.adverbs | self.vague
        )
        verbs = self.verbs
        self.after_head = (
            self.prepositions | self.relatives | self.finite | frozenset(grammar["after_head"]) | {"and", "or", "but"}
        )
        self.no_heads = frozenset(grammar["no_heads"]) | self.adverbs | self.determiners
        self.no_heads |= self.adjectives - self.people
        self.unfinished = self.determiners - frozenset(grammar["nouns"]["bare_subjects"]) - {"people", "everything"}
        self.known = (
            (self.common | self.determiners | self.prepositions | self.relatives | self.countable | self.people)
            | self.mass
            | self.adjectives
            | self.singling
            | self.attributive
            | (self.theirs | frozenset(verbs.thirds) | verbs.bases | verbs.pasts)
        )

    def _read_nouns(self, grammar: Mapping[str, Any]) -> None:
        self.countable, self.theirs, self.people, self.common = (
            frozenset(grammar["nouns"][name]) for name in ("countable", "theirs", "people", "common")
        )
        self.theirs |= frozenset(grammar["family"])
        self.adjectives = frozenset(grammar["adjectives"])
        self.mass, self.attributive, self.measures, self.quantities, self.singling, self.noun_gerunds, self.plurals = (
            frozenset(grammar["nouns"][name])
            for name in ("mass", "attributive", "measures", "quantities", "singling", "noun_gerunds", "plurals")
        )
        self.single, self.bare_subjects, self.not_people = (
            frozenset(grammar["nouns"][name]) for name in ("single", "bare_subjects", "not_people")
        )
        self.nouns = self.countable | self.mass | self.people | self.common
        self.base_nouns = frozenset(grammar["base_nouns"])
        self.numbered = frozenset(grammar["nouns"]["numbered"])
        self.kin = frozenset(grammar["family"]) | frozenset(grammar["nouns"]["kin"])
        self.folk = frozenset(grammar["nouns"]["folk"])
        self.nationalities = frozenset(grammar["nationalities"])
        self.between_us = frozenset(grammar["nouns"]["between_us"])

    def match(self, pattern: str, text: str) -> re.Match[str] | None:
        """The pattern of that name at the start of the text."""
        return self.patterns[pattern].match(text)

    def is_plural(self, word: str) -> bool:
        """Whether the word is the plural of a noun, as far as its ending tells; "sales" before another noun is none."""
        if word in self.plurals:
            return True
        ends = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ics")) and len(word) > len("was")
        return ends and word not in self.attributive and word not in self.function_words

    def is_noun(self, word: str) -> bool:
        """Whether a word alone is known to name something: a listed noun, a name, a plural."""
        low = word.lower()
        return low in self.nouns or low in self.names or word != low or self.is_plural(low)

    def is_folk(self, word: str) -> bool:
        """Whether the word means several people: nurses, customers, volunteers."""
        if word in self.folk:
            return True
        is_agent = word.endswith(_AGENTS) and word[:-1] not in self.grammar["nouns"]["not_people"]
        return self.is_plural(word) and (is_agent or word[:-1] in self.people)

    def has_finite(self, text: str) -> bool:
        """Whether a finite verb stands outside any relative clause: then it is a sentence, not a name for something."""
        for word in text.split():
            bare = word.strip(",.")
            if bare.lower() in self.relatives:
                return False
            if bare.lower() in self.finite and bare not in {"May", "Will"} and not _MADE.match(text[text.find(word) :]):
                return True
        return False

    def is_third(self, text: str, *, is_person: bool) -> bool:
        """Whether the text begins with a verb in the third person, where the -s could also be a plural."""
        form, following = _two(text)
        object_follows = following in self.determiners - {"every", "each"} or following in {"him", "them"}
        object_follows = object_follows or following[:1].isdigit()
        if form in self.grammar["irregular"]:
            return True
        if form in self.speech or following in self.finite or self._is_list(text, form):
            return False
        is_sentence = self.has_finite(" ".join(text.split()[1:]))  # bins every three weeks is unpopular
        if form in self.verbs.homographs:
            is_noun = following in {"that", "which", "of", "are", "were", "and", "or"}
            is_listed = text.split(maxsplit=1)[0].endswith(",")
            object_follows = object_follows or (self.is_plural(following) and not is_listed)
            return not is_noun and not is_sentence and (object_follows or following in self.adverbs or is_person)
        if form in self.verbs.thirds:
            return True
        is_name = not text[1 : len(form)].islower() or text.rsplit(maxsplit=1)[-1] in self.people  # PLCs, Packers fan
        if is_sentence or is_name or not looks_third(form) or form in self.plurals or form in self.attributive:
            return False
        return following in _OPENS_OBJECT or (is_person and self.is_object(text.split()[1:2]))

    def _is_list(self, text: str, form: str) -> bool:
        """Budgets, tickets and audits: things, unless one of them must be a verb (runs, swims and bikes)."""
        first, *rest = re.split(r",\s+|\s+and\s+", text)
        is_list = " " not in first and bool(rest) and "," in text
        verbs = [one for one in (form, *map(first_of, rest)) if one in self.verbs.thirds] if is_list else []
        return is_list and all(one in self.verbs.homographs for one in verbs)

    def is_object(self, words: list[str]) -> bool:
        """Whether a bare noun can follow as an object: a plural before another noun is rarer than a verb."""
        word = words[0].lower() if words else ""
        is_function = word in self.function_words or word in self.after_head or word.endswith("ly")
        return word[:1].isalpha() and not is_function and not word.endswith(",")

    def is_past(self, text: str) -> bool:
        """Whether the text begins with a verb in the past: grew up, worked at; not with "distributed systems"."""
        form, following = _two(text)
        place = following in self.determiners or following in self.prepositions or following[:1].isdigit()
        if form in self.speech or form in self.verbs.bases - {"cut"}:
            return False
        if form in self.grammar["past"]["forms"]:
            return place or form not in self.unsure_pasts
        place = place or (self.is_plural(following) and text.split()[2:3] in (["to"], ["into"]))
        place = place or (form in self.grammar["begun"] and following.endswith("ing"))
        is_unknown = form.endswith("ed") and len(form) > len("based") and following in self.determiners
        return is_unknown or (form in self.verbs.pasts and (place or text.split()[1:2] != text.lower().split()[1:2]))

    def hidden_verb(self, words: list[str]) -> str:
        """``certain`` where a -s form inside must be the verb (the team uses X), ``unsure`` where it may be.

        Else empty: two near misses are many, so that no -s form behind them can be their verb.
        """
        for place, word in enumerate([] if self._is_many(words) else words[1:], start=1):
            is_sure = place > 1 and words[place - 1].lower() in self.adverbs
            before = words[place - 1 - is_sure].lower()
            form = word.lower().strip(",")
            if form in self.relatives or form in {"he's", "she's"} or before.endswith(",") or before in {"and", "or"}:
                return ""
            if form not in self.verbs.thirds or before in self.unfinished or before in self.prepositions:
                continue
            if is_sure or (word.endswith(",") and form not in self.verbs.homographs):
                return "certain"
            following = words[place + 1].lower() if place + 1 < len(words) else ""
            takes_object = following in self.determiners - {"every", "each"} or _counts(words[place + 1 :])
            takes_object = takes_object or (self.is_plural(following) and not word.endswith(","))
            is_phrasal = following in self.grammar["particles"] and place + 2 < len(words)
            is_regular = words[0].lower() in self.determiners and following in {"every", "each"} and place > 1
            takes_object = takes_object or is_phrasal or is_regular
            begins = form in self.grammar["timed"] and (following in self.prepositions or following in _SOON)
            begins = begins or (form in {"runs", "lasts"} and following in self.dates)
            if (
                form not in self.verbs.homographs
                or takes_object
                or begins
                or (before in self.single and following and form not in self.grammar["errands"])
            ):
                return "certain"
            if following in self.prepositions or following[:1].isdigit() or word.endswith(","):
                return "unsure"
        return ""

    def _is_many(self, words: list[str]) -> bool:
        first, second = (word.lower() for word in (*words, "", "")[:2])
        is_count = first in self.numbers or (first.isdecimal() and int(first) > 1)
        return is_count or first in {"several", "many"} or (first in {"lots", "plenty"} and second == "of")

    def conjugated(self, text: str) -> str:
        """Restores boats and sails them -> restore boats and sail them.

        The first verb, and those an "and" ties to it.
        """
        words = text.split()
        first = words[0].lower().strip(",")
        words[0] = (self.verbs.thirds.get(first) or plain(first)) + ("," if words[0].endswith(",") else "")
        return self.tied(" ".join(words))

    def tied(self, text: str) -> str:
        """The verbs that an "and" ties to that of "you": you have been there and has seen it -> ... and have seen."""
        words = text.split()
        for place in range(1, len(words)):
            tied = words[place - 1].lower() in {"and", "or", "but", "then", "also"} or words[place - 1].endswith(",")
            form = words[place].lower().strip(",")
            noun = form in self.verbs.homographs and place == len(words) - 1 and place > len(["runs", "and"])
            if tied and form in self.verbs.thirds and not noun:
                words[place] = self.verbs.thirds[form] + ("," if words[place].endswith(",") else "")
        return " ".join(words)

    def to_you(self, text: str, *, theirs_too: bool = False) -> str:
        """Turned towards the person; see ``verbs.to_you``."""
        return to_you(*self._others(text), self.verbs, theirs_too=theirs_too or text.lower().startswith("their "))

    def _others(self, text: str) -> tuple[str, str]:
        """The text up to the first people that it names, and the rest: there "they" are those, and not the reader."""
        found = next((word for word in _WORDS.finditer(text) if self.is_folk(word[0].lower())), None)
        if found is None or text[found.end() :].startswith(" they"):  # the apprentices they train
            return text, ""
        return text[: found.end()], text[found.end() :]

    def lowered(self, text: str) -> str:
        """Without the capital of a sentence's start, where the word is a common one; a name keeps it."""
        first = text.split(maxsplit=1)[0] if text.strip() else ""
        if first == "A":
            return f"a{text[1:]}"
        following = text.split(maxsplit=2)[1:2]
        is_named = bool(following) and len(following[0]) == 1 and following[0] in _NUMBERING
        is_named = is_named or (bool(following) and following[0].istitle() and first.lower() in self.countable)
        if not first[1:].islower() or not first[0].isupper() or is_named:
            return text
        low = first.lower()
        if low.strip(",") in self.names:
            return text
        is_common = self._is_common(low.strip(",")) or (
            low.endswith(tuple(self.grammar["endings"])) and len(low) > len("being")
        )
        return f"{low}{text[len(first) :]}" if is_common else text

    def _is_common(self, low: str) -> bool:
        return low in self.known or low.removesuffix("s") in self.known or low.removesuffix("es") in self.known


_WORDS: Final = re.compile(r"[\w'-]+")
_AGENTS: Final = ("ers", "ors", "ists", "ians")
_MADE: Final = re.compile(r"made (?:in|by|from|of|with|at|on|to)\b")
"""Bread made in house is no sentence."""
_SOON: Final = frozenset({"next", "this", "last", "every", "soon", "today", "tomorrow"})
_NUMBERING: Final = "ABCDEF123456789"
_OPENS_OBJECT: Final = frozenset({"a", "an", "the", "his", "her", "their", "my", "every"})


def looks_third(form: str) -> bool:
    """Whether a word that no table knows has the ending of a third person."""
    return form.isalpha() and form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > len("was")


def _counts(words: list[str]) -> bool:
    """Whether a number begins what follows, that is no span: three rotations, but not 8 till 8."""
    return bool(words) and words[0][:1].isdigit() and words[1:2] not in (["till"], ["to"], ["until"])


def first_of(text: str) -> str:
    """The first word, in lower case and bare."""
    return text.split(maxsplit=1)[0].lower().strip(",.:;") if text.strip() else ""


def _two(text: str) -> tuple[str, str]:
    words = text.lower().split(maxsplit=2)
    return words[0].strip(","), words[1].strip(",") if len(words) > 1 else ""


def _pattern(text: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    while _PART.search(text):
        text = _PART.sub(lambda found: parts[found[1]], text)
    return re.compile(_BREAK.sub("", text), re.IGNORECASE)


@lru_cache(maxsize=32)
def lexicon(code: str) -> Lexicon | None:
    """The language's lexicon, made once; None for a language whose notes can't be woven yet."""
    grammar = load(code).grammar
    return Lexicon(grammar) if grammar.get("verbs") else None
