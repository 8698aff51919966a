"""Whom an invitation brings together: everybody once, with the part they seem to play, or the reason why not.

What leaves somebody out is the table ``_ABSENT``, what leaves them unticked ``_doubt``, in the order of the asking. The
organizer is proposed as HR, never as hiring manager: it is mostly a recruiter (RFC 5545 section 3.2.18).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from afterview.domain.facts import Part
from afterview.domain.invitation.agenda import part_of, plain_text
from afterview.domain.invitation.companies import PUBLIC_PROVIDERS, domain_of, is_robot_domain, owner_of
from afterview.domain.invitation.gathering import Candidate, Seen, address_key, described, gather, merge
from afterview.domain.invitation.invitations import Guest, Invitation, LeftOut, Letter, Seat
from afterview.domain.invitation.names import Name, read_name
from afterview.domain.invitation.places import fold

_MAIL: Final = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]{2,}")
_ROBOT: Final = re.compile(
    r"^(?:no[._-]?reply|do[._-]?not[._-]?reply|ne[._-]?pas[._-]?repondre|keine[._-]?antwort|notifications?|calendar(?:-notification)?|mailer(?:-daemon)?|"
    r"robot|bot|invites?|invitations?|scheduling|scheduler|bookings?|postmaster|automat\w*|system|unsubscribe)\b|no-?reply",
    re.IGNORECASE,
)
_SHARED: Final = re.compile(
    r"^(?:talent|recruit(?:ing|ment|ers?)?|jobs?|hr|careers?|info|hello|hi|team|people|hiring|office|contact|kontakt|"
    r"bewerbung(?:en)?|karriere|personal|recrutement|rh|interviews?|staffing|all|everyone|support|admin|"
    r"eng(?:ineering)?)(?:[._-](?:team|acquisition|hiring|emea|us|eu|all|leads?))?$|"
    r"^(?:sg|dl|grp|group|list|team)[._-]|[._-](?:team|panel|list|group|all|hiring|recruiting|interview(?:er)?s)$",
    re.IGNORECASE,
)
_RECRUITS: Final = re.compile(
    r"talent|recruit|job|career|hiring|bewerbung|karriere|recrut|staffing|^(?:hr|rh|people|personal)\b", re.IGNORECASE
)
_ROOM: Final = re.compile(
    r"\b(?:meeting|conference|conf\.?|board|huddle|phone|interview)\s*(?:room|rm|booth)\b|\broom\b|besprechungsraum|konferenzraum|sitzungszimmer|"
    r"\bsalle\b|\bsala\b|\braum\b",
    re.IGNORECASE,
)
_MOST: Final = 300
_LONGEST_TEXT: Final = 20_000


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an invitation.

    ``met`` are the places of the events that they attend; ``guess`` is about the name.
    """

    name: Name
    email: str
    part: Part
    keep: bool
    why: str
    title: str = ""
    met: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Circle:
    """What is looked up about all of them: reckoned once.

    ``attending`` counts those who were invited by somebody else, ``firms`` how many attend from each domain.
    """

    candidate: Candidate
    is_complete: bool
    titles: str
    attending: int
    organized: bool
    private: frozenset[str]
    outside: frozenset[str]
    firms: Counter[str]


def sort_guests(
    events: tuple[Invitation, ...], letter: Letter | None, candidate: Candidate
) -> tuple[tuple[Person, ...], tuple[LeftOut, ...]]:
    """Everybody once: the people, kept ones first, and who or what was left out.

    Beyond 300 names the rest is left out.
    """
    found = gather(events, letter)
    seen = merge(found[:_MOST])
    text = "\n".join(plain_text(event.description) for event in events)[:_LONGEST_TEXT]
    circle = _circle(seen, events, candidate)
    people, left_out = [], []
    for one in (described(one, text) for one in seen):
        reason = next((why for holds, why in _ABSENT if holds(one, circle)), "")
        if reason:
            left_out.append(LeftOut(_shown(one.guest), reason))
        else:
            people.append(_person(one, _doubt(one, circle)))
    if len(found) > _MOST:
        left_out.append(LeftOut(f"{len(found) - _MOST} more names", "An interview has far fewer people."))
    return tuple(sorted(people, key=lambda person: not person.keep)), tuple(left_out)


def _circle(seen: list[Seen], events: tuple[Invitation, ...], candidate: Candidate) -> Circle:
    guests = [one.guest for one in seen if one.attends]
    domains = [domain_of(guest.address) for guest in guests if not _ROBOT.search(guest.address)]
    return Circle(
        candidate,
        is_complete=any(candidate.is_(one.guest) for one in seen),
        titles=fold(" ".join(event.title for event in events)),
        attending=sum(one.attends and not one.organizes for one in seen),
        organized=any(one.organizes for one in seen),
        private=frozenset(guest.address for guest in guests if domain_of(guest.address) in PUBLIC_PROVIDERS),
        outside=_outside(seen),
        firms=Counter(domains),
    )


def _outside(seen: list[Seen]) -> frozenset[str]:
    """Those who aren't of the firm that most of the others are of; nobody if no firm has two."""
    invited = [
        one.guest.address for one in seen if (one.attends or one.organizes) and one.guest.seat is Seat.INDIVIDUAL
    ]
    firms = Counter(owner_of(domain_of(address)) for address in invited)
    firm, number = firms.most_common(1)[0] if firms else ("", 0)
    return frozenset(address for address in invited if number > 1 and owner_of(domain_of(address)) != firm)


def _is_own(one: Seen, circle: Circle) -> bool:
    return circle.candidate.is_(one.guest)


def _is_room(one: Seen, _: Circle) -> bool:
    if one.guest.seat in {Seat.RESOURCE, Seat.ROOM} or domain_of(one.guest.address) == "resource.calendar.google.com":
        return True
    return bool(_ROOM.search(one.guest.name)) and not one.organizes


def _is_calendar(one: Seen, _: Circle) -> bool:
    return domain_of(one.guest.address).endswith("calendar.google.com")


def _is_robot(one: Seen, circle: Circle) -> bool:
    """A service has one address in an invitation, and nobody's; two of a firm are people, whatever it makes."""
    local, _, domain = one.guest.address.rpartition("@")
    if _ROBOT.search(local):
        return True
    alone = circle.firms[domain] <= 1
    return is_robot_domain(domain) and alone and not (local.replace(".", "").isalpha() and " " in one.guest.name)


def _is_only_told(one: Seen, _: Circle) -> bool:
    return one.guest.role == "NON-PARTICIPANT" and one.guest.seat is not Seat.GROUP


_ABSENT: Final[tuple[tuple[Callable[[Seen, Circle], bool], str], ...]] = (
    (_is_own, "This is you."),
    (_is_room, "A room or a thing, not a person."),
    (_is_calendar, "A calendar that a group shares: nobody reads mail there."),
    (_is_robot, "Sent by a program: nobody reads mail there."),
    (_is_only_told, "Only told of the event, takes no part in it."),
)


def _doubt(one: Seen, circle: Circle) -> str:
    """Why somebody is proposed without a tick, or nothing."""
    guest, invited = one.guest, one.attends or one.organizes
    doubts = (
        (guest.seat is Seat.GROUP, "A group or a list, not one person: tick it only if one person reads there."),
        (guest.seat is Seat.UNKNOWN, "The file doesn't say whether this is a person."),
        (guest.status == "DECLINED", "Declined the invitation."),
        (guest.status == "DELEGATED", "Sends somebody else."),
        (_is_shared(guest), "A mailbox that several people share."),
        (_is_perhaps_you(one, circle), "Perhaps you yourself: if so, add your address to your profile."),
        (not invited and not guest.address, "Named in the text only, without an address."),
        (one.writes and not (invited or one.mention), "The invitation doesn't name them."),
        (not invited and not (one.mention and one.mention.part), "Named in the text only."),
        (bool(guest.address) and not _MAIL.fullmatch(guest.address), f'"{guest.address}" is no mail address.'),
    )
    return next((reason for holds, reason in doubts if holds), "")


def _is_shared(guest: Guest) -> bool:
    return bool(_SHARED.match(guest.address.rpartition("@")[0]))


def _is_perhaps_you(one: Seen, circle: Circle) -> bool:
    """Where the profile names none of the guests: the only one who was invited.

    Among several the one in the title, the mail's only recipient, the one with a private address, the one from another
    firm than all others.
    """
    if circle.is_complete or one.organizes or not one.attends or _bears_another_name(one.guest, circle.candidate):
        return False
    if circle.attending == 1:
        return circle.organized
    name = fold(read_name(one.guest.name, "").full) if one.guest.name else ""
    return (
        (" " in name and name in circle.titles)
        or [address_key(address) for address in circle.candidate.recipients] == [address_key(one.guest.address)]
        or circle.private == {one.guest.address}
        or circle.outside == {one.guest.address}
    )


def _bears_another_name(guest: Guest, candidate: Candidate) -> bool:
    known = bool(candidate.name and guest.name)
    return known and not set(fold(candidate.name).split()) & set(fold(read_name(guest.name, "").full).split())


def _person(one: Seen, doubt: str) -> Person:
    name = read_name(one.guest.name, one.guest.address)
    part, why = _part(one, name)
    email = one.guest.address if _MAIL.fullmatch(one.guest.address) else ""
    reasons = " ".join(filter(None, (doubt, why)))
    return Person(name, email, part, not doubt, reasons, one.described[1], one.met)


def _part(one: Seen, name: Name) -> tuple[Part, str]:
    """The part and why. Only the text can call somebody the hiring manager."""
    if one.described[0]:
        return one.described[0], f'The text says "{one.described[0].value.replace("_", " ")}".'
    if one.mention and one.mention.part and not (one.attends and one.mention.part is Part.INTERVIEWER):
        return one.mention.part, f'The text says "{one.mention.words}".'
    local = one.guest.address.rpartition("@")[0]
    if part_of(f"{one.guest.name} {one.described[1]}") is Part.HR or (
        _is_shared(one.guest) and _RECRUITS.search(local)
    ):
        return Part.HR, "The name or the address speaks of recruiting."
    if one.organizes:
        return Part.HR, "Organised it: mostly the recruiter or a coordinator."
    if one.writes:
        return Part.HR, "Sent the mail."
    invited = "Invited, but optional" if one.guest.role == "OPT-PARTICIPANT" else "Invited"
    return Part.INTERVIEWER, f"{invited} ({name.beside})." if name.beside else f"{invited}."


def _shown(guest: Guest) -> str:
    return f"{guest.name} <{guest.address}>" if guest.name and guest.address else guest.name or guest.address
