"""Starts the server: claims the data folder, finds a port, says the address, opens the page.

Everything that a newcomer's machine may refuse is a `CannotServe` with a sentence that says what to do, never a trace.
"""

import logging
import os
import socket
import sys
import threading
import webbrowser
from pathlib import Path
from typing import IO

import uvicorn

from afterview.app import create_app
from afterview.clock import Clock, utc_now
from afterview.settings import Settings
from afterview.store.migrate import SchemaTooNew, migrate

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PORTS = 20  # so many are tried, from the wanted one on
LAST_WORDS = 3  # seconds that open requests get when the server is told to stop


class CannotServe(Exception):
    """Why the server doesn't start, and what to do."""


def serve(settings: Settings, *, host: str, port: int, open_page: bool, clock: Clock = utc_now) -> None:
    """Serve until told to stop. The address goes to standard output as soon as it answers."""
    if host not in LOOPBACK and not settings.hosts:
        raise CannotServe(
            f"{host} can be reached from other machines, and whoever reaches it reads all: there are no accounts yet. "
            "If that's what you want, name the hosts under which it may be called in AFTERVIEW_HOSTS."
        )
    os.umask(0o077)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    claim = claim_folder(settings.data)
    listener = listen(host, port)
    address = address_of(host, listener.getsockname()[1])
    claim.write(address)
    claim.flush()
    try:
        migrate(settings.database)
    except SchemaTooNew as error:
        raise CannotServe(str(error)) from error
    config = uvicorn.Config(
        create_app(settings, clock),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=LAST_WORDS,
    )
    Server(config, address, wanted=port, open_page=open_page).run(sockets=[listener])
    claim.close()


class Server(uvicorn.Server):
    """uvicorn, which says where it listens once it does."""

    def __init__(self, config: uvicorn.Config, address: str, *, wanted: int, open_page: bool) -> None:
        super().__init__(config)
        self.address, self.wanted, self.open_page = address, wanted, open_page

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then print the address and open the page."""
        await super().startup(sockets)
        if self.should_exit:
            return
        taken = self.wanted and not self.address.endswith(f":{self.wanted}")
        aside = f" (port {self.wanted} is taken)" if taken else ""
        print(f"Afterview is at {self.address}{aside}. Stop it with Ctrl+C.", flush=True)
        if self.open_page and has_display():
            threading.Thread(target=webbrowser.open, args=(self.address,), daemon=True).start()


def has_display() -> bool:
    """Whether a browser could show anything."""
    return sys.platform in {"win32", "darwin"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def address_of(host: str, port: int) -> str:
    """The address to open."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"http://{name}:{port}"


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on the wanted port or the next free one; 0 is any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, min(port + PORTS, 65536)) if port else (0,):
        listener = socket.socket(family, socket.SOCK_STREAM)
        if os.name != "nt":  # there it would share the port with whoever has it
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
            listener.listen(128)
        except PermissionError as error:
            raise CannotServe(
                f"Port {candidate} needs special rights here: choose one from 1024 on with --port."
            ) from error
        except OSError as error:
            listener.close()
            if isinstance(error, socket.gaierror):
                raise CannotServe(f"{host} is no address of this machine: {error.strerror}.") from error
            continue
        return listener
    raise CannotServe(f"No port from {port} on is free on {host}: choose another with --port, or 0 for any.")


def claim_folder(folder: Path) -> IO[str]:
    """The data folder for this process alone, as long as the file stays open: the system lets go of it at any death."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        claim = (folder / "in-use").open("a+", encoding="utf-8")
    except OSError as error:
        raise CannotServe(
            f"The data folder {folder} can't be written ({error.strerror}): "
            "make it writable, or name another one in AFTERVIEW_DATA."
        ) from error
    try:
        lock(claim)
    except OSError as error:
        claim.seek(0)
        at = claim.read() if os.name != "nt" else ""  # Windows lets nobody read what is locked
        claim.close()
        raise CannotServe(
            f"Afterview is already running with the data in {folder}{f': open {at}' if at else ''}. "
            "Stop it first, or name another folder in AFTERVIEW_DATA."
        ) from error
    claim.truncate(0)
    return claim


if sys.platform == "win32":
    import msvcrt

    def lock(file: IO[str]) -> None:
        """Lock a file or raise OSError."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def lock(file: IO[str]) -> None:
        """Lock a file or raise OSError."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
