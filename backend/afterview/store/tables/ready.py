"""Statements that are asked for all the time, put into SQL once for each kind of database and handed to its driver.

SQLAlchemy remembers what it compiled, too; but to find it again it works out, for every request, a name of the whole
statement, and what it makes of the rows beside that costs more than the database needs to answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afterview.store.tables.lists import since

if TYPE_CHECKING:
    from sqlalchemy import Dialect, Select
    from sqlalchemy.sql.compiler import SQLCompiler

    from afterview.store.tables.unit import Unit


class Ready:
    """A statement whose parameters have names. What it selects comes as the driver gives it: texts and numbers.

    Wherever it names ``owner``, that is the unit's; ``since`` is the day of the oldest delete that can be undone.
    """

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._said: dict[str, SQLCompiler] = {}

    def rows(self, unit: Unit, **named: object) -> list[Any]:
        """What it selects with these parameters."""
        said = self._in(unit.connection.dialect)
        driver: Any = unit.connection.connection.driver_connection
        values = said.construct_params({"owner": unit.owner, "since": since(unit), **named})
        order = said.positiontup  # None where the driver takes names
        found = values if order is None else tuple(values[name] for name in order)
        return driver.execute(said.string, found).fetchall()  # type: ignore[no-any-return] # a list of tuples

    def _in(self, dialect: Dialect) -> SQLCompiler:
        if dialect.name not in self._said:
            self._said[dialect.name] = self._statement.compile(dialect=dialect)
        return self._said[dialect.name]
