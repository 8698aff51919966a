"""Which day it is for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import date, datetime


def today_in(timezone: str, now: datetime) -> date:
    """The user's day at an instant; while their zone isn't known, UTC's."""
    return now.astimezone(ZoneInfo(timezone or "UTC")).date()
