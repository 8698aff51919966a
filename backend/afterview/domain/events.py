"""What happened, with its day or its instant. Events are only ever added, corrected or deleted by the user.

``FIELDS`` is the table of ``api.md``: which fields an event of a kind may carry beside ``id``, ``kind`` and ``at``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class EventKind(StrEnum):
    """Everything that can happen in an application."""

    MAIL_SENT = "mail_sent"
    INVITATION_SENT = "invitation_sent"
    INVITATION_ACCEPTED = "invitation_accepted"
    INVITATION_DECLINED = "invitation_declined"
    TASK_DONE = "task_done"
    REPLY = "reply"
    ABSENCE = "absence"
    BOUNCE = "bounce"
    CALL = "call"
    COMPETITOR_FAILED = "competitor_failed"
    NEWS = "news"
    DECISION_DATE = "decision_date"
    NO_SHOW = "no_show"
    ON_HOLD = "on_hold"
    NO_CONTACT = "no_contact"
    RESUMED = "resumed"
    OFFER = "offer"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    REJECTION = "rejection"
    WITHDRAWAL = "withdrawal"
    ROUND_CANCELLED = "round_cancelled"


class Direction(StrEnum):
    """Who called whom."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened. ``at`` is a day where the time is not known; amounts are texts as people write them."""

    kind: EventKind
    at: date | datetime
    id: str = ""
    step: str | None = None
    to: tuple[str, ...] | None = None
    cc: tuple[str, ...] | None = None
    subject: str = ""
    body: str = ""
    participant: str | None = None
    summary: str = ""
    decision_on: date | None = None
    until: date | None = None
    address: str = ""
    direction: Direction = Direction.OUT
    progress: str = ""
    req_status: str = ""
    competition: str = ""
    why: str = ""
    told_by: str | None = None
    pitch: str | None = None
    title: str = ""
    url: str = ""
    base: str = ""
    currency: str = ""
    home_expenses: str = ""
    benefits: str = ""
    answer_by: date | None = None
    reason: str = ""
    still_open: bool = True
    round: str | None = None


FIELDS: Final[dict[EventKind, frozenset[str]]] = {
    EventKind.MAIL_SENT: frozenset({"step", "to", "cc", "subject", "body"}),
    EventKind.INVITATION_SENT: frozenset({"participant", "step", "body"}),
    EventKind.INVITATION_ACCEPTED: frozenset({"participant"}),
    EventKind.INVITATION_DECLINED: frozenset({"participant"}),
    EventKind.TASK_DONE: frozenset({"step"}),
    EventKind.REPLY: frozenset({"participant", "summary", "decision_on"}),
    EventKind.ABSENCE: frozenset({"participant", "until"}),
    EventKind.BOUNCE: frozenset({"participant", "address"}),
    EventKind.CALL: frozenset(
        {"step", "participant", "direction", "progress", "req_status", "competition", "decision_on", "summary"}
    ),
    EventKind.COMPETITOR_FAILED: frozenset({"why", "told_by", "pitch"}),
    EventKind.NEWS: frozenset({"title", "url"}),
    EventKind.DECISION_DATE: frozenset({"decision_on"}),
    EventKind.NO_SHOW: frozenset({"participant"}),
    EventKind.ON_HOLD: frozenset({"until"}),
    EventKind.NO_CONTACT: frozenset({"participant"}),
    EventKind.RESUMED: frozenset(),
    EventKind.OFFER: frozenset({"base", "currency", "home_expenses", "benefits", "answer_by"}),
    EventKind.OFFER_ACCEPTED: frozenset(),
    EventKind.OFFER_DECLINED: frozenset(),
    EventKind.REJECTION: frozenset({"reason", "still_open"}),
    EventKind.WITHDRAWAL: frozenset(),
    EventKind.ROUND_CANCELLED: frozenset({"round"}),
}

NEEDED: Final[dict[EventKind, frozenset[str]]] = {
    EventKind.INVITATION_SENT: frozenset({"participant"}),
    EventKind.INVITATION_ACCEPTED: frozenset({"participant"}),
    EventKind.INVITATION_DECLINED: frozenset({"participant"}),
    EventKind.TASK_DONE: frozenset({"step"}),
    EventKind.REPLY: frozenset({"participant"}),
    EventKind.ABSENCE: frozenset({"participant", "until"}),
    EventKind.BOUNCE: frozenset({"participant"}),
    EventKind.CALL: frozenset({"participant"}),
    EventKind.DECISION_DATE: frozenset({"decision_on"}),
    EventKind.NO_SHOW: frozenset({"participant"}),
    EventKind.NEWS: frozenset({"title"}),
    EventKind.ROUND_CANCELLED: frozenset({"round"}),
}
"""The fields without which an event of a kind says nothing. A mail needs ``step`` or ``to``; the API checks that."""
