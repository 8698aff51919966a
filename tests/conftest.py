"""Fixtures that every folder of tests may ask for."""

import os
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

from afterview.store.migrate import migrate
from afterview.store.session import Database
from keeping import KINDS, NOW, emptied
from postgres import Cluster, postgres
from running import Server, running

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "fixtures"
COUNTS: Final = tomllib.loads((ROOT / "tests" / "counts.toml").read_text(encoding="utf-8"))
REQUIRED = os.environ.get("AFTERVIEW_REAL_FILES") == "required"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one size above the usual: `--long`."""
    parser.addoption("--long", action="store_true", help="run the counts of tests/counts.toml for releases")


def pytest_configure(config: pytest.Config) -> None:
    """Temporary files in a folder of this run alone, and none of the user's own settings or data."""
    for name in ("AFTERVIEW_HOSTS", "AFTERVIEW_DATABASE_URL"):
        os.environ.pop(name, None)
    if not config.option.basetemp:
        config.option.basetemp = tempfile.mkdtemp(prefix="afterview-tests-")
        config.add_cleanup(lambda: shutil.rmtree(config.option.basetemp, ignore_errors=True))
    size = "long" if config.getoption("--long") else "usual"
    settings.register_profile(size, max_examples=COUNTS["examples"][size], deadline=None)
    settings.load_profile(size)
    os.environ["AFTERVIEW_DATA"] = str(Path(config.option.basetemp).with_name("afterview-tests-use-no-default"))


FIRST: Final = ("packaging", "reliability")
"""Folders whose tests wait for something: they begin first, so that no core idles at the end."""
ASKS_ONE: Final = "access"
"""The folder of the tests of who may do what: on PostgreSQL with --long only."""
LAST: Final = "browser"
"""Playwright keeps an event loop running in its process, in which nothing else can start one."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What waits comes first, what has a browser last; otherwise the order stays."""
    items.sort(key=lambda item: (LAST in item.path.parts, not any(part in FIRST for part in item.path.parts)))
    if not config.getoption("--long"):  # who may do what is decided before any database is asked: one will do
        spared = [item for item in items if ASKS_ONE in item.path.parts and "postgresql" in item.name]
        config.hook.pytest_deselected(items=spared)
        items[:] = [item for item in items if item not in spared]


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """`shared("ics/x.ics")`: a real file. Where there are none the test skips; where they are required it fails."""

    def find(name: str) -> Path:
        path = SHARED / name
        if not path.exists():
            sentence = f"the real file {name} isn't here: {SHARED} is not part of a clone"
            (pytest.fail if REQUIRED else pytest.skip)(sentence)
        return path

    return find


@pytest.fixture(scope="session")
def count(request: pytest.FixtureRequest) -> Callable[[str], int]:
    """`count("kills")`: how often a promise is tried, from the one table of counts."""
    size = "long" if request.config.getoption("--long") else "usual"
    return lambda promise: int(COUNTS[promise][size])


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for the whole run."""
    with postgres() as one:
        yield one


@pytest.fixture(scope="session")
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """`database_url("postgresql")`: of a database of the newest schema, made when it is asked for first."""

    @cache
    def find(kind: str) -> str:
        sqlite = kind == "sqlite"
        url = f"sqlite:///{tmp_path_factory.mktemp(kind)}/x.db" if sqlite else request.getfixturevalue("cluster").url
        migrate(url)
        return url

    return find


@pytest.fixture(scope="session")
def opened(database_url: Callable[[str], str]) -> Iterator[Callable[[str], Database]]:
    """`opened("sqlite")`: one database of each kind for the whole run."""
    made: dict[str, Database] = {}

    def find(kind: str) -> Database:
        return made.get(kind) or made.setdefault(kind, Database(database_url(kind), lambda: NOW))

    yield find
    for database in made.values():
        database.close()


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn."""
    return str(request.param)


@pytest.fixture
def database(database_kind: str, opened: Callable[[str], Database]) -> Database:
    """A database at `NOW` with two owners, Alice and Bob."""
    return emptied(opened(database_kind), "alice", "bob")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole run, empty at its start. Tests that need an empty one ask for `own_server`."""
    with running(tmp_path_factory.mktemp("server") / "data") as one:
        yield one


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server for this test alone."""
    with running(tmp_path / "data") as one:
        yield one
