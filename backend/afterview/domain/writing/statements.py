"""Sentences about something else than the person, and names for things: the last shapes that are tried."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.forms import Form, Woven
from afterview.domain.writing.lexicon import first_of
from afterview.domain.writing.nouns import (
    as_theirs,
    bare,
    is_noun_phrase,
    plain_verb,
    subject_with_article,
    with_article,
)
from afterview.domain.writing.topics import listed, topic, turned

if TYPE_CHECKING:
    from afterview.domain.writing.lexicon import Lexicon

_NEGATED: Final = re.compile(r"\b(?:not|never|no(?! to\b)|nobody|nothing|none|neither|nor)\b|n't\b", re.IGNORECASE)
_FIRST_PERSON: Final = re.compile(r"\b(?:i|me|we|us)\b", re.IGNORECASE)
_THEIRS: Final = re.compile(r"\b(?:they|them)\b", re.IGNORECASE)
_AND_THEY: Final = re.compile(r"\b(?:and|or) (?:he|she|they)\b", re.IGNORECASE)
_UNCLEAR: Final = re.compile(r"\b(?:i|me|we|us|our|it)\b", re.IGNORECASE)


_SINCE_THEY: Final = re.compile(
    r"\b(?:since|after|once|until|before) they (?!are\b|were\b|have\b|had\b)\w+", re.IGNORECASE
)
"""What began with something that they did: the falls haven't."""


def is_negated(text: str) -> bool:
    """What somebody doesn't do or have is better left unsaid."""
    return bool(_NEGATED.search(text))


def is_unclear(text: str) -> bool:
    """Whether "we" or "it" would be read as somebody or something else in a mail."""
    return bool(_UNCLEAR.search(text)) or is_negated(text)


def statement(text: str, lex: Lexicon, *, is_person: bool = False) -> Woven | None:
    """The team is moving to Kafka next year: a sentence about something else than the person."""
    text = sole(text, lex)
    place = _verb_of(text, lex)
    if not place or first_of(text) in lex.finite or first_of(text) in lex.vague or is_unclear(text):
        return None
    words = text.split()
    if _is_activity(words[0].lower(), text, lex):
        return None
    ends = place - (bare(text)[place - 1] in lex.adverbs)
    subject, lowered = " ".join(words[:ends]), lex.lowered(text)
    if not bare(subject):  # only can: what was taken for a verb stands first
        return None
    owner = as_theirs(subject, lex) if is_person else ""
    is_theirs = owner.startswith("your ") and bare(subject)[0] not in {"his", "her", "their", "your"}
    told = f"your {lowered}" if is_theirs else subject_with_article(lowered, subject, lex)
    if _THEIRS.search(text):
        is_many = any(lex.is_folk(word) for word in bare(text)) or bare(subject)[0] in {"each", "every", "everyone"}
        if not is_many and not _SINCE_THEY.search(text):
            return None
    return Woven(Form.CLAUSE, lex.to_you(lex.patterns["is_their"].sub("is your", told)))


def _is_activity(first: str, text: str, lex: Lexicon) -> bool:
    """Moving billing off the monolith; but planning applications take 11 weeks."""
    is_verb = first.endswith("ing") and lex.verbs.is_gerund(first) and not lex.has_finite(text)
    return is_verb and not (first in lex.noun_gerunds and plain_verb(bare(text), lex)[1])


def _verb_of(text: str, lex: Lexicon) -> int:
    """The place of its verb; 0 where there is none for sure."""
    words = bare(text)
    if lex.has_finite(text):
        return next(place for place, word in enumerate(words) if word in lex.finite)
    if lex.hidden_verb(text.split()) == "certain":
        return next(place for place, word in enumerate(words) if place and word in lex.verbs.thirds)
    place, is_sure = plain_verb(words, lex)
    if place and is_sure:
        return place
    past = next((at for at, word in enumerate(words[1:6], 1) if word in lex.verbs.pasts), 0) if place == 0 else 0
    return past if past and _is_active(words, past, lex) else 0


def _is_active(words: list[str], past: int, lex: Lexicon) -> bool:
    """Footfall dropped, the audit found 200 issues: no participle, as in "lessons learned from the outage"."""
    ends = past - (past > 1 and words[past - 1] in lex.adverbs)
    follows, subject = words[past + 1 : past + 2], " ".join(words[:ends])
    if words[past] in {"called", "named"} or (words[past] == "dropped" and follows in (["last"], ["this"], [])):
        return False
    if follows in ([], ["by"], ["with"]) and words[past] not in lex.grammar["past"]["changes"]:
        return False
    if words[past - 1] in lex.single or (words[past] in lex.grammar["past"]["changes"] and follows != ["by"]):
        return is_noun_phrase(subject, lex)
    objects = lex.determiners - {"every", "each", "this", "that"}
    takes = bool(follows) and (follows[0] in objects or follows[0][:1].isdigit())
    return takes and is_noun_phrase(subject, lex)


def sole(text: str, lex: Lexicon) -> str:
    """A sentence without what was typed behind its comma, but for a list and what a preposition begins."""
    head, *rest = text.split(", ")
    if not rest:
        return text
    last = rest[-1]
    is_list = re.match(r"(?:and|or)\s", last) or (" and " in last and not lex.has_finite(last))
    if is_list and all(len(bare(part)) <= len("four") and not _verb_of(part, lex) for part in rest):
        return text
    is_tied = first_of(rest[0]) in lex.prepositions | {"even", "especially", "mostly", "mainly"}
    return f"{head}, {sole(', '.join(rest), lex)}" if is_tied else head


def noun_phrase(text: str, lex: Lexicon, *, is_person: bool) -> Woven | None:
    """Error budgets that teams believe in, moving billing off the monolith, move to Kafka.

    Build a team from scratch.
    """
    text = listed(lex.patterns["loose"].sub("", text), lex)
    words = bare(text)
    if not words or is_negated(text) or _AND_THEY.search(text) or all(word in lex.adjectives for word in words):
        return None
    first, following = words[0], words[1] if len(words) > 1 else ""
    has_relative = any(word in lex.relatives for word in words)
    is_unfinished = (words[-1] in lex.prepositions or _FIRST_PERSON.search(text)) and not has_relative
    if is_unfinished or lex.has_finite(text) or lex.hidden_verb(text.split()):
        return None
    if past := next((place for place, word in enumerate(words[1:], 1) if word in lex.verbs.pasts - {"called"}), 0):
        return _with_past(text, words, past, lex)
    is_verb = first in lex.grammar["aims"] and first not in lex.common
    is_verb = is_verb or (first in lex.verbs.bases and bool(lex.match("from_to", text)))
    if is_verb or (first in lex.verbs.bases and following in {"a", "an", "the", "my", "their"}):
        is_aim = first not in lex.verbs.stative and bool(following) and not is_person
        return topic(f"how to {text[0].lower()}{text[1:]}", lex) if is_aim else None
    if not is_noun_phrase(text, lex):
        return None
    text = lex.to_you(lex.lowered(turned(text, lex)), theirs_too=first.endswith("ing"))
    text = as_theirs(text, lex) if is_person else with_article(text, lex)
    return Woven(Form.TOPIC, text, text)


def _with_past(text: str, words: list[str], past: int, lex: Lexicon) -> Woven | None:
    """His daughter just started school is a sentence; lessons learned from the outage a noun phrase.

    Else nobody knows.
    """
    if words[0] in {"his", "her", "their"}:
        return Woven(Form.CLAUSE, lex.to_you(sole(text, lex), theirs_too=True))
    follows = words[past + 1] if past + 1 < len(words) else ""
    before = words[past - 1]
    is_participle = before in lex.determiners or before in lex.prepositions or follows in {"by", "from", "with"}
    is_participle = is_participle or (words[past] in lex.grammar["past"]["crafts"] and follows in lex.prepositions)
    told = with_article(lex.to_you(lex.lowered(text)), lex)
    return Woven(Form.TOPIC, told, told) if is_participle and is_noun_phrase(text, lex) else None
