"""The address book."""

from __future__ import annotations

from afterview.api.schemas.interviews import PersonIn, Stamps
from afterview.api.schemas.types import Line, Out


class ContactIn(PersonIn):
    """A person in the address book."""

    company: Line = ""


class ContactOut(Stamps, ContactIn):
    """A person in the address book."""

    id: str


class ContactPage(Out):
    """A page of the address book."""

    items: list[ContactOut]
    next: str | None
