"""Connections: what every one is told at its beginning, on each kind of database.

SQLite and PostgreSQL have the same code from here on. A connection that writes carries the execution option
``writing``: on SQLite its transactions take the write lock at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 30000",
    "secure_delete = ON",
)
"""FULL: an acknowledged change survives a power cut. The timeout is in milliseconds. What is deleted is overwritten."""

_LIMITS: Final = {
    "lock_timeout": "5s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
    "jit": "off",  # compiling costs more than our reads
}
"""PostgreSQL's: no request waits for ever, and none makes others wait for ever."""

_DRIVERS: Final = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
"""What people write, and the driver that we bring."""


class UnknownDatabase(Exception):
    """AFTERVIEW_DATABASE_URL has to begin with postgresql:// or sqlite:///, as in postgresql://me@localhost/afterview."""


def address_of(url: str | URL) -> URL:
    """The address with our driver; ``UnknownDatabase`` for what is no address of SQLite or PostgreSQL."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise UnknownDatabase(UnknownDatabase.__doc__) from error
    known = address.set(drivername=_DRIVERS.get(address.drivername, address.drivername))
    if known.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        raise UnknownDatabase(UnknownDatabase.__doc__)
    return known


def connect(url: str | URL) -> Engine:
    """An engine whose connections are durable, check foreign keys, and take the write lock when told to."""
    address = address_of(url)
    if address.get_backend_name() == "sqlite":
        engine = create_engine(address, poolclass=QueuePool, connect_args={"check_same_thread": False})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    options = "" if "options" in address.query else " ".join(f"-c {name}={said}" for name, said in _LIMITS.items())
    return create_engine(address, pool_pre_ping=True, connect_args={"options": options} if options else {})


def reading(engine: Engine) -> Engine:
    """The engine for units that read: each sees one state of things."""
    if engine.dialect.name == "sqlite":
        return engine  # its transactions do
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writing(engine: Engine) -> Engine:
    """The engine for units that write. On PostgreSQL they wait for each other at the owner's row."""
    return engine.execution_options(writing=True)


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's connection
    connection.isolation_level = None  # the driver begins nothing by itself
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("writing"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif driver := connection.connection.driver_connection:
        driver.execute("BEGIN")  # without SQLAlchemy's care for what it may answer, which is nothing
