"""What a language's ``grammar.toml`` knows, ready to be asked: word classes, verb forms, patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

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
        self.countable, self.theirs, self.people, self.common = (
            frozenset(grammar["nouns"][name]) for name in ("countable", "theirs", "people", "common")
        )
        self.adjectives = frozenset(grammar["adjectives"])
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
        self.known = (
            self.common | self.determiners | self.prepositions | self.relatives | self.countable | self.people
        ) | (self.theirs | frozenset(verbs.thirds) | verbs.bases | verbs.pasts)

    def match(self, pattern: str, text: str) -> re.Match[str] | None:
        """The pattern of that name at the start of the text."""
        return self.patterns[pattern].match(text)

    def has_finite(self, text: str) -> bool:
        """Whether a finite verb stands outside any relative clause: then it is a sentence, not a name for something."""
        for word in text.split():
            bare = word.lower().strip(",.")
            if bare in self.relatives:
                return False
            if bare in self.finite:
                return True
        return False

    def is_third(self, text: str, *, is_person: bool) -> bool:
        """Whether the text begins with a verb in the third person, where the -s could also be a plural."""
        form, following = _two(text)
        object_follows = following in self.determiners or following in {"him", "them"} or following[:1].isdigit()
        if form in self.grammar["irregular"]:
            return True
        if form in self.speech:
            return False
        if form in self.verbs.homographs:
            is_noun = following in {"that", "which", "of", "are", "were", "and", "or"}
            return not is_noun and (object_follows or following in self.adverbs or is_person)
        if form in self.verbs.thirds:
            return True
        return looks_third(form) and following in {"a", "an", "the", "his", "her", "their", "my", "every"}

    def is_past(self, text: str) -> bool:
        """Whether the text begins with a verb in the past: grew up, worked at; not with "distributed systems"."""
        form, following = _two(text)
        place = following in self.determiners or following in self.prepositions or following[:1].isdigit()
        if form in self.speech or form in self.verbs.bases - {"cut"}:
            return False
        if form in self.grammar["past"]["forms"]:
            return place or form not in self.unsure_pasts
        return (form in self.verbs.pasts or (form.endswith("ed") and len(form) > len("based"))) and place

    def hidden_verb(self, words: list[str]) -> str:
        """``certain`` where a -s form inside must be the verb (the team uses X), ``unsure`` where it may be.

        Else empty.
        """
        for place, word in enumerate(words[1:], start=1):
            before = words[place - 1].lower()
            form = word.lower().strip(",")
            if form in self.relatives or before.endswith(",") or before in {"and", "or", "of"}:
                return ""
            if form not in self.verbs.thirds or before in self.determiners or before in self.prepositions:
                continue
            following = words[place + 1].lower() if place + 1 < len(words) else ""
            takes_object = following in self.determiners or following[:1].isdigit()
            if form not in self.verbs.homographs or takes_object:
                return "certain"
            if following in self.prepositions:
                return "unsure"
        return ""

    def conjugated(self, text: str) -> str:
        """Restores boats and sails them -> restore boats and sail them.

        The first verb, and those an "and" ties to it.
        """
        words = text.split()
        first = words[0].lower().strip(",")
        words[0] = (self.verbs.thirds.get(first) or plain(first)) + ("," if words[0].endswith(",") else "")
        for place in range(1, len(words)):
            tied = words[place - 1].lower() in {"and", "or", "but", "then", "also"} or words[place - 1].endswith(",")
            form = words[place].lower().strip(",")
            noun = form in self.verbs.homographs and place == len(words) - 1 and place > len(["runs", "and"])
            if tied and form in self.verbs.thirds and not noun:
                words[place] = self.verbs.thirds[form] + ("," if words[place].endswith(",") else "")
        return " ".join(words)

    def to_you(self, text: str, *, theirs_too: bool = False) -> str:
        """Turned towards the person; see ``verbs.to_you``."""
        return to_you(text, self.verbs, theirs_too=theirs_too or text.lower().startswith("their "))

    def lowered(self, text: str) -> str:
        """Without the capital of a sentence's start, where the word is a common one; a name keeps it."""
        first = text.split(maxsplit=1)[0] if text.strip() else ""
        if first == "A":
            return f"a{text[1:]}"
        if not first[1:].islower() or not first[0].isupper():
            return text
        low = first.lower()
        is_common = low.strip(",") in self.known or (
            low.endswith(tuple(self.grammar["endings"])) and len(low) > len("being")
        )
        return f"{low}{text[len(first) :]}" if is_common else text

    def with_article(self, text: str, *, is_person: bool = False, head: str = "") -> str:
        """Move to Kafka -> the move to Kafka; dog named Bruno, on the person channel -> your dog named Bruno."""
        words = (head or self.patterns["head_ends"].split(text, maxsplit=1)[0]).split()
        if (
            is_person
            and words
            and words[-1].lower() in self.theirs
            and words[0].lower() not in {"the", "my", "our", "your"}
        ):
            return f"your {re.sub(r'^(?:an?|his|her|their) ', '', text)}"
        starts_noun = words and words[0].lower() not in self.determiners and not words[0].lower().endswith("ing")
        if not starts_noun or len(words) > self.grammar["longest_head"] or self.match("question_word", text):
            return text
        noun = words[-1].lower()
        return f"the {text}" if noun in self.countable else text


def looks_third(form: str) -> bool:
    """Whether a word that no table knows has the ending of a third person."""
    return form.isalpha() and form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > len("was")


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
