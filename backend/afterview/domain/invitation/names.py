"""Display names of calendars and mails to names of people.

The order of given and family name is a guess, and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from afterview.domain.invitation.places import fold

_SUFFIX: Final = re.compile(r"^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|cpa|esq|dr|msc|bsc|m\.?sc|pmp)\.?$", re.IGNORECASE)
_HONORIFIC: Final = re.compile(
    r"^((?:dr|prof|mr|mrs|ms|herr|frau|mme|mlle|sig|sra?)\.?(?: dr\.?)?)\s+(?=\S+ \S|\S{2})", re.IGNORECASE
)
_BESIDE: Final = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\])\s*")
_BEHIND: Final = re.compile(r"\s+(?:\||via|@|·|•)\s+.*$|\s+[-–]\s+.*$", re.IGNORECASE)
_NOTES: Final = re.compile(r"^(?:CN=)?([^/]+)/(?:OU?=)?(.+)$")
_LOCAL: Final = re.compile(r"^([^\W\d_]{2,})[._-](?:[^\W\d_][._-])?([^\W\d_]{2,}(?:-[^\W\d_]+)?)\d{0,2}$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as one would write it.

    ``beside``: a department or title that stood in brackets; ``guess``: why it may be wrong.
    """

    full: str
    given: str = ""
    family: str = ""
    honorific: str = ""
    beside: str = ""
    organisation: str = ""
    guess: str = ""


def read_name(display: str, address: str) -> Name:
    """The name of a display name like "Whitcombe, Dana (Engineering)", else one made of the address."""
    beside = next((found[1] or found[2] or "" for found in _BESIDE.finditer(display)), "").strip()
    bare = _BEHIND.sub("", _BESIDE.sub(" ", display)).strip(" ,;'\"")
    notes = _NOTES.match(bare)
    organisation = notes[2].rsplit("/", 1)[-1].removeprefix("O=").strip() if notes else ""
    bare = notes[1].strip() if notes else bare
    if not bare or "@" in bare:
        return _from_address(address)
    title = _HONORIFIC.match(bare)
    honorific, bare = (title[1], bare[title.end() :]) if title else ("", bare)
    full, given, family, guess = _in_order(bare, address)
    return Name(full, given, family, honorific, beside, organisation, guess)


def _in_order(bare: str, address: str) -> tuple[str, str, str, str]:
    """Full, given, family name and the guess in it. "Doe, John" has the family name first; RIVERA is one."""
    parts = [part.strip() for part in bare.split(",") if part.strip() and not _SUFFIX.match(part.strip())]
    if len(parts) > 1:
        family, given = parts[0], _HONORIFIC.sub("", parts[1])
        return f"{given} {family}", given, family, f'"{bare}": the name before the comma was taken for the family name.'
    words = parts[0].split() if parts else [bare]
    capitals = [word for word in words if word.isupper() and len(word) > 1 and "." not in word]
    if capitals and capitals in (words[: len(capitals)], words[-len(capitals) :]) and len(capitals) < len(words):
        family, given = " ".join(capitals).title(), " ".join(word for word in words if word not in capitals)
        return f"{given} {family}", given, family, f'"{bare}": the name in capitals was taken for the family name.'
    full = " ".join(words)
    local = _LOCAL.match(fold(address.rpartition("@")[0]))
    if local and len(words) > 1 and (fold(words[0]), fold(words[-1])) == (local[1], local[2]):
        return full, words[0], " ".join(words[1:]), ""
    return full, "", "", ""


def _from_address(address: str) -> Name:
    """``dana.whitcombe@`` gives Dana Whitcombe; of ``dwhitcombe@`` nobody knows, so it stays as it is."""
    local = address.rpartition("@")[0] or address
    found = _LOCAL.match(local)
    if found:
        given, family = found[1].capitalize(), found[2].title()
        return Name(f"{given} {family}", given, family, guess=f"Made of the address {address}: no name was given.")
    plain = local.split("+", 1)[0]
    return Name(
        plain.capitalize() if plain.isalpha() else plain, guess=f"The first part of {address}: no name was given."
    )
