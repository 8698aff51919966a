"""What a plan is made of: steps, each with its day, its people and its reason. Shapes as in ``api.md`` section 2."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from afterview.domain.decisions import Text
    from afterview.domain.facts import Participant


class Kind(StrEnum):
    """What the user does in a step."""

    MAIL = "mail"
    INVITATION = "invitation"
    CALL = "call"
    TASK = "task"


class State(StrEnum):
    """Where a step stands; ``api.md`` says what each means."""

    UPCOMING = "upcoming"
    DUE = "due"
    OVERDUE = "overdue"
    READY = "ready"
    BLOCKED = "blocked"
    PAUSED = "paused"
    DONE = "done"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


class Status(StrEnum):
    """Where the whole application stands."""

    PREPARING = "preparing"
    INTERVIEWING = "interviewing"
    WAITING = "waiting"
    PAUSED = "paused"
    OFFER = "offer"
    HIRED = "hired"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something missing or advisable. ``pointer`` is a JSON pointer into the interview's document, or empty."""

    code: str
    message: str
    participant: str | None = None
    round: str | None = None
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to write: a true event newer than the last mail (article: "any news since the last email")."""

    kind: str
    event: str | None
    text: str


@dataclass(frozen=True, slots=True)
class NotPlanned:
    """A rule that gave no step, and the fact that would bring it."""

    rule: str
    why: str
    participant: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One dated thing to do. ``due_on`` is None only while the day is unknown or the step is paused.

    ``earliest_on`` is the floor of a reminder, else None. ``preview``: listed ahead of its turn, without a draft.
    ``sent`` is the text as it went out, where the event that did the step holds one. ``round``, ``participant`` and
    ``event`` are the ids that the step's key is made of, where it has them.
    """

    key: str
    rule: str | None
    kind: Kind
    title: str
    state: State
    why: str
    due_on: date | None = None
    due_at: datetime | None = None
    timezone: str = ""
    earliest_on: date | None = None
    done_at: date | datetime | None = None
    blocked_by: tuple[Remark, ...] = ()
    to: tuple[Participant, ...] = ()
    cc: tuple[Participant, ...] = ()
    reason: Reason | None = None
    pitch: str | None = None
    preview: bool = False
    skipped: str | None = None
    sent: Text | None = None
    round: str | None = None
    participant: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The dated list, in the order of ``due_on`` (those without a day last), then of the rules."""

    today: date
    status: Status
    completeness: float
    steps: tuple[Step, ...]
    advice: tuple[Remark, ...] = ()
    not_planned: tuple[NotPlanned, ...] = ()
