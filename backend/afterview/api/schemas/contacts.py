"""The address book."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from afterview.api.schemas.interviews import PersonIn, Stamps
from afterview.api.schemas.types import In, Line, Out


class ContactIn(PersonIn):
    """A person in the address book."""

    company: Line = ""


class ContactOut(Stamps, ContactIn):
    """A person in the address book."""

    id: str


class MergeIn(In):
    """The other one of two contacts who are the same person."""

    contact: Annotated[str, StringConstraints(max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


class SameName(Out):
    """People with the same name, who may be one."""

    name: str
    contacts: list[ContactOut]


class SameNamePage(Out):
    """A page of names that several people have."""

    items: list[SameName]
    next: str | None


class ContactPage(Out):
    """A page of the address book."""

    items: list[ContactOut]
    next: str | None
