"""What leaves for other programs: mails, links, reminders. Read back by the standard library and by icalendar."""

from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import icalendar
import pytest

from afterview.domain.errors import BadFacts
from afterview.formats.addresses import Correspondent, plain_address
from afterview.formats.calendar import Reminder, uid_of, write_reminder
from afterview.formats.maildraft import MailDraft, write_mail
from afterview.formats.mailto import LONGEST, mail_link

ALEX = Correspondent("alex@example.org", "Alex Rivera")
DANA = Correspondent("dana@acme.example", "Dana Whitcombe")
PRIYA = Correspondent("priya@acme.example", "Priya Nair")
REMINDER = Reminder(
    interview="i1",
    key="follow-up.1",
    instance="3f9a.example",
    title="Follow up with Zoë Müller-Lüdenscheidt 山田 太郎, copy Priya Nair; five business days are over, write now",
    description="Because: five business days\nafter your mail, of Wed 11 March\\.",
    due_at=datetime(2026, 3, 18, 9, 30, tzinfo=timezone(timedelta(hours=-4))),
    stamped_at=datetime(2026, 3, 12, 8, 0, 0, 999, tzinfo=UTC),
    url="http://127.0.0.1:8765/i/1",
)


def _written(draft: MailDraft) -> EmailMessage:
    return message_from_bytes(write_mail(draft), policy=policy.default)


def _draft(subject: str = "Thank you", body: str = "Dear Dana", *to: Correspondent) -> MailDraft:
    return MailDraft(ALEX, to or (DANA,), (PRIYA,), subject, body)


def test_a_mail_opens_ready_to_be_sent_and_is_nobodys_sent_mail_yet() -> None:
    message = _written(_draft())
    assert message["X-Unsent"] == "1"
    assert (message["To"], message["Cc"]) == ("Dana Whitcombe <dana@acme.example>", "Priya Nair <priya@acme.example>")
    assert message["From"] == "Alex Rivera <alex@example.org>"
    for absent in ("Date", "Message-ID", "Bcc", "In-Reply-To", "References"):
        assert message[absent] is None


@pytest.mark.parametrize(
    "name",
    [
        "Müller, Zoë",
        "Whitcombe, Dana",
        'Zoë "DW" Whitcombe',
        "Ann (Lead) Ö",
        "山田 太郎, Acme",
        "O'Hara; Jo",
        "Zoë <x>",
        "",
    ],
)
def test_names_and_addresses_come_back_as_they_went(name: str) -> None:
    message = _written(
        _draft("s", "b", Correspondent("z@acme.example", name), Correspondent("b@acme.example", "Bé, C"))
    )
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        (name, "z@acme.example"),
        ("Bé, C", "b@acme.example"),
    ]


@pytest.mark.parametrize(
    "subject", ["Danke für das Gespräch über „Staff Engineer“ bei der Acme GmbH – " * 3, "山田" * 60, "a " * 80]
)
def test_lines_are_short_and_the_text_comes_back(subject: str) -> None:
    body = "Liebe Zoë,\n\n" + "ein langer Satz mit Umlauten äöü " * 30 + "\n.\nFrom here on: 山田\n"
    data = write_mail(_draft(subject, body))
    assert max(map(len, data.split(b"\r\n"))) <= 78
    assert b"\n" not in data.replace(b"\r\n", b"")
    message = message_from_bytes(data, policy=policy.default)
    assert message["Subject"].split() == subject.split()
    assert message.get_content().replace("\r\n", "\n") == body


def test_a_reply_names_the_thread() -> None:
    draft = MailDraft(None, (DANA,), (), "Re: Thank you", "Hello", "<2@acme.example>", ("<1@acme.example>",))
    message = _written(draft)
    assert (message["From"], message["Cc"]) == (None, None)
    assert message["In-Reply-To"] == "<2@acme.example>"
    assert message["References"] == "<1@acme.example> <2@acme.example>"


def test_a_draft_without_anybody_is_still_a_draft() -> None:
    message = _written(MailDraft(Correspondent(""), (), (), "Thank you", ""))
    assert (message["From"], message["To"]) == (None, None)


@pytest.mark.parametrize(
    ("draft", "pointer"),
    [
        (_draft("Hello\r\nBcc: x@y.example"), "/subject"),
        (_draft("s", "b", Correspondent("dana@acme.example", "Dana\nBcc: x")), "/to/0/name"),
        (_draft("s", "b", DANA, Correspondent("x@y.example\r\nBcc: z@y.example")), "/to/1/address"),
        (_draft("s", "b", Correspondent("jö@acme.example")), "/to/0/address"),
        (_draft("s", "b", Correspondent("dana")), "/to/0/address"),
        (_draft("s", "b", Correspondent(f"dana@{'a' * 70}.example")), "/to/0/address"),
        (MailDraft(None, (), (), "s", "b", "no id"), "/in_reply_to"),
    ],
)
def test_what_would_break_a_mail_is_a_field_error(draft: MailDraft, pointer: str) -> None:
    with pytest.raises(BadFacts) as caught:
        write_mail(draft)
    assert [error.pointer for error in caught.value.errors] == [pointer]


def test_a_domain_goes_out_in_ascii() -> None:
    assert plain_address("dana@Müller.example", "/x") == "dana@xn--mller-kva.example"


def test_a_link_percent_encodes_everything() -> None:
    link = mail_link((Correspondent("a+b@acme.example"), DANA), (PRIYA,), "Q&A: 50% done? a+b #1", "Zoë\nBest")
    assert link.url == (
        "mailto:a%2Bb@acme.example,dana@acme.example?cc=priya@acme.example"
        "&subject=Q%26A%3A%2050%25%20done%3F%20a%2Bb%20%231&body=Zo%C3%AB%0D%0ABest"
    )
    assert not link.too_long


def test_a_link_reads_back() -> None:
    link = mail_link((DANA,), (), "Thank you", "One\r\nTwo\rThree\n")
    parts = urlsplit(link.url)
    assert unquote(parts.path) == "dana@acme.example"
    assert parse_qs(parts.query) == {"subject": ["Thank you"], "body": ["One\r\nTwo\r\nThree\r\n"]}


def test_a_link_without_anything_has_no_question_mark() -> None:
    assert mail_link((), (), "", "").url == "mailto:"


@pytest.mark.parametrize(("more", "too_long"), [(0, False), (1, True)])
def test_a_link_says_when_it_is_longer_than_programs_take(more: int, too_long: bool) -> None:
    without = len(mail_link((DANA,), (), "", "x").url) - 1
    assert mail_link((DANA,), (), "", "x" * (LONGEST - without + more)).too_long is too_long


def test_a_link_refuses_a_subject_of_two_lines() -> None:
    with pytest.raises(BadFacts):
        mail_link((DANA,), (), "a\nb", "")


def test_a_reminder_is_a_short_event_with_an_alarm_and_without_guests() -> None:
    calendar = icalendar.Calendar.from_ical(write_reminder(REMINDER))
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2026, 3, 18, 13, 30, tzinfo=UTC)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=15)
    assert event.decoded("dtstamp") == datetime(2026, 3, 12, 8, 0, tzinfo=UTC)
    assert event["uid"] == uid_of("i1", "follow-up.1", "3f9a.example") == "i1.follow-up.1@3f9a.example"
    assert (event["summary"], event["description"]) == (REMINDER.title, REMINDER.description)
    assert event["url"] == REMINDER.url
    assert "attendee" not in event
    assert "organizer" not in event
    (alarm,) = event.walk("VALARM")
    assert (alarm["action"], alarm.decoded("trigger"), alarm["description"]) == (
        "DISPLAY",
        timedelta(0),
        REMINDER.title,
    )


def test_a_reminders_lines_are_short_in_octets() -> None:
    data = write_reminder(REMINDER)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_same_reminder_makes_the_same_bytes() -> None:
    assert write_reminder(REMINDER) == write_reminder(REMINDER)


def test_a_reminder_without_an_address_names_none() -> None:
    plain = Reminder("i1", "news", "x.example", "News", "", REMINDER.due_at, REMINDER.stamped_at)
    assert b"URL" not in write_reminder(plain)
