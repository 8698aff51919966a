"""What the user does about a step: write its text, approve, skip, move, say that it happened, take that back.

That a step was done is an event, never a decision. A text is kept whatever became of its step meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.cases import Case
from afterview.domain.decisions import Edit, Override, Text
from afterview.domain.documents import to_document
from afterview.domain.errors import (
    BadFacts,
    BlockedByFindings,
    FieldError,
    InsideTheFloor,
    NotFound,
    NotInThisState,
    Stale,
)
from afterview.domain.events import Event, EventKind
from afterview.domain.ids import NOTHING, event_name, id_from
from afterview.domain.keys import parse_key
from afterview.domain.plan import make_plan
from afterview.domain.soundness import ahead_faults, check, event_faults
from afterview.domain.steps import Kind, State
from afterview.domain.texts import WRITTEN, Draft, How, Source, draft_document, empty_draft
from afterview.domain.today import today_in
from afterview.formats.daysoff import DaysOff
from afterview.formats.spelling import English
from afterview.store import decisions as store
from afterview.store import events as event_store
from afterview.store.candidates import load_policy, load_profile
from afterview.store.interviews import load_interview, load_matters, touch, was_named
from afterview.store.templates import load_templates

if TYPE_CHECKING:
    from datetime import date, datetime

    from afterview.domain.facts import Participant, Profile
    from afterview.domain.steps import Step
    from afterview.domain.versions import Expected
    from afterview.store.session import Database
    from afterview.store.tables import Unit

DAYS_OFF: Final = DaysOff()
ENGLISH: Final = English()
GONE: Final = frozenset({State.CANCELLED, State.WITHDRAWN})
NOT_APPROVED: Final[dict[str, Any]] = {"ready": False, "approved": None, "overrides": []}
"""What another text brings: approval and overrides belong to the very text that they were given for."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail on its way to another program."""

    profile: Profile
    to: tuple[Participant, ...]
    cc: tuple[Participant, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall become of a step. ``at`` None: now."""

    state: str
    at: date | datetime | None = None
    reason: str = ""
    due_on: date | None = None
    overrides: tuple[Override, ...] = ()


def load_case(unit: Unit, interview_id: str, today: date | None = None) -> Case:
    """Everything about one interview, as of ``today`` or the present day in the profile's zone."""
    interview, profile, policy = load_interview(unit, interview_id), load_profile(unit), load_policy(unit)
    decisions = store.load_decisions(unit, interview_id)
    day = today or today_in(profile.timezone, unit.now)
    plan = make_plan(interview, profile=profile, policy=policy, decisions=decisions, days_off=DAYS_OFF, today=day)
    templates, elsewhere = load_templates(unit), load_matters(unit, interview_id)
    return Case(interview_id, interview, profile, policy, decisions, plan, ENGLISH, DAYS_OFF, templates, elsewhere)


def find_step(unit: Unit, interview_id: str, key: str) -> tuple[Case, Step]:
    """The case and its step of that key; ``NotFound`` if the plan doesn't hold it."""
    case = load_case(unit, interview_id)
    step = case.step(key)
    if step is None:
        raise NotFound(f'The plan has no step "{key}": it has {", ".join(step.key for step in case.plan.steps)}.')
    return case, step


def find_draft(unit: Unit, interview_id: str, key: str) -> tuple[Draft, int]:
    """The texts of a step and the version of the edit; ``NotFound`` for what is no text."""
    case, step = find_step(unit, interview_id, key)
    draft = case.draft(key)
    if draft is None:
        what = "This step comes later and has no text yet." if step.preview else f"A {step.kind} has no text."
        raise NotFound(f"{what} The plan names the steps that have a draft.")
    return draft, store.edit_version(unit, interview_id, key)


def find_letter(unit: Unit, interview_id: str, key: str) -> Letter:
    """The mail of a step as it would go out now; ``NotFound`` for what is no mail, an error for what must not leave."""
    case, step = find_step(unit, interview_id, key)
    draft = case.draft(key)
    if draft is None or step.kind is not Kind.MAIL:
        raise NotFound(f"This {step.kind} is no mail that could be sent now: the plan names the mails with a draft.")
    if step.state not in {*GONE, State.DONE}:
        _check_blocks(case, step)
    return Letter(case.profile, step.to, step.cc, draft.text)


def find_dated(unit: Unit, interview_id: str, key: str) -> tuple[Step, datetime]:
    """A step and its hour; ``NotInThisState`` while its day isn't known."""
    _, step = find_step(unit, interview_id, key)
    if step.due_at is None:
        raise NotInThisState("The step has no day yet, so there is nothing to remind of.")
    return step, step.due_at


def save_draft(
    database: Database, owner: str, interview_id: str, key: str, expected: Expected, text: Text, base: Text | None
) -> tuple[Draft, int]:
    """Keep the user's text, also under a key that the plan no longer holds: no edit is lost. It is no longer ready."""
    with database.write(owner) as unit:
        case = load_case(unit, interview_id)
        before = case.draft(key) or empty_draft(key)
        _check_key(unit, case, key)
        row = store.decision_row(unit, interview_id, key)
        _check_edit(expected, row.edit_version, before)
        edit = Edit(text.subject, text.body, base or before.generated or Text("", ""))
        version = store.save_edit(unit, row, edit)
        store.save_decision(unit, row, **NOT_APPROVED)
        after = load_case(unit, interview_id)
        return after.draft(key) or Draft(key, Source.EDITED, text, None, edit), version


def drop_draft(database: Database, owner: str, interview_id: str, key: str, expected: Expected) -> None:
    """Go back to the generated text; what the user wrote stays in the history."""
    with database.write(owner) as unit:
        case = load_case(unit, interview_id)
        _check_key(unit, case, key)
        row = store.decision_row(unit, interview_id, key)
        draft = case.draft(key) or empty_draft(key)
        _check_edit(expected, row.edit_version, draft)
        if draft.generated:
            store.keep_text(unit, row, How.RESET, draft.generated)
        store.save_decision(unit, row, edit=None, edit_version=0, **NOT_APPROVED)


def change_state(database: Database, owner: str, interview_id: str, key: str, wish: Wish) -> tuple[Case, Step | None]:
    """Do what the user wishes. Gives the case afterwards and the step, if the plan still holds it."""
    with database.write(owner) as unit:
        case, step = find_step(unit, interview_id, key)
        {
            "ready": _make_ready,
            "done": _do,
            "skipped": _skip,
            "moved": _move,
            "open": _open,
        }[wish.state](unit, case, step, wish)
        after = load_case(unit, interview_id)
        return after, after.step(key)


def _make_ready(unit: Unit, case: Case, step: Step, wish: Wish) -> None:
    if step.kind not in WRITTEN or step.preview or step.state in {*GONE, State.DONE}:
        raise NotInThisState(
            f"Only the text of an open mail or invitation can be approved; this {step.kind} is {step.state}."
        )
    _check_blocks(case, step, wish.overrides)
    row, draft = store.decision_row(unit, case.id, step.key), case.draft(step.key)
    text = draft.text if draft else Text("", "")
    store.keep_text(unit, row, How.APPROVED, text)
    approved = to_document(text) if row.edit is None else None
    store.save_decision(unit, row, ready=True, approved=approved, skipped=None, overrides=to_document(wish.overrides))


def _check_blocks(case: Case, step: Step, overrides: tuple[Override, ...] | None = None) -> None:
    if found := case.blocks(step, overrides):
        raise BlockedByFindings(found)


def _skip(unit: Unit, case: Case, step: Step, wish: Wish) -> None:
    if not wish.reason:
        raise BadFacts((FieldError("/reason", "missing", "Say in reason why you skip it."),))
    if step.state in {*GONE, State.DONE}:
        raise NotInThisState(f"What is {step.state} can't be skipped: set it to open first.")
    _decide(unit, case, step, skipped=wish.reason, **NOT_APPROVED)


def _move(unit: Unit, case: Case, step: Step, wish: Wish) -> None:
    if wish.due_on is None:
        raise BadFacts((FieldError("/due_on", "missing", "Say in due_on to which day you move it."),))
    if step.state in {*GONE, State.DONE, State.SKIPPED}:
        raise NotInThisState(f"What is {step.state} can't be moved: set it to open first.")
    if step.earliest_on and wish.due_on < step.earliest_on:
        raise InsideTheFloor(step.key, step.earliest_on)
    _decide(unit, case, step, moved_to=to_document(wish.due_on))


def _open(unit: Unit, case: Case, step: Step, _wish: Wish) -> None:
    for row in list(event_store.events_of_step(unit, case.id, step.key)):
        event_store.remove_event(unit, row)
        touch(unit, case.id)
    _decide(unit, case, step, **NOT_APPROVED, skipped=None, moved_to=None)


def _do(unit: Unit, case: Case, step: Step, wish: Wish) -> None:
    """Write the event; for a step that is done already, correct its ``at``."""
    done = list(event_store.events_of_step(unit, case.id, step.key))
    at = wish.at or unit.now.replace(microsecond=0)
    if done and not wish.at:
        return
    event = replace(event_store.event_value(done[-1]), at=at) if done else _event_of(case, step, at)
    check(event_faults(event, case.interview), ahead_faults(event, unit.now))
    if done:
        event_store.save_event(unit, done[-1], event)
    else:
        taken = event_store.taken_event_ids(unit, case.id)
        if event.body:
            _keep_sent(unit, case, event)
        event_store.add_event(unit, case.id, replace(event, id=id_from(event_name(event)[0], taken, "event", NOTHING)))
    touch(unit, case.id)
    _decide(unit, case, step, skipped=None)


def _keep_sent(unit: Unit, case: Case, event: Event) -> None:
    row = store.decision_row(unit, case.id, event.step or "")
    store.keep_text(unit, row, How.SENT, Text(event.subject, event.body))


def _event_of(case: Case, step: Step, at: date | datetime) -> Event:
    draft = case.draft(step.key)
    text = draft.text if draft else Text("", "")
    to, cc = (tuple(person.id for person in people) for people in (step.to, step.cc))
    match step.kind:
        case Kind.MAIL:
            sent = Event(kind=EventKind.MAIL_SENT, at=at, step=step.key, subject=text.subject, body=text.body)
            return replace(sent, to=to, cc=cc) if to else sent
        case Kind.INVITATION:
            invited = step.participant or next(iter(to), None)
            return Event(kind=EventKind.INVITATION_SENT, at=at, step=step.key, participant=invited, body=text.body)
        case Kind.CALL:
            if not to:
                raise NotInThisState("Nobody is HR here yet: say who is before you record a call.")
            return Event(kind=EventKind.CALL, at=at, step=step.key, participant=to[0])
        case Kind.TASK:
            return Event(kind=EventKind.TASK_DONE, at=at, step=step.key)


def _decide(unit: Unit, case: Case, step: Step, **changes: object) -> None:
    row = store.decision_row(unit, case.id, step.key)
    store.save_decision(unit, row, **changes)


def _check_edit(expected: Expected, version: int, draft: Draft) -> None:
    if expected is not None and str(version) not in expected:
        raise Stale(draft_document(draft, version), version=str(version))


def _check_key(unit: Unit, case: Case, key: str) -> None:
    """The plan holds the step, or the key is well formed and its ids are or were the interview's."""
    if case.step(key) is None and not (parse_key(key) and was_named(unit, case.id, key)):
        raise NotFound(f'There is no step "{key}": take the key from the plan.')
