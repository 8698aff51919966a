"""A mail as an .eml file that mail programs open ready to be sent: ``X-Unsent: 1``, and neither Date nor Message-ID.

Plain text in UTF-8, lines of at most 78 characters on the wire (RFC 5322 section 2.1.1), headers as encoded words where
they are not ASCII (RFC 2047). What would break a header is a field error, never a broken mail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Final

from afterview.domain.errors import BadFacts, FieldError
from afterview.formats.addresses import Correspondent, one_line, plain_address

_WIRE: Final = policy.SMTP.clone(max_line_length=76, cte_type="7bit")
_MESSAGE_ID: Final = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")


@dataclass(frozen=True, slots=True)
class MailDraft:
    """Everything that goes into the file.

    ``in_reply_to``: the Message-ID, in angle brackets, of a real thread's last mail.
    """

    sender: Correspondent | None
    to: tuple[Correspondent, ...]
    cc: tuple[Correspondent, ...]
    subject: str
    body: str
    in_reply_to: str = ""
    references: tuple[str, ...] = ()


def write_mail(draft: MailDraft) -> bytes:
    """The file's bytes, CRLF throughout.

    ``BadFacts`` for line breaks in headers and for addresses that can't be sent to.
    """
    message = EmailMessage(policy=_WIRE)
    message["X-Unsent"] = "1"
    if draft.sender and draft.sender.address:
        message["From"] = _address(draft.sender, "/from")
    for header, people in (("To", draft.to), ("Cc", draft.cc)):
        if people:
            message[header] = [_address(one, f"/{header.lower()}/{place}") for place, one in enumerate(people)]
    message["Subject"] = one_line(draft.subject, "/subject")
    if draft.in_reply_to:
        message["In-Reply-To"] = _message_id(draft.in_reply_to)
        message["References"] = " ".join(map(_message_id, (*draft.references, draft.in_reply_to)))
    message.set_content(draft.body, charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _address(one: Correspondent, pointer: str) -> Address:
    return Address(
        display_name=one_line(one.name, f"{pointer}/name"), addr_spec=plain_address(one.address, f"{pointer}/address")
    )


def _message_id(text: str) -> str:
    if not _MESSAGE_ID.fullmatch(one_line(text, "/in_reply_to")):
        raise BadFacts(
            (FieldError("/in_reply_to", "message-id", f'"{text}" is no Message-ID: it looks like <id@host>.'),)
        )
    return text
