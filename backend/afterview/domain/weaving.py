"""How a note becomes part of a sentence: its shape is told by simple rules, and it is turned into a form that frames can take.

Three forms: a ``topic`` stands after "about" ("error budgets that teams believe in"), a ``clause`` after "that" ("you restore
old boats"), a ``shared`` clause says what both have ("we both grew up by the sea"). A note that no rule fits is left alone:
a sentence that is not there is better than one that is wrong. Nothing is added to what the note says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from afterview.domain.fragments import fragments_of, is_readable, mentions
from afterview.domain.verbs import Verbs, plain, to_you

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from afterview.domain.language import Language


class Form(StrEnum):
    """Which frames a woven note fits."""

    TOPIC = "topic"
    CLAUSE = "clause"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Woven:
    """A note ready for a frame. ``topic``: the same as something to talk about, or empty where it can't be."""

    form: Form
    text: str
    topic: str = ""
    is_family: bool = False


_ADV: Final = r"(?:also |really |briefly |mostly |first |then |both |all |again )*"
_WHO: Final = r"(?:(?:i|we|he|she|they|you|and i|both)\s+)?"
_HOW: Final = r"(?:a lot |a bit |a little |at length |briefly |mostly |mainly |for a while |together |in depth )?"
_WITH: Final = r"(?:with (?:him|her|them|me|us|each other) |to (?:him|her|them|me) )?"
_ABOUT: Final = r"(?:about|on|over|around|of|regarding)"
_TALKED: Final = (
    r"talked|talks|talking|talk|spoke|speaks|chatted|chat|asked(?: (?:me|us|him|her|them|lots|a lot|questions))?|asks(?: me)?|asking|told (?:me|us|him|her|them)|wondered|joked|"
    r"compared notes|swapped (?:stories|notes)|traded (?:stories|notes)|bonded|geeked out|nerded out|laughed|argued|debated|went deep|dug in|wants to know|wanted to know|"
    r"wants to hear|wanted to hear|spent (?:\S+ ){1,4}?|curious|very interested|interested|keen|big discussion|focused|was curious|is curious|explained"
)
_TALKED_ABOUT: Final = re.compile(rf"^{_WHO}{_ADV}(?:{_TALKED})\s*{_ADV}{_HOW}{_WITH}{_ABOUT}\s+(?P<topic>.+)$", re.IGNORECASE)
_HAD_A_TALK: Final = re.compile(
    r"^(?:(?:we|i)\s+)?(?:had\s+)?(?:an?\s+|the\s+|his |her |their |my |our |some )?(?:(?:very|really)\s+)?"
    r"(?:long |good |great |nice |fun |short |interesting |lively |deep |quick |brief |detailed |best |whole |main |lovely )*"
    r"(?:talk|chat|conversation|discussion|debate|exchange|back and forth|questions?|points?|ideas?|views?|thoughts?|stor(?:y|ies)|advice|opinions?|concerns?|tips?)"
    r"\s+(?:was\s+)?(?:about|on|around|over|regarding)\s+(?P<topic>.+)$",
    re.IGNORECASE,
)
_DISCUSSED: Final = re.compile(
    rf"^{_WHO}{_ADV}(?:discussed|discussing|discuss|mentioned|mentions|explained|explains|described|describes|covered|debated|raised|brought up|brings up|walked (?:me |us )?through|"
    r"talked (?:me |us )?through|talking through|went (?:through|over|into)|showed me|shows me|outlined|shared|compared|demoed|presented|sketched|"
    r"drew|praised|recommended|recommends|suggested|suggests|told me|told us|liked|loved|likes|enjoyed|was impressed by|impressed by)\s+(?P<topic>.+)$",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    rf"^{_WHO}{_ADV}(?:said|says|mentioned|mentions|explained|explains|told (?:me|us)|noted|notes|pointed out|points out|admitted|claims|reckons|stressed|emphasised|emphasized)\s+(?:that\s+)?(?P<said>.+)$",
    re.IGNORECASE,
)
_ASKED_HOW: Final = re.compile(
    rf"^{_WHO}{_ADV}(?:asked|asks|asking|wondered|explained|explains|described|discussed|showed|told|debated|wants to know|wanted to know|talked through|walked through|walked me through|knows|learned|learnt|heard|curious)(?:\s+(?:me|us|him|her|them))?\s+"
    r"(?P<topic>(?:how|why|what|whether|if|when|where|which|who)\b.+)$",
    re.IGNORECASE,
)
_QUESTION_WORD: Final = re.compile(r"^(?:how|why|what|when|where|whether)\b", re.IGNORECASE)
_INVERTED: Final = re.compile(r"^(?P<wh>how|why|what|when|where|which \w+|how \w+)\s+(?P<aux>would|could|should|can|will|are|is|were|was|do|does|did|have|has|'s|'d)\s+(?P<who>i|we|they|you|he|she)\s+(?P<rest>.+)$", re.IGNORECASE)
_YES_NO: Final = re.compile(r"^(?P<aux>would|could|should|can|will|do)\s+(?P<who>i|we|they|you)\s+(?P<rest>.+)$", re.IGNORECASE)
_BOTH: Final = re.compile(r"^(?:we\s+)?(?:are\s+)?both\s+(?P<rest>.+)$|^we\s+(?P<have>share .+)$", re.IGNORECASE)
_PERSONAL_SUBJECT: Final = re.compile(r"^(?P<who>he|she|they)(?:\s+|(?='))(?P<rest>.+)$", re.IGNORECASE)
_PREDICATE: Final = re.compile(
    r"^(?:originally |also |now |currently |still )*(?:from|into|keen on|interested in|passionate about|fond of|curious about|new to|excited about|proud of|obsessed with|based in|big on|ex-\S+)\b", re.IGNORECASE
)
_LIKES: Final = re.compile(
    r"^(?:are |love|like|enjoy|adore|care|work|focus|specialise|specialize|worry)\s*(?:also |really |very |now |currently |mostly |still )*(?:(?:into|keen on|interested in|passionate about|fond of|curious about|excited about|obsessed with|big on|about|on|in|a(?:n)? (?:\w+ )*(?:fan|lover) of)\s+)?(?P<topic>.+)$",
    re.IGNORECASE,
)
_HAVE: Final = re.compile(r"^(?:have|own|got|have got)\s+(?:an? |the |his |her |their |your )?(?P<what>.+)$", re.IGNORECASE)
_DANGLING: Final = re.compile(r"\b(?:and|or|but|the|a|an|his|her|my|your|our|their|very|than|because|so|if|not|no)$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_][\w'-]*|\d[\w.,%'-]*")
_LEADING: Final = re.compile(r"^(?:and|but|so|then|plus|also|btw|oh|well|ok|okay|super|very|really)\s+", re.IGNORECASE)


class Weaver:
    """Weaves the notes of one person, in one language."""

    def __init__(self, language: Language, names: tuple[str, ...]) -> None:
        """``names``: what the person is called in notes; a sentence that begins with one is about them."""
        self.g = language.grammar
        self.verbs = _verbs(language)
        self.names = tuple(sorted((name for name in names if name), key=len, reverse=True))

    def weave(self, text: str, *, is_person: bool) -> Woven | None:
        """The note in a form for frames, or None where it should not or can't be woven. ``is_person``: a note on the person channel."""
        if not self.g.get("verbs") or mentions(text, self.g["private"]):
            return None
        woven = [w for fragment in self._fragments(text) if (w := self._shape(fragment, is_person=is_person))]
        if not woven:
            return None
        first = _joined(woven[0], woven[1], self.g["longest_words"]) if len(woven) > 1 else woven[0]
        family = mentions(first.text, self.g["family"])
        return Woven(first.form, first.text, first.topic, family) if first.topic or first.form is not Form.TOPIC else None

    def _fragments(self, text: str) -> list[str]:
        kept = []
        for piece in fragments_of(text, self.g["spelling"]):
            fragment = _LEADING.sub("", self._nameless(piece))
            if not is_readable(piece, self.g):
                return kept
            kept.append(fragment)
        return kept

    def _nameless(self, text: str) -> str:
        """Sam's boat -> his boat; Sam restores -> restores; so that the one set of rules does for both."""
        for name in self.names:
            text = re.sub(rf"\b{re.escape(name)}['’]s\b", "your", text)
            text = re.sub(rf"^{re.escape(name)}[,:]?\s+(?=\w)", "they " if re.match(rf"{re.escape(name)} (?:and i|are|were|have)\b", text, re.IGNORECASE) else "", text)
        return text

    def _shape(self, text: str, *, is_person: bool) -> Woven | None:
        woven = self._speech(text) or self._question(text) or self._shared(text) or self._about_them(text, is_person=is_person)
        if woven is None and not self._is_refused(text):
            woven = self._statement(text) or self._noun_phrase(text, is_person=is_person)
        return woven if woven and self._is_sound(woven.text) else None

    # what was talked about

    def _speech(self, text: str) -> Woven | None:
        """Asked about X, we talked about X, a long chat about X, explained how X, said that X."""
        for pattern in (_TALKED_ABOUT, _HAD_A_TALK, _ASKED_HOW):
            if found := pattern.match(text):
                return self._topic(found["topic"])
        if found := _SAID.match(text):
            said = self._said(found["said"])
            if said:
                return said
        if found := _DISCUSSED.match(text):
            return self._topic(found["topic"]) if not self._has_finite(found["topic"]) else None
        return None

    def _said(self, text: str) -> Woven | None:
        subject = _PERSONAL_SUBJECT.match(text)
        if subject:
            return self._clause(self._you(text))
        return self._statement(text)

    def _question(self, text: str) -> Woven | None:
        is_asked = text.endswith("?")
        text = text.rstrip("? ")
        if _INVERTED.match(text) or (is_asked and _YES_NO.match(text)):
            return self._straightened(text)
        if _QUESTION_WORD.match(text):
            after = text.split()[1:2]
            inverted = bool(after) and after[0].lower() in {"do", "does", "did", "is", "are", "would", "can", "should", "will", "about"}
            return None if inverted else self._topic(text)
        return None

    def _straightened(self, text: str) -> Woven | None:
        """How would I shard it -> how I would shard it."""
        found = _INVERTED.match(text)
        if found:
            aux = "" if found["aux"].lower() == "do" else f" {found['aux'].lower()}"
            if aux.strip() in {"does", "did", "'s", "'d"}:
                return None
            return self._topic(f"{found['wh'].lower()} {_pronoun(found['who'])}{aux} {found['rest']}")
        found = _YES_NO.match(text)
        if not found:
            return None
        aux = "" if found["aux"].lower() == "do" else f" {found['aux'].lower()}"
        return self._topic(f"whether {_pronoun(found['who'])}{aux} {found['rest']}")

    def _topic(self, text: str) -> Woven | None:
        """Something to talk about. "Our" and "their" at its start would be read as the wrong side's: they go."""
        text = text.rstrip("? ")
        text = re.sub(r"^if\b", "whether", text, flags=re.IGNORECASE)
        text = re.sub(r"^(?:our|the company's|their own|their|his|her)\s+", lambda m: "" if m[0].lower().startswith(("our", "the c")) else "your ", text, flags=re.IGNORECASE)
        if not _QUESTION_WORD.match(text) and (self._has_finite(text) or self._first(text) in self.g["finite"]):
            return None
        if self._first(text) in {*self.g["vague"], "me", "him", "them", "us"}:
            return None
        text = self._with_article(self._you(self._lowered(text)), is_person=False)
        return Woven(Form.TOPIC, text, text)

    # what they do, have, are

    def _shared(self, text: str) -> Woven | None:
        found = _BOTH.match(text)
        if not found:
            return None
        rest = found["rest"] or ""
        if found["have"]:
            return Woven(Form.SHARED, f"we {found['have']}")
        first = self._first(rest)
        if first in self.g["prepositions"] or first in {"big", "huge", "keen", "fans", "into"}:
            return Woven(Form.SHARED, f"we are both {rest}")
        is_verb = first in self.verbs.bases or first in self.verbs.pasts
        return Woven(Form.SHARED, f"we both {rest}") if is_verb else None

    def _about_them(self, text: str, *, is_person: bool) -> Woven | None:
        subject = _PERSONAL_SUBJECT.match(text)
        if subject:
            return self._clause(self._you(text))
        first = self._first(text)
        adverb = first in self.g["adverbs"]
        body = text.split(" ", 1)[1] if adverb and " " in text else text
        lead = f"{first} " if adverb and first not in {"also", "just", "apparently"} else ""
        if self._is_third(body, is_person=is_person):
            return self._clause(self._you(f"you {lead}{self._conjugated(body)}"), theirs_too=True)
        if self._is_past(body) or self._first(body) in {"will", "would"}:
            return self._clause(f"you {lead}{body[0].lower()}{body[1:]}", theirs_too=True)
        return self._predicate(text)

    def _predicate(self, text: str) -> Woven | None:
        """From Lagos, into climbing, a big fan of Arsenal, ex-Google: what somebody is."""
        if _PREDICATE.match(text):
            return self._clause(f"you are {text[0].lower()}{text[1:]}", theirs_too=True)
        head = re.split(r"\s+(?:of|at|in|for|from|and|who|with|since)\b", text, maxsplit=1)[0].split()
        if head and head[-1].lower() in self.g["nouns"]["people"] and head[0].lower() not in {"the", "our", "his", "her", "their", "my"}:
            has_article = head[0].lower() in {"a", "an"}
            lowered = self._lowered(text) if not text[:2].isupper() else text
            return self._clause(f"you are {lowered if has_article else f'{_article(text)} {lowered}'}", theirs_too=True)
        return None

    def _clause(self, text: str, *, theirs_too: bool = False) -> Woven | None:
        text = to_you(text, self.verbs, theirs_too=theirs_too)
        negated = re.search(r"\b(?:not|never|no|n't|nobody|nothing)\b|n't\b", text)
        if negated or not text.lower().startswith("you "):
            return None
        return Woven(Form.CLAUSE, text, self._topic_of(text))

    def _topic_of(self, clause: str) -> str:
        """You restore old boats -> restoring old boats; you have 3 rotations -> your 3 rotations; you are into climbing -> climbing."""
        rest = clause.removeprefix("you ").strip()
        first = self._first(rest)
        tail = rest.split(" ", 1)[1] if " " in rest else ""
        if self._has_second_clause(rest):
            return ""
        if found := _HAVE.match(rest):
            return "" if first == "got" else f"your {found['what']}"
        if (found := _LIKES.match(rest)) and not found["topic"].startswith(("from ", "to ", "for ", "at ", "with ", "a ", "an ", "new ", "ex-", "based", "originally")):
            return found["topic"]
        if first in self.verbs.bases and (gerund := self.verbs.gerund(first)):
            return f"{gerund} {tail}".strip()
        return ""

    def _has_second_clause(self, text: str) -> bool:
        """Whether another finite verb follows an "and": then no gerund can stand for the whole."""
        after = re.split(r"\b(?:and|or|but)\s+|,\s*", text)[1:]
        return any(self._first(piece) in self.verbs.bases and self._first(piece) not in self.verbs.homographs for piece in after)

    def _is_third(self, text: str, *, is_person: bool) -> bool:
        """Whether the fragment begins with a verb in the third person, where the -s could also be a plural."""
        words = text.split()
        form = words[0].lower()
        following = words[1].lower() if len(words) > 1 else ""
        takes_object = following in self.g["determiners"] or following in {"him", "her", "them"}
        if form in self.g["irregular"]:
            return True
        if form in self.verbs.homographs:
            if following in {"that", "which", "of", "are", "were", "and", "or"}:
                return False
            return takes_object or following in self.g["adverbs"] or (is_person and bool(following))
        if form in self.verbs.thirds:
            return True
        looks_third = form.isalpha() and words[0].islower() and form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > len("was")
        return looks_third and (following in {"a", "an", "the", "his", "her", "their", "my", "every"})

    def _is_past(self, text: str) -> bool:
        words = text.split()
        form = words[0].lower()
        following = words[1].lower() if len(words) > 1 else ""
        object_or_place = following in self.g["determiners"] or following in self.g["prepositions"]
        if form in self.g["past"]["forms"]:
            return form not in {"set", "put", "cut", "left", "used", "had", "found", "led", "held", "shipped", "planned", "lost", "kept"} or object_or_place
        return (form in self.verbs.pasts or form.endswith("ed")) and words[0][0].islower() == words[0].islower() and object_or_place

    def _conjugated(self, text: str) -> str:
        """Restores boats and sails them -> restore boats and sail them: the first verb, and those that an "and" ties to it."""
        words = text.split()
        first = words[0].lower()
        words[0] = self.verbs.thirds.get(first) or plain(first)
        for place in range(1, len(words)):
            tied = words[place - 1].lower().rstrip(",") in {"and", "or", "but", "then", "also"} or words[place - 1].endswith(",")
            form = words[place].lower()
            is_last = place == len(words) - 1
            if tied and form in self.verbs.thirds and not (form in self.verbs.homographs and is_last and place != 2):  # noqa: PLR2004 - "runs and bikes"
                words[place] = self.verbs.thirds[form]
        return " ".join(words)

    # statements and noun phrases

    def _is_refused(self, text: str) -> bool:
        first = self._first(text)
        starts = {*self.g["todo"], *self.g["finite"], *self.g["vague"], "i", "we", "you", "no", "not", "i'd", "i'm", "i've", "i'll", "it's", "that's", "there's", "they"}
        return first in starts or first in self.g["prepositions"] or text.endswith("?")

    def _statement(self, text: str) -> Woven | None:
        """The team is moving to Kafka next year: a sentence about something else than the person."""
        first = self._first(text)
        if first in self.g["vague"] or first in {"i", "we", "it's"} or not self._has_finite(text) or self._has_finite(text, only_first=True):
            return None
        if re.search(r"\b(?:not|never|no|nobody|i|me|we|us|our|it)\b|n't\b", text, re.IGNORECASE):
            return None
        text = self._with_article(self._you(self._lowered(text)), is_person=False)
        return Woven(Form.CLAUSE, text)

    def _noun_phrase(self, text: str, *, is_person: bool) -> Woven | None:
        words = text.split()
        first = self._first(text)
        following = words[1].lower() if len(words) > 1 else ""
        if self._has_finite(text) or self._hidden_verb(words):
            return None
        if first in self.verbs.bases and following in {"a", "an", "the", "my", "their", "our"}:
            return self._topic(f"how to {text[0].lower()}{text[1:]}")
        is_bare_verb = first in self.verbs.bases - {base for base in self.verbs.bases if base in self.g["homographs"]} and not first.endswith("ing")
        if is_bare_verb and first not in self.g["nouns"]["common"] and len(words) > 1:
            return None
        if words[-1].lower() in self.g["prepositions"] and not any(word.lower() in self.g["relatives"] for word in words):
            return None
        if re.search(r"\b(?:i|we|me|us)\b", text, re.IGNORECASE) and not any(word.lower() in self.g["relatives"] for word in words):
            return None
        text = re.sub(r"^(?:our|their own|their|his|her)\s+", lambda m: "" if m[0].lower().startswith("our") else "your ", text, flags=re.IGNORECASE)
        text = self._with_article(self._you(self._lowered(text)), is_person=is_person)
        return Woven(Form.TOPIC, text, text)

    def _hidden_verb(self, words: list[str]) -> bool:
        """Billing runs on a monolith: a -s form inside that may be a verb makes the whole unsafe; "that runs" does not."""
        for place, word in enumerate(words[1:], start=1):
            form = word.lower().strip(",")
            if form in self.g["relatives"] or words[place - 1].endswith(",") or words[place - 1].lower() in {"and", "or", "of", "the", "with"}:
                return False
            following = words[place + 1].lower() if place + 1 < len(words) else ""
            may_be = form in self.verbs.thirds and words[place - 1].lower() not in {*self.g["determiners"], *self.g["prepositions"]}
            if may_be and (form not in self.verbs.homographs or following in self.g["prepositions"] or following in self.g["determiners"]):
                return True
        return False

    def _has_finite(self, text: str, *, only_first: bool = False) -> bool:
        """Whether a finite verb stands outside any relative clause: then it is a sentence, not a name for something."""
        for place, word in enumerate(text.split()):
            bare = word.lower().strip(",.")
            if bare in self.g["relatives"]:
                return False
            is_finite = bare in self.g["finite"] or (place > 0 and bare.endswith(("'s", "'re", "'ll")) and bare not in {"let's"} and False)
            if is_finite:
                return place == 0 if only_first else True
            if only_first:
                return False
        return False

    def _with_article(self, text: str, *, is_person: bool) -> str:
        """Move to Kafka -> the move to Kafka; dog named Bruno, on the person channel -> your dog named Bruno."""
        head = re.split(r"\s+(?:in|at|of|from|to|for|with|named|called|on|about|between|off|is|are|was|has|will|that|who|where)\b", text, maxsplit=1)[0].split()
        if not head or len(head) > 4 or head[0].lower() in {*self.g["determiners"], "how", "why", "what", "when", "where", "whether"}:  # noqa: PLR2004 - adjectives and a noun
            return text
        noun = head[-1].lower()
        if is_person and noun in self.g["nouns"]["theirs"]:
            return f"your {text}"
        follows = len(head) < len(text.split())
        return f"the {text}" if noun in self.g["nouns"]["countable"] and (follows or len(head) > 1 or len(text.split()) == 1) and not head[0].endswith("ing") else text

    # small things

    def _you(self, text: str) -> str:
        return to_you(text, self.verbs, theirs_too=text.lower().startswith("their "))

    def _first(self, text: str) -> str:
        return text.split()[0].lower().strip(",.:;") if text.split() else ""

    def _lowered(self, text: str) -> str:
        """Without the capital of a sentence's start, where the word is a common one; a name keeps it."""
        first = text.split()[0] if text.split() else ""
        if not first[1:].islower() or not first[0].isupper():
            return f"{text[0].lower()}{text[1:]}" if first in {"A", "I'"} else text
        low = first.lower()
        tables = (self.g["nouns"]["common"], self.g["determiners"], self.g["prepositions"], self.g["relatives"], self.g["nouns"]["countable"], self.g["nouns"]["people"], self.g["nouns"]["theirs"])
        is_common = any(low in table for table in tables) or low in self.verbs.thirds or low in self.verbs.bases or low in self.verbs.pasts
        has_ending = low.endswith(("ing", "tion", "tions", "ment", "ments", "ness", "ity", "ance", "ence", "ability", "ed", "ly", "ful", "less", "ous", "ive", "ship")) and len(low) > len("being")
        return f"{low}{text[len(first):]}" if is_common or has_ending else text

    def _is_sound(self, text: str) -> bool:
        words = text.split()
        balanced = text.count('"') % 2 == 0 and not re.search(r"[(){}\[\]<>|\\]", text)
        return 1 <= len(words) <= self.g["longest_words"] and balanced and not _DANGLING.search(text) and "?" not in text and len(text) > 2  # noqa: PLR2004 - two letters say nothing


def _joined(first: Woven, second: Woven, longest: int) -> Woven:
    """On-call, and your 3 rotations: two things to talk about, in one breath, where they are short."""
    both = f"{first.topic} and {second.topic}"
    fits = first.topic and second.topic and first.form is Form.TOPIC and len(both.split()) <= min(longest, 18) and " and " not in first.topic
    return Woven(Form.TOPIC, both, both) if fits else first


def _pronoun(who: str) -> str:
    return "I" if who.lower() == "i" else {"you": "you"}.get(who.lower(), who.lower())


def _article(text: str) -> str:
    return "an" if text[:1].lower() in "aeiou" else "a"


@lru_cache(maxsize=8)
def _verbs_of(code: str, make: Callable[[], Verbs]) -> Verbs:
    return make()


_KEPT: Final[dict[str, Verbs]] = {}


def _verbs(language: Language) -> Verbs:
    """The verb tables of a language, made once."""
    if language.code not in _KEPT:
        _KEPT[language.code] = Verbs.of(language.grammar) if language.grammar.get("verbs") else Verbs({}, frozenset(), frozenset(), frozenset(), frozenset(), frozenset())
    return _KEPT[language.code]


def content_words(text: str, ignore: Mapping[str, object] | frozenset[str] = frozenset()) -> frozenset[str]:
    """The words that carry meaning, cut to their stems, to compare a note with a text."""
    return frozenset(_stem(word.lower()) for word in _WORD.findall(text) if len(word) > 3 and word.lower() not in ignore)  # noqa: PLR2004 - short words carry none


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:  # noqa: PLR2004 - what is left must be a word
            return word[: -len(ending)]
    return word.rstrip("e")
