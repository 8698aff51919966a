"""The schema: by Alembic alone, up and down, every table with its owner."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from afterview.store.migrate import HEAD, SchemaTooNew, migrate, migrations, revision
from afterview.store.session import Database
from afterview.store.tables import Row


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as one:
        yield one
    engine.dispose()


def config(connection: Connection) -> Config:
    made = Config()
    made.set_main_option("script_location", str(migrations()))
    made.attributes["connection"] = connection
    return made


def test_the_newest_revision_is_the_one_that_the_start_compares_with(connection: Connection) -> None:
    assert ScriptDirectory.from_config(config(connection)).get_current_head() == HEAD


def test_the_migrations_make_exactly_the_tables(connection: Connection) -> None:
    command.upgrade(config(connection), "head")
    assert not compare_metadata(MigrationContext.configure(connection), Row.metadata)


def test_every_revision_can_be_taken_back(connection: Connection) -> None:
    command.upgrade(config(connection), "head")
    command.downgrade(config(connection), "base")
    left = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    assert left == ["alembic_version"]
    command.upgrade(config(connection), "head")


def test_every_table_has_its_owner_in_its_key_and_every_foreign_key_has_it_too() -> None:
    for table in Row.metadata.sorted_tables:
        assert table.name == "owner" or "owner_id" in table.primary_key.columns, table
        for key in table.foreign_key_constraints:
            assert "owner_id" in key.column_keys, key
        assert all(constraint.name for constraint in table.constraints), table


def test_a_second_start_changes_nothing_and_a_newer_schema_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    migrate(url)
    migrate(url)
    engine = create_engine(url)
    with engine.begin() as there:
        assert revision(there) == HEAD
        there.execute(text("UPDATE alembic_version SET version_num = 'of-a-later-release'"))
    engine.dispose()
    with pytest.raises(SchemaTooNew):
        migrate(url)


def test_every_connection_is_durable_and_checks_foreign_keys(database: Database) -> None:
    def pragma(name: str) -> object:
        with database.read("alice") as unit:
            return unit.session.execute(text(f"PRAGMA {name}")).scalar()

    assert [pragma(name) for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")] == [
        "wal",
        2,
        1,
        30_000,
    ]
