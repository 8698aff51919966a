"""Starts the server: finds a port, says the address, opens the page.

Whatever a newcomer's machine may refuse is an error with a sentence that says what to do; the command prints it.
"""

import logging
import os
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from ipaddress import ip_address
from typing import IO

import uvicorn

from afterview.admission import REFUSALS, anybody
from afterview.app import create_app
from afterview.clock import Clock, utc_now
from afterview.settings import Settings
from afterview.store.migrate import migrate

PORTS = 20  # so many are tried, from the wanted one on
LAST_WORDS = 3  # seconds that open requests get when the server is told to stop
UNNAMED = (
    "{host} can be reached from other machines: name the hosts under which it may be called in AFTERVIEW_HOSTS. "
    "To be reached from this machine alone, leave --host out."
)
NOBODY = (
    "{host} can be reached from other machines, and there is no token yet that would let anybody in. "
    "Make one first with: afterview token create --owner NAME --scope write"
)


class CannotServeError(Exception):
    """Why the server doesn't start, and what to do."""


def serve(settings: Settings, held: IO[str], *, host: str, port: int, open_page: bool, clock: Clock = utc_now) -> None:
    """Serve until told to stop. `held` is the claim on the data folder; the address goes there and is printed."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    loopback = is_loopback(host)
    if not loopback and not settings.hosts:
        raise CannotServeError(UNNAMED.format(host=host))
    try:
        migrate(settings.database)
    except REFUSALS as error:
        raise CannotServeError(str(error)) from error
    if not loopback and not anybody(settings.database):
        raise CannotServeError(NOBODY.format(host=host))
    listener = listen(host, port)
    address = address_of(host, listener.getsockname()[1])
    held.write(address)
    held.flush()
    config = uvicorn.Config(
        create_app(settings, clock, loopback=loopback),
        lifespan="on",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=LAST_WORDS,
    )
    Server(config, address, wanted=port, open_page=open_page).run(sockets=[listener])
    held.close()


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


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


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
            raise CannotServeError(
                f"Port {candidate} needs special rights here: choose one from 1024 on with --port."
            ) from error
        except OSError as error:
            listener.close()
            if isinstance(error, socket.gaierror):
                raise CannotServeError(f"{host} is no address of this machine: {error.strerror}.") from error
            continue
        return listener
    raise CannotServeError(f"No port from {port} on is free on {host}: choose another with --port, or 0 for any.")
