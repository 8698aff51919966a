"""Addresses as mail programs take them: domains in ASCII (IDNA), local parts that are ASCII already (RFC 6532)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from afterview.domain.errors import BadFacts, FieldError

_BAD: Final = re.compile(r"[\x00-\x1f\x7f]")
_PLAIN: Final = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+")


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody in From, To or Cc: address and, if known, name."""

    address: str
    name: str = ""


def plain_address(address: str, pointer: str) -> str:
    """The address with its domain in ASCII; ``BadFacts`` for one that no mail program of today can take."""
    one_line(address, pointer)
    local, _, domain = address.strip().rpartition("@")
    if not _PLAIN.fullmatch(address.strip()):
        raise BadFacts(
            (
                FieldError(
                    pointer, "address", f'"{address}" is no mail address: it needs the form name@company.example.'
                ),
            )
        )
    if not local.isascii():
        sentence = (
            f'Few mail programs can send to "{address}", with other letters than a-z before the @: ask for another.'
        )
        raise BadFacts((FieldError(pointer, "address-not-ascii", sentence),))
    try:
        return f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError as error:
        raise BadFacts((FieldError(pointer, "address", f'"{domain}" is no domain of a mail address.'),)) from error


def one_line(text: str, pointer: str) -> str:
    """The text, if it fits into a header: a line break would begin another header (RFC 5322 section 2.2)."""
    if _BAD.search(text):
        raise BadFacts(
            (
                FieldError(
                    pointer,
                    "line-break",
                    "This may not hold line breaks or control characters: it goes into a mail's header.",
                ),
            )
        )
    return text
