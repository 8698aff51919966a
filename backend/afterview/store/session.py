"""The database: units of work that read or write, on SQLite or PostgreSQL.

A writing unit raises the owner's ``revision`` before anything else, for which one owner's units wait for each other; it
commits as a whole or not at all. A reading unit sees one state of things and writes nothing.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import OperationalError, TimeoutError  # noqa: A004 - of a connection that one waited for
from sqlalchemy.orm import Session

from afterview.domain.errors import DatabaseUnavailable
from afterview.store.tables import OwnerRow, Unit
from afterview.store.tables.counting import make_owner, raise_revision
from afterview.store.tables.engines import connect, reading, writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from sqlalchemy import URL, Engine

_JOINED: Final[ContextVar[tuple[Database | None, Unit | None]]] = ContextVar("joined", default=(None, None))


class Database:
    """Opens units of work. ``now`` is the clock's."""

    def __init__(self, url: str | URL, now: Callable[[], datetime]) -> None:
        """``url`` is SQLAlchemy's form of a database address."""
        self.now = now
        self.engine = connect(url)
        self._reading, self._writing = reading(self.engine), writing(self.engine)

    @contextmanager
    def read(self, owner: str) -> Iterator[Unit]:
        """One consistent view of the owner's things."""
        if joined := self._joined(owner):
            yield joined
            return
        with _clearly(self.engine), self._reading.connect() as connection:
            connection.begin()
            yield Unit(connection, owner, self.now())

    @contextmanager
    def write(self, owner: str) -> Iterator[Unit]:
        """One write transaction: committed at the end, rolled back by an exception."""
        if joined := self._joined(owner):
            yield joined
            return
        with (
            _clearly(self.engine),
            Session(self._writing, expire_on_commit=False, autoflush=False) as session,
            session.begin(),
        ):
            unit = Unit(session.connection(), owner, self.now(), session)
            if not raise_revision(unit):
                make_owner(unit)
            yield unit

    @contextmanager
    def together(self, owner: str) -> Iterator[Unit]:
        """One write transaction that every unit of the owner joins which this thread opens meanwhile."""
        with self.write(owner) as unit:
            token = _JOINED.set((self, unit))
            try:
                yield unit
            finally:
                _JOINED.reset(token)

    def _joined(self, owner: str) -> Unit | None:
        database, unit = _JOINED.get()
        return unit if unit and database is self and unit.owner == owner else None

    def welcome(self, owner: str) -> None:
        """Give an owner who has nothing yet an empty profile and the policy's defaults."""
        with self.read(owner) as unit:
            known = unit.session.get(OwnerRow, owner)
        if known is None:
            with self.write(owner):
                pass

    def sweep(self) -> None:
        """Empty SQLite's log, in which what was erased would stand until it is written over. Nobody waits for it."""
        if self.engine.dialect.name == "sqlite":
            with closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


@contextmanager
def _clearly(engine: Engine) -> Iterator[None]:
    """A database that is busy, full or gone is an error of its own; nothing was written then."""
    try:
        yield
    except (OperationalError, TimeoutError, engine.dialect.loaded_dbapi.OperationalError) as error:
        raise DatabaseUnavailable from error
