"""A round that was removed leaves its notes behind: they count as notes of no round."""

from dataclasses import replace
from datetime import date

import people
from afterview.domain.plan import make_plan
from afterview.formats.daysoff import DaysOff


def keys(round_id: str | None) -> set[str]:
    """The steps of the example when every note is of that round."""
    interview = people.interview(rounds=[people.ONSITE], events=[])
    moved = tuple(
        replace(one, notes=tuple(replace(note, round=round_id) for note in one.notes)) for one in interview.participants
    )
    plan = make_plan(
        replace(interview, participants=moved),
        profile=people.profile(),
        policy=people.policy(),
        decisions={},
        days_off=DaysOff(),
        today=date(2026, 3, 12),
    )
    return {step.key for step in plan.steps}


def test_a_personal_note_of_a_removed_round_still_brings_its_mail() -> None:
    assert "onsite.personal.sam" in keys("gone")


def test_a_note_of_a_removed_round_is_not_asked_for_again() -> None:
    assert keys("gone") == keys(None)
