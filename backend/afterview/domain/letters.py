"""The table of letters: what each form of step tells its template. Words are none of its business.

A ``Letter`` has the facts that phrases may name, the parts that a template walks over, and a few sentences that take more
than one phrase to say (``told``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from afterview.domain import points as about
from afterview.domain import salutation
from afterview.domain.claims import claim_of, evidence_of, reason_of
from afterview.domain.events import EventKind
from afterview.domain.facts import Part
from afterview.domain.policy import PersonalMail
from afterview.domain.wording import Pen, capitalised, seats

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from afterview.domain.facts import Note, Participant, Pitch
    from afterview.domain.points import Point
    from afterview.domain.scene import Scene

MOST_POINTS: Final = 3
MOST_PEOPLE_NAMED: Final = 5
"""Of a large panel so many get a sentence of their own, so that the mail stays within 180 words."""
WARM: Final = frozenset({"personal", "recap", "answer", "offer-thanks", "invite"})


@dataclass(frozen=True, slots=True)
class Letter:
    """``form`` names the template, ``subject`` the slot of subjects, ``thread`` the subject that is being answered."""

    form: str
    facts: Mapping[str, str]
    parts: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Callable[[Pen], str]] = field(default_factory=dict)
    subject: str = "subject"
    thread: str = ""


def turn_of(scene: Scene) -> int:
    """Which mail of its kind this is: the number, the round, or the person's seat."""
    key = scene.key
    if key.number:
        return key.number - 1
    if key.participant:
        return seats((person.id for person in scene.interview.participants), f"{scene.company}|{key.form}").get(key.participant, 0)
    if key.round:
        return next((place for place, sitting in enumerate(scene.rounds) if sitting.id == key.round), 0)
    same = [event.id for event in scene.of(scene.event.kind)] if scene.event else []
    return same.index(scene.event.id) if scene.event else 0


def roster_ask(scene: Scene) -> Letter:
    """R1: what is missing, of whom."""
    met = [p for p in scene.interview.participants if p.part is not Part.HR and (not scene.loop or scene.met_in_loop(p))]
    lacking = [p for p in met if not (p.title and p.email)]
    words = scene.language.words["roster"]
    facts = scene.facts()
    if met and lacking:
        wants = [words[name] for name in ("title", "email") if any(not getattr(p, name) for p in lacking)]
        asked = salutation.listed(wants, scene.language, scene.country)
        whose = salutation.listed([salutation.plain_name(p) for p in lacking], scene.language, scene.country)
        several = "many" if len(lacking) > 1 else "one"
        facts["known"] = salutation.listed([salutation.plain_name(p) for p in met], scene.language, scene.country)
        facts["missing"] = str(words[several]).format(asked=asked, whose=whose)
    return Letter("roster.ask", facts, {"known": facts.get("known"), "missing": facts.get("missing")})


def hiring_manager(scene: Scene) -> Letter:
    """R4: the hiring manager's points first, what was said with others after them, three at most."""
    person = scene.person
    own = _points(scene, person, work_first=True) if person else ()
    points = (own + _of_others(scene, person))[:MOST_POINTS] if len(own) < MOST_POINTS else own[:MOST_POINTS]
    met = person is not None and (scene.met_in_loop(person) or not scene.rounds)
    return Letter("hiring-manager", scene.facts(), {"points": points, "met": met}, {"claim": lambda pen: claim_of(_second_pitch(scene), pen)})


def _second_pitch(scene: Scene) -> Pitch | None:
    """The first pitch is kept for the reminders, where its evidence goes with it; the last of several may open the case."""
    return scene.profile.pitches[-1] if len(scene.profile.pitches) > 1 else None


def _points(scene: Scene, person: Participant, *, work_first: bool, with_family: bool = False) -> tuple[Point, ...]:
    """What was said with the person in this loop: work before the personal, or the other way round."""
    notes = scene.notes_from_loop(person)
    ordered = about.work(notes) + about.personal(notes, all_of_them=True)
    found = about.points_of(person, ordered, scene.language)
    kept = [_framed(p) for p in found if with_family or not (p.is_personal and p.is_family)]
    return tuple(kept if work_first else sorted(kept, key=lambda p: not p.is_personal))


def _framed(point: Point) -> Point:
    return point


def _of_others(scene: Scene, manager: Participant | None) -> tuple[Point, ...]:
    """Work topics from the other conversations of the loop, one each."""
    found = []
    for person in scene.interview.participants:
        if person is manager or person.part is Part.HR or not scene.met_in_loop(person):
            continue
        points = about.points_of(person, about.work(scene.notes_from_loop(person)), scene.language)
        topic = next((p for p in points if p.topic and "you" not in p.topic.split() and "your" not in p.topic.split()), None)
        if topic:
            found.append(replace(topic, form="topic", text=topic.topic, who=scene.called(person)))
    return tuple(found[:1])


def group(scene: Scene) -> Letter:
    """R5: everybody in one mail; of one person it is an ordinary mail, with the personal note in it."""
    if len(scene.step.to) == 1:
        return _to_one(scene, scene.step.to[0], with_personal=True)
    points = []
    for person in scene.step.to:
        found = about.points_of(person, about.work(scene.notes_from_loop(person)), scene.language)
        points += [replace(found[0], name=scene.called(person))] if found else []
    return Letter("group", scene.facts(), {"points": points[:MOST_PEOPLE_NAMED]})


def individual(scene: Scene) -> Letter:
    """R5, by the user's wish one mail each."""
    return _to_one(scene, scene.person, with_personal=False)


def _to_one(scene: Scene, person: Participant | None, *, with_personal: bool) -> Letter:
    notes = scene.notes_from_loop(person) if person else ()
    work = about.points_of(person, about.work(notes), scene.language) if person else ()
    followed = about.points_of(person, _followed_up(scene, notes), scene.language) if person and with_personal else ()
    personal = followed[0] if followed else None
    return Letter("individual", scene.facts(), {"points": work[:2], "personal": personal})


def _followed_up(scene: Scene, notes: tuple[Note, ...]) -> list[Note]:
    return about.personal(notes, all_of_them=scene.policy.personal_mail is PersonalMail.ALWAYS)


def personal(scene: Scene) -> Letter:
    """R6: nothing but what was personal."""
    person = scene.person
    notes = _followed_up(scene, scene.notes_from_loop(person)) if person else []
    points = about.points_of(person, notes, scene.language) if person else ()
    return Letter("personal", scene.facts(), {"points": points})


def invite(scene: Scene) -> Letter:
    """R7: where we met and one detail."""
    person = scene.person
    points = _points(scene, person, work_first=True) if person else ()
    met = person is not None and scene.met_in_loop(person)
    return Letter("invite", scene.facts(), {"points": points, "met": met})


def follow_up(scene: Scene) -> Letter:
    """R9: the points of the first mail as it went out, the reason, the pitch."""
    first = _first_mail(scene)
    points = _points_again(scene, first)
    facts = scene.facts()
    pitch = next((one for one in scene.profile.pitches if one.id == scene.step.pitch), None)
    told: dict[str, Callable[[Pen], str]] = {
        "reason": lambda pen: reason_of(scene, pen),
        "reminder": lambda pen: _reminder(scene, points, pen),
        "claim": lambda pen: claim_of(pitch, pen),
        "evidence": lambda pen: evidence_of(pitch, pen),
        "why": lambda pen: _why(scene, pitch, points, pen),
    }
    return Letter("follow-up", facts, {}, told, thread=_thread(scene))


def _first_mail(scene: Scene) -> str | None:
    """The body of the first mail to the hiring manager that was sent last, None where no text of it is known."""
    bodies = [e.body for e in scene.of(EventKind.MAIL_SENT) if e.step and e.step.endswith(".hiring-manager") and e.body.strip()]
    return bodies[-1] if bodies else None


def _points_again(scene: Scene, sent: str | None) -> tuple[Point, ...]:
    """The points that the sent mail made; where its text is unknown, those that it would have made."""
    person = scene.person
    if person is None:
        return ()
    known = tuple(p for p in about.points_of(person, about.work(scene.notes_from_loop(person)), scene.language))
    if sent is None:
        return known[:MOST_POINTS]
    kept = tuple(p for p in known if about.is_in(p, sent))
    own = tuple(p for p in about.own_points(sent, scene.language) if not any(about.is_in(p, other.text) for other in kept))
    return (kept + own)[:MOST_POINTS]


def _reminder(scene: Scene, points: tuple[Point, ...], pen: Pen) -> str:
    topics = [p.topic for p in points if p.topic]
    if len(topics) > 1:
        them = salutation.listed(topics, scene.language, scene.country)
        return pen.say("points_two" if len(topics) == 2 else "points_many", them=them, Them=capitalised(them))  # noqa: PLR2004 - two are a pair
    if topics:
        return pen.say("points_one", it=topics[0], It=capitalised(topics[0]))
    return pen.say("points_clause", it=points[0].text) if points else ""


def _why(scene: Scene, pitch: Pitch | None, points: tuple[Point, ...], pen: Pen) -> str:
    """Why it matters here: the requirement it meets, else a point of the conversation."""
    if pitch is None:
        return ""
    wanted = pitch.requirement.strip()
    if wanted:
        return pen.say("why_requirement", requirement=wanted.rstrip(". "))
    topic = next((p.topic for p in points if p.topic and len(p.topic.split()) <= 10), "")  # noqa: PLR2004 - a longer one isn't said twice
    return pen.say("why_topic", it=topic) if topic else pen.say("why_plain")


def _thread(scene: Scene) -> str:
    """The subject of the last mail in the hiring manager's thread."""
    subjects = [
        e.subject.strip()
        for e in scene.of(EventKind.MAIL_SENT)
        if e.step and (e.step.endswith(".hiring-manager") or e.step.startswith("follow-up.")) and not e.step.startswith("one-month") and e.subject.strip()
    ]
    return subjects[-1] if subjects else ""


def call(scene: Scene) -> Letter:
    """R10: what to say."""
    return Letter("call", scene.facts())


def recap(scene: Scene) -> Letter:
    """R11: what was said in the call, as a list, for people's words seldom fit a sentence; nothing of competitors."""
    calls = [e for e in scene.of(EventKind.CALL) if e.step == scene.step.key.removesuffix(".recap")] or [scene.event_of(scene.step.event)]
    numbered = scene.of(EventKind.CALL)
    number = (scene.key.number or 1) - 1
    event = calls[0] or (numbered[number] if number < len(numbered) else None)
    facts = scene.facts()
    if event is None:
        return Letter("recap", facts, {"facts": [], "decision": None})
    day = scene.day(event.at)
    facts |= {"called": scene.date_text(day), "called_day": scene.weekday(day)}
    told = {"progress": event.progress, "req_status": event.req_status}
    facts |= {name: line for name, text in told.items() if (line := about.repeatable(text, scene.language))}
    if event.decision_on:
        facts["decision"] = f"{scene.weekday(event.decision_on)}, {scene.date_text(event.decision_on)}"
    lines = [slot for slot, name in (("progress", "progress"), ("status", "req_status"), ("date", "decision")) if name in facts]
    return Letter("recap", facts, {"facts": lines, "decision": facts.get("decision")})


def answer(scene: Scene) -> Letter:
    """To who replied: what they asked, and that it will be done."""
    event, person = scene.event, scene.person
    facts = scene.facts()
    if event:
        facts["replied"] = scene.date_text(scene.day(event.at))
    points = about.summary_points(event.summary, person, scene.language) if event and person else ()
    return Letter("answer", facts, {"points": points})


def offer_thanks(scene: Scene) -> Letter:
    """R13: each alone, with what was said with them."""
    person = scene.person
    points = _points_of_all(scene, person, personal_first=True) if person else ()
    part = person.part if person else Part.INTERVIEWER
    first_manager = next((p.id for p in scene.interview.participants if p.part is Part.HIRING_MANAGER), None)
    if part is Part.HIRING_MANAGER and person and person.id != first_manager:
        part = Part.INTERVIEWER
    return Letter("offer-thanks", scene.facts(), {"points": points, "part": part.value})


def _points_of_all(scene: Scene, person: Participant, *, personal_first: bool) -> tuple[Point, ...]:
    notes = person.notes
    ordered = about.personal(notes, all_of_them=True) + about.work(notes) if personal_first else about.work(notes)
    return about.points_of(person, ordered, scene.language)


def _to_manager(form: str) -> Callable[[Scene], Letter]:
    """Mails to the hiring manager after the outcome: one point of work, for HR reads them too."""

    def letter(scene: Scene) -> Letter:
        points = _points_of_all(scene, scene.person, personal_first=False) if scene.person else ()
        return Letter(form, scene.facts(), {"points": points})

    return letter


def negotiation(scene: Scene) -> Letter:
    """R14: one number and what it rests on."""
    offer = scene.last(EventKind.OFFER)
    money = scene.interview.compensation
    facts = scene.facts()
    facts |= {name: amount for name, text in (("asked", money.asked), ("base", (offer.base if offer else "") or money.base)) if (amount := _amount(text, offer.currency if offer else ""))}
    if offer and offer.answer_by:
        facts["answer_by"] = scene.date_text(offer.answer_by)
    pitch = scene.profile.pitches[0] if scene.profile.pitches else None
    told = {"justification": lambda pen: _justification(money.justification, pitch, pen)}
    return Letter("negotiation", facts, {"asked": facts.get("asked"), "base": facts.get("base")}, told)


def _justification(text: str, pitch: Pitch | None, pen: Pen) -> str:
    if text.strip():
        return pen.say("justified_sentence", justification=text.strip().rstrip("."))
    return claim_of(pitch, pen, slot="pitch")


def _amount(text: str, currency: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    if text.isdigit():
        text = f"{int(text):,}"
    return f"{currency} {text}" if text and currency and text[0].isdigit() and currency.lower() not in text.lower() and text.replace(",", "").replace(".", "").isdigit() else text


def continuing_interest(scene: Scene) -> Letter:
    """R15: openness only where it is true."""
    is_open = _is_open(scene)
    letter = _to_manager("continuing-interest")(scene)
    parts = {**letter.parts, "open": is_open, "phone": letter.facts.get("phone")}
    return replace(letter, parts=parts, subject="subject" if is_open else "subject_closed")


def _is_open(scene: Scene) -> bool:
    rejection = scene.last(EventKind.REJECTION)
    return scene.interview.still_open and (rejection is None or rejection.still_open)


def _one_month(form: str) -> Callable[[Scene], Letter]:
    def letter(scene: Scene) -> Letter:
        rejection = scene.last(EventKind.REJECTION)
        since = scene.day(rejection.at) if rejection else None
        news = [e for e in scene.of(EventKind.NEWS) if since and scene.day(e.at) >= since]
        facts = scene.facts()
        if news and (title := news[-1].title.strip().rstrip(".")):
            facts["news"] = title
        return Letter(form, facts, {"news": facts.get("news"), "open": _is_open(scene)})

    return letter


def no_show(scene: Scene) -> Letter:
    """To who did not come."""
    facts = scene.facts()
    if scene.event:
        day = scene.day(scene.event.at)
        facts["missed"] = f"{scene.weekday(day)}, {scene.date_text(day)}"
    return Letter("no-show", facts, {"phone": facts.get("phone")})


LETTERS: Final[dict[str, Callable[[Scene], Letter]]] = {
    "roster.ask": roster_ask,
    "hiring-manager": hiring_manager,
    "group": group,
    "individual": individual,
    "personal": personal,
    "invite": invite,
    "follow-up": follow_up,
    "call": call,
    "recap": recap,
    "answer": answer,
    "offer-thanks": offer_thanks,
    "negotiation": negotiation,
    "continuing-interest": continuing_interest,
    "one-month.hr": _one_month("one-month.hr"),
    "one-month.hiring-manager": _one_month("one-month.hiring-manager"),
    "decline": _to_manager("decline"),
    "withdrawal": _to_manager("withdrawal"),
    "no-show": no_show,
}
