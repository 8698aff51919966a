"""A real server for tests: its own process, a free port, a private data folder, stopped by its pid.

Processes of this checkout's server are forked from one that has imported everything, for an import costs seconds.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import IO, Final

import httpx

SAYS = "Afterview is at "
HTTP = httpx.Client(timeout=60)  # the machine may be busy with other tests
FORKS: Final = get_context("spawn") if sys.platform == "win32" else get_context("forkserver")
FORKS.set_forkserver_preload(["afterview.cli", "afterview.serve"])
LAST_WORDS: Final = 10
"""Seconds in which a server that was told to stop has to be gone."""


class Forked:
    """A function in a process of its own, with the handles that `subprocess.Popen` has."""

    def __init__(self, doing: Callable[..., None], *told: str, log: Path, environment: Mapping[str, str]) -> None:
        hears, says = FORKS.Pipe(duplex=False)
        self._process = FORKS.Process(target=_child, args=(says, str(log), dict(environment), doing, told), daemon=True)
        self._process.start()
        says.close()
        self.stdout: IO[str] = os.fdopen(os.dup(hears.fileno()), encoding="utf-8")
        hears.close()

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code, once it is gone."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("the server", timeout or 0)
        return self._process.exitcode

    def terminate(self) -> None:
        """Ask it to end."""
        self._process.terminate()

    def kill(self) -> None:
        """End it."""
        self._process.kill()


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    url: str
    process: "Forked | subprocess.Popen[str]"
    data: Path

    def kill(self) -> None:
        """End it as a power cut would: no handler runs."""
        self.process.kill()
        self.process.wait()


@contextmanager
def running(data: Path, *, now: str = "", command: tuple[str, ...] = (), **environment: str) -> Iterator[Server]:
    """A server on `data`, which takes `now` (ISO 8601) for its start; it stops when the block ends.

    `command` starts another server than this checkout's.
    """
    data.mkdir(parents=True, exist_ok=True)
    log = data.with_name(f"{data.name}.log")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("AFTERVIEW_", "COV_"))}
    env = {**clean, "AFTERVIEW_DATA": str(data), "PYTHONUTF8": "1", **environment}
    process = started(command, log, env) if command else Forked(serve_here, now, log=log, environment=env)
    try:
        yield Server(_address(process, log), process, data)
    finally:
        stop(process)


def started(command: tuple[str, ...], log: Path, env: Mapping[str, str]) -> "subprocess.Popen[str]":
    """Another program, its errors in the log."""
    with log.open("w", encoding="utf-8") as errors:
        return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8")


def _address(process: "Forked | subprocess.Popen[str]", log: Path) -> str:
    assert process.stdout
    for line in process.stdout:
        if line.startswith(SAYS):
            return line.removeprefix(SAYS).split()[0].rstrip(".")
    raise RuntimeError(f"the server ended before it answered: {log.read_text(encoding='utf-8')}")


def stop(process: "Forked | subprocess.Popen[str]") -> None:
    """Ask it to end; end it if it doesn't."""
    process.terminate()
    try:
        process.wait(LAST_WORDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


def _child(
    says: Connection, log: str, environment: Mapping[str, str], doing: Callable[..., None], told: tuple[str, ...]
) -> None:
    """Take on the environment and the streams of a program, then do it."""
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(says.fileno(), 1)
    os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 2)
    says.close()
    doing(*told)


def serve_here(start: str) -> None:
    """Serve at a free port, with a clock that starts at an instant and runs on."""
    # here, where they are imported already: the tests that need no server don't wait for them
    from afterview.datafolder import claim  # noqa: PLC0415
    from afterview.serve import serve  # noqa: PLC0415
    from afterview.settings import Settings  # noqa: PLC0415

    began, zero = datetime.fromisoformat(start) if start else datetime.now(UTC), monotonic()
    settings = Settings()
    serve(
        settings,
        claim(settings.data),
        host="127.0.0.1",
        port=0,
        open_page=False,
        clock=lambda: began + timedelta(seconds=monotonic() - zero),
    )
