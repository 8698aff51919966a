"""Whether an invitation is of an interview that is known: of the same company, at the same time or of the same title.

A round at that very start is the same one whatever its title; one of that title at another time is the same one only
for an update or a cancellation, and only where no other round of the company is called so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from afterview.domain.documents import stamp, to_value
from afterview.domain.facts import Participant
from afterview.domain.ids import NOTHING, id_from
from afterview.domain.invitation.companies import compact, owner_of
from afterview.domain.invitation.proposals import Proposal, ProposalKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from afterview.domain.facts import Company, Interview, Round

_SENT_AGAIN: Final = frozenset({ProposalKind.UPDATE, ProposalKind.CANCELLATION})


@dataclass(frozen=True, slots=True)
class Change:
    """What would change in the known interview: ``pointer`` into its document, None for what wasn't there."""

    pointer: str
    before: str | None
    after: str
    message: str


@dataclass(frozen=True, slots=True)
class Known:
    """The interview and round that an invitation is of, the round as it is to be, who is new, and what that changes."""

    interview_id: str
    message: str
    round: Round
    newcomers: tuple[Participant, ...]
    changes: tuple[Change, ...]


def recognise(proposal: Proposal, interviews: Mapping[str, Interview]) -> Known | None:
    """The known interview that the file is about, or None. Files of several rounds go by the first that is known."""
    ours = {key: known for key, known in interviews.items() if _same_company(known.company, proposal.interview)}
    for sitting in proposal.interview["rounds"]:
        for same in (_at_that_time, _of_that_title):
            found = [
                (key, place)
                for key, known in ours.items()
                for place, old in enumerate(known.rounds)
                if same(proposal.kind, sitting, old)
            ]
            if len(found) == 1 or (found and same is _at_that_time):
                return _known(proposal, sitting, found[0][0], ours[found[0][0]], found[0][1])
    return None


def _known(proposal: Proposal, sitting: dict[str, Any], key: str, interview: Interview, place: int) -> Known:
    old = interview.rounds[place]
    changing = proposal.kind is ProposalKind.UPDATE
    new = _moved(sitting, old) if changing else old
    newcomers = tuple(_newcomers(proposal, sitting, interview)) if changing else ()
    if newcomers and new.participants is not None:
        new = replace(new, participants=(*new.participants, *(person.id for person in newcomers)))
    changes = (*_times(old, new, place), *_people(newcomers, len(interview.participants)))
    return Known(key, _message(proposal, interview, bool(changes)), new, newcomers, changes)


def _message(proposal: Proposal, interview: Interview, changes: bool) -> str:  # noqa: FBT001 - whether there are any
    name = f"{interview.role} at {interview.company.name}"
    if proposal.kind is ProposalKind.CANCELLATION:
        return f"This cancels a round of {name}: record that it was cancelled."
    return f"You have this one already, and it changed: {name}." if changes else f"You have this one already: {name}."


def _same_company(company: Company, document: dict[str, Any]) -> bool:
    named = document["company"]
    domains = {owner_of(domain.lower()) for domain in company.domains}
    same_domain = domains & {owner_of(domain.lower()) for domain in named.get("domains", ())}
    return bool(same_domain) or compact(named["name"]) == compact(company.name) != ""


def _instant(text: str | None) -> datetime | None:
    """An instant, or None for a clock time whose zone is still asked."""
    at = datetime.fromisoformat(text) if text else None
    return at if at and at.tzinfo else None


def _at_that_time(_kind: ProposalKind, sitting: dict[str, Any], old: Round) -> bool:
    at = datetime.fromisoformat(sitting["starts_at"]) if "starts_at" in sitting else None
    if at and not at.tzinfo and old.timezone:  # its zone is asked: the clock says enough
        return at == old.starts_at.astimezone(ZoneInfo(old.timezone)).replace(tzinfo=None)
    return at == old.starts_at


def _of_that_title(kind: ProposalKind, sitting: dict[str, Any], old: Round) -> bool:
    return kind in _SENT_AGAIN and bool(old.title) and compact(sitting.get("title", "")) == compact(old.title)


def _moved(sitting: dict[str, Any], old: Round) -> Round:
    starts_at = _instant(sitting.get("starts_at"))
    if not starts_at or starts_at == old.starts_at:
        return old
    return replace(old, starts_at=starts_at, ends_at=_instant(sitting.get("ends_at")))


def _newcomers(proposal: Proposal, sitting: dict[str, Any], interview: Interview) -> Iterator[Participant]:
    there = {person.email.casefold() for person in interview.participants} - {""}
    names = {compact(person.name) for person in interview.participants}
    taken = {person.id for person in interview.participants}
    met = sitting.get("participants")
    for document in proposal.interview["participants"]:
        person = to_value(Participant, document)
        is_known = person.email.casefold() in there or compact(person.name) in names
        if (met is None or person.id in met) and not is_known:
            new = id_from(person.name, taken, "person", NOTHING)
            taken.add(new)
            yield replace(person, id=new)


def _times(old: Round, new: Round, place: int) -> Iterator[Change]:
    for name, verb in (("starts_at", "begins"), ("ends_at", "ends")):
        before, after = getattr(old, name), getattr(new, name)
        if after and before != after:
            title = f'"{old.title}"' if old.title else "The round"
            said = f"{title} {verb} at {stamp(after)}" + (f" instead of {stamp(before)}." if before else ".")
            yield Change(f"/rounds/{place}/{name}", stamp(before) if before else None, stamp(after), said)


def _people(newcomers: tuple[Participant, ...], known: int) -> Iterator[Change]:
    for place, person in enumerate(newcomers, known):
        yield Change(f"/participants/{place}", None, person.name, f"{person.name} is new.")
