"""What was talked about: asked about X, a long chat about X, explained how X, said that X, and questions as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.writing.forms import REFUSED, Form, Woven
from afterview.domain.writing.nouns import is_noun_phrase
from afterview.domain.writing.persons import clause
from afterview.domain.writing.statements import is_unclear, statement
from afterview.domain.writing.topics import topic
from afterview.domain.writing.verbs import third

if TYPE_CHECKING:
    import re

    from afterview.domain.writing.lexicon import Lexicon


def quotation(text: str, lex: Lexicon) -> Woven | None:
    """Said "tests are a love letter" -> your line "tests are a love letter", for which one can give thanks."""
    found = lex.match("quotation", text)
    if not found:
        return None
    if found["quote"].endswith("?"):
        return question(found["quote"], lex) or REFUSED
    whose = "your" if found["said"] else "the"
    line = f'{whose} line "{found["quote"].rstrip(".,")}"'
    return Woven(Form.DEED, line)


def speech(text: str, lex: Lexicon, *, is_person: bool = False) -> Woven | None:
    """Asked about X, we talked about X, a long chat about X, explained how X, said that X."""
    if found := lex.match("asked_to", text):
        return _activity(found, lex)
    if found := lex.match("whether_i", text):
        return _activity(found, lex)
    for pattern in (
        "advised",
        "enjoyed_talk",
        "described_as",
        "spent",
        "interested",
        "unconvinced",
        "talked_about",
        "asked_for",
        "had_a_talk",
        "asked_how",
    ):
        if found := lex.match(pattern, text):
            told = topic(found["topic"], lex)
            return (told if is_person else _asked(text, told, lex)) or REFUSED
    if (found := lex.match("said", text)) and (said := _said(found["said"], lex, is_clause=bool(found["that"]))):
        return said
    if found := lex.match("discussed", text):
        return (None if lex.has_finite(found["topic"]) else topic(found["topic"], lex)) or REFUSED
    return None


def _asked(text: str, told: Woven | None, lex: Lexicon) -> Woven | None:
    """Asked how I'd shard it -> your question about how I'd shard it: what was asked of me was their question."""
    if told is None or not (lex.match("they_asked", text) and lex.match("of_mine", told.topic)):
        return told
    return _of_you(told)


def _of_you(told: Woven) -> Woven:
    asked = f"your question {'about' if told.topic.startswith('my ') else 'of'} {told.topic}"
    return Woven(told.form, asked, asked)


def _activity(found: re.Match[str], lex: Lexicon) -> Woven:
    """Asked me to design X -> designing X; whether I can run X, a doubt that no mail should raise -> running X."""
    base = found["base"].lower()
    gerund = lex.verbs.gerund(base) if base in lex.verbs.bases else ""
    rest = lex.patterns["second_question"].sub("", found["rest"])
    return (topic(f"{gerund}{rest}", lex) if gerund else None) or REFUSED


def _said(text: str, lex: Lexicon, *, is_clause: bool) -> Woven | None:
    """What was said, however deep it is reported: "told me she said they ..." is what they do."""
    if found := lex.match("said", text):
        return _said(found["said"], lex, is_clause=bool(found["that"])) or REFUSED
    if lex.match("subject", text):
        return clause(lex.tied(lex.to_you(text)), lex)
    if said := statement(text, lex):
        return said
    is_clear = is_clause and not is_unclear(text) and not is_noun_phrase(text, lex)
    return Woven(Form.CLAUSE, lex.to_you(lex.lowered(text))) if is_clear else None


# questions


def question(text: str, lex: Lexicon) -> Woven | None:
    """How would I shard it? -> how I would shard it; what is the bottleneck? -> what the bottleneck is."""
    is_asked = text.endswith("?")
    text = lex.patterns["second_question"].sub("", text.rstrip("? "))
    for pattern, tell in (("inverted", _inverted), ("what_is", _what_is), ("does", _does)):
        if found := lex.match(pattern, text):
            told = tell(found, lex)
            woven = topic(told, lex) if told else None
            is_theirs = woven is not None and tell is _inverted and found["who"].lower() == "you" and " I " in told
            return (_of_you(woven) if woven and is_theirs else woven) or REFUSED
    if is_asked and (found := lex.match("yes_no", text)):
        return (
            (topic(f"whether {_turned(found)}", lex) or REFUSED) if found["who"].lower() in {"we", "they"} else REFUSED
        )
    if lex.match("question_word", text):
        second, third_one = (*text.lower().split()[1:3], "", "")[:2]
        is_turned = second in lex.finite | {"about"} and second not in lex.verbs.thirds
        is_turned = is_turned or (second in {"is", "are"} and third_one in {"your", "my", "you"})
        return REFUSED if is_turned else topic(text, lex, is_start=True) or REFUSED
    return None


def _inverted(found: re.Match[str], lex: Lexicon) -> str:
    """Whom "you" means in a question that was typed nobody knows, but for "how would you": that was asked of me."""
    wh, aux, who = (found[name].lower() for name in ("wh", "aux", "who"))
    if (wh, aux, who) == ("how", "do", "we"):
        return f"how to {found['rest']}"
    if who != "you":
        return f"{wh} {_turned(found)}"
    if aux in {"would", "could", "should"}:
        return f"{wh} I {aux} {lex.patterns['our'].sub('your', found['rest'])}"
    return f"how to {found['rest']}" if (wh, aux) == ("how", "do") else ""


def _turned(found: re.Match[str]) -> str:
    who = "I" if found["who"].lower() == "i" else found["who"].lower()
    aux = "" if found["aux"].lower() == "do" else f" {found['aux'].lower()}"
    return f"{who}{aux} {found['rest']}"


def _what_is(found: re.Match[str], lex: Lexicon) -> str:
    return f"{found['wh'].lower()} {lex.patterns['our'].sub('your', found['rest'])} {found['aux'].lower()}"


def _does(found: re.Match[str], lex: Lexicon) -> str:
    """How does success look -> how success looks; empty where the verb isn't known."""
    verb = found["verb"].lower()
    if verb not in lex.verbs.bases:
        return ""
    is_third = " does " in f"{found[0].lower()} "
    return f"{found['wh'].lower()} {found['subject']}{third(verb) if is_third else verb}{found['rest']}"
