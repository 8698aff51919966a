"""Plans as JSON: written by hand from values, so that a read pays for no validation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afterview.domain.decisions import Decision
from afterview.domain.documents import to_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from afterview.domain.checks import Finding
    from afterview.domain.facts import Participant
    from afterview.domain.steps import Plan, Step
    from afterview.domain.texts import Draft
    from afterview.services.previews import Preview

UNDECIDED = Decision()
NO_CHANGE = "This would change nothing in the plan."


def plan_json(plan: Plan, steps: list[dict[str, Any]]) -> dict[str, Any]:
    """A whole plan, with its steps as they were rendered."""
    return {
        "today": plan.today.isoformat(),
        "status": plan.status.value,
        "completeness": round(plan.completeness, 4),
        "advice": [to_document(remark) for remark in plan.advice],
        "not_planned": [to_document(rule) for rule in plan.not_planned],
        "steps": steps,
    }


def steps_json(
    steps: Iterable[Step],
    decisions: Mapping[str, Decision],
    drafts: Mapping[str, Draft | None],
    findings: Mapping[str, tuple[Finding, ...]],
) -> list[dict[str, Any]]:
    """The steps, with the texts and findings that are given for them."""
    return [
        step_json(step, decisions.get(step.key, UNDECIDED), drafts.get(step.key), findings.get(step.key, ()))
        for step in steps
    ]


def step_json(
    step: Step, decision: Decision, draft: Draft | None, findings: tuple[Finding, ...] = ()
) -> dict[str, Any]:
    """One step."""
    return {
        "key": step.key,
        "rule": step.rule,
        "kind": step.kind.value,
        "title": step.title,
        "state": step.state.value,
        "due_on": to_document(step.due_on),
        "due_at": to_document(step.due_at),
        "timezone": step.timezone,
        "earliest_on": to_document(step.earliest_on),
        "done_at": to_document(step.done_at),
        "why": step.why,
        "blocked_by": [to_document(remark) for remark in step.blocked_by],
        "to": [_person(person) for person in step.to],
        "cc": [_person(person) for person in step.cc],
        "reason": to_document(step.reason),
        "pitch": step.pitch,
        "preview": step.preview,
        "skipped": step.skipped,
        "moved_to": to_document(decision.moved_to),
        "overrides": [to_document(override) for override in decision.overrides],
        "round": step.round,
        "participant": step.participant,
        "event": step.event,
        "draft": _draft(draft),
        "findings": [to_document(finding) for finding in findings],
    }


def preview_json(seen: Preview) -> dict[str, Any]:
    """What would come, change and go."""
    changes = seen.changes

    def then(step: Step) -> dict[str, Any]:
        return step_json(step, seen.decided_after.get(step.key, UNDECIDED), None)

    def now(step: Step) -> dict[str, Any]:
        return step_json(step, seen.decided_before.get(step.key, UNDECIDED), None)

    return {
        "today": seen.after.today.isoformat(),
        "status": seen.after.status.value,
        "message": _in_a_sentence(len(changes.added), len(changes.moved), len(changes.removed)),
        "added": [then(step) for step in changes.added],
        "moved": [{"before": now(move.before), "after": then(move.after)} for move in changes.moved],
        "removed": [now(step) for step in changes.removed],
    }


def _in_a_sentence(added: int, moved: int, removed: int) -> str:
    counts = (("add", added), ("change", moved), ("remove", removed))
    said = [f"{verb} {count} step{'' if count == 1 else 's'}" for verb, count in counts if count]
    return f"This would {' and '.join(filter(None, [', '.join(said[:-1]), said[-1]]))}." if said else NO_CHANGE


def _person(person: Participant) -> dict[str, str]:
    return {"id": person.id, "name": person.name, "email": person.email}


def _draft(draft: Draft | None) -> dict[str, Any] | None:
    if draft is None:
        return None
    text = draft.text
    return {"subject": text.subject, "body": text.body, "source": draft.source.value, "outdated": draft.outdated}
