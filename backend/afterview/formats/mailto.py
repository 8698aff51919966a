"""Links that open a new mail in the user's own program (RFC 6068). Every value is percent-encoded UTF-8, spaces too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from afterview.formats.addresses import Correspondent, one_line, plain_address

LONGEST: Final = 1900
"""Characters of a link above which programs cut it off or refuse it."""


@dataclass(frozen=True, slots=True)
class MailLink:
    """The link, and whether it is longer than programs can be trusted with: then offer the .eml or a copy."""

    url: str
    too_long: bool


def mail_link(to: tuple[Correspondent, ...], cc: tuple[Correspondent, ...], subject: str, body: str) -> MailLink:
    """A ``mailto:`` link. Names have no place in it; line breaks of the body become CRLF.

    ``BadFacts`` for bad addresses.
    """
    path = _joined(to, "/to")
    copies = _joined(cc, "/cc")
    fields = {
        "cc": copies,
        "subject": quote(one_line(subject, "/subject"), safe=""),
        "body": quote(_crlf(body), safe=""),
    }
    query = "&".join(f"{name}={value}" for name, value in fields.items() if value)
    url = f"mailto:{path}?{query}" if query else f"mailto:{path}"
    return MailLink(url, len(url) > LONGEST)


def _joined(people: tuple[Correspondent, ...], pointer: str) -> str:
    """Addresses with a bare comma between them; inside one everything but the @ is encoded."""
    plain = (plain_address(one.address, f"{pointer}/{place}/address") for place, one in enumerate(people))
    return ",".join(quote(address, safe="@") for address in plain)


def _crlf(body: str) -> str:
    return re.sub(r"\r\n|\r|\n", "\r\n", body)
