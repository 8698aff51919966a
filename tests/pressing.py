"""A client that keeps a server busy, in a process of its own, so that its work isn't the server's.

It reads from its input a line for each order: how many times, and the request as text; it answers with the statuses.
"""

import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from queue import Empty, SimpleQueue
from time import process_time
from typing import Any, Final

import uvicorn
from starlette.types import ASGIApp

CLIENTS: Final = 4
"""That ask at the same time."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One kind of request."""

    method: str
    address: str
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """A server under pressure."""

    client: subprocess.Popen[str]

    def microseconds(self, ask: Ask, times: int) -> float:
        """Processor time of one answer in this process, of so many; each has to be a good one."""
        assert self.client.stdin
        assert self.client.stdout
        said = [times, ask.method, ask.address, ask.body, dict(ask.headers)]
        began = process_time()
        print(json.dumps(said), file=self.client.stdin, flush=True)
        answers = json.loads(self.client.stdout.readline())
        spent = process_time() - began
        assert all(int(status) < 400 for status in answers), (ask, answers)
        return spent / times * 1e6


@contextmanager
def pressed(app: ASGIApp) -> Iterator[Pressed]:
    """The app, served by uvicorn in a thread of this process, and a client that waits for orders."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    command = [sys.executable, __file__, str(port)]
    client = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Pressed(client)
    finally:
        client.communicate()
        server.should_exit = True
        thread.join()


def press(port: int, times: int, method: str, address: str, body: str, headers: dict[str, str]) -> dict[int, int]:
    """How often each status was answered."""
    orders: SimpleQueue[None] = SimpleQueue()
    answers: Counter[int] = Counter()
    for _ in range(times):
        orders.put(None)

    def work() -> None:
        connection = HTTPConnection("127.0.0.1", port)
        while True:
            try:
                orders.get_nowait()
            except Empty:
                return
            connection.request(method, address, body or None, headers)
            answer = connection.getresponse()
            answer.read()
            answers[answer.status] += 1

    threads = [threading.Thread(target=work) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return dict(answers)


def obey(port: int) -> None:
    """Take orders until there are no more."""
    for line in sys.stdin:
        order: list[Any] = json.loads(line)
        sys.stdout.write(json.dumps(press(port, *order)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    obey(int(sys.argv[1]))
