"""The schema, by Alembic only, in one transaction, of which there is one at a time: others wait and find it done.

On SQLite the transaction holds the database file's write lock, on PostgreSQL an advisory lock. Before an SQLite
database that has something in it is changed, a verified copy is put into ``backups`` beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import create_engine, event, inspect, text
from sqlalchemy.exc import OperationalError

from afterview.domain.errors import DatabaseUnavailable
from afterview.store.migrate.backup import back_up
from afterview.store.tables.engines import address_of

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

HEAD: Final = "20261124_companies"
"""The newest revision. Known here, a start with an up-to-date database needs no Alembic (a quarter of a second)."""

_WHEEL: Final = Path(__file__).parents[2] / "migrations"
_CHECKOUT: Final = Path(__file__).parents[4] / "alembic"
_LOCK: Final = 2_026_112_3
"""Any number that is ours: PostgreSQL's advisory lock."""


class SchemaTooNew(Exception):
    """The database was written by a newer release of Afterview. Start that release, or restore a backup."""


class MigrationBroken(Exception):
    """The new schema would leave rows that belong to nothing. Nothing was changed: please report it."""


def migrations() -> Path:
    """The folder of revisions: in a wheel beside the code, in a checkout at its top."""
    return _WHEEL if _WHEEL.is_dir() else _CHECKOUT


def migrate(url: str | URL) -> None:
    """Bring the database to ``HEAD``, in one transaction; ``DatabaseUnavailable`` where it can't be reached."""
    address = address_of(url)
    engine = create_engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _own_transactions)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            now = revision(connection)
            if now != HEAD:
                if now and address.database and connection.dialect.name == "sqlite":
                    back_up(Path(address.database).absolute(), f"before-{HEAD}")
                upgrade(connection)
    except OperationalError as error:
        raise DatabaseUnavailable from error
    finally:
        engine.dispose()


def revision(connection: Connection) -> str:
    """The schema's revision; empty for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def upgrade(connection: Connection, target: str = "head") -> None:
    """Run the revisions on an open transaction. Foreign keys are off meanwhile, as tables may be made anew."""
    from alembic import command  # noqa: PLC0415 - a quarter of a second that most starts don't need
    from alembic.config import Config  # noqa: PLC0415 - as above
    from alembic.util import CommandError  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, target)
    except CommandError as error:
        raise SchemaTooNew(SchemaTooNew.__doc__) from error
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise MigrationBroken(MigrationBroken.__doc__)


def is_ours(name: str | None, kind: str, _parents: object = None) -> bool:
    """Whether Alembic compares it: indexes of words have tables and triggers that SQLAlchemy doesn't know."""
    return kind not in {"table", "index"} or not (name and "_words" in name)


def _own_transactions(connection: object, _record: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined] # the driver's connection
