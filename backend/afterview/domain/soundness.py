"""Whether a document holds together: every id that it names is in it, every event says what its kind must say.

Each function gives the faults with JSON pointers that begin at ``where``, all of them at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from afterview.domain.errors import BadFacts, CallNotToHR, FieldError, InsideTheFloor
from afterview.domain.events import NEEDED, Direction, EventKind
from afterview.domain.facts import Part
from afterview.domain.keys import RESERVED, parse_key
from afterview.domain.words import a

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from afterview.domain.decisions import Decision
    from afterview.domain.events import Event
    from afterview.domain.facts import Interview, Note, Participant, Pitch, Round
    from afterview.domain.steps import Plan

    Named = Participant | Round | Note | Event | Pitch

ONE_DAY: Final = timedelta(days=1)
ROUND_TO_COME: Final = "round-1"
"""The id under which the steps of a round that nobody has entered yet are planned."""

_MEANING: Final = {
    "participant": "the id of the person whom it is about",
    "until": "the last day away",
    "decision_on": "the day on which they want to decide",
    "step": "the key of the step that was done",
    "title": "what the news is, in a line",
    "round": "the id of the round",
}


def check(*faults: Iterable[FieldError]) -> None:
    """Raise ``BadFacts`` with every fault there is."""
    if found := tuple(fault for some in faults for fault in some):
        raise BadFacts(found)


def interview_faults(interview: Interview, where: str = "") -> Iterator[FieldError]:
    """Everything that doesn't fit in a whole document. Raises ``CallNotToHR`` for a call to somebody else."""
    yield from same_ids(interview.participants, f"{where}/participants")
    yield from same_ids(interview.rounds, f"{where}/rounds")
    yield from same_ids(interview.events, f"{where}/events")
    notes: set[str] = set()
    for index, person in enumerate(interview.participants):
        yield from same_ids(person.notes, f"{where}/participants/{index}/notes", notes)
        for place, note in enumerate(person.notes):
            yield from note_faults(note, interview, f"{where}/participants/{index}/notes/{place}")
    for index, sitting in enumerate(interview.rounds):
        yield from round_faults(sitting, interview, f"{where}/rounds/{index}")
    for index, event in enumerate(interview.events):
        yield from event_faults(event, interview, f"{where}/events/{index}")


def round_faults(sitting: Round, interview: Interview, where: str = "") -> Iterator[FieldError]:
    """A round names participants, ends after it starts, and its id is none of the first words of keys."""
    if sitting.id in RESERVED:
        yield FieldError(
            f"{where}/id", "reserved", f'"{sitting.id}" is the first word of a step\'s key: give the round another id.'
        )
    if sitting.ends_at and sitting.ends_at <= sitting.starts_at:
        yield FieldError(
            f"{where}/ends_at", "order", "The round ends before it starts: make ends_at later than starts_at."
        )
    for index, person in enumerate(sitting.participants or ()):
        yield from _unknown(person, _people(interview), "participant", f"{where}/participants/{index}")


def note_faults(note: Note, interview: Interview, where: str = "") -> Iterator[FieldError]:
    """A note names a round of the interview, or none."""
    yield from _unknown(note.round, _rounds(interview), "round", f"{where}/round")


def event_faults(event: Event, interview: Interview, where: str = "") -> Iterator[FieldError]:
    """An event has what its kind needs, and names what there is."""
    for name in sorted(NEEDED.get(event.kind, ())):
        if not getattr(event, name):
            kind = a(event.kind.value.replace("_", " ")).capitalize()
            yield FieldError(f"{where}/{name}", "missing", f"{kind} event needs {name}: {_MEANING[name]}.")
    if event.kind is EventKind.MAIL_SENT and not event.step and not event.to:
        yield FieldError(f"{where}/step", "missing", "Say which step the mail was, or to whom it went (to).")
    people = _people(interview)
    yield from _unknown(event.participant, people, "participant", f"{where}/participant")
    yield from _unknown(event.told_by, people, "participant", f"{where}/told_by")
    yield from _unknown(event.round, _rounds(interview), "round", f"{where}/round")
    for name in ("to", "cc"):
        for index, person in enumerate(getattr(event, name) or ()):
            yield from _unknown(person, people, "participant", f"{where}/{name}/{index}")
    if event.step is not None:
        yield from key_faults(event.step, interview, f"{where}/step")
    _check_call(event, interview)


def ahead_faults(event: Event, now: datetime, where: str = "") -> Iterator[FieldError]:
    """What is stored has happened: nothing is more than a day ahead."""
    if event.at > (now + ONE_DAY if isinstance(event.at, datetime) else (now + ONE_DAY).date()):
        yield FieldError(f"{where}/at", "ahead", "This is more than a day ahead: store it when it has happened.")


def check_moves(plan: Plan, decisions: Mapping[str, Decision]) -> None:
    """Raise ``InsideTheFloor`` for a reminder that was moved nearer than the floor."""
    for step in plan.steps:
        moved_to = decisions[step.key].moved_to if step.key in decisions else None
        if moved_to and step.earliest_on and moved_to < step.earliest_on:
            raise InsideTheFloor(step.key, step.earliest_on)


def decision_faults(
    decisions: Mapping[str, Decision], interview: Interview, where: str = "/decisions"
) -> Iterator[FieldError]:
    """Every key is well formed and made of ids that there are."""
    for key in decisions:
        yield from key_faults(key, interview, f"{where}/{key}")


def key_faults(text: str, interview: Interview, where: str) -> Iterator[FieldError]:
    """A key is well formed and made of ids that the document holds; whether the plan holds the step doesn't matter."""
    key = parse_key(text)
    if key is None:
        yield FieldError(
            where, "key", f'"{text}" is no key of a step: take the key from a plan, such as onsite.hiring-manager.'
        )
        return
    yield from _unknown(key.round, _rounds(interview) | {ROUND_TO_COME}, "round", where)
    yield from _unknown(key.participant, _people(interview), "participant", where)
    yield from _unknown(key.event, {event.id for event in interview.events}, "event", where)


def same_ids(items: Iterable[Named], where: str, seen: set[str] | None = None) -> Iterator[FieldError]:
    """Ids are unique in their list, and none of ``seen``."""
    taken = set() if seen is None else seen
    for index, item in enumerate(items):
        if item.id in taken:
            yield FieldError(
                f"{where}/{index}/id", "taken", f'"{item.id}" is taken already: give it another id, or none.'
            )
        taken.add(item.id)


def _unknown(name: str | None, known: set[str], what: str, where: str) -> Iterator[FieldError]:
    if name is not None and name not in known:
        there = f"there are {', '.join(sorted(known))}" if known else "there is none yet"
        yield FieldError(where, "unknown", f'No {what} has the id "{name}": {there}.')


def _check_call(event: Event, interview: Interview) -> None:
    called = next((person for person in interview.participants if person.id == event.participant), None)
    if event.kind is EventKind.CALL and event.direction is Direction.OUT and called and called.part is not Part.HR:
        raise CallNotToHR(participant=called.id)


def _people(interview: Interview) -> set[str]:
    return {person.id for person in interview.participants}


def _rounds(interview: Interview) -> set[str]:
    return {sitting.id for sitting in interview.rounds}
