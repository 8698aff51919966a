"""Mutants that no story notices, each with the reason: a plan shows the same, or the contract leaves it open."""

from typing import Final

ONE = "there is one at most, or the first is as good as the last"
NO_MAIL = "the event compared is a reply, never the mail itself"
TOGETHER = "both are unknown or neither is"
OPEN = "the contract says nothing of it"

EQUIVALENT: Final[dict[str, str]] = {
    "calling._done_calls: 1 as 0 (3)": "every call made or skipped has a day",
    "calling.calls: 0 as -1 (2)": ONE,
    "close is stopped otherwise by offer": "an open offer brings no close",
    "outcomes.before_answer: 0 as -1": ONE,
    "outcomes.closing: step.state is State.DONE and step.done_at as step.state is State.DONE or step.done_at": TOGETHER,
    "pacing._day_of_a_skipped_one: clock.day(promise.at) <= day as clock.day(promise.at) < day": OPEN,
    "pacing.reminders: 0 as -1 (2)": ONE,
    "pauses.answered_by: mail.order > order as mail.order >= order": NO_MAIL,
    "pauses.reminders_are_open: mail.event.step or '' as mail.event.step and '' (2)": "rejection ends reminders anyway",
    "pauses.soft_stop_on: 0 as 1": OPEN,
    "pauses.soft_stop_on: 1 as 0 (2)": OPEN,
    "pauses.soft_stop_on: s.history.resumed_order >= 0 as s.history.resumed_order > 0": OPEN,
    "pauses.unanswered: (day := clock.day(mail.event.at)) > newest as (day := clock.day(mail.event.at))"
    " >= newest": OPEN,
    "pauses.unanswered: mail.order > since as mail.order >= since": NO_MAIL,
    "rounds.incomplete_rounds: 0 as -1": ONE,
    "rounds.incomplete_rounds: 0 as -1 (2)": ONE,
    "timing._mail_mark: step.state is State.DONE and step.done_at is not None as step.state is State.DONE"
    " or step.done_at is not None": TOGETHER,
}
