"""Migrated databases of both kinds, for the tests of the store, of services and of the API.

A database is made once in a run and emptied for each test, so that what SQLAlchemy has compiled stays compiled.
"""

from datetime import UTC, datetime
from typing import Final

from afterview.store.session import Database
from afterview.store.tables import Row

NOW: Final = datetime(2026, 3, 12, 15, 0, tzinfo=UTC)
"""Thu 12 March 2026, 11:00 in New York: the day after the interview of the example."""

KINDS: Final = ("sqlite", "postgresql")
"""The databases on which everything has to hold."""


def emptied(database: Database, *owners: str) -> Database:
    """The database with nothing in it but owners who have written once each."""
    deletes = [f"DELETE FROM {table.name}" for table in reversed(Row.metadata.sorted_tables)]
    at_once = (
        ["; ".join(deletes)] if database.engine.dialect.name == "postgresql" else deletes
    )  # one way there and back
    with database.engine.begin() as connection:
        for statement in at_once:
            connection.exec_driver_sql(statement)
    for owner in owners:
        database.welcome(owner)
    return database
