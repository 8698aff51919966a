"""Companies."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from afterview.api.schemas.interviews import BookmarkIn, CompanyIn, Stamps
from afterview.api.schemas.types import Out


class CompanyWhole(CompanyIn):
    """A company, with what a new interview there takes from it where it says nothing of its own."""

    bookmarks: Annotated[list[BookmarkIn], Field(max_length=100)] = []


class CompanyKept(Stamps, CompanyWhole):
    """A company that is kept."""

    id: str


class CompanyPage(Out):
    """A page of the companies."""

    items: list[CompanyKept]
    next: str | None
