"""The API within this process, at a fixed instant, and a way to hold each answer to what its contract says."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import people
from afterview.api.deps import Kept
from afterview.app import create_app
from afterview.settings import Settings
from afterview.store.owners import LOCAL
from asking import Api
from keeping import NOW, emptied

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def served(
    database_url: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], TestClient]]:
    """``served("sqlite")``: the API at ``NOW``, one for each kind of database in the whole run."""
    with ExitStack() as stack:

        @cache
        def find(kind: str) -> TestClient:
            settings = Settings(data=tmp_path_factory.mktemp("api"), database_url=database_url(kind))
            return stack.enter_context(Api(create_app(settings, lambda: NOW), "http://localhost/api/v1/"))

        yield find


@pytest.fixture
def api(database_kind: str, served: Callable[[str], TestClient]) -> TestClient:
    """The API with nothing stored."""
    client = served(database_kind)
    state = client.app.state  # type: ignore[attr-defined] # an app has one
    emptied(state.database, LOCAL)
    state.kept = Kept()
    return client


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
        path = GOLDEN / f"{name}.json"
        if not path.exists():
            path.write_text(json.dumps(answer, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        kept = json.loads(path.read_text(encoding="utf-8"))
        assert kept == answer, f"delete {path.name} and run again if this is meant"

    return hold
