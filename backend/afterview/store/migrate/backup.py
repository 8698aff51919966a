"""A copy of an SQLite database to rely on: made by SQLite's own backup, looked through, only then given its name.

A copy of the file alone would lack what still stands in the write-ahead log, and may catch half a transaction.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

_UNFINISHED: Final = ".unfinished"


class BackupFailed(Exception):
    """The backup isn't what the database is, so nothing was changed: see whether there is room on the disk."""


def back_up(database: Path, name: str) -> Path:
    """Copy the database into the folder ``backups`` beside it, under a name that is still free, and give the path.

    Nobody may write to it meanwhile. ``BackupFailed`` where the copy is not whole; what there was stays as it was.
    """
    folder = database.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = _free(folder, f"{database.stem}-{name}")
    draft = path.with_name(path.name + _UNFINISHED)
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    try:
        _copy(database, draft)
        _sync(draft)
        draft.rename(path)
        _sync(folder)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(BackupFailed.__doc__) from error
    finally:
        draft.unlink(missing_ok=True)
    return path


def _free(folder: Path, stem: str) -> Path:
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.db" for number in range(1, 10_000))
    return next(folder / name for name in names if not (folder / name).exists())


def _copy(database: Path, draft: Path) -> None:
    there = f"{database.as_uri()}?mode=ro"
    with closing(sqlite3.connect(there, uri=True)) as source, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, which a reader may find on a read-only disk
        whole = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not whole or copy.execute("PRAGMA foreign_key_check").fetchall() or _counts(copy) != _counts(source):
            raise BackupFailed(BackupFailed.__doc__)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608 - names from the schema


def _sync(path: Path) -> None:
    """Have the system write it to the disk; Windows knows no way for folders."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
