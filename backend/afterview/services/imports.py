"""Imports: what somebody else's file says, as a proposal; and what it changes in an interview that is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from afterview.domain.invitation.knowing import Known, recognise
from afterview.domain.invitation.proposals import propose
from afterview.domain.soundness import check, round_faults
from afterview.formats.reader import read_apart
from afterview.store import interviews as store
from afterview.store.candidates import load_profile

if TYPE_CHECKING:
    from afterview.domain.invitation.proposals import Proposal
    from afterview.store.session import Database


def read_file(database: Database, owner: str, data: bytes) -> tuple[Proposal, Known | None]:
    """The proposal for a file, and the known interview that it is of; ``UnreadableFile`` or ``FileTooLarge``.

    Nothing is stored, and no transaction is open while the file is read.
    """
    with database.read(owner) as unit:
        profile = load_profile(unit)
    proposal = propose(read_apart(data), profile)
    with database.read(owner) as unit:
        return proposal, recognise(proposal, store.load_interviews(unit))


def apply_changes(database: Database, owner: str, known: Known) -> None:
    """Let the known interview be as the file says: the round's time, and who is new. Without changes nothing is."""
    if not known.changes:
        return
    with database.write(owner) as unit:
        row = store.interview_row(unit, known.interview_id)
        made = {person.id: store.add_participant(unit, row, person) for person in known.newcomers}
        met = known.round.participants
        sitting = replace(known.round, participants=met and tuple(made.get(name, name) for name in met))
        check(round_faults(sitting, store.load_interview(unit, known.interview_id)))
        store.save_round(unit, row, sitting)
        store.raise_version(unit, row)
