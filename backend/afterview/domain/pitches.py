"""Selling points: which one fits which mail to the hiring manager, and which are spent.

A first mail proves a point of the conversation with the selling point that fits it best, as long as another one is left
for the reminders; these take the others (article: "a paragraph that sells you"). A mail whose text is known has spent
what stands in it, after the user's cuts; one whose text nobody kept has spent what was chosen for it. The only
selling point there is stands in the first mail, for a claim wants its proof, and in one reminder, which says so.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from afterview.domain.events import EventKind
from afterview.domain.facts import Part
from afterview.domain.stems import telling_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from afterview.domain.facts import Interview, Participant, Pitch, Round

SAID: Final = 0.5
"""Something stands in a text if this share of its telling words does, and one of its numbers."""
_NUMBER: Final = re.compile(r"\d+")
FIRST_MAIL: Final = ".hiring-manager"


def is_proven(pitch: Pitch) -> bool:
    """Whether it has evidence, or a claim that is a fact in itself: "14 years of enterprise sales"."""
    return bool(pitch.evidence.strip()) or any(sign.isdigit() for sign in pitch.claim)


def words_of(pitch: Pitch) -> frozenset[str]:
    """What it is about."""
    return stems_of(pitch.claim, pitch.evidence, pitch.requirement, *pitch.tags)


def stems_of(*texts: str) -> frozenset[str]:
    """What several texts are about, taken together."""
    return frozenset[str]().union(*map(telling_stems, texts))


def by_fit(pitches: Iterable[Pitch], interview: Interview, notes: Iterable[str]) -> list[Pitch]:
    """Those first that the notes speak of, then those that the role asks for, then in the user's order."""
    said, asked = stems_of(*notes), stems_of(*interview.requirements)
    return sorted(pitches, key=lambda pitch: (-len(words_of(pitch) & said), -len(words_of(pitch) & asked)))


def of_first_mails(interview: Interview, pitches: Sequence[Pitch]) -> dict[str, Pitch]:
    """The selling point of each round's first mail, by the round's id; half of them at most, one is always left.

    Rounds that the hiring manager sat in go before, for there is something to answer.
    """
    taken: dict[str, Pitch] = {}
    most = min(len(pitches) - 1, (len(pitches) + 1) // 2)
    manager = next((person for person in interview.participants if person.part is Part.HIRING_MANAGER), None)
    days = _days(interview)
    with_them = [day for day in days if manager and any(_met(sitting, manager) for sitting in day)]
    for sittings in (with_them or days)[: max(most, 0)]:
        left = [pitch for pitch in pitches if is_proven(pitch) and pitch not in taken.values()]
        ids = {sitting.id for sitting in sittings}
        if left:
            notes = manager.notes if manager else ()
            said = [note.text for note in notes if note.round in ids or (not taken and not note.round)]
            taken |= dict.fromkeys(ids, by_fit(left, interview, said)[0])
    return taken


def _met(sitting: Round, person: Participant) -> bool:
    return sitting.participants is None or person.id in sitting.participants


def _days(interview: Interview) -> list[list[Round]]:
    """The rounds by the day of their end, in order; cancelled ones left out."""
    cancelled = {event.round for event in interview.events if event.kind is EventKind.ROUND_CANCELLED}
    days: dict[date, list[Round]] = {}
    for sitting in interview.rounds:
        if sitting.id not in cancelled:
            ends_at = sitting.ends_at or sitting.starts_at + timedelta(hours=1)
            days.setdefault(ends_at.date(), []).append(sitting)
    return [days[day] for day in sorted(days)]


def spent_in_first_mails(interview: Interview, pitches: Sequence[Pitch]) -> set[str]:
    """The ids of those that the first mails hold, as they went out or will; the only one there is comes back once."""
    if len(pitches) == 1:
        return set()
    chosen = of_first_mails(interview, pitches)
    sent = {
        (event.step or "").removesuffix(FIRST_MAIL): event.body
        for event in interview.events
        if event.kind is EventKind.MAIL_SENT and (event.step or "").endswith(FIRST_MAIL) and event.body.strip()
    }
    unseen = {pitch.id for sitting, pitch in chosen.items() if sitting not in sent}
    return unseen.union(*(said_in(body, pitches) for body in sent.values()))


def said_in(text: str, pitches: Iterable[Pitch]) -> set[str]:
    """The ids of those whose evidence, or whose claim where there is none, stands in a text."""
    return {pitch.id for pitch in pitches if stands_in(pitch.evidence or pitch.claim, text)}


def stands_in(said: str, text: str) -> bool:
    """Whether a text says something: half of its telling words and, if it has numbers, one of them."""
    words, figures = telling_stems(said), set(_NUMBER.findall(said))
    is_said = bool(words) and len(words & telling_stems(text)) >= SAID * len(words)
    return is_said and (not figures or bool(figures & set(_NUMBER.findall(text))))
