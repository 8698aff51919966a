"""Selling points and reasons to write, in the words of the user's records: a claim, its evidence, the event that gives occasion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.events import EventKind
from afterview.domain.facts import Part

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.facts import Pitch
    from afterview.domain.scene import Scene
    from afterview.domain.wording import Pen

_FIRST_PERSON: Final = re.compile(r"^(?:i|i'm|i've|i'd|my|we|our|at|in|as|when|under|for|over|with)\b", re.IGNORECASE)
_PAST: Final = re.compile(
    r"^(?:also\s+)?(?:\w+ed|cut|led|built|ran|wrote|grew|made|took|brought|won|sold|taught|kept|held|set|drove|shrank|spent|went|began|rebuilt|rewrote|found|got|put|split|saw|gave|hit|beat|dealt|sped up|oversaw|chose|"
    r"make|keep|build|lead|run|write|turn|help|get|bring|know|work|design|ship|fix|solve|mentor|coach|manage|find|take|teach|speak|love|like|have|can|enjoy|specialise|specialize|understand|simplify|reduce|deliver|translate|grow|scale|own|listen|explain|connect|bridge|drive)\b(?!\s*(?:-|,))",
    re.IGNORECASE,
)


def as_statement(text: str) -> tuple[str, bool]:
    """The text as the end of a sentence after a colon, and whether it is a sentence: "make slow systems fast" gets its "I"."""
    text = " ".join(text.split()).rstrip(" .!;,")
    if not text:
        return "", False
    first = text.split()[0]
    if re.match(r"^i\b", text, re.IGNORECASE):
        return f"I{text[1:]}", True
    if _PAST.match(text) and not (first.lower().endswith("ed") and first[0].isupper() and False):
        return f"I {first[0].lower()}{text[1:]}", True
    if _FIRST_PERSON.match(text):
        return f"{first[0].lower()}{text[1:]}", True
    lowered = f"{text[0].lower()}{text[1:]}" if first[1:].islower() and not first.isupper() and first.lower().endswith(("ing", "s", "ed", "ly", "e")) and len(first) > 2 else text  # noqa: PLR2004 - a word, not an initial
    return lowered, False


def claim_of(pitch: Pitch | None, pen: Pen, slot: str = "claim") -> str:
    """The claim in a frame that fits its shape."""
    text, is_sentence = as_statement(pitch.claim if pitch else "")
    if not text:
        return ""
    wanted = f"{slot}_{'sentence' if is_sentence else 'noun'}"
    return pen.say(wanted if wanted in pen.phrases else f"{slot}_sentence", claim=text)


def evidence_of(pitch: Pitch | None, pen: Pen) -> str:
    """The evidence in a frame that fits its shape."""
    text, is_sentence = as_statement(pitch.evidence if pitch else "")
    return pen.say("evidence_sentence" if is_sentence else "evidence_noun", evidence=text) if text else ""


def reason_of(scene: Scene, pen: Pen) -> str:
    """The reason to write as the step names it: a true event, said in the words of a mail."""
    reason = scene.step.reason
    event = scene.event_of(reason.event) if reason else None
    if event is None:
        return ""
    told = _REASONS.get(event.kind)
    return told(scene, event, pen) if told else ""


def _accepted(scene: Scene, event: Event, pen: Pen) -> str:
    person = scene.by_id(event.participant)
    if person is None or (scene.step.to and person.id == scene.step.to[0].id):
        return pen.say("reason_accepted") if person else ""
    return pen.say("reason_accepted_other", who=scene.called(person))


def _news(_: Scene, event: Event, pen: Pen) -> str:
    title = " ".join(event.title.split()).rstrip(" .")
    is_own = re.match(r"^(?:i|i've|i'm|my)\b", title, re.IGNORECASE)
    return pen.say("reason_own_news" if is_own else "reason_news", news=title)


def _decision(scene: Scene, event: Event, pen: Pen) -> str:
    return pen.say("reason_decision", when=scene.date_text(event.decision_on)) if event.decision_on else ""


def _call(scene: Scene, event: Event, pen: Pen) -> str:
    person = scene.by_id(event.participant)
    is_hr = person is not None and person.part is Part.HR
    return pen.say("reason_call", who=scene.called(person), when=scene.date_text(scene.day(event.at))) if person and is_hr else _decision(scene, event, pen)


_REASONS: Final = {
    EventKind.INVITATION_ACCEPTED: _accepted,
    EventKind.NEWS: _news,
    EventKind.DECISION_DATE: _decision,
    EventKind.REPLY: _decision,
    EventKind.CALL: _call,
}
