"""Which company an invitation comes from.

Its name, mail domain, country and time zone, each a guess with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from afterview.domain.invitation.companies import (
    PUBLIC_PROVIDERS,
    company_from,
    country_from_domain,
    domain_of,
    label_of,
    owner_of,
)
from afterview.domain.invitation.places import country_from_place, country_name, fold, zone_of
from afterview.domain.invitation.titles import clean_title, read_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from afterview.domain.invitation.gathering import Candidate
    from afterview.domain.invitation.guests import Person
    from afterview.domain.invitation.invitations import Invitation, Letter

_TEAM: Final = re.compile(
    r"^(.{2,60}?)\s+(?:recruiting|recruitment|talent|careers|hiring|interviews?|people|hr|jobs)\b.*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Employer:
    """What is guessed; empty where nothing tells. ``reasons``: pointer into the interview and why.

    ``label``: of the domain.
    """

    name: str = ""
    domain: str = ""
    country: str = ""
    timezone: str = ""
    label: str = ""
    reasons: tuple[tuple[str, str], ...] = ()


def guess_employer(
    events: tuple[Invitation, ...], people: tuple[Person, ...], candidate: Candidate, letter: Letter | None
) -> Employer:
    """The employer that the people's addresses, the titles, the places and the zones of these events tell."""
    domain = _domain(people, events)
    label = label_of(domain) if domain else ""
    name, why_name = _name(events, people, candidate, letter, domain)
    country, why_country = _country(events, domain)
    zone, why_zone = _zone(events, country)
    reasons = (("/company/name", why_name), ("/company/domains", f"The domain of most addresses: {domain}."))
    return Employer(
        name,
        domain,
        country,
        zone,
        label,
        (*reasons, ("/company/country", why_country), ("/company/timezone", why_zone)),
    )


def all_names(names: Iterable[str]) -> frozenset[str]:
    """Full, first and last names, folded, to be told from roles and companies in a title."""
    words = [fold(name) for name in names if name.strip()]
    return frozenset((*words, *(word.split()[0] for word in words), *(word.split()[-1] for word in words)))


def _domain(people: tuple[Person, ...], events: tuple[Invitation, ...]) -> str:
    """The domain that most kept people share; of equals the organizer's, else none.

    Everybody's providers don't count.
    """
    domains = [owner_of(domain_of(person.email)) for person in people if person.email and person.keep]
    counted = Counter(domain for domain in domains if domain not in PUBLIC_PROVIDERS)
    most = [domain for domain, number in counted.items() if number == max(counted.values())]
    organizers = [owner_of(domain_of(event.organizer.address)) for event in events if event.organizer]
    return most[0] if len(most) == 1 else next((domain for domain in organizers if domain in most), "")


def _name(
    events: tuple[Invitation, ...],
    people: tuple[Person, ...],
    candidate: Candidate,
    letter: Letter | None,
    domain: str,
) -> tuple[str, str]:
    """The name in a title, of the recruiting team, beside a person's name, else made of the domain."""
    names = all_names((candidate.name, *(person.name.full for person in people)))
    label = label_of(domain) if domain else ""
    for title in (*(event.title for event in events), *([letter.subject] if letter else [])):
        company = read_title(title, names, label).company
        if company:
            return company, f'From the title "{clean_title(title)}".'
    organizers = [event.organizer.name for event in events if event.organizer]
    for shown in (*organizers, *([letter.sender.name] if letter else [])):
        team = _TEAM.match(shown)
        if team:
            return team[1], f'From the organizer "{shown}".'
    for person in people:
        if person.name.organisation:
            return person.name.organisation, f"It stands behind the name of {person.name.full}."
    return (company_from(domain), f"Made of the mail domain {domain}.") if domain else ("", "")


def _country(events: tuple[Invitation, ...], domain: str) -> tuple[str, str]:
    for event in events:
        code = country_from_place(event.location)
        if code:
            return code, f'The place "{event.location[:80]}" is in {country_name(code)}.'
    code = country_from_domain(domain)
    if code:
        return code, f"The mail domain {domain} ends like those of {country_name(code)}."
    for event in events:
        if event.starts and event.starts.country:
            code = event.starts.country
            return (
                code,
                f"The time zone {event.starts.zone} is that of {country_name(code)}: the company may be elsewhere.",
            )
    return "", ""


def _zone(events: tuple[Invitation, ...], country: str) -> tuple[str, str]:
    zones = [
        event.starts.zone for event in events if event.starts and event.starts.zone not in {"", "UTC", "Etc/UTC", "GMT"}
    ]
    if zones:
        return zones[0], "The time zone of the invitation."
    zone = zone_of(country)
    return (zone, f"The time zone of {country_name(country)}.") if zone else ("", "")
