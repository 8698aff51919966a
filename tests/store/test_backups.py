"""Before an SQLite database is migrated, a copy of it is made that can be restored by putting it in its place."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

import people
from afterview.domain.ids import with_ids
from afterview.store import interviews as store
from afterview.store.migrate import HEAD, migrate
from afterview.store.migrate.backup import BackupFailed, back_up
from afterview.store.session import Database
from keeping import NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of an older release with an interview in it."""
    path = tmp_path / "afterview.db"
    url = f"sqlite:///{path}"
    migrate(url)
    database = Database(url, lambda: NOW)
    with database.write("alice") as unit:
        store.save_new_interview(unit, with_ids(people.interview()))
    database.close()
    return path


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM participant").fetchone()[0])


def test_a_database_that_is_up_to_date_is_not_copied(path: Path) -> None:
    migrate(f"sqlite:///{path}")
    assert not (path.parent / "backups").exists()


def test_a_migration_copies_first_and_the_copy_can_take_the_place_of_the_database(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as there:
        there.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    engine.dispose()
    with pytest.raises(Exception, match="newer release"):
        migrate(f"sqlite:///{path}")  # no revision is called so: the migration fails after the backup
    copy = path.parent / "backups" / f"afterview-before-{HEAD}.db"
    assert copy.stat().st_mode & 0o077 == 0
    assert count(copy) == count(path) == 4
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (HEAD,))
        connection.commit()
    shutil.copyfile(copy, path)
    for rest in ("-wal", "-shm"):
        path.with_name(path.name + rest).unlink(missing_ok=True)
    database = Database(f"sqlite:///{path}", lambda: NOW)
    with database.read("alice") as unit:
        assert len(store.load_interviews(unit)) == 1
    database.close()


def test_no_backup_takes_the_place_of_another(path: Path) -> None:
    made = [back_up(path, "now").name for _ in range(3)]
    assert made == ["afterview-now.db", "afterview-now-2.db", "afterview-now-3.db"]


def test_what_was_written_and_not_yet_in_the_file_is_in_the_backup(path: Path) -> None:
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("UPDATE interview SET role = 'only in the log'")
        writer.commit()
        copy = back_up(path, "now")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT role FROM interview").fetchall() == [("only in the log",)]


def test_a_broken_database_is_not_called_backed_up(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"x" * 4096 * 3)
    with pytest.raises(BackupFailed):
        back_up(path, "now")
    assert not list((path.parent / "backups").iterdir())
