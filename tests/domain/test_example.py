"""The example candidate: sound on every day, and full of things to do."""

from datetime import date, timedelta

import pytest

from afterview.domain.example import example_interviews, example_profile
from afterview.domain.plan import make_plan
from afterview.domain.policy import Policy
from afterview.domain.soundness import interview_faults
from afterview.domain.steps import State
from afterview.formats.daysoff import DaysOff

DAYS_OFF = DaysOff()
MONDAY = date(2026, 12, 21)


@pytest.mark.parametrize("ahead", range(14))
def test_on_every_day_it_is_sound_and_a_reminder_is_due(ahead: int) -> None:
    """Over a weekend and Christmas as well."""
    today = MONDAY + timedelta(ahead)
    acme, kestrel = example_interviews(today, DAYS_OFF)
    assert not [*interview_faults(acme), *interview_faults(kestrel)]
    profile = example_profile()
    steps = {
        step.key: step
        for interview in (acme, kestrel)
        for step in make_plan(
            interview, profile=profile, policy=Policy(), decisions={}, days_off=DAYS_OFF, today=today
        ).steps
    }
    assert steps["onsite.hiring-manager"].state is State.DONE
    assert steps["follow-up.1"].state in {State.DUE, State.UPCOMING}
    assert [person.name for person in steps["talk.roster.ask"].to] == ["Nadia Rahman"]
