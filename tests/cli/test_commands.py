"""The command line: the plan of a file, the example candidate, and a sentence for whatever is wrong."""

import json
from io import StringIO
from pathlib import Path

import pytest

import people
from afterview.cli import main
from afterview.printing import faults, plan_table
from running import HTTP, Server

FACTS = people.plan_document()


class Commands:
    """Commands, run in this process: `code`, `out` and `err` are those of the last one."""

    def __init__(self, said: pytest.CaptureFixture[str]) -> None:
        self.said, self.code, self.out, self.err = said, 0, "", ""

    def __call__(self, *arguments: str) -> int:
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        self.code = int(end.value.code or 0)
        self.out, self.err = self.said.readouterr()
        return self.code


@pytest.fixture
def afterview(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(FACTS), encoding="utf-8")
    return path


def test_the_plan_as_json_is_what_the_api_answers(facts: Path, server: Server, afterview: Commands) -> None:
    assert afterview("plan", str(facts), "--json") == 0
    assert afterview.out == HTTP.post(f"{server.url}/api/v1/plan", json=FACTS).text + "\n"


def test_the_plan_as_a_table_says_when_who_and_why(afterview: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(json.dumps(FACTS)))
    assert afterview("plan", "-") == 0
    assert afterview.out.startswith("Staff Engineer at Acme · waiting · Thu 2026-03-12\n")
    lines = afterview.out.splitlines()
    at = lines.index(next(line for line in lines if line.startswith("Wed 2026-03-18  upcoming   Follow up")))
    assert [line.strip() for line in lines[at + 1 : at + 3]] == [
        "to Dana Whitcombe; cc Priya Nair",
        "Five business days after your mail of Wed 11 March.",
    ]


def test_wrong_facts_are_sentences_with_their_place(facts: Path, afterview: Commands) -> None:
    wrong = people.plan_document(interview={"company": {"name": ""}, "rolle": "Engineer"})
    facts.write_text(json.dumps(wrong), encoding="utf-8")
    assert afterview("plan", str(facts)) == 2
    assert afterview.out == ""
    assert {line.split(": ")[0] for line in afterview.err.splitlines()[1:]} == {
        "/interview/company/name",
        "/interview/role",
        "/interview/rolle",
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [(b'{"interview": }', "is not JSON"), (b"\xff\xfe\x00", "is not JSON"), (None, "can't be read")],
)
def test_a_file_that_holds_no_json_is_a_sentence(
    tmp_path: Path, content: bytes | None, says: str, afterview: Commands
) -> None:
    if content is not None:
        (tmp_path / "file").write_bytes(content)
    assert afterview("plan", str(tmp_path / "file")) == 2
    assert says in afterview.err


def test_the_example_is_stored_once(tmp_path: Path, afterview: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERVIEW_DATA", str(tmp_path / "data"))
    assert afterview("demo") == 0
    assert "afterview serve" in afterview.out
    assert afterview("demo") == 1
    assert "holds interviews already" in afterview.err


def test_a_running_server_shows_the_example_at_once(
    own_server: Server, afterview: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERVIEW_DATA", str(own_server.data))
    assert afterview("demo") == 0
    assert own_server.url in afterview.out
    roles = [one["role"] for one in HTTP.get(f"{own_server.url}/api/v1/interviews").json()["items"]]
    assert sorted(roles) == ["Head of Reliability", "Staff Engineer"]
    steps = HTTP.get(f"{own_server.url}/api/v1/plan").json()["items"]
    assert {"due", "upcoming", "blocked"} <= {step["state"] for step in steps}


def test_the_contract_that_is_printed_is_the_one_that_is_served(server: Server, afterview: Commands) -> None:
    assert afterview("openapi") == 0
    assert json.loads(afterview.out) == HTTP.get(f"{server.url}/api/v1/openapi.json").json()


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


def test_a_token_is_shown_once_listed_without_its_secret_and_revoked(
    tmp_path: Path, afterview: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERVIEW_DATA", str(tmp_path / "data"))
    assert afterview("token", "create", "--owner", "alex", "--scope", "read") == 0
    token = afterview.out.strip()
    name = token.split("_")[1]
    assert afterview("token", "list") == 0
    assert afterview.out.splitlines()[1].split()[:3] == [name, "alex", "read"]
    assert token.split("_", 2)[2] not in afterview.out
    assert afterview("token", "revoke", name) == 0
    assert afterview("token", "list") == 0
    assert "revoked" in afterview.out.splitlines()[1]
    assert afterview("token", "revoke", name) == 1
    assert name in afterview.err


@pytest.mark.parametrize("owner", ["", "Alex", "a b", "-a", "x" * 41])
def test_an_owner_has_a_plain_name(owner: str, afterview: Commands) -> None:
    assert afterview("token", "create", f"--owner={owner}", "--scope=read") == 2
    assert "is no name of an owner" in afterview.err


def test_a_running_server_knows_a_new_token_at_once(
    own_server: Server, afterview: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERVIEW_DATA", str(own_server.data))
    assert afterview("token", "create", "--owner=bob", "--scope=write") == 0
    way_in = {"Authorization": f"Bearer {afterview.out.strip()}"}
    assert HTTP.get(f"{own_server.url}/api/v1/session", headers=way_in).json() == {"owner": "bob", "scope": "write"}
    assert afterview("token", "revoke", way_in["Authorization"].split("_")[1]) == 0
    assert HTTP.get(f"{own_server.url}/api/v1/session", headers=way_in).status_code == 401
