"""The mails at the end.

Thanks after an offer, negotiation, no to an offer, continuing interest, a month later (R13 to R16).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from afterview.domain.events import EventKind
from afterview.domain.facts import Part
from afterview.domain.writing import points as about
from afterview.domain.writing.forms import Form
from afterview.domain.writing.letter import Letter
from afterview.domain.writing.terms import amount, is_more, justification_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from afterview.domain.events import Event
    from afterview.domain.writing.points import Point
    from afterview.domain.writing.scene import Scene


def offer_thanks(scene: Scene) -> Letter:
    """R13: each alone, with what was said with them, the personal first."""
    person = scene.person
    notes = person.notes if person else ()
    ordered = about.personal(notes, all_of_them=True) + about.work(notes)
    points = about.lasting(about.points_of(person, ordered, scene.language), scene.language) if person else ()
    return Letter("offer-thanks", scene.facts(), {"points": points, "part": _part(scene)})


def _part(scene: Scene) -> str:
    """A second hiring manager counts as interviewer (``api.md`` section 3)."""
    part = scene.person.part if scene.person else Part.INTERVIEWER
    first = next((person for person in scene.interview.participants if person.part is part), scene.person)
    is_second = (
        part is Part.HIRING_MANAGER and first is not None and scene.person is not None and first.id != scene.person.id
    )
    return (Part.INTERVIEWER if is_second else part).value


def to_manager(form: str) -> Callable[[Scene], Letter]:
    """Mails to the hiring manager after the outcome: points of work, for HR reads them too."""
    return lambda scene: Letter(form, scene.facts(), {"points": _work_points(scene)})


def _work_points(scene: Scene) -> tuple[Point, ...]:
    """What can be named in passing: a mail of goodbye is no place to report what somebody told."""
    person = scene.person
    points = about.points_of(person, about.work(person.notes), scene.language) if person else ()
    return tuple(point for point in points if point.form != Form.CLAUSE)


def negotiation(scene: Scene) -> Letter:
    """R14: one number and what it rests on (article.

    "asking for more base than allotted, so you'll have to justify this"). What the offer already holds isn't asked for.
    """
    offer = scene.last(EventKind.OFFER)
    money = scene.interview.compensation
    facts = scene.facts()
    base = (offer.base if offer else "") or money.base
    asked = money.asked if is_more(money.asked, base) else ""
    for name, text in (("asked", asked), ("base", base)):
        if written := amount(text, scene.language, offer.currency if offer else ""):
            facts[name] = written
    if offer and offer.answer_by:
        facts["answer_by"] = scene.date_text(offer.answer_by)
    pitch = scene.profile.pitches[0] if scene.profile.pitches else None
    told = {"justification": lambda pen: justification_of(money.justification, pitch, pen)}
    return Letter("negotiation", facts, {"asked": facts.get("asked"), "base": facts.get("base")}, told)


def continuing_interest(scene: Scene) -> Letter:
    """R15: openness only where it is true (article: "stress your continuing interest in the position")."""
    is_open = _is_open(scene)
    parts = {"points": _work_points(scene), "open": is_open, "phone": scene.facts().get("phone")}
    letter = Letter("continuing-interest", scene.facts(), parts)
    return letter if is_open else replace(letter, subject="subject_closed")


def _is_open(scene: Scene) -> bool:
    rejection = scene.last(EventKind.REJECTION)
    return scene.interview.still_open and (rejection is None or rejection.still_open)


def one_month(form: str) -> Callable[[Scene], Letter]:
    """R16: regret, openness if true, and a piece of news since the rejection (article.

    "if true, your continued openness").
    """

    def letter(scene: Scene) -> Letter:
        facts = scene.facts()
        if title := _news_since(scene, scene.last(EventKind.REJECTION)):
            facts["news"] = title
        return Letter(form, facts, {"news": facts.get("news"), "open": _is_open(scene)})

    return letter


def _news_since(scene: Scene, rejection: Event | None) -> str:
    since = scene.day(rejection.at) if rejection else None
    news = [event for event in scene.of(EventKind.NEWS) if since and scene.day(event.at) >= since]
    return " ".join(news[-1].title.split()).rstrip(" .") if news else ""


def no_show(scene: Scene) -> Letter:
    """To who did not come: no reproach, another time."""
    facts = scene.facts()
    if scene.event:
        facts["missed"] = scene.long_date(scene.day(scene.event.at))
    return Letter("no-show", facts, {"phone": facts.get("phone")})
