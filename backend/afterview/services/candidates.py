"""The candidate: change the profile, the policy, the pitches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from afterview.domain.errors import NotFound
from afterview.domain.ids import with_pitch_ids
from afterview.domain.soundness import check, same_ids
from afterview.domain.versions import Expected, check_version
from afterview.store import candidates as store

if TYPE_CHECKING:
    from collections.abc import Callable

    from afterview.domain.facts import Pitch, Profile
    from afterview.domain.policy import Policy
    from afterview.store.session import Database


def change_profile(database: Database, owner: str, expected: Expected, change: Callable[[Profile], Profile]) -> None:
    """Change the candidate; pitches without an id get one."""
    with database.write(owner) as unit:
        row = store.profile_row(unit)
        check_version(expected, row.version, lambda: store.read_profile(unit))
        new = change(store.load_profile(unit))
        check(same_ids([pitch for pitch in new.pitches if pitch.id], "/pitches"))
        store.save_profile(unit, row, replace(new, pitches=with_pitch_ids(new.pitches)))


def change_policy(database: Database, owner: str, expected: Expected, change: Callable[[Policy], Policy]) -> None:
    """Change the settings of the plan."""
    with database.write(owner) as unit:
        row = store.policy_row(unit)
        check_version(expected, row.version, lambda: store.read_policy(unit))
        store.save_policy(unit, row, change(store.load_policy(unit)))


def add_pitch(database: Database, owner: str, pitch: Pitch) -> str:
    """Keep a selling point, the last of the list, and give its id."""
    with database.write(owner) as unit:
        old = store.load_profile(unit)
        pitches = with_pitch_ids((*old.pitches, pitch))
        check(same_ids(pitches, "/pitches"))
        store.save_profile(unit, store.profile_row(unit), replace(old, pitches=pitches))
        return pitches[-1].id


def put_pitch(
    database: Database, owner: str, expected: Expected, change: Callable[[Pitch | None], Pitch], pitch_id: str
) -> bool:
    """Create or change a selling point, which ``change`` makes from the old one; whether it is new."""
    with database.write(owner) as unit:
        row = store.profile_row(unit)
        check_version(expected, row.version, lambda: store.read_profile(unit))
        old = store.load_profile(unit)
        known = next((other for other in old.pitches if other.id == pitch_id), None)
        new = change(known)
        others = tuple(new if other is known else other for other in old.pitches)
        store.save_profile(unit, row, replace(old, pitches=others if known else (*others, new)))
        return known is None


def delete_pitch(database: Database, owner: str, pitch_id: str, expected: Expected) -> None:
    """Take a selling point away."""
    with database.write(owner) as unit:
        row = store.profile_row(unit)
        check_version(expected, row.version, lambda: store.read_profile(unit))
        old = store.load_profile(unit)
        left = tuple(pitch for pitch in old.pitches if pitch.id != pitch_id)
        if len(left) == len(old.pitches):
            raise NotFound(f'There is no pitch "{pitch_id}": the profile has those that there are.')
        store.save_profile(unit, row, replace(old, pitches=left))
