"""Writes and is killed, again and again: `python tests/forking.py URL TIMES` fails where something was lost.

Each child writes contacts under Idempotency-Keys as fast as it can and says so after each; it is killed in the midst of
that. The next one sends again what may have got lost.
"""

import os
import signal
import sys
from datetime import UTC, datetime
from random import Random
from time import sleep

from sqlalchemy import text

from afterview.domain.once import Answer, Asked
from afterview.services.contacts import create_contact
from afterview.services.once import answer_once
from afterview.store.session import Database

OWNER = "local"


def send(database: Database, number: int) -> None:
    """One request of a client: a contact of that number, once."""
    name = f"n{number}"
    asked = Asked("POST /contacts", name, name)

    def make() -> Answer:
        return Answer(name, 201, {}, create_contact(database, OWNER, {"name": name, "email": ""}))

    answer_once(database, OWNER, asked, make)


def child(database: Database, first: int, tell: int) -> None:
    """From that number on, until the end; each is told after its answer."""
    for number in range(first, first + 10_000):
        send(database, number)
        os.write(tell, f"{number}\n".encode())


def killed(database: Database, first: int, wait: float) -> int:
    """The last number that a child told before it was killed so many seconds after its first."""
    listen, tell = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(listen)
        child(database, first, tell)
        os._exit(1)
    os.close(tell)
    heard = os.read(listen, 1 << 16)
    sleep(wait)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while more := os.read(listen, 1 << 16):
        heard += more
    os.close(listen)
    return int(heard.split()[-1])


def main(url: str, times: str) -> None:
    """Kill so often, then count: every number that was told is there, and none twice."""
    chance, last, database = Random(1), 0, Database(url, lambda: datetime.now(UTC))
    send(database, last)
    for _ in range(int(times)):
        database.close()  # a child opens connections of its own
        last = killed(database, last + 1, chance.uniform(0, 0.03))
    send(database, last + 1)  # may have been written and not told
    with database.engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM contact")).scalars().all()
        if database.engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert sorted(names) == sorted(f"n{number}" for number in range(last + 2))


if __name__ == "__main__":
    main(*sys.argv[1:])
