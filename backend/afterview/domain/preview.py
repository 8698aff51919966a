"""What a change would do to a plan, said before it is entered: steps added, moved, removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from afterview.domain.steps import Plan, Step


@dataclass(frozen=True, slots=True)
class Move:
    """A step that stays, but for its day, its state or its people."""

    before: Step
    after: Step


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between two plans of one interview; each tuple in the order of its plan."""

    added: tuple[Step, ...]
    moved: tuple[Move, ...]
    removed: tuple[Step, ...]


def compare(before: Plan, after: Plan) -> Changes:
    """What has come, changed and gone from one plan to the other, by the steps' keys."""
    old, new = {step.key: step for step in before.steps}, {step.key: step for step in after.steps}
    return Changes(
        added=tuple(step for key, step in new.items() if key not in old),
        moved=tuple(Move(old[key], step) for key, step in new.items() if key in old and _differs(old[key], step)),
        removed=tuple(step for key, step in old.items() if key not in new),
    )


def _differs(old: Step, new: Step) -> bool:
    return (old.due_on, old.due_at, old.state, _ids(old)) != (new.due_on, new.due_at, new.state, _ids(new))


def _ids(step: Step) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(person.id for person in step.to), tuple(person.id for person in step.cc)
