"""The mails and calls while one waits: reminders, calls with HR, their recaps, answers (R9 to R11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from afterview.domain.events import EventKind
from afterview.domain.pitches import is_proven
from afterview.domain.writing import points as about
from afterview.domain.writing.claims import LONGEST_AGAIN, claim_of, evidence_of, is_said_before, reason_of, why_here
from afterview.domain.writing.first_mails import points_of_others
from afterview.domain.writing.forms import Form
from afterview.domain.writing.letter import MOST_POINTS, Letter
from afterview.domain.writing.terms import pay_of

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.writing.points import Point
    from afterview.domain.writing.scene import Scene
    from afterview.domain.writing.wording import Pen

FIRST_MAIL: Final = ".hiring-manager"


def follow_up(scene: Scene) -> Letter:
    """R9: the points of the first mail as it went out, the reason, the pitch (article.

    "the same format as the initial ones").
    """
    points = points_again(scene)
    pitch = next((one for one in scene.profile.pitches if one.id == scene.step.pitch and is_proven(one)), None)
    slot = "again" if is_said_before(scene, pitch) else "claim"
    person = scene.person
    told = {
        "reason": lambda pen: reason_of(scene, pen),
        "reminder": lambda pen: _reminder(scene, points, pen),
        "claim": lambda pen: claim_of(pitch, pen, slot, is_proven_too=True) or pay_of(scene, pen),
        "evidence": lambda pen: evidence_of(pitch, pen),
        "why": lambda pen: why_here(scene, pitch, points, pen),
        "offer": lambda pen: "" if pitch or pay_of(scene, pen) else _offer(scene, points, pen),
    }
    met = person is not None and (not scene.rounds or any(scene.met_in(sitting, person) for sitting in scene.rounds))
    return Letter("follow-up", scene.facts(), {"met": met}, told, points, thread=_thread(scene))


def points_again(scene: Scene) -> tuple[Point, ...]:
    """The points that the first mail made as it was sent; where its text is unknown, those that it would have made."""
    person = scene.person
    if person is None:
        return ()
    own = about.points_of(person, about.work(scene.notes_from_loop(person)), scene.language)
    sent = _first_mail(scene)
    if sent is None:
        return (own or points_of_others(scene, person))[:MOST_POINTS]
    kept = tuple(point for point in own if about.is_in(point, sent))
    added = tuple(
        point
        for point in about.own_points(sent, scene.language)
        if not any(about.is_in(point, other.text) for other in kept)
    )
    others = tuple(point for point in points_of_others(scene, person) if about.is_in(point, sent))
    return ((*kept, *added) or others)[:MOST_POINTS]


def _first_mail(scene: Scene) -> str | None:
    """The body of the first mail to the hiring manager that was sent last; None where no text of it is known."""
    sent = [event.body for event in scene.of(EventKind.MAIL_SENT) if (event.step or "").endswith(FIRST_MAIL)]
    return next((body for body in reversed(sent) if body.strip()), None)


def _reminder(scene: Scene, points: tuple[Point, ...], pen: Pen) -> str:
    """The topics in one sentence, and one thing that was told; else what was said with somebody else."""
    topics = [point.topic for point in points if point.topic and not point.who]
    told = next((point for point in points if not point.topic), None)
    others = next((point for point in points if point.who), None)
    said = [_of_topics(scene, topics, pen)]
    if told:
        said.append(pen.say(_slot_of(told, is_alone=not topics), it=told.text))
    elif others and not topics:
        said.append(pen.say("points_other", it=others.topic, who=others.who))
    return " ".join(filter(None, said))


def _offer(scene: Scene, points: tuple[Point, ...], pen: Pen) -> str:
    """What could be done for them, where nothing is left to claim: once it is about a point of the conversation."""
    topics = [
        point.topic
        for point in points
        if point.topic and not point.who and len(point.topic.split()) <= LONGEST_AGAIN and not about.is_mine(point)
    ]
    is_first = (scene.key.number or 1) - len(scene.profile.pitches) <= 1
    return pen.say("offer_topic", it=topics[-1]) if topics and is_first else pen.say("offer_plain")


def _slot_of(told: Point, *, is_alone: bool) -> str:
    if told.form == Form.DEED:
        return "points_deed"
    return "points_clause" if is_alone else "too_clause"


def _of_topics(scene: Scene, topics: list[str], pen: Pen) -> str:
    if len(topics) > 1:
        them = scene.listed(topics)
        return pen.say("points_two" if len(topics) == len(["one", "other"]) else "points_many", them=them)
    return pen.say("points_one", it=topics[0]) if topics else ""


def _thread(scene: Scene) -> str:
    """The subject of the last mail in the hiring manager's thread."""
    subjects = [
        event.subject.strip()
        for event in scene.of(EventKind.MAIL_SENT)
        if event.step
        and not event.step.startswith("one-month")
        and event.step.endswith(FIRST_MAIL) | event.step.startswith("follow-up.")
    ]
    return next((subject for subject in reversed(subjects) if subject), "")


def call(scene: Scene) -> Letter:
    """R10: what to ask and what to leave on the answering machine."""
    return Letter("call", scene.facts())


def recap(scene: Scene) -> Letter:
    """R11: what was said in the call, as a list, for people's words seldom fit a sentence; nothing of competitors."""
    facts = scene.facts()
    event = _the_call(scene)
    if event is None:
        return Letter("recap", facts, {"facts": (), "decision": None})
    day = scene.day(event.at)
    facts |= {"called": scene.date_text(day), "called_day": scene.weekday(day)}
    for name, text in (("progress", event.progress), ("req_status", event.req_status)):
        if line := about.repeatable(text, scene.language):
            facts[name] = line
    if event.decision_on:
        facts["decision"] = scene.long_date(event.decision_on)
    slots = (("progress", "progress"), ("status", "req_status"), ("date", "decision"))
    lines = tuple(slot for slot, name in slots if name in facts)
    return Letter("recap", facts, {"facts": lines, "decision": facts.get("decision")})


def _the_call(scene: Scene) -> Event | None:
    """The call that the recap's key names.

    By its step, its event, or its number in the order of calls with that person.
    """
    step = scene.step.key.removesuffix(".recap")
    calls = [
        event for event in scene.of(EventKind.CALL) if scene.person is None or event.participant == scene.person.id
    ]
    named = [event for event in calls if event.step == step]
    number = (scene.key.number or 1) - 1
    unnamed = [event for event in calls if not event.step]
    if named:
        return named[-1]
    return scene.event_of(scene.step.event) or (unnamed[number] if number < len(unnamed) else None)


def answer(scene: Scene) -> Letter:
    """To who replied: what they wrote, and that it will be seen to. The answer itself is the user's to add."""
    facts = scene.facts()
    if scene.event:
        facts["replied"] = scene.date_text(scene.day(scene.event.at))
    is_known = scene.event and scene.person
    points = (
        about.summary_points(scene.event.summary, scene.person, scene.language)
        if is_known and scene.event and scene.person
        else ()
    )
    return Letter("answer", facts, {"points": points})
