"""Who a mail is from and to, whatever Python reads it: the library's own readers of addresses differ by version."""

import pytest

from afterview.domain.errors import UnreadableFile
from afterview.domain.invitation.invitations import Guest, Letter
from afterview.formats.eml import read_mail

_CALENDAR = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260311T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
_DANA = Guest("dana@acme.example", "Dana Whitcombe")


def _letter(*headers: str) -> Letter:
    lines = (*headers, "MIME-Version: 1.0", "Content-Type: text/calendar", "", "")
    letter = read_mail("\r\n".join(lines).encode() + _CALENDAR).letter
    assert letter
    return letter


@pytest.mark.parametrize(
    ("header", "sender"),
    [
        ("From: Dana Whitcombe <dana@acme.example>", _DANA),
        ("From: Dana Whitcombe <dana@acme.example>,", _DANA),
        ('From: "=?utf-8?q?Dana?= Whitcombe" <dana@acme.example>', _DANA),
        ("From: =?utf-8?q?Dana=0D=0AWhitcombe?= <dana@acme.example>", _DANA),
        ("From: =?utf-8?q?Whitcombe=2C_Dana?= <dana@acme.example>", Guest("dana@acme.example", "Whitcombe, Dana")),
        ("From: Dana (Acme, HR) <dana@acme.example>", Guest("dana@acme.example", "Dana (Acme, HR)")),
        ("From: Dönä <dana@acme.example>", Guest("dana@acme.example", "Dönä")),
        ("Sender: Dana Whitcombe <dana@acme.example>", _DANA),
        ("From: Dana Whitcombe", Guest("", "Dana Whitcombe")),
        ("From: <", Guest("", "<")),
        ("Subject: none", Guest("", "")),
    ],
)
def test_a_sender_is_found_in_broken_headers_too(header: str, sender: Guest) -> None:
    assert _letter(header).sender == sender


@pytest.mark.parametrize(
    "headers",
    [
        ("To: alex@rivera.example, sam@acme.example",),
        ("To: alex@rivera.example", "Delivered-To: sam@acme.example"),
        ("To: alex@rivera.example,", "Cc: Sam <sam@acme.example>"),
        ("To: alex@rivera.example; sam@acme.example",),
        ("To: Team: alex@rivera.example, sam@acme.example;",),
        ("To: undisclosed-recipients:;", "Cc: alex@rivera.example, sam@acme.example, nobody"),
    ],
)
def test_everybody_is_found_whatever_else_is_missing_or_broken(headers: tuple[str, ...]) -> None:
    assert _letter(*headers).to == ("alex@rivera.example", "sam@acme.example")


@pytest.mark.parametrize("sender", ["MAILER-DAEMON (Mail Delivery)", "Mail <mailer-daemon@acme.example>"])
def test_a_robot_without_an_address_is_a_bounce_as_well(sender: str) -> None:
    with pytest.raises(UnreadableFile, match="could not be delivered"):
        _letter(f"From: {sender}")
