"""Selling points and reasons to write, in the words of the user's records.

A claim, its evidence, the event that gives occasion.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from afterview.domain.events import EventKind
from afterview.domain.facts import Part
from afterview.domain.pitches import FIRST_MAIL, is_proven, of_first_mails, said_in, stems_of, words_of
from afterview.domain.stems import telling_stems
from afterview.domain.writing.clauses import first_person
from afterview.domain.writing.language import DEFAULT, load
from afterview.domain.writing.letter import turn_of
from afterview.domain.writing.lexicon import lexicon
from afterview.domain.writing.wording import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from afterview.domain.events import Event
    from afterview.domain.facts import Pitch
    from afterview.domain.writing.points import Point
    from afterview.domain.writing.scene import Scene
    from afterview.domain.writing.wording import Pen

LONGEST_AGAIN: Final = 10
"""Words that a topic may have to be named twice in one mail."""
_I: Final = re.compile(r"^i\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(
    r"^(?:my|we|our|at|in|as|when|under|for|over|with|during|after|the|people|teams?)\b", re.IGNORECASE
)
_CONTINUES: Final = re.compile(
    r"^(?:down|up|as|at|in|on|by|from|over|under|with|without|while|across|through|during|for|including|after)\b",
    re.IGNORECASE,
)
_MOODS: Final = re.compile(
    r"^\w+(?:,\s+\w+)*,?\s+and\s+(?:calm|good|great|reliable|patient|careful|quick|curious|kind|thorough|friendly|precise|fast)\b",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"^(?:calm|good|great|reliable|comfortable|fluent|experienced|skilled|patient|organi[sz]ed"
    r"|careful|quick|certified|trained|licensed|used|known)"
    r"\s+(?:under|in|at|with|to|for|of|as)\b",
    re.IGNORECASE,
)
_QUALITY: Final = re.compile(
    r"^(?:(?P<article>an?)\s+)?(?P<what>(?:[\w-]+\s+){0,3}(?:\w+(?:er|or|ist)|leader|communicator"
    r"|generalist|engineer|manager|designer|analyst|architect))$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def as_statement(text: str) -> tuple[str, bool]:
    """The text as it stands within a sentence, and whether it is one: "make slow systems fast" gets its "I"."""
    text = " ".join(text.split()).rstrip(" .!;,")
    first = text.split(maxsplit=1)[0] if text else ""
    if _MOODS.match(text):
        return f"I am {_lowered(text)}", True
    if _I.match(text) or _is_verb(first.lower(), text):
        return f"I{text[1:]}" if _I.match(text) else f"I {text[0].lower()}{text[1:]}", True
    if (found := _QUALITY.match(text)) and not _STATE.match(text) and not first.lower().endswith("ing"):
        article = found["article"] or ("an" if found["what"][0].lower() in "aeiou" else "a")
        return f"I am {article.lower()} {_lowered(found['what'])}", True
    if _STATE.match(text):
        return f"I am {_lowered(text)}", True
    if first.lower().endswith("ing") and len(first) > len("bring") and not text.isupper():
        return f"I am good at {_lowered(text)}", True
    return _lowered(text), bool(_SENTENCE.match(text)) and _has_verb(text)


def stated(text: str, pen: Pen) -> tuple[str, bool]:
    """The text as a statement where the language's verbs are known, else as it is, and whether it begins as one."""
    if pen.language == DEFAULT:
        return as_statement(text)
    text = first_person(" ".join(text.split()).rstrip(" .!;,"), pen.language)
    is_sentence = text.split(" ")[0].lower() in load(pen.language).grammar.get("sentence_starts", ())
    return capitalised(text) if is_sentence else text, is_sentence


def _is_verb(first: str, text: str) -> bool:
    """Whether the text begins with what "I" did or does."""
    lex = lexicon("en")
    if lex is None or re.match(r"^[\w-]+-", text):
        return False
    follows = text.split()[1:2]
    is_noun = bool(follows) and follows[0].lower() in {"of", "that", "which"}
    is_counted = first.endswith("ed") and bool(follows) and (follows[0][:1].isdigit() or follows[0] in lex.determiners)
    known = is_counted or first in lex.grammar["first_person"] or first in lex.grammar["past"]["forms"]
    is_verb = (
        known or (first in lex.verbs.pasts and first not in lex.common) or first in lex.verbs.bases - lex.verbs.doubtful
    )
    return is_verb and bool(follows) and not is_noun


def _has_verb(text: str) -> bool:
    lex = lexicon("en")
    words = {word.lower() for word in text.split()[1:]}
    return lex is not None and bool(words & (lex.finite | lex.verbs.pasts | set(lex.verbs.thirds) | {"i"}))


def _lowered(text: str) -> str:
    lex = lexicon("en")
    return lex.lowered(text) if lex else text


def pitch_of_first_mail(scene: Scene) -> Pitch | None:
    """The pitch that proves a point of the first mail; the only one there is, in the first of the first mails."""
    pitches = scene.profile.pitches
    if len(pitches) == 1:
        return pitches[0] if is_proven(pitches[0]) and not turn_of(scene) else None
    return of_first_mails(scene.interview, pitches).get(scene.round.id if scene.round else "")


def is_said_before(scene: Scene, pitch: Pitch | None) -> bool:
    """Whether a first mail, as it went out, holds the pitch: then the reminder says that it comes back to it."""
    sent = [event.body for event in scene.of(EventKind.MAIL_SENT) if (event.step or "").endswith(FIRST_MAIL)]
    return pitch is not None and any(pitch.id in said_in(body, (pitch,)) for body in sent)


def answered_by(pitch: Pitch | None, points: Sequence[Point]) -> int:
    """The place of the point that the pitch answers, -1 where none does: two shared words, or one of its labels.

    One shared word alone may be chance: reports on paper, and five reports who became leads.
    """
    if pitch is None:
        return -1
    about, labels = words_of(pitch), stems_of(*pitch.tags, pitch.requirement)
    said = [frozenset[str]() if point.is_personal else telling_stems(point.text) for point in points]
    weights = [len(about & words) + bool(labels & words) for words in said]
    best = max(weights, default=0)
    return weights.index(best) if best > 1 else -1


def claim_of(pitch: Pitch | None, pen: Pen, slot: str = "claim", *, is_proven_too: bool = False) -> str:
    """The claim in a frame that fits its shape, with the evidence that continues it: "..., down from eleven"."""
    text, is_sentence = stated(pitch.claim if pitch else "", pen)
    if not text:
        return ""
    if is_proven_too and pitch and _says_it_all(pitch, pen):
        text, _ = stated(pitch.evidence, pen)
        done = f"{slot}_done"
        return pen.say(done if done in pen.phrases else f"{slot}_sentence", claim=text, Claim=capitalised(text))
    if is_proven_too and (more := _continuation(pitch)):
        text = f"{text}, {more}"
    wanted = f"{slot}_{'sentence' if is_sentence else 'noun'}"
    return pen.say(wanted if wanted in pen.phrases else f"{slot}_sentence", claim=text, Claim=capitalised(text))


def _says_it_all(pitch: Pitch, pen: Pen) -> bool:
    """Whether the evidence says the claim as well: "I move billing systems", "moved 4 billing systems at Hooli"."""
    shared = telling_stems(pitch.claim) & telling_stems(pitch.evidence)
    return len(shared) > 1 and stated(pitch.evidence, pen)[1]


def _continuation(pitch: Pitch | None) -> str:
    """Evidence that can't stand by itself: "down from eleven at Initech", "as shift lead at Harbor"."""
    text = " ".join(pitch.evidence.split()).rstrip(" .!;,") if pitch else ""
    return text if _CONTINUES.match(text) and not as_statement(text)[1] else ""


def evidence_of(pitch: Pitch | None, pen: Pen) -> str:
    """The evidence in a frame that fits its shape."""
    is_left = pitch is not None and not _continuation(pitch) and not _says_it_all(pitch, pen)
    text, is_sentence = stated(pitch.evidence if pitch and is_left else "", pen)
    return pen.say("evidence_sentence" if is_sentence else "evidence_noun", evidence=text) if text else ""


def requirement_of(scene: Scene, pitch: Pitch) -> str:
    """The requirement of the role that the pitch meets: its own, else one that shares its words."""
    words = words_of(pitch)
    wanted = pitch.requirement or next((one for one in scene.interview.requirements if telling_stems(one) & words), "")
    plain = " ".join(wanted.split()).rstrip(" .;,")
    return _lowered(plain) if scene.language.code == DEFAULT else plain


def why_here(scene: Scene, pitch: Pitch | None, points: Sequence[Point], pen: Pen) -> str:
    """Why it matters here: the requirement that it meets, else a point of the conversation, else the company."""
    if pitch is None:
        return ""
    if requirement := requirement_of(scene, pitch):
        return pen.say("why_requirement", requirement=requirement)
    words = words_of(pitch)
    topics = [
        point.topic for point in points if point.topic and not point.who and len(point.topic.split()) <= LONGEST_AGAIN
    ]
    near = next((topic for topic in topics if telling_stems(topic) & words), "")
    if near:
        return pen.say("why_bears", it=near)
    return pen.say("why_topic", it=topics[0]) if topics else pen.say("why_plain")


def reason_of(scene: Scene, pen: Pen) -> str:
    """The reason to write as the step names it: a true event, said in the words of a mail."""
    reason = scene.step.reason
    if reason is None:
        return ""
    same = [event for event in scene.interview.events if event.kind.value == reason.kind]
    event = scene.event_of(reason.event) or (same[-1] if same and not reason.event else None)
    told = _REASONS.get(event.kind) if event else None
    return told(scene, event, pen) if told and event else ""


def _accepted(scene: Scene, event: Event, pen: Pen) -> str:
    person = scene.by_id(event.participant)
    if person is None:
        return ""
    is_reader = any(person.id == reader.id for reader in scene.step.to)
    return pen.say("reason_accepted") if is_reader else pen.say("reason_accepted_other", who=scene.called(person))


def _news(_: Scene, event: Event, pen: Pen) -> str:
    title = " ".join(event.title.split()).rstrip(" .")
    is_own = re.match(r"^(?:i|i've|i'm|my|ich|mein|meine)\b", title, re.IGNORECASE)
    return pen.say("reason_own_news" if is_own else "reason_news", news=title) if title else ""


def _decision(scene: Scene, event: Event, pen: Pen) -> str:
    return pen.say("reason_decision", when=scene.date_text(event.decision_on)) if event.decision_on else ""


def _call(scene: Scene, event: Event, pen: Pen) -> str:
    person = scene.by_id(event.participant)
    if person is None or person.part is not Part.HR or event.decision_on:
        return _decision(scene, event, pen)
    return pen.say("reason_call", who=scene.called(person), when=scene.date_text(scene.day(event.at)))


_REASONS: Final = {
    EventKind.INVITATION_ACCEPTED: _accepted,
    EventKind.NEWS: _news,
    EventKind.DECISION_DATE: _decision,
    EventKind.REPLY: _decision,
    EventKind.CALL: _call,
}
