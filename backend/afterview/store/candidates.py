"""The candidate: profile with pitches, and policy. One document each, kept whole."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import bindparam, select

from afterview.domain.documents import to_document, to_value
from afterview.domain.errors import NotFound
from afterview.domain.facts import Profile
from afterview.domain.policy import Policy
from afterview.store.tables import PolicyRow, ProfileRow, Ready, Unit, columns, json_merged, json_object


def load_profile(unit: Unit) -> Profile:
    """The candidate."""
    row = unit.session.get(ProfileRow, unit.owner)
    return to_value(Profile, row.document) if row else Profile()


def load_policy(unit: Unit) -> Policy:
    """The settings of the plan."""
    row = unit.session.get(PolicyRow, unit.owner)
    return to_value(Policy, row.document) if row else Policy()


def save_profile(unit: Unit, row: ProfileRow, profile: Profile) -> None:
    """Write the candidate."""
    row.document, row.timezone = to_document(profile), profile.timezone
    row.version, row.updated_at = row.version + 1, unit.stamp
    unit.session.flush()


def save_policy(unit: Unit, row: PolicyRow, policy: Policy) -> None:
    """Write the settings."""
    row.document = to_document(policy)
    row.version, row.updated_at = row.version + 1, unit.stamp
    unit.session.flush()


def profile_row(unit: Unit) -> ProfileRow:
    """The candidate's row: every owner has one from the first write on."""
    return unit.session.get_one(ProfileRow, unit.owner)


def policy_row(unit: Unit) -> PolicyRow:
    """The row of the settings."""
    return unit.session.get_one(PolicyRow, unit.owner)


def read_profile(unit: Unit) -> tuple[str, str]:
    """The candidate as JSON, and the version."""
    return _read(unit, _PROFILE)


def read_policy(unit: Unit) -> tuple[str, str]:
    """The settings as JSON, and the version."""
    return _read(unit, _POLICY)


def _read(unit: Unit, what: Ready) -> tuple[str, str]:
    for text, version in what.rows(unit):
        return text, str(version)
    raise NotFound


def _ready(kind: type[ProfileRow | PolicyRow]) -> Ready:
    column: Any = columns(kind)
    own = json_object(version=column.version, created_at=column.created_at, updated_at=column.updated_at)
    rows = select(json_merged(column.document, own), column.version)
    return Ready(rows.where(column.owner_id == bindparam("owner")))


_PROFILE: Final = _ready(ProfileRow)
_POLICY: Final = _ready(PolicyRow)
