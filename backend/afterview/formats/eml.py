"""A mail as bytes: the invitations that it carries, or one clear sentence why it has none.

Only MIME parts are read. The message that a bounce returns is the user's own and is never imported (RFC 3464); a
message attached to an ordinary mail is looked into. Attachments other than calendars are never opened.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from inspect import signature
from typing import TYPE_CHECKING, Final

from afterview.domain.errors import UnreadableFile
from afterview.domain.invitation.invitations import Guest, Invitation, LeftOut, Letter, Reading
from afterview.formats.ics import read_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from email.message import Message

_MOST_PARTS: Final = 500
_MOST_BOUNDARIES: Final = 2000
_CALENDARS: Final = frozenset(
    {"text/calendar", "application/ics", "application/calendar", "text/x-vcalendar", "text/ics"}
)
_HEADER: Final = re.compile(rb"\A(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?:\r?\n|\Z)")
_ROBOTS: Final = re.compile(r"^(?:mailer-daemon|postmaster|bounces?)\b", re.IGNORECASE)
_REPLY: Final = re.compile(r"^(?:re|aw|sv|antw|rép|odp|ris)\s*:", re.IGNORECASE)
_LONGEST: Final = 300
_LONGEST_HEADER: Final = 20_000
# Newer Pythons (3.13, and the last of 3.11 and 3.12) drop a whole list for one stray comma unless they are told not to.
_LENIENT: Final[dict[str, bool]] = {"strict": False} if "strict" in signature(getaddresses).parameters else {}


def looks_like_mail(data: bytes) -> bool:
    """Whether the bytes begin with header lines of which one is an ordinary one."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")[:65_536]
    if not re.match(rb"(?:From [^\n]*\n)?[!-9;-~]+:", head) or head[:6].upper() == b"BEGIN:":
        return False
    names = {
        name.lower()
        for name in re.findall(rb"^([!-9;-~]+):", head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0], re.MULTILINE)
    }
    return bool(
        names & {b"from", b"subject", b"mime-version", b"received", b"return-path", b"message-id", b"content-type"}
    )


def read_mail(data: bytes) -> Reading:
    """The events of all calendars in a mail, each once; ``UnreadableFile`` with a sentence if there is none."""
    if data.count(b"\n--") > _MOST_BOUNDARIES:
        raise UnreadableFile(f"The mail has more than {_MOST_BOUNDARIES:,} parts: save the one with the invitation.")
    message = BytesParser(policy=policy.compat32).parsebytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    returned = _returned(message)
    if returned:
        raise UnreadableFile(returned)
    letter = _letter(message)
    calendars = [part for part in _parts(message) if _is_calendar(part)]
    if not calendars:
        raise UnreadableFile(_why_nothing(message, letter))
    readings, refused = _read_all(calendars)
    if not readings:
        raise UnreadableFile(f"{_named(letter)}: its calendar can't be used. {refused[0].why}")
    return Reading(
        _once(tuple(event for reading in readings for event in reading.invitations)),
        (*refused, *dict.fromkeys(note for reading in readings for note in reading.left_out)),
        letter,
    )


def _read_all(parts: list[Message]) -> tuple[list[Reading], list[LeftOut]]:
    readings, refused = [], []
    for part in parts:
        try:
            readings.append(read_calendar(_payload(part)))
        except UnreadableFile as error:
            refused.append(LeftOut(part.get_filename() or "a calendar in the mail", error.detail))
    return readings, refused


def _once(events: tuple[Invitation, ...]) -> tuple[Invitation, ...]:
    """Google and others send the same event twice, inline and attached; the line it begins in doesn't matter."""
    return tuple({replace(event, line=0): event for event in events}.values())


def _parts(message: Message) -> Iterator[Message]:
    """Every part, without recursion and with a bound, the parts of attached messages too."""
    pending: list[Message] = [message]
    for _ in range(_MOST_PARTS):
        if not pending:
            return
        part = pending.pop(0)
        yield part
        if part.is_multipart():
            pending.extend(inner for inner in part.get_payload() if not isinstance(inner, str))


def _is_calendar(part: Message) -> bool:
    name = (part.get_filename() or part.get_param("name") or "") if not part.is_multipart() else ""
    return not part.is_multipart() and (
        part.get_content_type() in _CALENDARS or str(name).lower().endswith((".ics", ".vcs", ".ical"))
    )


def _payload(part: Message) -> bytes:
    """The bytes of a part, transfer encoding undone, in UTF-8 if the part names another character set that is known."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = str(part.get_param("charset") or "utf-8").lower()
    if charset.replace("_", "-") in {"utf-8", "utf8", "us-ascii", "ascii"}:
        return data
    try:
        return data.decode(charset).encode()
    except (LookupError, UnicodeError):
        return data


def _letter(message: Message) -> Letter:
    return Letter(
        _sender(message),
        _text(message, "Subject"),
        tuple(dict.fromkeys(address for _, address in _people(message, "To", "Cc", "Delivered-To"))),
        _day(_text(message, "Date")),
    )


def _sender(message: Message) -> Guest:
    """Who wrote: the first with an address; a name alone is better than nobody."""
    name, address = next(iter(_people(message, "From", "Sender")), (_text(message, "From"), ""))
    return Guest(address[:_LONGEST], name[:_LONGEST])


def _people(message: Message, *headers: str) -> list[tuple[str, str]]:
    """Names and addresses; a list is split before its encoded words are undone: they may hold commas (RFC 2047)."""
    pairs = [pair for header in headers for pair in getaddresses([_raw(message, header)], **_LENIENT)]
    return [(_decoded(name), address) for name, address in pairs if "@" in address]


def _text(message: Message, header: str) -> str:
    """A header's text on one line, encoded words undone (RFC 2047)."""
    return _decoded(_raw(message, header))


def _raw(message: Message, header: str) -> str:
    """A header as it was sent, on one line, raw UTF-8 accepted (RFC 6532)."""
    found = next((value for name, value in message.raw_items() if name.lower() == header.lower()), "")
    text = str(found).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(text.split())[:_LONGEST_HEADER]


def _decoded(text: str) -> str:
    """Read as a subject: the library's readers of addresses fail on broken ones, each version on others."""
    return " ".join(str(policy.default.header_factory("Subject", text)).split())


def _day(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        return None


def _returned(message: Message) -> str:
    """The sentence for a bounce or a receipt, whatever it carries, or nothing."""
    report = str(message.get_param("report-type") or "").lower()
    sender = _sender(message)
    if report == "disposition-notification":
        return "This is a read receipt: it says that a mail was displayed, and carries no invitation."
    if (
        report == "delivery-status"
        or _ROBOTS.match(sender.address or sender.name)
        or message.get("X-Failed-Recipients")
    ):
        return (
            "This mail says that a message could not be delivered. What it sends back is your own mail and "
            "isn't imported: "
            "correct the person's address instead."
        )
    return ""


def _why_nothing(message: Message, letter: Letter) -> str:
    automatic = _text(message, "Auto-Submitted").lower()
    if (automatic and automatic != "no") or message.get("X-Auto-Response-Suppress") or message.get("X-Autoreply"):
        return f"{_named(letter)} is an automatic answer, without an invitation: there is nothing to import."
    if message.get("X-Unsent"):
        return f"{_named(letter)} is a draft that was never sent, without an invitation: there is nothing to import."
    if message.get("In-Reply-To") or message.get("References") or _REPLY.match(letter.subject):
        return (
            f"{_named(letter)} is a reply, without an invitation. Record it as a reply in the interview it belongs to."
        )
    return f"{_named(letter)} carries no invitation. Save the mail with the calendar entry, or enter it yourself."


def _named(letter: Letter) -> str:
    who = letter.sender.name or letter.sender.address
    subject = f' "{letter.subject[:80]}"' if letter.subject else ""
    return f"The mail{subject}{f' from {who}' if who else ''}"
