"""What a search compares: words without case, accents and punctuation. One rule for every database.

A row keeps its words in a column, which an index of the database's own kind holds by word: FTS5 on SQLite, in step by
triggers; GIN on PostgreSQL. Neither takes a text apart itself, so both find the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, bindparam, column, event, func, literal_column, select, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.sql.expression import cast

from afterview.store.tables.rows import ContactRow, InterviewRow, NoteRow, ParticipantRow, Row, columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select

    from afterview.store.tables.unit import Unit

LONGEST: Final = 40
"""Characters of a word that count; PostgreSQL takes no endless ones."""
MOST: Final = 10
"""Words of a question that count."""

_LETTERS: Final = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode doesn't take apart, as people type them who lack the key."""

_OTHER: Final = re.compile(r"[^0-9a-z]+")
"""Between the words of most texts, at once."""

_TEXTS: Final[dict[type[Row], Callable[[Any], tuple[str, ...]]]] = {
    ContactRow: lambda row: (row.name, row.given_name, row.family_name, row.title, row.company, row.email),
    InterviewRow: lambda row: (row.company.get("name", ""), row.role),
    ParticipantRow: lambda row: (row.title,),
    NoteRow: lambda row: (row.text,),
}
"""Which texts of a row can be searched."""

SEARCHED: Final = tuple(kind.__tablename__ for kind in _TEXTS)
"""The tables that have words."""


def words_of(*texts: str) -> tuple[str, ...]:
    """The words of the texts, each once, in the order of the alphabet."""
    apart = unicodedata.normalize("NFKD", " ".join(texts).casefold())
    plain = _OTHER.sub(" ", apart) if apart.isascii() else "".join(map(_kept, apart)).translate(_LETTERS)
    return tuple(sorted({word[:LONGEST] for word in plain.split()}))


def _kept(letter: str) -> str:
    if letter.isalnum():
        return letter
    if unicodedata.combining(letter):  # an accent
        return ""
    return letter if unicodedata.category(letter).startswith("M") else " "  # the vowels of Indian scripts


def questions(unit: Unit, asked: str) -> dict[str, str]:
    """The parameters of ``matching``: what each word of a question is called, and how the index is asked for it."""
    form = 'words : "{}" *' if unit.connection.dialect.name == "sqlite" else "'{}':*"
    return {f"word{n}": form.format(word) for n, word in enumerate(words_of(asked)[:MOST])}


def matching(dialect: str, kind: type[Row], word: str) -> Select[Any]:
    """The keys (but for the owner) of the owner's rows with a word that begins as the parameter ``word`` says."""
    keys = [key.name for key in columns(kind).owner_id.table.primary_key if key.name != "owner_id"]
    there, asked = columns(kind), bindparam(word, type_=String)
    if dialect == "sqlite":
        name = f"{kind.__tablename__}_words"
        index = table(name, column("owner_id"), *map(column, keys))
        found = literal_column(name).op("MATCH")(asked)
        return select(*(index.c[key] for key in keys)).where(found, index.c.owner_id == bindparam("owner"))
    vector = func.array_to_tsvector(func.string_to_array(there.words, literal_column("' '")))
    return select(*(there[key] for key in keys)).where(
        there.owner_id == bindparam("owner"), vector.op("@@")(cast(asked, TSQUERY))
    )


def _keep_words(_mapper: object, _connection: object, row: Any) -> None:  # noqa: ANN401 - any row with words
    row.words = " ".join(words_of(*_TEXTS[type(row)](row)))


for _kind in _TEXTS:
    event.listen(_kind, "before_insert", _keep_words)
    event.listen(_kind, "before_update", _keep_words)
