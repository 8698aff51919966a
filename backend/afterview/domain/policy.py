"""The user's settings of the plan, with the defaults that the article gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Final

FLOOR: Final = 5
"""Business days between a reminder and any earlier mail (article: "no more frequent that 5 business days apart")."""


class GroupMail(StrEnum):
    """One mail to the other interviewers, as the article says, or one to each."""

    GROUP = "group"
    INDIVIDUAL = "individual"


class PersonalMail(StrEnum):
    """Which notes bring a personal thank-you: those marked for it, every personal one, none."""

    ASKED = "asked"
    ALWAYS = "always"
    NEVER = "never"


class OneMonth(StrEnum):
    """Whether the hiring manager hears a month after a rejection too (article: "and potentially the original")."""

    NO = "no"
    CC = "cc"
    SEPARATE = "separate"


class Calls(StrEnum):
    """Whether calls to HR are planned."""

    ALWAYS = "always"
    INVITED = "invited"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Policy:
    """``spacing`` and ``invite_after`` count business days; ``spacing`` is never under ``FLOOR``."""

    spacing: int = FLOOR
    soft_stop_after: int = 2
    group_mail: GroupMail = GroupMail.GROUP
    personal_mail: PersonalMail = PersonalMail.ASKED
    invite_after: int = 0
    network: str = "LinkedIn"
    invite_limit: int = 200
    one_month_hiring_manager: OneMonth = OneMonth.NO
    hr_interviewer_in_group: bool = False
    calls: Calls = Calls.ALWAYS
    first_mail_until: time = time(20, 0)
