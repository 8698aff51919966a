"""The schema, by Alembic only. One process migrates at a time: the database's own write lock is held meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import create_engine, event, inspect, make_url, text

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

HEAD: Final = "20261123_foundation"
"""The newest revision. Known here, a start with an up-to-date database needs no Alembic (a quarter of a second)."""

_WHEEL: Final = Path(__file__).parents[1] / "migrations"
_CHECKOUT: Final = Path(__file__).parents[3] / "alembic"
_LOCK: Final = 2_026_112_3
"""Any number that is ours: PostgreSQL's advisory lock."""


class SchemaTooNew(Exception):
    """The database was written by a newer release of Afterview. Start that release, or restore a backup."""


def migrations() -> Path:
    """The folder of revisions: in a wheel beside the code, in a checkout at its top."""
    return _WHEEL if _WHEEL.is_dir() else _CHECKOUT


def migrate(url: str | URL) -> None:
    """Bring the database to ``HEAD``, in one transaction."""
    engine = create_engine(make_url(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _own_transactions)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if revision(connection) != HEAD:
                upgrade(connection)
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


def _own_transactions(connection: object, _record: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined] # the driver's connection
