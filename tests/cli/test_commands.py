"""The command line: the plan of a file, the example candidate, and a sentence for whatever is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

import people
from afterview.printing import faults, plan_table
from running import Server, running

FACTS = people.plan_document()


def afterview(*arguments: str, data: Path | None = None, stdin: str = "") -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    command = [sys.executable, "-m", "afterview", *arguments]
    env = {**os.environ, "PYTHONUTF8": "1", **({"AFTERVIEW_DATA": str(data)} if data else {})}
    done = subprocess.run(command, check=False, env=env, input=stdin, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(FACTS), encoding="utf-8")
    return path


def test_the_plan_as_json_is_what_the_api_answers(facts: Path, server: Server) -> None:
    code, out, _ = afterview("plan", str(facts), "--json")
    answer = httpx.post(f"{server.url}/api/v1/plan", json=FACTS)
    assert code == 0
    assert out == answer.text + "\n"


def test_the_plan_as_a_table_says_when_who_and_why() -> None:
    code, out, _ = afterview("plan", "-", stdin=json.dumps(FACTS))
    assert code == 0
    assert out.startswith("Staff Engineer at Acme · waiting · Thu 2026-03-12\n")
    lines = out.splitlines()
    at = lines.index(next(line for line in lines if line.startswith("Wed 2026-03-18  upcoming   Follow up")))
    assert [line.strip() for line in lines[at + 1 : at + 3]] == [
        "to Dana Whitcombe; cc Priya Nair",
        "Five business days after your mail of Wed 11 March.",
    ]


def test_wrong_facts_are_sentences_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    wrong = people.plan_document(interview={"company": {"name": ""}, "rolle": "Engineer"})
    path.write_text(json.dumps(wrong), encoding="utf-8")
    code, out, said = afterview("plan", str(path))
    assert (code, out) == (2, "")
    assert {line.split(": ")[0] for line in said.splitlines()[1:]} == {
        "/interview/company/name",
        "/interview/role",
        "/interview/rolle",
    }
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("content", "says"),
    [(b'{"interview": }', "is not JSON"), (b"\xff\xfe\x00", "is not JSON"), (None, "can't be read")],
)
def test_a_file_that_holds_no_json_is_a_sentence(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "facts.json"
    if content is not None:
        path.write_bytes(content)
    code, _, said = afterview("plan", str(path))
    assert code == 2
    assert says in said
    assert "Traceback" not in said


def test_the_example_is_stored_once_and_seen_by_a_running_server(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server:
        code, out, _ = afterview("demo", data=server.data)
        assert code == 0
        assert server.url in out
        roles = [one["role"] for one in httpx.get(f"{server.url}/api/v1/interviews").json()["items"]]
        assert sorted(roles) == ["Head of Reliability", "Staff Engineer"]
        steps = httpx.get(f"{server.url}/api/v1/plan").json()["items"]
        assert {"due", "upcoming", "blocked"} <= {step["state"] for step in steps}
        code, _, said = afterview("demo", data=server.data)
        assert code == 1
        assert "holds interviews already" in said


def test_a_table_wraps_and_tells_what_stands_in_the_way() -> None:
    step = {
        "due_on": None,
        "state": "blocked",
        "title": "Thank Sam",
        "to": [{"name": "Sam Okafor"}],
        "cc": [],
        "why": "Because it is right and " * 3,
        "blocked_by": [{"message": "Sam's address is missing: ask HR for it."}],
    }
    plan = {
        "today": "2026-03-12",
        "status": "waiting",
        "steps": [step],
        "advice": [{"message": "Lee has no notes."}],
        "not_planned": [{"rule": "R12", "why": "no competitor's failure is known"}],
    }
    facts = {"interview": {"role": "Engineer", "company": {"name": "Acme"}}}
    assert plan_table(plan, facts, 70).splitlines() == [
        "Engineer at Acme · waiting · Thu 2026-03-12",
        "",
        "                blocked    Thank Sam",
        "                           to Sam Okafor",
        "                           Because it is right and Because it is right",
        "                           and Because it is right and",
        "                           ! Sam's address is missing: ask HR for it.",
        "",
        "Worth doing:",
        "* Lee has no notes.",
        "",
        "Not planned:",
        "* R12: no competitor's failure is known",
    ]


def test_a_problem_without_fields_is_its_own_sentence() -> None:
    assert faults({"detail": "Send 1 MiB at most.", "errors": []}) == "Send 1 MiB at most."
