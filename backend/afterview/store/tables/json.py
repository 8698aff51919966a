"""JSON built by the database: a read selects one text and hands it on, no object is made of it on the way.

The same words on SQLite (``json_object``, ``json_group_array``) and PostgreSQL (``json_build_object``, ``json_agg``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Boolean, ScalarSelect, Select, Text, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.sql.compiler import SQLCompiler


class as_json(FunctionElement[Any]):  # noqa: N801 - reads as the SQL function that it is
    """A column whose content is JSON already, or a truth value: embedded, not quoted."""

    inherit_cache = True
    type = Text()

    def __init__(self, column: Any) -> None:  # noqa: ANN401 - whatever SQLAlchemy takes for a column
        super().__init__(column)


class json_object(FunctionElement[str]):  # noqa: N801 - as above
    """A JSON object of these members; columns of type JSON or Boolean are embedded as what they are."""

    inherit_cache = True
    type = Text()

    def __init__(self, **members: Any) -> None:  # noqa: ANN401 - whatever SQLAlchemy takes for a column
        pairs: Iterator[tuple[Any, Any]] = (
            (literal_column(f"'{name}'"), _member(column)) for name, column in members.items()
        )
        super().__init__(*(item for pair in pairs for item in pair))


class _json_array(FunctionElement[str]):  # noqa: N801 - as above
    inherit_cache = True
    type = Text()


class json_merged(FunctionElement[str]):  # noqa: N801 - as above
    """Two JSON objects as one; where both have a member, the second's holds."""

    inherit_cache = True
    type = Text()


def json_list(objects: Select[Any]) -> ScalarSelect[str]:
    """A JSON array of the one column that ``objects`` selects, in its order; empty where it selects nothing."""
    rows = objects.subquery()
    return select(_json_array(rows.c[0])).scalar_subquery()


def _member(column: Any) -> ColumnElement[Any]:  # noqa: ANN401 - as above
    expression = column.__clause_element__() if hasattr(column, "__clause_element__") else column
    made = isinstance(expression, (json_object, json_merged, ScalarSelect))
    return as_json(expression) if made or isinstance(expression.type, (JSON, Boolean)) else expression


@compiles(as_json, "sqlite")
def _as_json_sqlite(element: as_json, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - the compiler's
    inner = compiler.process(element.clauses, **options)
    return f"json(CASE WHEN {inner} THEN 'true' ELSE 'false' END)" if _is_truth(element) else f"json({inner})"


@compiles(as_json, "postgresql")
def _as_json_postgresql(element: as_json, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    return f"({compiler.process(element.clauses, **options)})" + ("" if _is_truth(element) else "::json")


@compiles(json_object, "sqlite")
def _object_sqlite(element: json_object, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    return f"json_object({compiler.process(element.clauses, **options)})"


@compiles(json_object, "postgresql")
def _object_postgresql(element: json_object, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    return f"json_build_object({compiler.process(element.clauses, **options)})::text"


@compiles(_json_array, "sqlite")
def _array_sqlite(element: _json_array, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    return f"json_group_array(json({compiler.process(element.clauses, **options)}))"


@compiles(_json_array, "postgresql")
def _array_postgresql(element: _json_array, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    return f"coalesce(json_agg(({compiler.process(element.clauses, **options)})::json), '[]')::text"


@compiles(json_merged, "sqlite")
def _merged_sqlite(element: json_merged, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    return f"json_patch({compiler.process(element.clauses, **options)})"


@compiles(json_merged, "postgresql")
def _merged_postgresql(element: json_merged, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    first, second = (compiler.process(clause, **options) for clause in element.clauses)
    return f"(({first})::jsonb || ({second})::jsonb)::text"


def _is_truth(element: as_json) -> bool:
    (column,) = element.clauses
    return isinstance(column.type, Boolean)
