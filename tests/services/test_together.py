"""Many at once: nothing is lost, and nobody is told that the database is locked."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import people
from afterview.domain.decisions import Text
from afterview.domain.errors import Stale
from afterview.services import interviews, steps
from afterview.store.session import Database

MOST = 12
"""Threads that ask one database; a server has four, and its clients wait for those (``tests/api/test_together.py``)."""


def test_conditional_changes_by_many_lose_none(database: Database, count: Callable[[str], int]) -> None:
    """Each writer reads the version and changes what it saw; successes and version agree."""
    writers, times = min(count("writers"), MOST), count("patches")
    made = interviews.create_interview(database, "alice", people.interview())

    def write(writer: int) -> int:
        done = 0
        for _ in range(times):
            with database.read("alice") as unit:
                version = steps.find_draft(unit, made, "onsite.group")[1]
            try:
                text = Text("from", f"writer {writer}")
                steps.save_draft(database, "alice", made, "onsite.group", frozenset({str(version)}), text, None)
            except Stale:
                continue
            done += 1
        return done

    with ThreadPoolExecutor(writers) as pool:
        successes = sum(pool.map(write, range(writers)))
    with database.read("alice") as unit:
        assert steps.find_draft(unit, made, "onsite.group")[1] == successes
    assert successes >= times
