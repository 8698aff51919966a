"""Pages by keyset: a cursor names the last row of the page before, so that page 10,000 costs what page 1 costs."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, String, bindparam, tuple_

from afterview.domain.errors import BadFacts, FieldError
from afterview.store.tables.ready import Ready

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from afterview.store.tables.unit import Unit

_NO_TEXT: Final = re.compile(r"[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Page:
    """Which page: ``sort`` is a column's public name, with ``-`` before it for descending; ``cursor`` is opaque.

    ``q`` are words, each of which has to begin a word of what is found. ``deleted``: what could be had
    back instead of what is there.
    """

    sort: str
    limit: int = 50
    cursor: str | None = None
    q: str | None = None
    deleted: bool = False


def cursor_of(*parts: object) -> str:
    """An opaque text that remembers the parts."""
    return urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def parts_of(cursor: str, count: int) -> list[Any]:
    """What the cursor remembers; ``BadFacts`` where it is none of ours."""
    try:
        parts = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        parts = None
    if not isinstance(parts, list) or len(parts) != count or not all(map(_could_be_ours, parts)):
        raise BadFacts((FieldError("/cursor", "cursor", 'Take the cursor from "next" of the page before, unchanged.'),))
    return parts


def _could_be_ours(part: object) -> bool:
    """A text that a database can hold: no NUL, no half of a character."""
    return isinstance(part, str) and not _NO_TEXT.search(part)


def page_of(
    unit: Unit, objects: Select[Any], columns: dict[str, Any], key: ColumnElement[str], page: Page, **named: object
) -> tuple[str, str | None]:
    """``{"items": [...], "next": ...}`` as text, and the next cursor.

    ``objects`` selects one JSON text, ``columns`` are what sorts, ``named`` are parameters of the statement.
    """
    name, down = page.sort.removeprefix("-"), page.sort.startswith("-")
    by = columns[name].concat("") if page.q else columns[name]  # found by its words first, not by the sort's index
    said: dict[str, Any] = {"most": page.limit + 1, **named}
    if page.cursor is not None:
        sort, said["last_by"], said["last_key"] = parts_of(page.cursor, 3)
        if sort != page.sort:
            raise BadFacts((FieldError("/cursor", "cursor", "This cursor belongs to another sort order."),))
    rows = _paged(objects, by, key, down, page.cursor is not None).rows(unit, **said)
    shown, more = rows[: page.limit], len(rows) > page.limit
    after = cursor_of(page.sort, *shown[-1][1:]) if more else None
    return f'{{"items":[{",".join(row[0] for row in shown)}],"next":{json.dumps(after)}}}', after


@lru_cache(maxsize=64)
def _paged(objects: Select[Any], by: Any, key: Any, down: bool, after: bool) -> Ready:  # noqa: ANN401, FBT001 - columns, and a cache's arguments
    """The statement of a page; made once for what is asked for often."""
    if after:
        place, last = tuple_(by, key), tuple_(bindparam("last_by", type_=String), bindparam("last_key", type_=String))
        objects = objects.where(place < last if down else place > last)
    order = (by.desc(), key.desc()) if down else (by, key)
    return Ready(objects.add_columns(by, key).order_by(*order).limit(bindparam("most", type_=Integer)))
