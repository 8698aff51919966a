"""Plans and their steps (``api.md`` section 2), decisions, drafts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from afterview.api.problems import Problem
from afterview.api.schemas.candidates import PolicyIn, ProfileIn
from afterview.api.schemas.interviews import InterviewIn
from afterview.api.schemas.types import Day, Flag, Id, In, Instant, Key, Line, Moment, Name, Out, Text
from afterview.domain.steps import Kind, State, Status
from afterview.domain.texts import How

Subject = Annotated[str, Field(max_length=998, pattern=r"^[^\x00\r\n]*$")]


class TextIn(In):
    """A subject and a body."""

    subject: Subject
    body: Text


class EditIn(TextIn):
    """The user's own text, and the generated one that it began from; without ``base`` the present one."""

    base: TextIn | None = None


class EditWhole(TextIn):
    """The user's own text, and the generated one that it began from."""

    base: TextIn


class OverrideIn(In):
    """A blocking finding that the user let pass."""

    check: Line
    reason: Name


Overrides = Annotated[list[OverrideIn], Field(max_length=100)]


class DecisionIn(In):
    """What the user decided about a step."""

    edit: EditWhole | None = None
    ready: Flag = False
    overrides: Overrides = []
    skipped: Name | None = None
    moved_to: Day | None = None


class PlanIn(In):
    """Facts in, plan out: nothing is stored."""

    interview: InterviewIn
    today: Day | None = Field(None, description="The user's day; without it, the present one in the profile's zone")
    profile: ProfileIn = Field(default_factory=ProfileIn)
    policy: PolicyIn = Field(default_factory=PolicyIn)
    decisions: Annotated[dict[Key, DecisionIn], Field(max_length=2_000)] = {}
    include: Annotated[list[Literal["drafts", "findings"]], Field(max_length=2)] = ["drafts", "findings"]


class StateIn(In):
    """What becomes of a step. ``done`` takes ``at`` (now, without it), ``skipped`` a reason, ``moved`` a day."""

    state: Literal["ready", "done", "skipped", "moved", "open"]
    at: Moment | None = None
    reason: Name | None = None
    due_on: Day | None = None
    overrides: Overrides = []


# ---- answers --------------------------------------------------------------------------------------


class RemarkOut(Out):
    """Something missing or advisable. ``pointer`` is a JSON pointer into the interview's document, or empty."""

    code: str
    message: str
    participant: str | None
    round: str | None
    pointer: str


class PersonOut(Out):
    """Whom a step goes to."""

    id: Id
    name: str
    email: str


class ReasonOut(Out):
    """A reason to write: a true event newer than the last mail."""

    kind: str
    event: str | None
    text: str


class TextOut(Out):
    """A subject and a body."""

    subject: str
    body: str


class StepDraftOut(TextOut):
    """The text of a step as it stands. ``outdated``: the facts changed under the user's own text."""

    source: Literal["generated", "edited", "sent"]
    outdated: bool


class FindingOut(Out):
    """What a check says of a draft. ``span`` is ``[start, end)`` in Unicode code points of ``field``."""

    code: str
    check: str
    severity: Literal["block", "warn", "hint"]
    message: str
    field: str | None
    span: Annotated[list[int], Field(min_length=2, max_length=2)] | None
    fix: str | None


class FindingsOut(Out):
    """What the checks say of a text."""

    findings: list[FindingOut]


class BlockedOut(Problem):
    """A rule forbids it. ``findings`` are those that block a text and that no override lets pass."""

    findings: list[FindingOut] = []


class OverrideOut(Out):
    """A blocking finding that the user let pass, and why."""

    check: str
    reason: str


class StepOut(Out):
    """One dated thing to do. ``preview``: listed ahead of its turn, without a draft."""

    key: str
    rule: str | None
    kind: Kind
    title: str
    state: State
    due_on: Day | None
    due_at: Instant | None
    timezone: str
    earliest_on: Day | None
    done_at: Moment | None
    why: str
    blocked_by: list[RemarkOut]
    to: list[PersonOut]
    cc: list[PersonOut]
    reason: ReasonOut | None
    pitch: str | None
    preview: bool
    skipped: str | None
    moved_to: Day | None
    overrides: list[OverrideOut]
    round: str | None
    participant: str | None
    event: str | None
    draft: StepDraftOut | None
    findings: list[FindingOut]


class NotPlannedOut(Out):
    """A rule that gave no step, and the fact that would bring it."""

    rule: str
    participant: str | None
    why: str


class PlanOut(Out):
    """The dated list."""

    today: Day
    status: Status
    completeness: float
    advice: list[RemarkOut]
    not_planned: list[NotPlannedOut]
    steps: list[StepOut]


class InterviewRef(Out):
    """Which interview a step belongs to."""

    id: str
    company: str
    role: str


class AgendaStep(StepOut):
    """A step of any open interview."""

    interview: InterviewRef


class AgendaPage(Out):
    """A page of the steps of all open interviews."""

    today: Day
    items: list[AgendaStep]
    next: str | None


class UnwovenNote(Out):
    """A note that fits no ready sentence: work it in yourself if you like."""

    id: str
    text: str


class DraftOut(TextOut):
    """A step's text: as it stands, as it is generated now, as the user wrote it, and what the edit began from."""

    key: str
    source: Literal["generated", "edited", "sent"]
    generated: TextOut | None
    edited: TextOut | None
    base: TextOut | None
    outdated: bool
    unwoven_notes: list[UnwovenNote] = Field(description="Notes on its people that the text doesn't speak of")
    version: int = Field(description="Of the edit; 0 while there is none")


class PastText(TextOut):
    """A text as it once stood: saved by the user, taken back to the generated one, approved, or sent."""

    version: int
    how: How
    base: TextOut
    created_at: Instant


class PastTexts(Out):
    """A page of the texts of a step, the newest first."""

    items: list[PastText]
    next: str | None


class MailtoOut(Out):
    """A link that opens the mail in the user's own program; one that is too long is cut off by some of them."""

    url: str
    too_long: bool
