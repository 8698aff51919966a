"""Companies: keep, change, delete; and what an interview takes from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afterview.domain.versions import Expected, check_version
from afterview.store import companies as store

if TYPE_CHECKING:
    from collections.abc import Callable

    from afterview.store.session import Database

Document = dict[str, Any]


def create_company(database: Database, owner: str, document: Document) -> str:
    """Keep a company and give its id."""
    with database.write(owner) as unit:
        return store.add_company(unit, document)


def change_company(
    database: Database, owner: str, company_id: str, expected: Expected, change: Callable[[Document], Document]
) -> None:
    """Change a company. Interviews that there are keep what they say of it."""
    with database.write(owner) as unit:
        row = store.company_row_of(unit, company_id)
        check_version(expected, row.version, lambda: store.read_company(unit, company_id))
        store.save_company(unit, row, change(row.document))


def delete_company(database: Database, owner: str, company_id: str, expected: Expected, *, erase: bool) -> None:
    """Take a company out of the list, or erase it; interviews keep what they say of it."""
    with database.write(owner) as unit:
        row = store.any_company_row(unit, company_id) if erase else store.company_row_of(unit, company_id)
        check_version(expected, row.version, lambda: store.read_company(unit, company_id))
        if erase:
            store.erase_company(unit, row)
        else:
            store.remove_company(unit, row)


def restore_company(database: Database, owner: str, company_id: str) -> None:
    """Undo the delete of the last thirty days."""
    with database.write(owner) as unit:
        store.restore_company(unit, company_id)
