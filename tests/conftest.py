"""Fixtures that every folder of tests may ask for."""

import os
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from running import Server, running

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "fixtures"
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
    os.environ["AFTERVIEW_DATA"] = str(Path(config.option.basetemp).with_name("afterview-tests-use-no-default"))


FIRST: Final = ("packaging", "reliability")
"""Folders whose tests wait for something: they begin first, so that no core idles at the end."""
LAST: Final = "browser"
"""Playwright keeps an event loop running in its process, in which nothing else can start one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits comes first, what has a browser last; otherwise the order stays."""
    items.sort(key=lambda item: (LAST in item.path.parts, not any(part in FIRST for part in item.path.parts)))


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
    counts = tomllib.loads((ROOT / "tests" / "counts.toml").read_text(encoding="utf-8"))
    size = "long" if request.config.getoption("--long") else "usual"
    return lambda promise: int(counts[promise][size])


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
