"""The mails around a round.

Asking for the names, the hiring manager, the others, the personal word, the invitation (R1, R4 to R7).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from afterview.domain.facts import Part
from afterview.domain.policy import PersonalMail
from afterview.domain.writing import points as about
from afterview.domain.writing import salutation
from afterview.domain.writing.claims import (
    LONGEST_AGAIN,
    answered_by,
    claim_of,
    evidence_of,
    pitch_of_first_mail,
    requirement_of,
)
from afterview.domain.writing.letter import MOST_POINTS, Letter

if TYPE_CHECKING:
    from afterview.domain.facts import Note, Participant, Pitch
    from afterview.domain.writing.points import Point
    from afterview.domain.writing.scene import Scene
    from afterview.domain.writing.wording import Pen

MOST_PEOPLE_NAMED: Final = 5
"""Of a large panel so many get a sentence of their own, so that the mail stays within 180 words."""
MOST_OF_ONE: Final = 2


def roster_ask(scene: Scene) -> Letter:
    """R1: what is missing, of whom (article: "obtain all names, titles and email addresses")."""
    met = [
        person
        for person in scene.interview.participants
        if person.part is not Part.HR
        and (not scene.loop or scene.met_in_loop(person))
        and salutation.plain_name(person)
    ]
    lacking = [person for person in met if not (person.title and person.email)]
    facts = scene.facts()
    if lacking:
        words = scene.language.words["roster"]
        suffix = "_many" if len(lacking) > 1 else ""
        names = [name for name in ("title", "email") if any(not getattr(person, name) for person in lacking)]
        asked = scene.listed([str(words[f"{name}{suffix}"]) for name in names])
        facts["known"] = scene.listed([salutation.plain_name(person) for person in met])
        whose = (
            words["theirs"] if len(lacking) == len(met) else scene.listed([salutation.plain_name(p) for p in lacking])
        )
        pattern = words["all_missing"] if len(lacking) == len(met) else words["some_missing"]
        facts["missing"] = str(pattern).format(asked=asked, whose=whose)
    day = scene.ends_on(scene.round) if scene.round else None
    is_over = day is not None and scene.step.due_on is not None and scene.step.due_on > day
    parts = {"is_partial": "missing" in facts, "is_over": is_over}
    letter = Letter("roster.ask", facts, parts)
    return replace(letter, subject="subject_over") if is_over else letter


def hiring_manager(scene: Scene) -> Letter:
    """R4: what was said with the hiring manager, a topic from another talk, last what was personal; three at most."""
    person = scene.person
    own = manager_points(scene, person) if person else ()
    found = (*own, *points_of_others(scene, person))[:MOST_POINTS]
    points = tuple(point for point in found if not point.is_personal)
    chat = tuple(point for point in found if point.is_personal)
    met = person is not None and (scene.met_in_loop(person) or not scene.rounds)
    pitch = pitch_of_first_mail(scene)
    answered = answered_by(pitch, points)
    told = {"proof": lambda pen: _proof(scene, pitch, pen, is_answer=answered >= 0)}
    parts = {"points": points, "personal": chat, "met": met, "answered": answered}
    return Letter("hiring-manager", scene.facts(), parts, told, (*points, *chat))


def _proof(scene: Scene, pitch: Pitch | None, pen: Pen, *, is_answer: bool) -> str:
    """Claim, evidence, why it matters here: an assertion without its proof convinces nobody."""
    if pitch is None:
        return ""
    claim = claim_of(pitch, pen, "link" if is_answer else "claim", is_proven_too=True)
    wanted = requirement_of(scene, pitch)
    why = pen.say("why_requirement", requirement=wanted) if wanted else pen.say("why_answered") if is_answer else ""
    return " ".join(filter(None, (claim, evidence_of(pitch, pen), why)))


def manager_points(scene: Scene, person: Participant) -> tuple[Point, ...]:
    """Work first, then one personal thing that HR may read as well: nothing of the family."""
    notes = scene.notes_from_loop(person)
    work = about.points_of(person, about.work(notes), scene.language)
    personal = about.points_of(person, about.personal(notes, all_of_them=True), scene.language)
    return (*work[: MOST_POINTS - bool(personal)], *[point for point in personal if not point.is_family][:1])


def points_of_others(scene: Scene, manager: Participant | None) -> tuple[Point, ...]:
    """A work topic from another conversation of the loop, that can be retold: nothing that says "you"."""
    for person in scene.interview.participants:
        if (manager and person.id == manager.id) or person.part is Part.HR or not scene.met_in_loop(person):
            continue
        for point in about.points_of(person, about.work(scene.notes_from_loop(person)), scene.language):
            if (
                point.topic
                and len(point.topic.split()) <= LONGEST_AGAIN
                and not {"you", "your", "i", "my", *scene.language.grammar.get("not_retold", ())}
                & set(point.topic.lower().split())
            ):
                return (replace(point, form="topic", text=point.topic, who=scene.called(person)),)
    return ()


def group(scene: Scene) -> Letter:
    """R5: everybody in one mail; of one person it is an ordinary mail, with the personal note in it."""
    if len(scene.step.to) == 1:
        return _to_one(scene, scene.step.to[0], with_personal=True)
    people = salutation.by_seniority(scene.step.to)
    points: list[Point] = []
    for person in people:
        found = about.points_of(person, about.work(scene.notes_from_loop(person)), scene.language)
        points += [replace(found[0], name=scene.called(person))] if found else []
    named = {point.name for point in points}
    rest = [name for person in people if (name := scene.called(person)) not in named]
    others = scene.listed(rest) if points and len(scene.step.to) <= MOST_PEOPLE_NAMED else ""
    is_pair = len(people) == len(["one", "other"])
    return Letter("group", scene.facts(), {"points": points[:MOST_PEOPLE_NAMED], "others": others, "pair": is_pair})


def individual(scene: Scene) -> Letter:
    """R5, by the user's wish one mail each; the personal note goes into it, for nobody else reads it."""
    return _to_one(scene, scene.person, with_personal=True)


def _to_one(scene: Scene, person: Participant | None, *, with_personal: bool) -> Letter:
    notes = scene.notes_from_loop(person) if person else ()
    work = about.points_of(person, about.work(notes), scene.language) if person else ()
    followed = about.points_of(person, followed_up(scene, notes), scene.language) if person and with_personal else ()
    return Letter(
        "individual", scene.facts(), {"points": work[:MOST_OF_ONE], "personal": followed[0] if followed else None}
    )


def followed_up(scene: Scene, notes: tuple[Note, ...]) -> list[Note]:
    """The personal notes that the user wants to come back to."""
    return about.personal(notes, all_of_them=scene.policy.personal_mail is PersonalMail.ALWAYS)


def personal(scene: Scene) -> Letter:
    """R6: nothing but what was personal."""
    person = scene.person
    notes = followed_up(scene, scene.notes_from_loop(person)) if person else []
    points = about.points_of(person, notes, scene.language) if person else ()
    return Letter("personal", scene.facts(), {"points": points[:MOST_OF_ONE]})


def invite(scene: Scene) -> Letter:
    """R7: where we met and one detail."""
    person = scene.person
    notes = scene.notes_from_loop(person) if person else ()
    ordered = about.work(notes) + about.personal(notes, all_of_them=True)
    points = about.points_of(person, ordered, scene.language) if person else ()
    met = person is not None and scene.met_in_loop(person)
    return Letter("invite", scene.facts(), {"points": points, "met": met})
