"""Calls (R10): only to HR, five business days after the last round or the last call; one open call at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from afterview.domain.history import invited_to_call
from afterview.domain.loops import end_of
from afterview.domain.pacing import Turn, kept_day, number_in
from afterview.domain.pauses import Mark, company_pauses, personal_pause, soft_stop_pause
from afterview.domain.policy import FLOOR, Calls
from afterview.domain.timing import CALLS, Due, due, title_of
from afterview.domain.words import business_days, day_name

if TYPE_CHECKING:
    from afterview.domain.situation import Situation
    from afterview.domain.workdays import Clock


def calls(s: Situation) -> list[Turn]:
    """The calls made and skipped, and one more, five business days after the last round's end or the last call."""
    if not s.rounds:
        return []
    clock = s.clock(s.hr)
    turns = _done_calls(s, clock)
    if s.policy.calls is Calls.NEVER or (s.policy.calls is Calls.INVITED and not invited_to_call(s.history, s.hr_ids)):
        return turns
    number = max((turn.number for turn in turns), default=0) + 1
    pauses = personal_pause(s, s.hr) + company_pauses(s, clock) + soft_stop_pause(s)
    following = _open_call(s, clock, turns)
    if pauses:
        following = replace(following, on=None, at=None, why=pauses[0].message)
    return [*turns, Turn(number, following, pauses)]


def _done_calls(s: Situation, clock: Clock) -> list[Turn]:
    turns: list[Turn] = []
    made = s.history.calls
    skipped = {
        number_in(key)
        for key, d in s.decisions.items()
        if key.startswith("call.") and key.count(".") == 1 and d.skipped is not None
    }
    if not made and not skipped:
        return turns
    talks = sorted(
        [clock.day(end_of(sitting)) for sitting in s.rounds] + [clock.day(event.at) for event in made.values()]
    )
    for number in sorted(made.keys() | skipped):
        if event := made.get(number):
            day = clock.day(event.at)
            turns.append(Turn(number, due(clock, day, CALLS, f"You talked on {day_name(day, s.today)}.")))
        else:
            before = turns[-1].due.on if turns else None
            day = kept_day(clock.workdays, before or talks[0], talks, FLOOR)
            turns.append(
                Turn(number, due(clock, day, CALLS, f"It was due on {day_name(day, s.today)}, and you skipped it."))
            )
    return turns


def _last_talk(s: Situation, clock: Clock, turns: list[Turn]) -> Mark:
    """The last round's end or the last call, whichever is later."""
    last = max(s.rounds, key=end_of)
    marks = [Mark(clock.day(end_of(last)), f"{title_of(last)} on")]
    marks += [Mark(turn.due.on, "the last call, on") for turn in turns if turn.due.on]
    return max(marks, key=lambda mark: mark.on)


def _open_call(s: Situation, clock: Clock, turns: list[Turn]) -> Due:
    mark = _last_talk(s, clock, turns)
    why = f"{business_days(FLOOR)} after {mark.what} {day_name(mark.on, s.today)}: HR can say how things stand."
    return due(clock, clock.workdays.after(mark.on, FLOOR), CALLS, why, preview=not s.any_round_ended)
