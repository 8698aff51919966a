"""What the tests of the store ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from afterview.store.session import Database
from keeping import kept_in


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database with two owners, Alice and Bob."""
    with kept_in(tmp_path) as one:
        yield one
