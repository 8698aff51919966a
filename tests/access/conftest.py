"""The API of a server that other machines can reach, with two owners who both keep the example."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from fastapi.testclient import TestClient

import people
from afterview.api.deps import Kept
from afterview.app import create_app
from afterview.services.tokens import make_token, revoke_token
from afterview.settings import Settings
from afterview.store.owners import LOCAL
from afterview.store.tokens import Scope
from asking import Api
from keeping import NOW, emptied
from reaching import Open


@pytest.fixture(scope="session")
def reachable(
    database_url: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], tuple[TestClient, TestClient]]]:
    """``reachable("sqlite")``: one for other machines and one for its own, for each kind of database in the run."""
    with ExitStack() as stack:

        @cache
        def find(kind: str) -> tuple[TestClient, TestClient]:
            hosts, origins = frozenset({"plan.example"}), frozenset({"https://app.example"})
            settings = Settings(
                data=tmp_path_factory.mktemp("open"), hosts=hosts, origins=origins, database_url=database_url(kind)
            )

            def client(base: str, *, loopback: bool) -> TestClient:
                app = create_app(settings, lambda: NOW, loopback=loopback)
                return stack.enter_context(Api(app, base))

            away = client("http://plan.example/api/v1/", loopback=False)
            return away, client("http://localhost/api/v1/", loopback=True)

        yield find


@pytest.fixture
def opened_up(database_kind: str, reachable: Callable[[str], tuple[TestClient, TestClient]]) -> Open:
    """Alice and Bob with their tokens, and nothing else."""
    away, at_home = clients = reachable(database_kind)
    for client in clients:
        client.cookies.clear()
        state = client.app.state  # type: ignore[attr-defined] # an app has one
        state.kept, state.penalty = Kept(), 0
    database = emptied(state.database, "alice", "bob", LOCAL)
    made = (("alice", "alice", Scope.WRITE), ("reader", "alice", Scope.READ), ("revoked", "alice", Scope.WRITE))
    tokens = {who: make_token(database, owner, scope) for who, owner, scope in (*made, ("bob", "bob", Scope.WRITE))}
    here = Open(away, at_home, database, tokens)
    revoke_token(database, "alice", here.id_of("revoked"))
    return here


@pytest.fixture
def both(opened_up: Open) -> Open:
    """Both keep the example's interview; what is Alice's says so, and what is Bob's."""
    for who in ("alice", "bob"):
        profile = people.ALEX | {"signature": f"canary-{who}"}
        opened_up.ask(who, "PATCH", "profile", json=profile).raise_for_status()
        document = people.interview_document(role=f"Engineer canary-{who}")
        opened_up.ask(who, "POST", "interviews", json=document).raise_for_status()
    opened_up.ask("reader", "GET", "session").raise_for_status()  # its use is noted, and for an hour not again
    return opened_up
