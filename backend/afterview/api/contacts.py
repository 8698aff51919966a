"""The address book."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query, Request, Response

from afterview.api.deps import (
    Cursor,
    Deleted,
    Erase,
    Here_,
    Limit,
    Match,
    Search,
    Stored,
    found,
    listed,
    noun,
    once,
)
from afterview.api.problems import answers
from afterview.api.schemas.contacts import ContactIn, ContactOut, ContactPage, MergeIn, SameNamePage
from afterview.api.schemas.patches import ContactPatch, merged
from afterview.services import contacts as services
from afterview.services import undo
from afterview.services.erasing import erase_contact
from afterview.store import contacts as store
from afterview.store.tables import Page

router = noun("contacts", "/contacts")
Sort = Literal["name", "-name", "updated_at", "-updated_at"]
WRITE = answers(400, 404, 409, 412, 415, 428)


@router.get("", response_model=ContactPage)
def list_contacts(
    request: Request,
    here: Here_,
    q: Search = None,
    sort: Annotated[Sort, Query()] = "name",
    limit: Limit = 50,
    cursor: Cursor = None,
    deleted: Deleted = False,  # noqa: FBT002 - a query parameter
) -> Response:
    """A page of the address book. ``q`` searches names, titles, companies and addresses."""
    wanted = Page(sort, limit, cursor, q, deleted)
    return listed(request, here, "contacts", lambda unit: store.read_contacts(unit, wanted))


@router.post("", status_code=201, response_model=ContactOut, responses=answers(400, 409, 413, 415))
@once
def create_contact(request: Request, here: Here_, body: ContactIn) -> Response:
    """Keep a person; 409 where somebody has the address already."""
    made = services.create_contact(here.database, here.owner, body.model_dump(mode="json"))
    return found(request, here, store.read_contact, made, made=f"/api/v1/contacts/{made}")


@router.get("/duplicates", response_model=SameNamePage)
def list_duplicates(request: Request, here: Here_, limit: Limit = 50, cursor: Cursor = None) -> Response:
    """A page of the names that several people have, with those people: who may be one can be merged."""
    wanted = Page("name", limit, cursor)
    return listed(request, here, "duplicates", lambda unit: store.read_duplicates(unit, wanted))


@router.get("/{contact_id}", response_model=ContactOut, responses=answers(404))
def read_contact(request: Request, here: Here_, contact_id: Stored) -> Response:
    """One person."""
    return found(request, here, store.read_contact, contact_id)


@router.put("/{contact_id}", response_model=ContactOut, responses=WRITE)
def replace_contact(request: Request, here: Here_, contact_id: Stored, match: Match, body: ContactIn) -> Response:
    """Replace a person; every interview that they take part in shows it."""
    services.change_contact(here.database, here.owner, contact_id, match, lambda _: body.model_dump(mode="json"))
    return found(request, here, store.read_contact, contact_id)


@router.patch("/{contact_id}", response_model=ContactOut, responses=WRITE)
def change_contact(request: Request, here: Here_, contact_id: Stored, match: Match, body: ContactPatch) -> Response:
    """Change a person: a JSON merge patch."""
    services.change_contact(
        here.database,
        here.owner,
        contact_id,
        match,
        lambda old: merged(ContactIn, old, body).model_dump(mode="json"),
    )
    return found(request, here, store.read_contact, contact_id)


@router.post("/{contact_id}/merge", response_model=ContactOut, responses=answers(400, 404, 409, 413, 415))
@once
def merge_contact(request: Request, here: Here_, contact_id: Stored, body: MergeIn) -> Response:
    """Make one of two people who are the same. This one stays, takes what only the other says, and their interviews.

    The other one leaves the address book. 409 where both take part in one interview.
    """
    services.merge_contacts(here.database, here.owner, contact_id, body.contact)
    return found(request, here, store.read_contact, contact_id)


@router.delete("/{contact_id}", status_code=204, responses=answers(404, 409, 412, 428))
def delete_contact(here: Here_, contact_id: Stored, match: Match, erase: Erase = False) -> Response:  # noqa: FBT002 - a query parameter
    """Take a person out of the address book; 409 while an interview has them.

    `erase=true` erases them everywhere, interviews included: name, addresses, notes about them, texts to them, and
    their name in other texts. Their id stays, so that the days of the plan stay right.
    """
    if erase:
        erase_contact(here.database, here.owner, contact_id, match)
    else:
        services.delete_contact(here.database, here.owner, contact_id, match)
    return Response(status_code=204)


@router.post("/{contact_id}/restore", response_model=ContactOut, responses=answers(404, 409))
@once
def restore_contact(request: Request, here: Here_, contact_id: Stored) -> Response:
    """Undo the delete of the last 30 days."""
    undo.restore_contact(here.database, here.owner, contact_id)
    return found(request, here, store.read_contact, contact_id)
