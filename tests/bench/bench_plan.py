"""How long a plan takes, and how it grows with the history. Prints times and ratios; asserts nothing about time.

Aims: under 600 µs without drafts for four people, two rounds and ten events; growing no faster than the history. The
least of many rounds says what the code costs; the median also what else the machine was doing; a loop that does nothing
but count, measured beside them, how fast the machine was just then.
"""

import gc
from collections.abc import Callable
from datetime import date
from statistics import median
from time import process_time

import people
from afterview.domain.plan import make_plan
from afterview.formats.daysoff import DaysOff

DAYS_OFF = DaysOff()
SCREEN = people.ONSITE | {
    "id": "screen",
    "starts_at": "2026-03-04T10:00:00-05:00",
    "ends_at": "2026-03-04T11:00:00-05:00",
    "participants": ["sam"],
}


def microseconds(work: Callable[[], object], rounds: int = 60, each: int = 10) -> tuple[float, float]:
    """Least and median processor time of one call, after one that fills the caches, with what stays set apart."""
    work()
    gc.collect()
    gc.freeze()
    times = []
    for _ in range(rounds):
        began = process_time()
        for _ in range(each):
            work()
        times.append((process_time() - began) / each * 1e6)
    return min(times), median(times)


def planning(events: int) -> Callable[[], object]:
    """Making the plan of four people, two rounds, and so many mails sent."""
    sent = [{**people.THANKED, "id": f"e{n}", "to": ["dana"], "step": None} for n in range(events - 1)]
    interview = people.interview(rounds=[SCREEN, people.ONSITE], events=[people.THANKED, *sent])
    profile, policy, today = people.profile(), people.policy(), date(2026, 3, 12)
    return lambda: make_plan(interview, profile=profile, policy=policy, decisions={}, days_off=DAYS_OFF, today=today)


def counting() -> None:
    """A yardstick: ten thousand turns of a loop."""
    for _ in range(10_000):
        pass


def test_make_plan() -> None:
    times = {events: microseconds(planning(events)) for events in (1, 10, 100)}
    for events, (least, usual) in times.items():
        ratio = least / times[1][0]
        print(
            f"\nmake_plan, {events:3} events: {least:4.0f} µs (median {usual:4.0f}), {ratio:.2f} of that of one", end=""
        )
    print("\nten thousand turns of an empty loop: {:.0f} µs (median {:.0f})".format(*microseconds(counting)))
