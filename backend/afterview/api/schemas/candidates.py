"""The candidate: profile, pitches, policy."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from afterview.api.schemas.interviews import Stamps
from afterview.api.schemas.types import Address, Flag, Hour, Id, In, Line, Link, Name, Out, Region, Text, Zone, whole
from afterview.domain.policy import FLOOR, Calls, GroupMail, OneMonth, PersonalMail


class PitchIn(In):
    """A selling point: a claim and its evidence."""

    id: Id | None = None
    claim: Name
    evidence: Text = ""
    tags: Annotated[list[Line], Field(max_length=50)] = []
    requirement: Line = ""


class ProfileIn(Region):
    """The candidate."""

    name: Line = ""
    email: Address = ""
    other_emails: Annotated[list[Address], Field(max_length=20)] = []
    phone: Line = ""
    linkedin: Link = ""
    timezone: Zone = ""
    language: Line = ""
    signature: Text = ""
    pitches: Annotated[list[PitchIn], Field(max_length=200)] = []


class PolicyIn(In):
    """The settings of the plan. ``spacing`` and ``invite_after`` count business days."""

    spacing: Annotated[int, whole(FLOOR, 30)] = FLOOR
    soft_stop_after: Annotated[int, whole(0, 10)] = 2
    group_mail: GroupMail = GroupMail.GROUP
    personal_mail: PersonalMail = PersonalMail.ASKED
    invite_after: Annotated[int, whole(0, 30)] = 0
    network: Name = "LinkedIn"
    invite_limit: Annotated[int, whole(1, 2_000)] = 200
    one_month_hiring_manager: OneMonth = OneMonth.NO
    hr_interviewer_in_group: Flag = False
    calls: Calls = Calls.ALWAYS
    first_mail_until: Hour = "20:00"


class PitchOut(Out, PitchIn):
    """A selling point."""

    id: Id


class ProfileOut(Stamps, ProfileIn):
    """The candidate."""

    pitches: list[PitchOut]  # type: ignore[assignment] # the same list, each with its id


class PitchPage(Out):
    """Every pitch; they share the profile's version."""

    items: list[PitchOut]
    next: str | None


class PolicyOut(Stamps, PolicyIn):
    """The settings of the plan."""
