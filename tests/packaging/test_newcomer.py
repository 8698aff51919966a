"""`python3 dev.py run` on a fresh clone, in a folder with spaces and umlauts, as an old terminal sets the language."""

import sys
from pathlib import Path

import httpx
import pytest

from running import running


@pytest.mark.slow
def test_a_fresh_clone_runs(clone: Path, tmp_path: Path) -> None:
    command = (sys.executable, str(clone / "dev.py"), "run", "--port", "0", "--no-open")
    with running(tmp_path / "Döta", command=command, LANG="C", LC_ALL="C", PYTHONUTF8="0") as server:
        assert '<div id="app">' in httpx.get(server.url, headers={"Accept": "text/html"}).text
        assert httpx.get(f"{server.url}/api/v1/openapi.json").status_code == 200
    assert not (clone / "frontend" / "node_modules" / "vitest").exists()
