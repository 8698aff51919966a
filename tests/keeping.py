"""A migrated database with two owners, for the tests of the store, of services and of the API."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from afterview.store.migrate import migrate
from afterview.store.session import Database

NOW = datetime(2026, 3, 12, 15, 0, tzinfo=UTC)
"""Thu 12 March 2026, 11:00 in New York: the day after the interview of the example."""


@contextmanager
def kept_in(folder: Path) -> Iterator[Database]:
    """A database at ``NOW``, in which Alice and Bob have written once each."""
    url = f"sqlite:///{folder / 'afterview.db'}"
    migrate(url)
    one = Database(url, lambda: NOW)
    for owner in ("alice", "bob"):
        one.welcome(owner)
    yield one
    one.close()
