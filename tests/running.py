"""A real server for tests: its own process, a free port, a private data folder, stopped by its pid.

Run as a script it is that process: `python tests/running.py [INSTANT]` serves what AFTERVIEW_DATA names, and takes
INSTANT (ISO 8601) for the moment of its start, so that a test says what day it is.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import httpx

from afterview.datafolder import claim
from afterview.serve import serve
from afterview.settings import Settings

SAYS = "Afterview is at "
HTTP = httpx.Client(timeout=60)  # the machine may be busy with other tests


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    url: str
    process: subprocess.Popen[str]
    data: Path

    def kill(self) -> None:
        """End it as a power cut would: no handler runs."""
        self.process.kill()
        self.process.wait()


@contextmanager
def running(data: Path, *, now: str = "", command: tuple[str, ...] = (), **environment: str) -> Iterator[Server]:
    """A server on `data`; it stops when the block ends. `command` starts another server than this checkout's."""
    data.mkdir(parents=True, exist_ok=True)
    log = data.with_name(f"{data.name}.log")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("AFTERVIEW_", "COV_"))}
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command or (sys.executable, __file__, *((now,) if now else ())),
            env={**clean, "AFTERVIEW_DATA": str(data), "PYTHONUTF8": "1", **environment},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            encoding="utf-8",
        )
    try:
        yield Server(_address(process, log), process, data)
    finally:
        stop(process)


def _address(process: subprocess.Popen[str], log: Path) -> str:
    assert process.stdout
    for line in process.stdout:
        if line.startswith(SAYS):
            return line.removeprefix(SAYS).split()[0].rstrip(".")
    raise RuntimeError(f"the server ended before it answered: {log.read_text(encoding='utf-8')}")


def stop(process: subprocess.Popen[str]) -> None:
    """Ask it to end; end it if it doesn't."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


def main(start: str = "") -> None:
    """Serve at a free port, with a clock that starts at an instant and runs on."""
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


if __name__ == "__main__":
    main(*sys.argv[1:])
