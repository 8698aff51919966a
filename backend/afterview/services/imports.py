"""Imports: what somebody else's file says, as a proposal. Nothing is stored here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.invitation.proposals import propose
from afterview.formats.reader import read_apart
from afterview.store.candidates import load_profile

if TYPE_CHECKING:
    from afterview.domain.invitation.proposals import Proposal
    from afterview.store.session import Database


def read_file(database: Database, owner: str, data: bytes) -> Proposal:
    """The proposal for a file; ``UnreadableFile`` or ``FileTooLarge``. No transaction is open meanwhile."""
    with database.read(owner) as unit:
        profile = load_profile(unit)
    return propose(read_apart(data), profile)
