"""The schema: by Alembic alone, up and down with everything kept, on both databases; every table has its owner."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, create_engine, inspect, text

from afterview.domain.errors import DatabaseUnavailable
from afterview.store.migrate import HEAD, SchemaTooNew, is_ours, migrate, migrations, revision, upgrade
from afterview.store.session import Database
from afterview.store.tables import Row
from afterview.store.tables.engines import UnknownDatabase
from postgres import Cluster

Snapshot = dict[str, list[dict[str, Any]]]


@pytest.fixture
def connection(database_kind: str, request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection to a database with nothing in it."""
    make = blank if database_kind == "postgresql" else in_memory
    with make(request) as one:
        yield one


@contextmanager
def in_memory(_request: pytest.FixtureRequest) -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as one:
        yield one
    engine.dispose()


@contextmanager
def blank(request: pytest.FixtureRequest) -> Iterator[Connection]:
    cluster: Cluster = request.getfixturevalue("cluster")
    engine = create_engine(cluster.url)
    with engine.begin() as one:
        one.execute(text("CREATE SCHEMA blank"))
        one.execute(text("SET search_path TO blank"))
        yield one
        one.rollback()  # schemas are part of a transaction there
    engine.dispose()


def config(connection: Connection) -> Config:
    made = Config()
    made.set_main_option("script_location", str(migrations()))
    made.attributes["connection"] = connection
    return made


def revisions() -> list[str]:
    """Every revision, the oldest first."""
    made = Config()
    made.set_main_option("script_location", str(migrations()))
    return [one.revision for one in ScriptDirectory.from_config(made).walk_revisions()][::-1]


def test_the_newest_revision_is_the_one_that_the_start_compares_with() -> None:
    assert revisions()[-1] == HEAD


def test_the_migrations_make_exactly_the_tables(connection: Connection) -> None:
    upgrade(connection)
    command.check(config(connection))


def test_every_revision_goes_up_down_and_up_with_everything_kept(connection: Connection) -> None:
    """Before each revision every table that there is has a row; the rows are the same after it was taken back."""
    for name in revisions():
        before = snapshot(connection)
        upgrade(connection, name)
        fill(connection)
        filled = snapshot(connection)
        command.downgrade(config(connection), "-1")
        assert snapshot(connection) == before or set(before) < set(filled), name
        assert {table: rows for table, rows in snapshot(connection).items() if table in before} == snapshot(connection)
        upgrade(connection, name)
        assert all(filled[table] == rows for table, rows in snapshot(connection).items() if rows), name
        fill(connection)


def test_the_last_revision_taken_back_leaves_nothing(connection: Connection) -> None:
    upgrade(connection)
    command.downgrade(config(connection), "base")
    assert inspect(connection).get_table_names() == ["alembic_version"]


def tables(connection: Connection) -> list[Table]:
    """The tables as they are, those first that others refer to."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name != "alembic_version" and is_ours(name, "table"))
    return found.sorted_tables


def snapshot(connection: Connection) -> Snapshot:
    """Every row of every table."""
    return {
        table.name: [dict(row) for row in connection.execute(table.select()).mappings()] for table in tables(connection)
    }


def fill(connection: Connection) -> None:
    """One row for each table that has none; all refer to each other, as every text is the same."""
    for table in tables(connection):
        if not connection.execute(table.select()).first():
            connection.execute(table.insert(), {column.name: some(column.type) for column in table.columns})


def some(kind: Any) -> Any:
    """A value of a column's type."""
    name = str(kind).upper()
    return {"a": "ä"} if "JSON" in name else name == "BOOLEAN" if "BOOL" in name else 1 if "INT" in name else "ä"


def test_every_table_has_its_owner_in_its_key_and_every_foreign_key_has_it_too() -> None:
    """So no row can belong to one owner and refer to another's."""
    for table in Row.metadata.sorted_tables:
        assert table.name == "owner" or "owner_id" in table.primary_key.columns, table
        assert table.name == "owner" or table.foreign_key_constraints, table
        for key in table.foreign_key_constraints:
            pairs = {element.parent.name: element.target_fullname.split(".")[1] for element in key.elements}
            assert pairs["owner_id"] in {"owner_id", "id"}, key
            assert key.referred_table.name == "owner" or pairs["owner_id"] == "owner_id", key


def test_every_constraint_and_index_has_a_name(connection: Connection) -> None:
    upgrade(connection)
    seen = inspect(connection)
    for table in seen.get_table_names():
        keys = [seen.get_pk_constraint(table)] if is_ours(table, "table") and table != "alembic_version" else []
        for one in [
            *keys,
            *seen.get_foreign_keys(table),
            *seen.get_unique_constraints(table),
            *seen.get_indexes(table),
        ]:
            assert one["name"], (table, one)


def test_what_sorts_a_list_sorts_by_code_points_whatever_language_the_server_speaks(cluster: Cluster) -> None:
    asked = "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE collation_name = 'C'"
    engine = create_engine(cluster.url)
    migrate(cluster.url)
    with engine.connect() as there:
        found = set(there.execute(text(asked)).scalars())
    engine.dispose()
    assert {"contact.name_key", "contact.updated_at", "interview.name_key", "interview.starts_at"} <= found


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


@pytest.mark.parametrize("url", ["mysql://x/y", "nothing", "postgresql+psycopg2://x/y"])
def test_another_kind_of_database_is_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(UnknownDatabase, match="postgresql://"):
        migrate(url)


def test_a_database_that_is_not_there_is_said_to_be_unavailable(tmp_path: Path) -> None:
    for url in (f"sqlite:///{tmp_path}/nowhere/x.db", f"postgresql://x@/y?host={tmp_path}"):
        with pytest.raises(DatabaseUnavailable):
            migrate(url)


def test_every_connection_is_durable_and_checks_foreign_keys(opened: Callable[[str], Database]) -> None:
    def pragma(name: str) -> object:
        with opened("sqlite").read("alice") as unit:
            return unit.session.execute(text(f"PRAGMA {name}")).scalar()

    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
    assert [pragma(name) for name in names] == ["wal", 2, 1, 30_000, 1]


def test_no_connection_waits_for_ever(opened: Callable[[str], Database]) -> None:
    def setting(name: str) -> object:
        with opened("postgresql").read("alice") as unit:
            return unit.session.execute(text(f"SHOW {name}")).scalar()

    names = ("lock_timeout", "statement_timeout", "transaction_isolation")
    assert [setting(name) for name in names] == ["5s", "30s", "repeatable read"]
