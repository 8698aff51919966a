"""What the person does, has or is, turned towards them, and what both have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.writing.forms import REFUSED, Form, Woven
from afterview.domain.writing.lexicon import first_of
from afterview.domain.writing.nouns import bare, is_compound, is_number, plain_verb
from afterview.domain.writing.statements import is_negated, sole
from afterview.domain.writing.topics import topic

if TYPE_CHECKING:
    from afterview.domain.writing.lexicon import Lexicon

_OTHER_CLAUSE: Final = re.compile(r"\b(?:and|or|but)\s+|,\s*")
_ONE: Final = re.compile(r"^are an? (?P<what>.+?)(?P<rest>(?: (?:of|at|in|from|for)\b.*)?)$")
_AGENT: Final = ("er", "or", "ist", "ian", "ier", "aholic")


def shared(text: str, lex: Lexicon) -> Woven | None:
    """Both grew up by the sea -> we both grew up by the sea; same school as me -> we have the same school."""
    if found := lex.match("same", text):
        return Woven(Form.SHARED, f"we have the same {found['what']}")
    if lex.match("same_place", text):
        return Woven(Form.SHARED, f"we{text[2:]}")
    found = lex.match("both", text)
    if not found:
        return None
    return Woven(Form.SHARED, f"we {found['have']}") if found["have"] else _both(found["rest"], lex)


def _both(rest: str, lex: Lexicon) -> Woven | None:
    first = first_of(rest)
    if lex.has_finite(rest) and first not in lex.finite:
        return None
    is_kind = bare(rest)[-1].removesuffix("s") in lex.people and first not in lex.verbs.bases | lex.verbs.pasts
    if is_kind or lex.match("predicate", rest) or first in lex.prepositions or first in {"big", "huge", "keen", "fans"}:
        return Woven(Form.SHARED, f"we are both {rest}")
    return Woven(Form.SHARED, f"we both {rest}") if first in lex.verbs.bases or first in lex.verbs.pasts else REFUSED


def about_them(text: str, lex: Lexicon, *, is_person: bool) -> Woven | None:
    """Restores old boats, she runs marathons, grew up in Lagos, from Lagos, a big fan of jazz."""
    if (found := lex.match("ex", text)) or (found := lex.match("ex_forces", text)):
        time = f"your time {'at' if 'place' in found.groupdict() else 'in the'} {found[1]}"
        return Woven(Form.TOPIC, time, time)
    if lex.match("subject", text):
        return clause(lex.tied(lex.to_you(text)), lex) or REFUSED
    if not is_person and (found := lex.match("needs_to", text)):
        gerund = lex.verbs.gerund(found["base"].lower())
        return topic(f"{gerund}{found['rest']}", lex) if gerund else REFUSED
    is_underway = is_person and lex.match("underway", text) and not is_compound(text, lex)
    if is_underway or (is_person and lex.match("have_been", text)):
        verb = "are" if is_underway else "have"
        return clause(f"you {verb} {lex.to_you(text[0].lower() + text[1:], theirs_too=True)}", lex) or REFUSED
    text = lex.patterns["stronger"].sub("", text)
    if lex.match("predicate", text):
        return clause(lex.to_you(f"you are {text[0].lower()}{text[1:]}", theirs_too=True), lex) or REFUSED
    return _with_verb(text, lex, is_person=is_person) or _predicate(text, lex, is_person=is_person)


def _with_verb(text: str, lex: Lexicon, *, is_person: bool) -> Woven | None:
    first = first_of(text)
    has_adverb = first in lex.adverbs and " " in text
    body = text.split(" ", 1)[1] if has_adverb else text
    is_past = lex.is_past(body) or (is_person and _is_deed(body, lex))
    is_past = is_past or bool(first_of(body) in lex.grammar["passives_now"] and lex.match("done_by", body))
    is_silent = first in {"also", "apparently", "actually"} or (first == "just" and not is_past)
    lead = f"{first} " if has_adverb and not is_silent else ""
    if lex.is_third(body, is_person=is_person):
        return clause(lex.to_you(f"you {lead}{lex.conjugated(body)}", theirs_too=True), lex) or REFUSED
    if has_adverb and not is_person and lex.verbs.is_surely_one(first_of(body)):
        return clause(lex.to_you(f"you {lead}{body}", theirs_too=True), lex) or REFUSED
    if not is_person and (lex.match("would_have_to", body) or lex.match("visited", body)):
        return REFUSED
    if is_past or first_of(body) in {"will", "would"}:
        is_passive = not is_person and first_of(body) in lex.grammar["passives"] and lex.match("done_somewhere", body)
        being = "are " if first_of(body) in lex.grammar["passives_now"] else "were "
        body = f"{being if is_passive else ''}{body[0].lower()}{body[1:]}"
        return clause(lex.to_you(f"you {lead}{body}", theirs_too=True), lex, past=body) or REFUSED
    return None


def _is_deed(text: str, lex: Lexicon) -> bool:
    """Played hockey for Scotland: in a note on the person a past form that begins it is what they did."""
    first = first_of(text)
    is_form = first in lex.verbs.pasts and first not in lex.verbs.bases and first not in lex.grammar["past"]["states"]
    return is_form and " " in text and first not in lex.speech and not lex.has_finite(text.split(" ", 1)[1])


def _predicate(text: str, lex: Lexicon, *, is_person: bool) -> Woven | None:
    """Scout leader -> you are a scout leader; former chef -> you used to be a chef."""
    if is_person and (origin := _origin(text, lex)):
        return origin
    start = lex.patterns["person_ends"].split(text, maxsplit=1)[0]
    head = bare(start)
    if is_person and lex.match("parent_of", text):
        head = ["parent"]
    if len(head) > 1 and head[-1].endswith(_AGENT) and not start.split()[-1].islower():
        return None
    if (
        not head
        or lex.has_finite(start)
        or lex.hidden_verb(start.split())
        or plain_verb(bare(text), lex)[0]
        or not _is_agent(head, lex, is_person=is_person)
        or head[0] in {"the", "our", "his", "her", "their", "my"} | lex.adverbs
    ):
        return None
    lowered = lex.lowered(text)
    if found := lex.match("former", lowered):
        lowered = found["what"]
    verb = "used to be" if found else "are"
    article = "" if head[0] in {"a", "an"} else "an " if lowered[0].lower() in "aeiou" else "a "
    return clause(lex.to_you(f"you {verb} {article}{lowered}", theirs_too=True), lex)


def _origin(text: str, lex: Lexicon) -> Woven | None:
    """Born in Chile -> you were born in Chile; Dutch -> you are Dutch; oldest of five -> you are the oldest of five."""
    if lex.match("origin", text):
        return clause(lex.to_you(f"you were {text[0].lower()}{text[1:]}", theirs_too=True), lex)
    if found := lex.match("child_of", text):
        return Woven(Form.CLAUSE, f"you are the {found['which'].lower()} of {found['of']}")
    first = text.split(",", maxsplit=1)[0]
    return Woven(Form.CLAUSE, f"you are {first}") if first.removeprefix("half ") in lex.nationalities else None


def _is_agent(words: list[str], lex: Lexicon, *, is_person: bool) -> bool:
    """Whether it names somebody who does something; on the person channel by its ending, too."""
    last = words[-1]
    if not is_person and last not in lex.grammar["nouns"]["minded"] and words[0] not in {"ex", "former"}:
        return False
    if is_number(words[0], lex):
        return False
    if last in lex.people:
        return last not in lex.theirs or words[0] in lex.grammar["parenting"] or len(words) == 1
    is_ended = "fellow" in words[:2] or (last.endswith(_AGENT) and last not in lex.not_people | lex.theirs)
    return is_person and is_ended and last not in lex.function_words | lex.adjectives and not lex.is_plural(last)


def clause(text: str, lex: Lexicon, past: str = "") -> Woven | None:
    """A sentence that says "you", with what of it can be talked about."""
    if is_negated(text) or not text.startswith("you "):
        return None
    text = sole(lex.patterns["as_well"].sub("", lex.patterns["behind_comma"].sub("", text)), lex)
    rest = text.removeprefix("you ")
    if (
        _runs_on(rest, lex)
        or _is_verdict(rest, lex)
        or lex.match("you_say", text)
        or lex.match("about_it", text)
        or lex.match("would_for_me", text)
        or text.endswith(" together")
    ):
        return None
    if found := lex.match("like_me", text):
        return _alike(found["rest"])
    if found := lex.match("for_me", rest):
        return _deed(found["past"], found["rest"], lex)
    text = lex.patterns["own"].sub(r"\1 your own ", text)
    if past and (found := lex.match("time_at", past)):
        return Woven(Form.CLAUSE, text, f"your time at {found['place']}")
    return Woven(Form.CLAUSE, text, _topic_of(rest, lex))


def _deed(past: str, rest: str, lex: Lexicon) -> Woven | None:
    """Gave me a tour of the lab -> giving me a tour of the lab, for which one says thank you."""
    base = lex.grammar["past"]["deeds"].get(past)
    return Woven(Form.DEED, f"{lex.verbs.gerund(base)}{rest}") if base else None


def _runs_on(rest: str, lex: Lexicon) -> bool:
    """You consult are 20 minutes: two verbs and nothing between them that ties one to the other."""
    words = bare(rest.replace(",", " and"))
    for place, word in enumerate(words[1:], start=1):
        if word in lex.relatives or word in {"and", "or", "but"} or words[place - 1] in lex.grammar["thoughts"]:
            return False
        if word in {"is", "are", "was", "were", "has"} and place > 1:
            return words[0] not in lex.grammar["thoughts"]
    return False


def _is_verdict(rest: str, lex: Lexicon) -> bool:
    """You are very friendly, you were hard to read, you were 15 minutes late."""
    words = bare(rest)
    said = words[words[0] in {"are", "were"} :]
    if len(said) < len(words) and said and (said[0][:1].isdigit() or said[0] in lex.adjectives - {"a"}):
        return True
    return all(word in lex.adjectives for word in said)


def _alike(same: str) -> Woven:
    """Are a fan of Zelda, like me -> we are both fans of Zelda."""
    if found := _ONE.match(same):
        return Woven(Form.SHARED, f"we are both {found['what']}s{found['rest']}")
    return Woven(Form.SHARED, f"we are both {same[4:]}" if same.startswith("are ") else f"we both {same}")


def _topic_of(rest: str, lex: Lexicon) -> str:
    """Have 3 rotations -> your 3 rotations; want to cut costs -> cutting costs; are into climbing -> climbing.

    What somebody does is best told as it is: "you use Epic", not "our discussion of using Epic".
    """
    if any(lex.verbs.is_surely_one(first_of(part)) for part in _OTHER_CLAUSE.split(rest)[1:]):
        return ""
    if found := lex.match("have", rest):
        return f"your {found['what']}" if first_of(found["what"]) not in lex.participles | lex.adverbs else ""
    if found := lex.match("likes", rest):
        liked = next(part for part in found.groups() if part)
        return "" if liked.startswith("to ") else liked
    if found := lex.match("aims", rest):
        gerund = lex.verbs.gerund(found["base"].lower())
        return f"{gerund}{found['rest']}" if gerund else ""
    return ""
