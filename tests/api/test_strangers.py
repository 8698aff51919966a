"""Tools that know of us only the contract: a public generator makes a client of it, a public fuzzer asks questions."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import people
from afterview.admission import create_token
from running import Server, running

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
GENERATED = "client_by_a_generator"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    """``generated("api.plans.read_plan")``: a module of the client that openapi-python-client makes of the contract."""
    folder = tmp_path_factory.mktemp("generated")
    (folder / "config.yaml").write_text("post_hooks: []\n", encoding="utf-8")
    contract, out = ROOT / "openapi" / "openapi.json", folder / GENERATED
    options = [
        "--path",
        str(contract),
        "--config",
        str(folder / "config.yaml"),
        "--meta",
        "none",
        "--output-path",
        str(out),
    ]
    command = [str(BIN / "openapi-python-client"), "generate", *options]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(folder))
    yield lambda name: import_module(f"{GENERATED}.{name}")
    sys.path.remove(str(folder))


def test_a_generated_client_does_the_main_job(own_server: Server, generated: Callable[[str], Any]) -> None:
    """Keep an interview, note something, read the plan, write one's own words, send, and see what comes next."""
    token = create_token(f"sqlite:///{own_server.data / 'afterview.db'}", "alex", "write")
    client = generated("client").AuthenticatedClient(base_url=own_server.url, token=token)
    model = generated("models")

    def call(operation: str, *ids: str, **more: Any) -> Any:
        return generated(f"api.{operation}").sync_detailed(*ids, client=client, **more)

    made = call("interviews.create_interview", body=model.InterviewIn.from_dict(people.interview_document(events=[])))
    assert (made.status_code, made.parsed.role) == (201, "Staff Engineer")
    mine = made.parsed.id
    note = model.NoteNew.from_dict({"participant": "lee", "text": "on-call rotations that let people sleep"})
    assert call("interviews.add_note", mine, body=note).parsed.participant == "lee"
    plan = call("plans.read_plan", mine, include="drafts,findings").parsed
    step = next(step for step in plan.steps if step.key == "onsite.hiring-manager")
    assert (step.to[0].name, step.draft.source) == ("Dana Whitcombe", "generated")
    draft = call("steps.read_draft", mine, step.key)
    words = model.EditIn.from_dict({"subject": "Thank you", "body": "Hi Dana,\n\nthank you.\n\nAlex"})
    saved = call("steps.write_draft", mine, step.key, body=words, if_match=draft.headers["ETag"])
    assert (saved.status_code, saved.parsed.source) == (200, "edited")
    late = call("steps.write_draft", mine, step.key, body=words, if_match=draft.headers["ETag"])
    assert (late.status_code, late.parsed.type_) == (412, "/problems/stale")
    done = call("steps.change_state", mine, step.key, body=model.StateIn.from_dict({"state": "done"}))
    assert (done.status_code, done.parsed.state) == (200, "done")
    assert "follow-up.1" in {one.key for one in call("plans.read_agenda").parsed.items}
    client.get_httpx_client().close()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_fuzzer_with_all_its_checks_finds_nothing(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path, count: Callable[[str], int]
) -> None:
    """With --long only, for it asks for minutes: its whole programme, on both databases."""
    if not request.config.getoption("--long"):
        pytest.skip("the fuzzer asks with --long only")
    more = {"AFTERVIEW_DATABASE_URL": request.getfixturevalue("cluster").url} if kind == "postgresql" else {}
    with running(tmp_path / "data", **more) as server:
        phases = "examples,coverage,fuzzing,stateful"
        limits = ["--phases", phases, "--max-examples", str(count("questions")), "--seed", "1"]
        command = [
            str(BIN / "st"),
            "--config-file",
            str(ROOT / "schemathesis.toml"),
            "run",
            f"{server.url}/api/v1/openapi.json",
            "--checks",
            "all",
            *limits,
        ]
        done = subprocess.run(
            [*command, "--no-color", "--suppress-health-check=all"],
            check=False,
            capture_output=True,
            text=True,
            cwd=tmp_path,
        )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr
