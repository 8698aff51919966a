"""Everybody whom a file names, once: guests, organizers, the sender of the mail, people in the text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from afterview.domain.facts import Part
from afterview.domain.invitation.agenda import Mention, mentions, plain_text, spoken_of
from afterview.domain.invitation.invitations import Guest, Invitation, Letter, Seat
from afterview.domain.invitation.names import read_name
from afterview.domain.invitation.places import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRENGTH: Final = ("", "NEEDS-ACTION", "DELEGATED", "DECLINED", "TENTATIVE", "CONFIRMED", "ACCEPTED")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of the candidate: own addresses (any case), own name, addresses that the mail was sent to."""

    addresses: frozenset[str] = frozenset()
    name: str = ""
    recipients: tuple[str, ...] = ()

    def is_(self, guest: Guest) -> bool:
        """Whether that guest is the candidate: by address, or by the very name."""
        if address_key(guest.address) in {address_key(own) for own in self.addresses if own}:
            return True
        return bool(self.name and guest.name) and fold(read_name(guest.name, "").full) == fold(self.name)


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody gathered from all events: how they were named, what they are, what the text says of them."""

    guest: Guest
    organizes: bool = False
    attends: bool = False
    met: frozenset[int] = frozenset()
    mention: Mention | None = None
    writes: bool = False
    described: tuple[Part | None, str] = field(default=(None, ""))


def address_key(address: str) -> str:
    """An address for comparing: NFC, lower case."""
    return unicodedata.normalize("NFC", address).casefold()


def gather(events: tuple[Invitation, ...], letter: Letter | None) -> list[Seen]:
    """Every naming of anybody, in the order of the file; the sender of the mail last."""
    found: list[Seen] = []
    for place, event in enumerate(events):
        here = frozenset({place})
        found += [Seen(guest, attends=True, met=here) for guest in event.guests]
        if event.organizer:
            found.append(Seen(event.organizer, organizes=True))
        named = mentions(plain_text(event.description))
        found += [
            Seen(Guest(one.address, one.name), mention=one, met=here if one.part is Part.INTERVIEWER else frozenset())
            for one in named
        ]
    if letter and letter.sender.address:
        found.append(Seen(letter.sender, writes=True))
    return found


def merge(found: Iterable[Seen]) -> list[Seen]:
    """Each address once; a name without an address joins the one person who bears it."""
    merged: dict[str, Seen] = {}
    for one in found:
        key = address_key(one.guest.address) or _bearer(one.guest.name, merged)
        merged[key] = _joined(merged[key], one) if key in merged else one
    return list(merged.values())


def _bearer(name: str, merged: dict[str, Seen]) -> str:
    wanted = fold(read_name(name, "").full)
    bearers = (key for key, one in merged.items() if wanted == fold(read_name(one.guest.name, one.guest.address).full))
    return next(bearers, f"name:{wanted}")


def _joined(first: Seen, second: Seen) -> Seen:
    a, b = first.guest, second.guest
    status = max(a.status, b.status, key=_strength)
    seat = a.seat if a.seat is not Seat.INDIVIDUAL else b.seat
    guest = Guest(a.address or b.address, a.name or b.name, seat, a.role or b.role, status)
    return Seen(
        guest,
        first.organizes or second.organizes,
        first.attends or second.attends,
        first.met | second.met,
        first.mention or second.mention,
        first.writes or second.writes,
    )


def _strength(status: str) -> int:
    return _STRENGTH.index(status) if status in _STRENGTH else 1


def described(one: Seen, text: str) -> Seen:
    """The same, with the part and the title that a text gives them."""
    name = read_name(one.guest.name, one.guest.address).full if one.guest.name else ""
    return replace(one, described=spoken_of(text, name)) if name else one
