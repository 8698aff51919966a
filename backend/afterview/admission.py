"""Tokens from the command line, on the database that the settings name. A running server may go on running."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from afterview.clock import utc_now
from afterview.domain.errors import DatabaseUnavailable, NotFound
from afterview.services.tokens import make_token, revoke_token
from afterview.store.migrate import SchemaTooNew, migrate
from afterview.store.migrate.backup import BackupFailed
from afterview.store.session import Database
from afterview.store.tables import TokenRow
from afterview.store.tables.engines import UnknownDatabase
from afterview.store.tokens import Scope, all_tokens

REFUSALS = (SchemaTooNew, BackupFailed, UnknownDatabase, DatabaseUnavailable)
"""Why the database may not be opened: each is a sentence."""

HEAD = ("ID", "OWNER", "SCOPE", "MADE", "USED")
FORM = "{:12}  {:16}  {:5}  {:20}  {}"


def create_token(url: str, owner: str, scope: str) -> str:
    """A new token for that owner, who exists from then on."""
    with _opened(url) as database:
        return make_token(database, owner, Scope(scope))


def token_table(url: str) -> list[str]:
    """Every token of every owner, a line each."""
    rows = ((row.id, row.owner_id, row.scope, row.created_at, _used(row)) for row in _tokens(url))
    return [FORM.format(*cells) for cells in (HEAD, *rows)]


def end_token(url: str, name: str) -> bool:
    """Let the token of that id open nothing any more; False where there is none that still does."""
    owner = next((row.owner_id for row in _tokens(url) if row.id == name), None)
    if owner is None:
        return False
    with _opened(url) as database:
        try:
            revoke_token(database, owner, name)
        except NotFound:
            return False
    return True


def anybody(url: str) -> bool:
    """Whether there is a token that opens something."""
    return any(not row.revoked_at for row in _tokens(url))


def _tokens(url: str) -> tuple[TokenRow, ...]:
    with _opened(url) as database, database.read("") as unit:
        return tuple(all_tokens(unit))


def _used(row: TokenRow) -> str:
    return f"revoked {row.revoked_at}" if row.revoked_at else row.used_at or "never"


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    migrate(url)
    with closing(Database(url, utc_now)) as database:
        yield database
