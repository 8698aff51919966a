"""Companies: what is known of them beside any interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from afterview.domain.errors import CompanyKnown, NotFound
from afterview.store.tables import (
    CompanyRow,
    Ready,
    Unit,
    can_come_back,
    columns,
    folded,
    json_merged,
    json_object,
    new_id,
    page_of,
    standing,
    times,
)

if TYPE_CHECKING:
    from afterview.store.tables import Page

company = columns(CompanyRow)
_COMPANY: Final = json_merged(
    company.document, json_object(**{name: company[name] for name in ("id", "version", "created_at", "updated_at")})
)
_MINE: Final = select(_COMPANY).where(company.owner_id == bindparam("owner"))
_ONE: Final = Ready(
    _MINE.add_columns(company.version).where(company.id == bindparam("asked"), company.deleted_at == "")
)
_PAGES: Final = {deleted: _MINE.where(standing(company.deleted_at, deleted=deleted)) for deleted in (False, True)}
_ALL: Final = Ready(_PAGES[False].order_by(company.name_key, company.id))
_SORTS: Final = {"name": company.name_key, "updated_at": company.updated_at}


def company_row_of(unit: Unit, company_id: str) -> CompanyRow:
    """The row of a living company; ``NotFound`` without it."""
    row = any_company_row(unit, company_id)
    if row.deleted_at:
        raise _no_company(company_id)
    return row


def any_company_row(unit: Unit, company_id: str) -> CompanyRow:
    """The row of a company, deleted or not."""
    row = unit.session.get(CompanyRow, (unit.owner, company_id))
    if row is None:
        raise _no_company(company_id)
    return row


def add_company(unit: Unit, document: dict[str, Any]) -> str:
    """Keep a company and give its id; ``CompanyKnown`` for a name that another one has."""
    row = CompanyRow(owner_id=unit.owner, id=new_id(), name_key="", document={}, **times(unit))
    _fill(unit, row, document)
    unit.session.add(row)
    unit.session.flush()
    return row.id


def save_company(unit: Unit, row: CompanyRow, document: dict[str, Any]) -> None:
    """Change a company; ``CompanyKnown`` as above."""
    _fill(unit, row, document)
    _count(unit, row)


def remove_company(unit: Unit, row: CompanyRow) -> None:
    """Take the company out of the list."""
    row.deleted_at = unit.stamp
    _count(unit, row)


def erase_company(unit: Unit, row: CompanyRow) -> None:
    """Leave nothing of the company but what interviews say of it."""
    unit.session.delete(row)
    unit.session.flush()


def restore_company(unit: Unit, company_id: str) -> None:
    """Have a company back; ``NotFound`` without one to have back, ``CompanyKnown`` for a name taken since."""
    row = any_company_row(unit, company_id)
    if not can_come_back(unit, row):
        raise _no_company(company_id)
    _fill(unit, row, row.document)
    row.deleted_at = ""
    _count(unit, row)


def known_of(unit: Unit, name: str) -> dict[str, Any]:
    """What is known of the company of that name, if anything."""
    row = _named(unit, name)
    return row.document if row else {}


def read_company(unit: Unit, company_id: str) -> tuple[str, str]:
    """One company as JSON, and its version."""
    for text, version in _ONE.rows(unit, asked=company_id):
        return text, str(version)
    raise _no_company(company_id)


def read_companies(unit: Unit, page: Page) -> tuple[str, str | None]:
    """A page of the companies: ``{"items": [...], "next": ...}``, and the next cursor."""
    return page_of(unit, _PAGES[page.deleted], _SORTS, company.id, page)


def read_all_companies(unit: Unit) -> str:
    """Every company as a JSON array."""
    return f"[{','.join(text for (text,) in _ALL.rows(unit))}]"


def _fill(unit: Unit, row: CompanyRow, document: dict[str, Any]) -> None:
    other = _named(unit, document["name"])
    if other and other.id != row.id:
        raise CompanyKnown(document["name"], other.id)
    row.document, row.name_key = document, folded(document["name"])


def _named(unit: Unit, name: str) -> CompanyRow | None:
    same = (company.owner_id == unit.owner) & (company.name_key == folded(name)) & (company.deleted_at == "")
    return unit.session.scalars(select(CompanyRow).where(same).limit(1)).first()


def _count(unit: Unit, row: CompanyRow) -> None:
    row.version, row.updated_at = row.version + 1, unit.stamp
    unit.session.flush()


def _no_company(company_id: str) -> NotFound:
    return NotFound(f'There is no company "{company_id}": the list at /api/v1/companies has those that there are.')
