"""The curl examples run as they stand, against a real server."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from afterview.admission import create_token
from running import Server

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "openapi" / "examples"
INVITATION = ROOT / "tests" / "samples" / "addresses-in-all-forms.ics"
pytestmark = pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl on this machine")


def run(name: str, server: Server, *arguments: Path | str) -> list[str]:
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


def test_a_token_is_good_until_it_is_revoked(own_server: Server) -> None:
    token = create_token(f"sqlite:///{own_server.data / 'afterview.db'}", "robin", "write")
    who, tokens, session, nothing, refused = run("tokens.sh", own_server, token)
    assert json.loads(who) == json.loads(session) == {"owner": "robin", "scope": "write"}
    assert [one["id"] for one in json.loads(tokens)["items"]] == [token.split("_")[1]]
    assert (nothing, json.loads(refused)["type"]) == ("", "/problems/token-unknown")


def test_a_delete_is_undone_and_an_erase_is_not(own_server: Server) -> None:
    gone, deleted, back, erased, refused = run("undo.sh", own_server)
    assert (gone, erased) == ("", "")
    assert "Robin Vale" in [one["name"] for one in json.loads(deleted)["items"]]
    assert (json.loads(back)["name"], json.loads(refused)["status"]) == ("Robin Vale", 404)


def test_a_post_with_a_key_has_one_effect(own_server: Server) -> None:
    first, again, other = (line.rsplit(" ", 1) for line in run("once.sh", own_server))
    assert (first[1], other[1]) == ("201", "422")
    assert again == first


def test_every_example_has_a_test() -> None:
    tried = set(re.findall(r'run\("(\S+)"', Path(__file__).read_text(encoding="utf-8")))
    assert {path.name for path in EXAMPLES.iterdir()} == tried
