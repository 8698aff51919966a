"""A hundred kills in the midst of writes: what was answered is there, and sent again it is there once."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from afterview.store.session import Database
from keeping import emptied

SCRIPT = Path(__file__).parents[1] / "forking.py"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_every_answered_write_survives_a_kill_once(
    database_kind: str, opened: Callable[[str], Database], count: Callable[[str], int]
) -> None:
    database = emptied(opened(database_kind), "local")
    url = database.engine.url.render_as_string(hide_password=False)
    done = subprocess.run(
        [sys.executable, SCRIPT, url, str(count("forks"))], capture_output=True, text=True, check=False, timeout=3_000
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0), done.stderr
