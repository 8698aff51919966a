"""The points of a mail.

Which notes it is built around, and what an earlier mail, as it really went out, has said of them.

A note on the person channel stays between two people: it is never in a mail that somebody else reads, except that
what was personal with the hiring manager may stand in the mail to the hiring manager. Sensitive notes are never
used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from afterview.domain.facts import Channel
from afterview.domain.writing.forms import Form
from afterview.domain.writing.fragments import mentions
from afterview.domain.writing.jottings import jotted
from afterview.domain.writing.lexicon import lexicon
from afterview.domain.writing.weaving import content_words, weave

if TYPE_CHECKING:
    from collections.abc import Iterable

    from afterview.domain.facts import Note, Participant
    from afterview.domain.writing.forms import Woven
    from afterview.domain.writing.language import Language


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to come back to.

    ``kind`` names the frames that it fits: topic, clause, shared, person_..., other_...
    """

    form: str
    text: str
    topic: str
    note: Note | None = None
    who: str = ""
    name: str = ""
    is_personal: bool = False
    is_family: bool = False


def names_of(person: Participant) -> tuple[str, ...]:
    """What a note may call the person."""
    parts = [part for part in person.name.replace(",", " ").split() if len(part) > 1]
    first_and_last = {parts[0], parts[-1]} if parts else set()
    every = {person.name, person.given_name, person.family_name, *first_and_last} - {""}
    return tuple(sorted(every, key=lambda name: (-len(name), name)))


def woven(note: Note, person: Participant, language: Language) -> Woven | None:
    """The note in a form for sentences to that person; None if sensitive or if it can't be said safely."""
    if note.sensitive or not note.text.strip():
        return None
    if "quotes" in language.grammar:
        familiar, personal = language.is_familiar, note.channel is Channel.PERSON
        return jotted(note.text, language.code, names_of(person), is_familiar=familiar, is_person=personal)
    return weave(note.text, language.code, names_of(person), is_person=note.channel is Channel.PERSON)


def points_of(person: Participant, notes: Iterable[Note], language: Language) -> tuple[Point, ...]:
    """The notes that can be woven, in the order of the list, the same thing only once."""
    points: list[Point] = []
    for note in notes:
        if (w := woven(note, person, language)) and all(w.text != point.text for point in points):
            points.append(_point(w, note, language))
    return tuple(points)


def _point(w: Woven, note: Note, language: Language) -> Point:
    """What was said of the work is best named as a topic; what a person does is best said as it is."""
    is_personal = note.channel is Channel.PERSON
    is_family = mentions(w.text, language.grammar["family"])
    if w.topic and not is_personal:
        return Point(Form.TOPIC.value, w.topic, w.topic, note)
    return Point(w.form.value, w.text, w.topic, note, is_personal=is_personal, is_family=is_family)


_MINE: Final = re.compile(r"\b(?:I|I'd|I'm|I've|my|we|our|your question)\b")


def is_mine(point: Point) -> bool:
    """Whether the topic is what was asked of the candidate: nothing to hear more of, and nothing to write a page on."""
    return bool(_MINE.search(point.topic))


_PASSING: Final = "passing"
"""Words in the language's grammar that date what they stand in."""


def lasting(points: Iterable[Point], language: Language) -> tuple[Point, ...]:
    """The points that are as true after some weeks: not who was just back from Crete, nor what was asked of me."""
    passing = language.grammar.get(_PASSING, ())
    return tuple(point for point in points if not mentions(point.text, passing) and not is_mine(point))


def work(notes: Iterable[Note]) -> list[Note]:
    """Notes on the work and the company: others may read them."""
    return [note for note in notes if note.channel is not Channel.PERSON]


def personal(notes: Iterable[Note], *, all_of_them: bool) -> list[Note]:
    """Notes on the person: those to be followed up, or all."""
    return [note for note in notes if note.channel is Channel.PERSON and (note.follow_up or all_of_them)]


SAID_AGAIN: Final = 0.5
"""A point counts as made in a sent text if this share of its content words stands there."""


def is_in(point: Point, text: str) -> bool:
    """Whether a text that was really sent makes this point: the user may have cut it."""
    said = content_words(text)
    told = (content_words(point.text), content_words(point.note.text if point.note else ""))
    return any(words and len(words & said) >= SAID_AGAIN * len(words) for words in told)


_OWN_POINT: Final = re.compile(
    r"\byour (?:idea|point|question|view|thoughts?|plans?|remarks?|account|description|approach|story)"
    r"\s+(?:about|on|of|for|to|regarding)\s+(?P<topic>[^.;:!?\n]+)",
    re.IGNORECASE,
)


def own_points(sent: str, language: Language) -> tuple[Point, ...]:
    """What the user put into a mail by hand, as far as it names itself: "your idea of chaos days on Fridays"."""
    found = (weave(match["topic"].split(", ")[0], language.code) for match in _OWN_POINT.finditer(sent))
    return tuple(Point(w.form.value, w.text, w.topic) for w in found if w and w.form is Form.TOPIC)


def repeatable(text: str, language: Language) -> str:
    """A remark from a call as a line of a list, or empty where it holds what nobody should read back."""
    line = " ".join(text.split()).rstrip(" .;,")
    return "" if not line or mentions(line, language.grammar.get("private", ())) else line


_YOU: Final = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
"""In a question that they asked it means the candidate, in the answer it would mean them."""


def summary_points(summary: str, person: Participant, language: Language) -> tuple[Point, ...]:
    """What somebody's reply was about, in a form for an answer to them."""
    if "quotes" in language.grammar:
        return _jotted_points(summary, person, language)
    is_asked_of_me = "?" in summary and bool(_YOU.search(summary))
    w = weave(summary, language.code, names_of(person)) if summary.strip() and not is_asked_of_me else None
    if w is None:
        return ()
    lex = lexicon(language.code)
    is_question = bool(lex and w.topic and lex.match("question_word", w.topic))
    form = "question" if is_question else Form.TOPIC.value if w.topic else w.form.value
    return (Point(form, w.topic or w.text, w.topic),)


def _jotted_points(summary: str, person: Participant, language: Language) -> tuple[Point, ...]:
    w = jotted(summary, language.code, names_of(person), is_familiar=language.is_familiar, is_person=False)
    if w is None:
        return ()
    return (Point("question" if "," in w.text else w.form.value, w.text, w.topic),)
