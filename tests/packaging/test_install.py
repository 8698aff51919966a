"""A newcomer's two ways: `dev.py run` on a fresh clone, and a wheel in an environment of its own.

The wheel is built with the front end's packages that are there, and installed into an environment with the runtime lock
and nothing else.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from running import HTTP, Server, running

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@pytest.mark.slow
def test_a_fresh_clone_runs_in_any_folder_and_language(
    clone: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Spaces and umlauts in the path, and an old terminal's idea of text. All is set up anew: with --long only."""
    if not request.config.getoption("--long"):
        pytest.skip("a second set-up from nothing: with --long only")
    command = (sys.executable, str(clone / "dev.py"), "run", "--port", "0", "--no-open")
    with running(tmp_path / "Döta", command=command, LANG="C", LC_ALL="C", PYTHONUTF8="0") as server:
        assert '<div id="app">' in HTTP.get(server.url, headers={"Accept": "text/html"}).text
        assert HTTP.get(f"{server.url}/api/v1/openapi.json").status_code == 200
    assert not (clone / "frontend" / "node_modules" / "vitest").exists()


@pytest.fixture(scope="module")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a clone, with no Node on PATH but the one that the build brings."""
    folder, packages = tmp_path_factory.mktemp("wheel"), clone / "frontend" / "node_modules"
    if not packages.exists():  # the checkout's; those that a build brings itself are tried with --long
        packages.symlink_to(ROOT / "frontend" / "node_modules")
    env = {**os.environ, "PATH": "/usr/bin:/bin"}
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=clone, env=env, check=True, capture_output=True)
    return next(folder.glob("afterview-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The wheel's server, in an environment with the runtime lock only and without any zone files of the system."""
    venv = clone / ".venv"
    env = {**os.environ, "VIRTUAL_ENV": str(venv), "UV_PYTHON_DOWNLOADS": "never"}
    lock = ROOT / "requirements.lock"
    for args in (
        ["venv", "-q", "--allow-existing", "--python", sys.executable, str(venv)],
        ["pip", "sync", "-q", "--require-hashes", str(lock)],
        ["pip", "install", "-q", "--no-deps", str(wheel)],
    ):
        subprocess.run([BIN / "uv", *args], env=env, check=True)
    command = (str(venv / "bin" / "afterview"), "serve", "--port", "0", "--no-open")
    data = tmp_path_factory.mktemp("clean") / "data"
    with running(data, command=command, PATH="/usr/bin:/bin", PYTHONTZPATH="") as server:
        yield server


def test_the_wheel_holds_page_and_migrations_and_none_of_the_tests(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert "afterview/static/index.html" in names
    assert "afterview/migrations/env.py" in names
    assert any(name.startswith("afterview/migrations/versions/") for name in names)
    assert any(name.startswith("afterview/domain/templates/") for name in names)
    assert not [name for name in names if "node_modules" in name or name.startswith(("tests/", "frontend/"))]


def test_an_installed_wheel_serves_its_page(installed: Server) -> None:
    answer = HTTP.get(f"{installed.url}/interviews/some/steps/follow-up.1", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert '<div id="app">' in answer.text


def test_an_installed_wheel_migrates_its_database(installed: Server) -> None:
    assert HTTP.get(f"{installed.url}/api/v1/health").status_code == 200
    assert (installed.data / "afterview.db").stat().st_size > 0


def test_zones_are_known_without_the_systems_files(installed: Server) -> None:
    rounds = [{"starts_at": "2026-03-11T10:00:00-04:00", "ends_at": "2026-03-11T15:00:00-04:00"}]
    company = {"name": "Acme", "country": "US", "timezone": "America/New_York"}
    body = {"today": "2026-03-12", "interview": {"company": company, "role": "Engineer", "rounds": rounds}}
    answer = HTTP.post(f"{installed.url}/api/v1/plan", json=body)
    assert answer.status_code == 200
    assert "America/New_York" in {step["timezone"] for step in answer.json()["steps"]}
