"""What the importer proposes: an interview made of the events of a file, who takes part, what is guessed and asked.

Pure, deterministic. ``interview`` is the document of ``api.md`` section 2, ready to be posted once no question is open.
While a time's zone is asked, ``starts_at`` and ``ends_at`` are clock times without an offset: nobody's UTC.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.ids import id_from
from afterview.domain.invitation.agenda import mentions, plain_text
from afterview.domain.invitation.employers import Employer, all_names, guess_employer
from afterview.domain.invitation.gathering import Candidate
from afterview.domain.invitation.guests import Person, sort_guests
from afterview.domain.invitation.invitations import Invitation, LeftOut, Method, Reading
from afterview.domain.invitation.sittings import Question, choose, make_round, when
from afterview.domain.invitation.titles import clean_title, read_title, stated_role

if TYPE_CHECKING:
    from afterview.domain.facts import Profile

_CLOCK: Final = re.compile(r"\d[:.h]\d\d")
_MOST_PEOPLE: Final = 100
_MOST_ROUNDS: Final = 50


class ProposalKind(StrEnum):
    """What the file is. Only the first three can become an interview."""

    INVITATION = "invitation"
    UPDATE = "update"
    EVENT = "event"
    CANCELLATION = "cancellation"
    REPLY = "reply"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Guess:
    """A value of the interview that the file doesn't say. ``pointer`` is a JSON pointer into the interview."""

    pointer: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """Somebody whom the file names; those with ``keep`` are the interview's participants."""

    id: str
    name: str
    given_name: str
    family_name: str
    honorific: str
    email: str
    title: str
    part: str
    keep: bool
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The answer to an import. ``message`` says in one sentence what the file is."""

    kind: ProposalKind
    message: str
    interview: dict[str, Any]
    people: tuple[Suggested, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    guesses: tuple[Guess, ...] = ()
    questions: tuple[Question, ...] = field(default=())


def propose(reading: Reading, profile: Profile) -> Proposal:
    """The proposal for what a file says; ``UnreadableFile`` if none of its events can be used."""
    candidate = _candidate(reading, profile)
    chosen, unused = choose(reading.invitations, candidate)
    kind = _kind(chosen[0])
    met, absent = sort_guests(chosen, reading.letter, candidate)
    suggested = _suggested(met)
    employer = guess_employer(chosen, met, candidate, reading.letter)
    rounds, time_questions, time_guesses = _rounds(chosen, met, suggested, profile, employer)
    role, role_guess = _role(chosen, reading, met, profile, employer)
    kept = [person for person in suggested if person.keep][:_MOST_PEOPLE]
    interview = {
        "company": _company(employer),
        "role": role,
        "participants": [_participant(person) for person in kept],
        "rounds": rounds[:_MOST_ROUNDS],
    }
    opened = (*_needed(interview), *time_questions) if kind in _IMPORTABLE else ()
    return Proposal(
        kind,
        _message(kind, chosen),
        interview,
        suggested,
        (*absent, *unused, *reading.left_out),
        (*_employer_guesses(employer), *role_guess, *_name_guesses(met, kept), *time_guesses),
        opened,
    )


_IMPORTABLE: Final = frozenset({ProposalKind.INVITATION, ProposalKind.UPDATE, ProposalKind.EVENT})


def _candidate(reading: Reading, profile: Profile) -> Candidate:
    own = frozenset(filter(None, (profile.email, *profile.other_emails)))
    return Candidate(own, profile.name, reading.letter.to if reading.letter else ())


def _kind(event: Invitation) -> ProposalKind:
    kinds = {Method.REPLY: ProposalKind.REPLY, Method.COUNTER: ProposalKind.COUNTER}
    if event.method in kinds:
        return kinds[event.method]
    if event.cancelled:
        return ProposalKind.CANCELLATION
    if event.method is not Method.REQUEST:
        return ProposalKind.EVENT
    return ProposalKind.UPDATE if event.sequence else ProposalKind.INVITATION


def _message(kind: ProposalKind, events: tuple[Invitation, ...]) -> str:
    """One sentence about the file, with the first event's title and time."""
    first = events[0]
    named = f'"{clean_title(first.title) or first.title}"' if first.title else "an event without a title"
    what = f"{named}, {when(first.starts)}" if first.starts else named
    more = f", and {len(events) - 1} more of the same interview" if len(events) > 1 else ""
    answered = (
        ", ".join(guest.status.lower().replace("-", " ") for guest in first.guests if guest.status) or "no answer in it"
    )
    return {
        ProposalKind.INVITATION: f"An invitation to {what}{more}.",
        ProposalKind.UPDATE: f"An invitation to {what}{more}, changed since it was first sent (version "
        f"{first.sequence}).",
        ProposalKind.EVENT: f"A calendar entry for {what}{more}. It isn't an invitation, so people may be "
        f"missing: add them.",
        ProposalKind.CANCELLATION: f"This cancels {what}{more}. Nothing is imported: mark the round as "
        f"cancelled in its interview.",
        ProposalKind.REPLY: f"An answer to the invitation to {what}: {answered}. There is nothing to import.",
        ProposalKind.COUNTER: f"Somebody proposes another time for {what}. Nothing is imported until an "
        f"invitation says so.",
    }[kind]


def _suggested(people: tuple[Person, ...]) -> tuple[Suggested, ...]:
    taken: set[str] = set()
    made = []
    for person in people:
        name = person.name
        new = id_from(name.full, taken, "person")
        taken.add(new)
        made.append(
            Suggested(
                new,
                name.full,
                name.given,
                name.family,
                name.honorific,
                person.email,
                person.title,
                person.part.value,
                person.keep,
                person.why,
            )
        )
    return tuple(made)


def _participant(person: Suggested) -> dict[str, str]:
    """The participant's document: only what is known."""
    fields = ("id", "name", "given_name", "family_name", "honorific", "title", "email", "part")
    return {name: getattr(person, name) for name in fields if getattr(person, name)}


def _company(employer: Employer) -> dict[str, Any]:
    known = {
        "domains": [employer.domain] if employer.domain else [],
        "country": employer.country,
        "timezone": employer.timezone,
    }
    return {"name": employer.name, **{name: value for name, value in known.items() if value}}


def _rounds(
    events: tuple[Invitation, ...],
    met: tuple[Person, ...],
    suggested: tuple[Suggested, ...],
    profile: Profile,
    employer: Employer,
) -> tuple[list[dict[str, Any]], list[Question], list[Guess]]:
    rounds: list[dict[str, Any]] = []
    questions: list[Question] = []
    guesses: list[Guess] = []
    near = tuple(filter(None, (employer.timezone, profile.timezone)))
    for place, event in enumerate(events[:_MOST_ROUNDS]):
        title = read_title(event.title, frozenset(), employer.label).round_title
        new = id_from(title, [one["id"] for one in rounds], "round-1")
        there = [one.id for one, person in zip(suggested, met, strict=True) if one.keep and place in person.met]
        sitting, asked, guessed = make_round(event, f"/rounds/{place}", near)
        rounds.append(
            {"id": new, **({"title": title} if title else {}), **sitting, **({"participants": there} if there else {})}
        )
        questions += asked
        guesses += [Guess(f"/rounds/{place}/timezone", sitting["timezone"], why) for why in guessed]
    return rounds, questions, guesses


def _role(
    events: tuple[Invitation, ...], reading: Reading, met: tuple[Person, ...], profile: Profile, employer: Employer
) -> tuple[str, tuple[Guess, ...]]:
    """The role of the first title or text that names one."""
    names = all_names((profile.name, *(person.name.full for person in met)))
    titles = [event.title for event in events] + ([reading.letter.subject] if reading.letter else [])
    for title in titles:
        role = read_title(title, names, employer.label).role
        if role:
            return role, (Guess("/role", role, f'From the title "{clean_title(title)}".'),)
    for event in events:
        text = plain_text(event.description)
        role = stated_role(text) or _role_of_first_line(text, names, employer)
        if role:
            return role, (Guess("/role", role, "From the text of the invitation."),)
    return "", ()


def _role_of_first_line(text: str, names: frozenset[str], employer: Employer) -> str:
    """A first line like "Onsite interview - Staff Data Engineer"; one of a schedule tells somebody's own title."""
    first = next(iter(text.strip().splitlines()), "")
    return "" if _CLOCK.search(first) or mentions(first) else read_title(first, names, employer.label).role


def _needed(interview: dict[str, Any]) -> list[Question]:
    """What an interview can't be without."""
    asked = []
    if not interview["company"]["name"]:
        asked.append(Question("/company/name", "Which company is it? The addresses in the file don't say.", ()))
    if not interview["role"]:
        asked.append(Question("/role", "Which role is it for? The title doesn't say.", ()))
    return asked


def _employer_guesses(employer: Employer) -> list[Guess]:
    values = {
        "/company/name": employer.name,
        "/company/domains": employer.domain,
        "/company/country": employer.country,
        "/company/timezone": employer.timezone,
    }
    return [Guess(pointer, values[pointer], why) for pointer, why in employer.reasons if values[pointer]]


def _name_guesses(met: tuple[Person, ...], kept: list[Suggested]) -> list[Guess]:
    guessed = [person for person in met if person.keep][:_MOST_PEOPLE]
    pairs = zip(guessed, kept, strict=True)
    return [
        Guess(f"/participants/{i}/name", one.name, person.name.guess)
        for i, (person, one) in enumerate(pairs)
        if person.name.guess
    ]
