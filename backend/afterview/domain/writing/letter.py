"""What a form of step tells its template.

Facts, parts to walk over, sentences that take more than one phrase. No words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.facts import Part
from afterview.domain.writing.wording import Pen, seats

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from afterview.domain.writing.points import Point
    from afterview.domain.writing.scene import Scene

MOST_POINTS: Final = 3
"""Of the first mail and its reminders (article: "the points you want to highlight")."""
WARM: Final = frozenset({"personal", "recap", "answer", "offer-thanks", "invite"})
"""Forms that greet with "Hi" and sign with the first name, where first names are usual."""


@dataclass(frozen=True, slots=True)
class Letter:
    """``form`` names the template, ``subject`` the slot of subjects, ``thread`` the subject that is being answered.

    ``told``: sentences that take more than one phrase to say; ``seed`` is added to what chooses the phrases.
    """

    form: str
    facts: Mapping[str, str]
    parts: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Callable[[Pen], str]] = field(default_factory=dict)
    points: tuple[Point, ...] = ()
    subject: str = "subject"
    thread: str = ""


def turn_of(scene: Scene) -> int:
    """Which mail of its kind this is: the number, the round, or the person's seat."""
    key = scene.key
    if key.number:
        return key.number - 1
    if key.participant:
        deciding = {Part.HIRING_MANAGER, Part.HR} if key.round else set()
        ids = (person.id for person in scene.interview.participants if person.part not in deciding)
        return seats(ids, f"{scene.company}|{key.form}").get(key.participant, 0)
    if key.round:
        return next((place for place, sitting in enumerate(scene.rounds) if sitting.id == key.round), 0)
    same = [event.id for event in scene.of(scene.event.kind)] if scene.event else []
    return same.index(scene.event.id) if scene.event else 0
