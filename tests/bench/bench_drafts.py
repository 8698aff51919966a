"""How long the drafts of a plan take, beside the least that could be done: a bare template, given every word.

Aim: 15 drafts under 2.5 ms of the processor. Prints times and the ratio; asserts nothing about time.
"""

from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from jinja2 import Template

from drafting import all_steps, draft, interview

if TYPE_CHECKING:
    from collections.abc import Callable

AIM, MANY, ROUNDS, EACH = 2.5, 15, 15, 10
NOTES = {
    "dana": ["moving billing off the monolith without a freeze", "tests that flake"],
    "sam": ["person: *restores old sailing boats", "error budgets that teams believe in"],
    "lee": ["asked about our oncall, they have 3 rotations"],
}
BARE = Template("{% for sentence in sentences %}{{ sentence }} {% endfor %}")


def milliseconds(work: "Callable[[], object]") -> float:
    """Median processor time of one call, after one that fills the caches."""
    work()
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        for _ in range(EACH):
            work()
        times.append((process_time() - began) / EACH * 1000)
    return median(times)


def test_drafts_of_a_plan() -> None:
    """Every kind of mail in turn, until there are fifteen."""
    facts = interview(NOTES)
    steps = [one for one in all_steps(facts) if "invite" not in one.key][:MANY]
    bodies = [draft(one, facts)[1].split(". ") for one in steps]
    spent = milliseconds(lambda: [draft(one, facts) for one in steps])
    floor = milliseconds(lambda: [BARE.render(sentences=body) for body in bodies])
    print(f"\n{len(steps)} drafts: {spent:.2f} ms, {spent / AIM:.2f} of the aim; ", end="")
    print(f"bare templates: {floor:.2f} ms, the writer takes {spent / floor:.1f} times that")
