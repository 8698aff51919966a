"""How long drafts take: fifteen of one interview, and notes never read before. Prints; asserts nothing of time.

Aim: fifteen drafts under 2.5 ms of processor time once their notes are known; a new note is read in less than 1 ms.
"""

from collections.abc import Callable
from itertools import islice
from statistics import median
from time import process_time

from afterview.domain.writing.weaving import weave
from drafting import all_steps, draft, interview

NOTES = {
    "dana": ["asked about our oncall, they have 3 rotations", "painful migration from Oracle, 2 yrs"],
    "sam": ["scanners drop wifi in aisle 9", "person: *restores old sailing boats"],
    "lee": ["case study: oat milk in Brazil"],
}


def milliseconds(work: Callable[[], object], rounds: int = 9) -> float:
    """Median processor time of one call, after one that fills the caches."""
    work()
    times = []
    for _ in range(rounds):
        began = process_time()
        work()
        times.append((process_time() - began) * 1e3)
    return median(times)


def test_drafts() -> None:
    facts = interview(NOTES)
    steps = list(islice(all_steps(facts), 15))
    spent = milliseconds(lambda: [draft(one, facts) for one in steps])
    print(f"\n{len(steps)} drafts: {spent:.2f} ms")


def test_new_notes() -> None:
    texts = [text.removeprefix("person: *") for notes in NOTES.values() for text in notes]

    def read_anew() -> None:
        weave.cache_clear()
        for text in texts:
            weave(text, "en", ("Sam",))

    print(f"\na new note: {milliseconds(read_anew) / len(texts):.2f} ms")
