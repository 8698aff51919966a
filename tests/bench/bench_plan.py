"""How long a plan takes as a history grows. Prints medians; asserts nothing about time.

Aims: under 600 µs without drafts, growing no faster than the history.
"""

from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

import pytest

import people
from afterview.domain.plan import make_plan
from afterview.formats.daysoff import DaysOff

DAYS_OFF = DaysOff()


def microseconds(work: Callable[[], object], rounds: int = 7, each: int = 50) -> float:
    """Median time of one call."""
    times = []
    for _ in range(rounds):
        began = perf_counter()
        for _ in range(each):
            work()
        times.append((perf_counter() - began) / each * 1e6)
    return median(times)


@pytest.mark.parametrize("events", [1, 10, 100])
def test_make_plan(events: int) -> None:
    """One interview of four people, met in one round, with so many mails sent."""
    sent = [{**people.THANKED, "id": f"e{n}", "to": ["dana"], "step": None} for n in range(events - 1)]
    interview = people.interview(events=[people.THANKED, *sent])
    profile, policy = people.profile(), people.policy()

    def plan() -> object:
        return make_plan(
            interview, profile=profile, policy=policy, decisions={}, days_off=DAYS_OFF, today=date(2026, 3, 12)
        )

    plan()
    print(f"\nmake_plan, {events} events: {microseconds(plan):.0f} µs")
