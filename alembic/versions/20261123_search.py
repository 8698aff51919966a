"""Words by which contacts, interviews, participants and notes are found, and an index of them."""

import sqlalchemy as sa
from alembic import op

from afterview.store.tables.words import words_of

revision = "20261123_search"
down_revision = "20261123_foundation"

# table: what its key has beside the owner, and which texts are searched
SEARCHED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "contact": (("id",), ("name", "given_name", "family_name", "title", "company", "email")),
    "interview": (("id",), ("company", "role")),
    "participant": (("interview_id", "id"), ("title",)),
    "note": (("interview_id", "id"), ("text",)),
}


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table, (keys, texts) in SEARCHED.items():
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("words", sa.String(), server_default=sa.text("''"), nullable=False))
        fill(table, ("owner_id", *keys), texts)
        if sqlite:
            index_on_sqlite(table, ("owner_id", *keys))
        else:
            vector = "array_to_tsvector(string_to_array(words, ' '))"
            op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin ({vector})")


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in SEARCHED:
        if sqlite:
            for moment in ("insert", "update", "delete"):
                op.execute(f"DROP TRIGGER {table}_words_{moment}")
            op.execute(f"DROP TABLE {table}_words")
        else:
            op.execute(f"DROP INDEX ix_{table}_words")
        with op.batch_alter_table(table) as batch:
            batch.drop_column("words")


def fill(table: str, keys: tuple[str, ...], texts: tuple[str, ...]) -> None:
    """Give the rows that there are their words."""
    kind = {name: sa.JSON() if (table, name) == ("interview", "company") else sa.String() for name in texts}
    rows = sa.table(
        table, sa.column("words"), *(sa.column(key) for key in keys), *(sa.column(n, kind[n]) for n in texts)
    )
    change = rows.update().where(*(rows.c[key] == sa.bindparam(f"its_{key}") for key in keys))
    there = op.get_bind().execute(sa.select(*(rows.c[name] for name in (*keys, *texts)))).mappings().all()
    found = [
        {f"its_{key}": row[key] for key in keys} | {"words": " ".join(words_of(*(said(row[name]) for name in texts)))}
        for row in there
    ]
    if found:
        op.get_bind().execute(change.values(words=sa.bindparam("words")), found)


def said(value: object) -> str:
    """A text, or the name in a company."""
    return str(value.get("name", "") if isinstance(value, dict) else value)


def index_on_sqlite(table: str, keys: tuple[str, ...]) -> None:
    """An index of FTS5, in step by triggers.

    ``place`` is the key as words, which finds the entry of a row; rows have no number that outlives a VACUUM.
    """
    # every part is a name from above
    names, new = ", ".join(keys), ", ".join(f"new.{key}" for key in keys)
    place = {row: " || ' ' || ".join(f"{row}.{key}" for key in keys) for row in ("new", "old")}
    same = " AND ".join(f"{key} = old.{key}" for key in keys)
    asked = f"'place : \"' || replace({place['old']}, '\"', '\"\"') || '\"'"
    entry = f"rowid IN (SELECT rowid FROM {table}_words WHERE {table}_words MATCH {asked} AND {same})"  # noqa: S608
    enter = f"INSERT INTO {table}_words (place, words, {names}) VALUES ({place['new']}, new.words, {new});"  # noqa: S608
    leave = f"DELETE FROM {table}_words WHERE {entry};"  # noqa: S608
    kept = ", ".join(f"{key} UNINDEXED" for key in keys)
    op.execute(f"CREATE VIRTUAL TABLE {table}_words USING fts5(place, words, {kept}, tokenize = 'ascii')")
    op.execute(
        f"INSERT INTO {table}_words (place, words, {names}) "  # noqa: S608
        f"SELECT {place['old'].replace('old.', '')}, words, {names} FROM {table}"
    )
    watched = ", ".join((*keys, "words"))
    op.execute(f"CREATE TRIGGER {table}_words_insert AFTER INSERT ON {table} BEGIN {enter} END")
    op.execute(f"CREATE TRIGGER {table}_words_delete AFTER DELETE ON {table} BEGIN {leave} END")
    op.execute(
        f"CREATE TRIGGER {table}_words_update AFTER UPDATE OF {watched} ON {table} "
        f"WHEN new.words IS NOT old.words BEGIN {leave} {enter} END"
    )
