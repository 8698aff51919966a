"""The curl examples run as they stand, against a real server."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from running import Server

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "openapi" / "examples"
INVITATION = ROOT / "tests" / "samples" / "addresses-in-all-forms.ics"
pytestmark = pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl on this machine")


def run(name: str, server: Server, *arguments: Path) -> list[str]:
    """The lines that an example prints."""
    done = subprocess.run(
        ["sh", EXAMPLES / name, *arguments],
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "AFTERVIEW": server.url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_the_stateless_plan(own_server: Server) -> None:
    plan = json.loads(run("plan.sh", own_server)[0])
    assert next(step["due_on"] for step in plan["steps"] if step["key"] == "follow-up.1") == "2026-03-18"


def test_the_main_job_ends_with_a_follow_up_to_come(own_server: Server) -> None:
    lines = run("main-job.sh", own_server, INVITATION)
    agenda = json.loads(lines[-1])
    assert "follow-up.1" in {step["key"] for step in agenda["items"]}
    assert "X-Unsent: 1" in lines


def test_versions(own_server: Server) -> None:
    first, second, third = map(json.loads, run("versions.sh", own_server))
    assert (first["spacing"], second["status"], second["current"]["spacing"], third["spacing"]) == (6, 412, 6, 5)


def test_every_example_has_a_test() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == {"plan.sh", "main-job.sh", "versions.sh"}
