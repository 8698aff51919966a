"""Companies: what is known of them, for the interviews to come."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query, Request, Response

from afterview.api.deps import Cursor, Deleted, Erase, Here_, Limit, Match, Stored, found, listed, noun, once
from afterview.api.problems import answers
from afterview.api.schemas.companies import CompanyKept, CompanyPage, CompanyWhole
from afterview.api.schemas.patches import CompanyPatch, merged
from afterview.services import companies as services
from afterview.store import companies as store
from afterview.store.tables import Page

router = noun("companies", "/companies")
Sort = Literal["name", "-name", "updated_at", "-updated_at"]
WRITE = answers(400, 404, 409, 412, 415, 428)


@router.get("", response_model=CompanyPage)
def list_companies(
    request: Request,
    here: Here_,
    sort: Annotated[Sort, Query()] = "name",
    limit: Limit = 50,
    cursor: Cursor = None,
    deleted: Deleted = False,  # noqa: FBT002 - a query parameter
) -> Response:
    """A page of the companies of which something is kept."""
    wanted = Page(sort, limit, cursor, None, deleted)
    return listed(request, here, "companies", lambda unit: store.read_companies(unit, wanted))


@router.post("", status_code=201, response_model=CompanyKept, responses=answers(400, 409, 413, 415))
@once
def create_company(request: Request, here: Here_, body: CompanyWhole) -> Response:
    """Keep what is known of a company; a new interview there takes it over where it says nothing of its own."""
    made = services.create_company(here.database, here.owner, body.model_dump(mode="json"))
    return found(request, here, store.read_company, made, made=f"/api/v1/companies/{made}")


@router.get("/{company_id}", response_model=CompanyKept, responses=answers(404))
def read_company(request: Request, here: Here_, company_id: Stored) -> Response:
    """One company."""
    return found(request, here, store.read_company, company_id)


@router.put("/{company_id}", response_model=CompanyKept, responses=WRITE)
def replace_company(request: Request, here: Here_, company_id: Stored, match: Match, body: CompanyWhole) -> Response:
    """Replace what is known of a company. Interviews that there are keep what they say of it."""
    services.change_company(here.database, here.owner, company_id, match, lambda _: body.model_dump(mode="json"))
    return found(request, here, store.read_company, company_id)


@router.patch("/{company_id}", response_model=CompanyKept, responses=WRITE)
def change_company(request: Request, here: Here_, company_id: Stored, match: Match, body: CompanyPatch) -> Response:
    """Change what is known of a company: a JSON merge patch."""
    services.change_company(
        here.database,
        here.owner,
        company_id,
        match,
        lambda old: merged(CompanyWhole, old, body).model_dump(mode="json"),
    )
    return found(request, here, store.read_company, company_id)


@router.delete("/{company_id}", status_code=204, responses=answers(404, 412, 428))
def delete_company(here: Here_, company_id: Stored, match: Match, erase: Erase = False) -> Response:  # noqa: FBT002 - a query parameter
    """Take a company out of the list. Interviews keep what they say of it."""
    services.delete_company(here.database, here.owner, company_id, match, erase=erase)
    return Response(status_code=204)


@router.post("/{company_id}/restore", response_model=CompanyKept, responses=answers(404, 409))
@once
def restore_company(request: Request, here: Here_, company_id: Stored) -> Response:
    """Undo the delete of the last 30 days."""
    services.restore_company(here.database, here.owner, company_id)
    return found(request, here, store.read_company, company_id)
