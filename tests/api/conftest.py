"""The API within this process, at a fixed instant, and a way to hold each answer to what its contract says."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from fastapi.testclient import TestClient

import people
from afterview.app import create_app
from afterview.settings import Settings
from afterview.store.migrate import migrate
from keeping import NOW

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the newest schema, to be copied: the migrations run once for all tests."""
    path = tmp_path_factory.mktemp("empty") / "afterview.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def api(tmp_path: Path, empty: Path) -> Iterator[TestClient]:
    """The API at ``NOW``, with nothing stored. A server's error is an answer, as it would be over a socket."""
    copyfile(empty, tmp_path / "afterview.db")
    app = create_app(Settings(data=tmp_path), lambda: NOW)
    with TestClient(app, base_url="http://localhost/api/v1/", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def acme(api: TestClient) -> str:
    """The address of the example's interview, of which Alex is the candidate."""
    api.patch("profile", json=people.ALEX, headers={"If-Match": "*"}).raise_for_status()
    made = api.post("interviews", json=people.interview_document()).raise_for_status()
    return f"interviews/{made.json()['id']}"


@pytest.fixture
def golden() -> Callable[[str, Any], None]:
    """``golden("plan", answer)``: what the front end's tests read must still be what is answered."""

    def hold(name: str, answer: Any) -> None:
        text = json.dumps(answer, indent=2, ensure_ascii=False) + "\n"
        path = GOLDEN / f"{name}.json"
        if not path.exists():
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text, f"delete {path.name} and run again if this is meant"

    return hold
