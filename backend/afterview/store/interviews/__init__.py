"""Interviews with their participants and rounds: kept, loaded for the plan, read as JSON."""

from afterview.store.interviews.loading import load_interview, load_interviews, load_matters
from afterview.store.interviews.people import (
    add_participant,
    change_participant,
    participant_row,
    remove_participant,
    touch_with_contact,
    was_named,
)
from afterview.store.interviews.reading import (
    SORTS,
    read_interview,
    read_interviews,
    read_participant,
    read_participants,
    read_round,
    read_rounds,
    read_version,
)
from afterview.store.interviews.saving import (
    interview_row,
    raise_version,
    remove_interview,
    remove_round,
    save_interview,
    save_new_interview,
    save_round,
    touch,
)

__all__ = [
    "SORTS",
    "add_participant",
    "change_participant",
    "interview_row",
    "load_interview",
    "load_interviews",
    "load_matters",
    "participant_row",
    "raise_version",
    "read_interview",
    "read_interviews",
    "read_participant",
    "read_participants",
    "read_round",
    "read_rounds",
    "read_version",
    "remove_interview",
    "remove_participant",
    "remove_round",
    "save_interview",
    "save_new_interview",
    "save_round",
    "touch",
    "touch_with_contact",
    "was_named",
]
