"""The database: units of work that read or write, on SQLite or whatever else the address names.

A writing unit takes the write lock at its beginning and raises the owner's ``revision``; it commits as a whole or not
at all. A reading unit sees one state of things and writes nothing.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import QueuePool, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from afterview.domain.documents import to_document
from afterview.domain.errors import DatabaseUnavailable
from afterview.domain.facts import Profile
from afterview.domain.policy import Policy
from afterview.store.tables import OwnerRow, PolicyRow, ProfileRow, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from sqlalchemy import URL, Connection, Engine

_PRAGMAS: Final = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 30000")
"""FULL: an acknowledged change survives a power cut. The timeout is in milliseconds."""


class Database:
    """Opens units of work. ``now`` is the clock's."""

    def __init__(self, url: str | URL, now: Callable[[], datetime]) -> None:
        """``url`` is SQLAlchemy's form of a database address."""
        self.now = now
        self.engine = connect(url)
        self._writing = self.engine.execution_options(writing=True)

    @contextmanager
    def read(self, owner: str) -> Iterator[Unit]:
        """One consistent view of the owner's things."""
        with _clearly(), Session(self.engine) as session:
            yield Unit(session, owner, self.now())

    @contextmanager
    def write(self, owner: str) -> Iterator[Unit]:
        """One write transaction: committed at the end, rolled back by an exception."""
        with _clearly(), Session(self._writing, expire_on_commit=False, autoflush=False) as session, session.begin():
            unit = Unit(session, owner, self.now())
            _raise_revision(unit)
            yield unit

    def welcome(self, owner: str) -> None:
        """Give an owner who has nothing yet an empty profile and the policy's defaults."""
        with self.read(owner) as unit:
            known = unit.session.get(OwnerRow, owner)
        if known is None:
            with self.write(owner):
                pass

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def connect(url: str | URL) -> Engine:
    """An engine whose SQLite connections are durable, check foreign keys and take the write lock when told to."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True)
    engine = create_engine(address, poolclass=QueuePool, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def _clearly() -> Iterator[None]:
    """A database that is busy, full or gone is an error of its own; nothing was written then."""
    try:
        yield
    except OperationalError as error:
        raise DatabaseUnavailable from error


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's connection
    connection.isolation_level = None  # the driver begins nothing by itself
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


def _raise_revision(unit: Unit) -> None:
    """Count the write; who writes for the first time gets an empty profile and the policy's defaults."""
    owner = unit.session.get(OwnerRow, unit.owner)
    if owner:
        owner.revision += 1
    else:
        times: dict[str, Any] = {"created_at": unit.stamp, "updated_at": unit.stamp}
        unit.session.add(OwnerRow(id=unit.owner, revision=1, created_at=unit.stamp))
        unit.session.flush()
        unit.session.add(ProfileRow(owner_id=unit.owner, document=to_document(Profile()), **times))
        unit.session.add(PolicyRow(owner_id=unit.owner, document=to_document(Policy()), **times))
    unit.session.flush()
