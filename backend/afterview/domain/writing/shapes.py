"""The shapes that a note's fragment can have, told by simple rules in a fixed order; the first that fits decides.

Something that was talked about, a question, what both have, what the person does or is, a statement, a noun phrase. A
fragment that no rule fits is left alone: a sentence that is not there is better than one that is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.lexicon import first_of
from afterview.domain.writing.verbs import third

if TYPE_CHECKING:
    from afterview.domain.writing.lexicon import Lexicon


class Form(StrEnum):
    """Which frames a woven note fits: after "about", after "that", or on what both have."""

    TOPIC = "topic"
    CLAUSE = "clause"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Woven:
    """A note ready for a frame. ``topic``: the same as something to talk about, or empty where it can't be."""

    form: Form
    text: str
    topic: str = ""


_NEGATED: Final = re.compile(r"\b(?:not|never|no|nobody|nothing|none)\b|n't\b", re.IGNORECASE)
_FIRST_PERSON: Final = re.compile(r"\b(?:i|me|we|us)\b", re.IGNORECASE)
_UNCLEAR: Final = re.compile(r"\b(?:i|me|we|us|our|it)\b", re.IGNORECASE)
_ODD: Final = re.compile(r"[^\w\s'.,%&/+#$€£\"-]|_|^\W|(?:^|\s)[^\w\s]+(?=\s|$)")
_OTHER_CLAUSE: Final = re.compile(r"\b(?:and|or|but)\s+|,\s*")
REFUSED: Final = Woven(Form.TOPIC, "")
"""It is clear what the fragment is, and that it can't be woven: no other rule is to try."""


def shape(text: str, lex: Lexicon, *, is_person: bool) -> Woven | None:
    """The fragment in a form for frames, or None."""
    text = lex.patterns["label"].sub("", text)
    woven = (
        _speech(text, lex) or _question(text, lex) or _shared(text, lex) or _about_them(text, lex, is_person=is_person)
    )
    if woven is None and not _is_refused(text, lex):
        woven = _statement(text, lex) or _noun_phrase(text, lex, is_person=is_person)
    return woven if woven and _is_sound(woven.text, lex) else None


def _is_refused(text: str, lex: Lexicon) -> bool:
    first = first_of(text)
    if (
        text.endswith("?")
        or first in lex.prepositions
        or first in lex.todo
        or first in lex.finite
        or first in lex.vague
    ):
        return True
    return first in lex.grammar["refused"] or first in lex.speech or first.split("'")[0] in {"i", "it", "that", "there"}


def _is_sound(text: str, lex: Lexicon) -> bool:
    words = text.split()
    is_whole = text.count('"') % 2 == 0 and not _ODD.search(text) and not lex.patterns["dangling"].search(text)
    return is_whole and 1 <= len(words) <= lex.longest_words and sum(c.isalpha() for c in text) > len("it")


# what was talked about


def _speech(text: str, lex: Lexicon) -> Woven | None:
    """Asked about X, we talked about X, a long chat about X, explained how X, said that X."""
    for pattern in ("spent", "interested", "talked_about", "asked_for", "had_a_talk", "asked_how"):
        if found := lex.match(pattern, text):
            return _topic(found["topic"], lex) or REFUSED
    if (found := lex.match("said", text)) and (said := _said(found["said"], lex, is_clause=bool(found["that"]))):
        return said
    if found := lex.match("discussed", text):
        return (None if lex.has_finite(found["topic"]) else _topic(found["topic"], lex)) or REFUSED
    return None


def _said(text: str, lex: Lexicon, *, is_clause: bool) -> Woven | None:
    if lex.match("subject", text):
        return _clause(lex.to_you(text), lex)
    if said := _statement(text, lex):
        return said
    is_clear = is_clause and not _UNCLEAR.search(text) and not _NEGATED.search(text)
    return Woven(Form.CLAUSE, lex.to_you(lex.lowered(text))) if is_clear else None


def _topic(text: str, lex: Lexicon) -> Woven | None:
    """Something to talk about.

    "Our" at its start would be read as the wrong side's: it goes; "their" is the reader's.
    """
    text = re.sub(r"^if\b", "whether", text.rstrip("? "), flags=re.IGNORECASE)
    text = lex.patterns["own_part"].sub("", _listed(text, lex))
    text = lex.patterns["side"].sub(
        lambda found: "" if found[0].lower().startswith(("our", "the c")) else "your ", text
    )
    is_question = bool(lex.match("question_word", text))
    if not is_question and (lex.has_finite(text) or lex.hidden_verb(text.split())):
        return None
    if first_of(text) in lex.vague or first_of(text) in {"me", "him", "them", "us"}:
        return None
    text = lex.with_article(lex.to_you(lex.lowered(text)))
    return Woven(Form.TOPIC, text, text)


def _listed(text: str, lex: Lexicon) -> str:
    """Weekly releases, monthly retros -> weekly releases and monthly retros; what hangs on behind a comma goes."""
    text = lex.patterns["behind_comma"].sub("", text)
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or " and " in text or " or " in text:
        return text
    is_list = all(1 <= len(part.split()) <= len("four") and not part.split()[0].endswith("ing") for part in parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if is_list else parts[0]


def _question(text: str, lex: Lexicon) -> Woven | None:
    """How would I shard it? -> how I would shard it; what is the bottleneck? -> what the bottleneck is."""
    is_asked = text.endswith("?")
    text = text.rstrip("? ")
    if found := lex.match("inverted", text):
        aux = "" if found["aux"].lower() == "do" else f" {found['aux'].lower()}"
        return _topic(f"{found['wh'].lower()} {_subject(found['who'])}{aux} {found['rest']}", lex) or REFUSED
    if found := lex.match("what_is", text):
        return _topic(f"{found['wh'].lower()} {found['rest']} {found['aux'].lower()}", lex) or REFUSED
    if is_asked and (found := lex.match("yes_no", text)) and found["who"].lower() != "i":
        aux = "" if found["aux"].lower() == "do" else f" {found['aux'].lower()}"
        return _topic(f"whether {_subject(found['who'])}{aux} {found['rest']}", lex) or REFUSED
    if (found := lex.match("does", text)) and found["verb"].lower() in lex.verbs.bases:
        is_third = " does " in f"{text.lower()} "
        verb = third(found["verb"].lower()) if is_third else found["verb"]
        return _topic(f"{found['wh'].lower()} {found['subject']}{verb}{found['rest']}", lex) or REFUSED
    if lex.match("question_word", text):
        turned = text.split()[1:2] and text.split()[1].lower() in {*lex.finite, "about"}
        return REFUSED if turned else _topic(text, lex) or REFUSED
    return None


def _subject(who: str) -> str:
    return "I" if who.lower() == "i" else who.lower()


# what they do, have, are


def _shared(text: str, lex: Lexicon) -> Woven | None:
    """Both grew up by the sea -> we both grew up by the sea."""
    found = lex.match("both", text)
    if not found:
        return None
    if found["have"]:
        return Woven(Form.SHARED, f"we {found['have']}")
    rest = found["rest"]
    first = first_of(rest)
    if first in lex.prepositions or first in {"big", "huge", "keen", "fans", "into"}:
        return Woven(Form.SHARED, f"we are both {rest}")
    return Woven(Form.SHARED, f"we both {rest}") if first in lex.verbs.bases or first in lex.verbs.pasts else REFUSED


def _about_them(text: str, lex: Lexicon, *, is_person: bool) -> Woven | None:
    """Restores old boats, she runs marathons, grew up in Lagos, from Lagos, a big fan of jazz."""
    if found := lex.match("ex", text):
        return Woven(Form.TOPIC, f"your time at {found['place']}", f"your time at {found['place']}")
    if lex.match("subject", text):
        return _clause(lex.to_you(text), lex) or REFUSED
    if found := lex.match("needs_to", text):
        gerund = lex.verbs.gerund(found["base"].lower())
        return _topic(f"{gerund}{found['rest']}", lex) if gerund else REFUSED
    first = first_of(text)
    has_adverb = first in lex.adverbs and " " in text
    body = text.split(" ", 1)[1] if has_adverb else text
    lead = f"{first} " if has_adverb and first not in {"also", "just", "apparently", "actually"} else ""
    if lex.is_third(body, is_person=is_person):
        return _clause(lex.to_you(f"you {lead}{lex.conjugated(body)}", theirs_too=True), lex) or REFUSED
    if lex.is_past(body) or first_of(body) in {"will", "would"}:
        body = f"{body[0].lower()}{body[1:]}"
        return _clause(lex.to_you(f"you {lead}{body}", theirs_too=True), lex, past=body) or REFUSED
    return _predicate(text, lex)


def _predicate(text: str, lex: Lexicon) -> Woven | None:
    if lex.match("predicate", text):
        return _clause(lex.to_you(f"you are {text[0].lower()}{text[1:]}", theirs_too=True), lex)
    head = lex.patterns["person_ends"].split(text, maxsplit=1)[0].split()
    if not head or head[-1].lower() not in lex.people or head[0].lower() in {"the", "our", "his", "her", "their", "my"}:
        return None
    lowered = lex.lowered(text)
    article = "" if head[0].lower() in {"a", "an"} else "an " if lowered[0].lower() in "aeiou" else "a "
    return _clause(lex.to_you(f"you are {article}{lowered}", theirs_too=True), lex)


def _clause(text: str, lex: Lexicon, past: str = "") -> Woven | None:
    if _NEGATED.search(text) or not text.startswith("you "):
        return None
    text = lex.patterns["behind_comma"].sub("", text)
    rest = text.removeprefix("you ")
    if all(word.strip(",") in lex.adjectives for word in rest.removeprefix("are ").lower().split()):
        return None
    if found := lex.match("like_me", text):
        shared = found["rest"]
        return Woven(Form.SHARED, f"we are both {shared[4:]}" if shared.startswith("are ") else f"we both {shared}")
    if past and (found := lex.match("time_at", past)):
        return Woven(Form.CLAUSE, text, f"your time at {found['place']}")
    return Woven(Form.CLAUSE, text, _topic_of(rest, lex))


def _topic_of(rest: str, lex: Lexicon) -> str:
    """Restore old boats -> restoring old boats; have 3 rotations -> your 3 rotations; are into climbing -> climbing."""
    if any(first_of(part) in lex.verbs.bases - lex.verbs.doubtful for part in _OTHER_CLAUSE.split(rest)[1:]):
        return ""
    if found := lex.match("have", rest):
        return f"your {found['what']}"
    if found := lex.match("likes", rest):
        return next(part for part in found.groups() if part)
    if found := lex.match("aims", rest):
        gerund = lex.verbs.gerund(found["base"].lower())
        return f"{gerund}{found['rest']}" if gerund else ""
    first = first_of(rest)
    gerund = lex.verbs.gerund(first) if first in lex.verbs.bases else ""
    return f"{gerund}{rest[len(first) :]}" if gerund else ""


# statements and noun phrases


def _statement(text: str, lex: Lexicon) -> Woven | None:
    """The team is moving to Kafka next year: a sentence about something else than the person."""
    words = text.split()
    hidden = lex.hidden_verb(words)
    finite = next((word for word in words if word.lower() in lex.finite), "") if lex.has_finite(text) else ""
    if not (finite or hidden == "certain") or first_of(text) in lex.finite or first_of(text) in lex.vague:
        return None
    if _UNCLEAR.search(text) or _NEGATED.search(text):
        return None
    verb = finite or next(word for word in words[1:] if word.lower() in lex.verbs.thirds)
    subject = " ".join(words[: words.index(verb)])
    return Woven(Form.CLAUSE, lex.to_you(lex.with_article(lex.lowered(text), head=subject)))


def _noun_phrase(text: str, lex: Lexicon, *, is_person: bool) -> Woven | None:
    """Error budgets that teams believe in, moving billing off the monolith, move to Kafka.

    Build a team from scratch.
    """
    words = text.split()
    lower = [word.lower().strip(",") for word in words]
    first, following = lower[0], lower[1] if len(lower) > 1 else ""
    has_relative = any(word in lex.relatives for word in lower)
    if lex.has_finite(text) or lex.hidden_verb(words) or (_FIRST_PERSON.search(text) and not has_relative):
        return None
    if (lower[-1] in lex.prepositions and not has_relative) or all(word in lex.adjectives for word in lower):
        return None
    if len(lower) == 1 and first.endswith(("ful", "ous", "ive", "able", "ible", "ed", "ish", "less")):
        return None
    if past := next((place for place, word in enumerate(lower[1:], 1) if word in lex.verbs.pasts - {"called"}), 0):
        return _with_past(text, lower, past, lex)
    is_verb = first in lex.verbs.bases and first not in lex.verbs.doubtful | lex.common
    if is_verb or (first in lex.verbs.bases and following in {"a", "an", "the", "my", "their"}):
        is_aim = first not in lex.verbs.stative and bool(following) and not is_person
        return _topic(f"how to {text[0].lower()}{text[1:]}", lex) if is_aim else None
    text = lex.patterns["side"].sub(
        lambda found: "" if found[0].lower().startswith(("our", "the c")) else "your ", text
    )
    text = lex.with_article(lex.to_you(lex.lowered(_listed(text, lex))), is_person=is_person)
    return Woven(Form.TOPIC, text, text)


def _with_past(text: str, lower: list[str], past: int, lex: Lexicon) -> Woven | None:
    """His daughter just started school is a sentence; lessons learned from the outage a noun phrase.

    Else nobody knows.
    """
    if lower[0] in {"his", "her", "their"}:
        return Woven(Form.CLAUSE, lex.to_you(text, theirs_too=True))
    follows = lower[past + 1] if past + 1 < len(lower) else ""
    is_participle = lower[past - 1] in lex.determiners or follows in {"by", "from", "with"}
    noun_phrase = lex.with_article(lex.to_you(lex.lowered(text)))
    return Woven(Form.TOPIC, noun_phrase, noun_phrase) if is_participle else None
