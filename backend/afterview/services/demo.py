"""Keeps the example candidate, for who wants to see a full timeline before typing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from afterview.domain.errors import InterviewsExist
from afterview.domain.example import NEW_YORK, example_interviews, example_profile
from afterview.domain.today import today_in
from afterview.formats.daysoff import DaysOff
from afterview.store.candidates import load_profile, profile_row, save_profile
from afterview.store.interviews import load_interviews, save_new_interview

if TYPE_CHECKING:
    from afterview.store.session import Database

DAYS_OFF: Final = DaysOff()


def fill_demo(database: Database, owner: str) -> None:
    """Keep the example; ``InterviewsExist`` where there are interviews. A profile that has a name stays as it is."""
    with database.write(owner) as unit:
        if load_interviews(unit):
            raise InterviewsExist
        if not load_profile(unit).name:
            save_profile(unit, profile_row(unit), example_profile())
        for interview in example_interviews(today_in(NEW_YORK, unit.now), DAYS_OFF):
            save_new_interview(unit, interview)
