"""Everything that is kept of an owner, as one document."""

from __future__ import annotations

from afterview.api.schemas.candidates import PolicyOut, ProfileOut
from afterview.api.schemas.companies import CompanyKept
from afterview.api.schemas.contacts import ContactOut
from afterview.api.schemas.interviews import InterviewOut
from afterview.api.schemas.plans import DecisionIn
from afterview.api.schemas.templates import TemplateOut
from afterview.api.schemas.types import Instant, Line, Out


class DecisionOut(DecisionIn):
    """What the user decided about a step. The reason for leaving it out is empty where it was erased."""

    skipped: Line | None = None


class ExportOut(Out):
    """Everything that you keep here. What has its versions in it can be sent back."""

    release: str
    exported_at: Instant
    profile: ProfileOut
    policy: PolicyOut
    contacts: list[ContactOut]
    companies: list[CompanyKept]
    interviews: list[InterviewOut]
    decisions: dict[str, dict[str, DecisionOut]]
    templates: list[TemplateOut]
