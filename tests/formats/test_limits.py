"""No file hangs or exhausts the application: each hostile one gets a sentence, or a reading, within ten seconds."""

import io
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from afterview.domain.errors import AfterviewError, FileTooLarge, UnreadableFile
from afterview.domain.facts import Profile
from afterview.domain.invitation.proposals import propose
from afterview.formats.child import MEMORY, answer, limit, read, serve
from afterview.formats.reader import _BROKEN, _TOO_LONG, _TOO_MUCH, LARGEST, read_apart

SAMPLE = Path(__file__).parents[1].joinpath("samples", "plain.ics").read_bytes()
MIB = LARGEST - 2048
OUR_FAULT = {_TOO_LONG, _TOO_MUCH, _BROKEN}


def _around(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "METHOD:REQUEST", *lines, "END:VCALENDAR", "")).encode()


def _events(number: int, body: str = "DTSTART:20260311T100000Z") -> bytes:
    return _around(*(f"BEGIN:VEVENT\r\nUID:{place}\r\n{body}\r\nEND:VEVENT" for place in range(number)))


def _event(*lines: str) -> bytes:
    return _around("BEGIN:VEVENT", "DTSTART:20260311T100000Z", *lines, "END:VEVENT")


def _zones(number: int) -> list[str]:
    part = "BEGIN:STANDARD\r\nDTSTART:19700101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0{}00\r\nEND:STANDARD"
    return [f"BEGIN:VTIMEZONE\r\nTZID:Z{n}\r\n{part.format(n % 9)}\r\nEND:VTIMEZONE" for n in range(number)]


def _zoned_event(number: int) -> str:
    return f"BEGIN:VEVENT\r\nDTSTART;TZID=Z{number}:20{number % 99:02}0311T100000\r\nEND:VEVENT"


def _mail(body: bytes, kind: bytes = b"text/calendar") -> bytes:
    return b"From: a@acme.example\r\nMIME-Version: 1.0\r\nContent-Type: " + kind + b"\r\n\r\n" + body


HOSTILE: dict[str, bytes] = {
    "two thousand components and one more": _events(2001),
    "as many components as are allowed": _events(2000),
    "a thousand people": _event(*(f"ATTENDEE;CN=P{n}:mailto:p{n}@acme.example" for n in range(15_000)))[:MIB],
    "people without addresses": _event(*(f"ATTENDEE;CN=Dana No{n}:" for n in range(20_000)))[:MIB],
    "nested": b"BEGIN:VCALENDAR\r\n" * 60_000,
    "nested with other names": b"".join(b"BEGIN:X%d\r\n" % n for n in range(60_000)),
    "an end of nothing": _around("END:", "END:", "BEGIN:", "END:", "END:"),
    "ends only": _around("END:VEVENT\r\n" * 70_000),
    "one line of a megabyte": _event("SUMMARY:" + "a" * MIB)[:MIB],
    "one parameter of a megabyte": _event('ATTENDEE;CN="' + "a" * (MIB - 500) + '":mailto:x@acme.example'),
    "a quote that is never closed": _event('ATTENDEE;CN="' + "a:;" * 300_000),
    "nothing but quotes": _event("ATTENDEE;CN=" + '"' * (MIB - 500)),
    "many parameters": _event("ATTENDEE;" + "A=b;" * 250_000 + ":x"),
    "blanks around parameters": _event("ATTENDEE" + " ;" * 500_000 + ":x"),
    "backslashes": _event("SUMMARY:" + "\\" * (MIB - 500)),
    "carets": _event("ATTENDEE;CN=" + "^" * (MIB - 500) + ":mailto:x@acme.example"),
    "line breaks only": b"\r\n" * (MIB // 2),
    "folds only": b"BEGIN:VCALENDAR" + b"\r\n " * (MIB // 3),
    "a description over all lines": _event("DESCRIPTION:x", *("text goes on" for _ in range(70_000))),
    "nonsense in every line": _event(*("?" for _ in range(300_000))),
    "a description of blanks": _event("DESCRIPTION:" + "\\n" * 10_000 + " " * 10_000),
    "a description of capitals": _event("DESCRIPTION:" + "Aa " * 6000 + "<" * 2000),
    "a description of brackets": _event("DESCRIPTION:" + "<a " * 6000),
    "a title of separators": _event("SUMMARY:" + "Interview - " * 30_000),
    "rule of seconds": _event("RRULE:FREQ=SECONDLY;COUNT=999999999", "RDATE:" + "20260311T100000Z," * 50_000),
    "many time zones": _around(*_zones(600), *(_zoned_event(n) for n in range(600))),
    "one zone with many parts": _around(
        "BEGIN:VTIMEZONE\r\nTZID:Z1",
        *(
            f"BEGIN:STANDARD\r\nDTSTART:{1000 + n}0101T020000\r\nRRULE:FREQ=YEARLY;BYDAY=1SU\r\n"
            "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:STANDARD"
            for n in range(900)
        ),
        "END:VTIMEZONE",
        *(f"BEGIN:VEVENT\r\nDTSTART;TZID=Z1:{2000 + n % 99}0311T100000\r\nEND:VEVENT" for n in range(900)),
    ),
    "a zone's name of a megabyte": _around(
        "BEGIN:VEVENT", f"DTSTART;TZID={'Berlin ' * 100_000}:20260311T100000", "END:VEVENT"
    ),
    "a zone's name that climbs": _around(
        "BEGIN:VEVENT", "DTSTART;TZID=../../../etc/passwd:20260311T100000", "END:VEVENT"
    ),
    "NUL": _events(1).replace(b"U", b"\0U"),
    "NUL only": b"\0" * MIB,
    "UTF-16": b"\xff\xfe" + "BEGIN:VCALENDAR\r\n".encode("utf-16-le") * 20_000,
    "UTF-16 cut in a character": b"\xff\xfeB",
    "UTF-32": _events(3).decode().encode("utf-32"),
    "UTF-7": _event("SUMMARY:+ADw-script+AD4-", "ATTENDEE:+AG0-ailto:x"),
    "several byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + _events(1),
    "a mail in a mail in a mail": _mail(b"", b"message/rfc822") * 400,
    "a mail of a thousand parts": _mail(b"--x\r\n\r\n.\r\n" * 1000, b"multipart/mixed; boundary=x"),
    "a mail of many parts": _mail(b"--x\r\n\r\n.\r\n" * 80_000, b"multipart/mixed; boundary=x"),
    "a mail of nested parts": b"".join(
        b"%sContent-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
        % (b"" if n else b"From: a@b.example\r\n", n, n)
        for n in range(1500)
    ),
    "a mail of headers": b"From: a@acme.example\r\n" + b"X-A: b\r\n" * 120_000 + b"\r\n" + _events(1),
    "a header of a megabyte": b"Subject: " + b"=?utf-8?q?a?= " * 70_000 + b"\r\nFrom: a@acme.example\r\n\r\nx",
    "recipients without end": b"From: a@acme.example\r\nTo: " + b"x <x@acme.example>, " * 48_000 + b"\r\n\r\nx",
    "comments in an address": b"From: " + b"(" * 500_000 + b"a@acme.example\r\nSubject: x\r\n\r\nx",
    "base64 that is none": _mail(b"=" * 900_000, b"text/calendar\r\nContent-Transfer-Encoding: base64"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_within_ten_seconds(name: str, request: pytest.FixtureRequest) -> None:
    """In this process; with ``--long`` in the child, within its memory too."""
    data = HOSTILE[name]
    assert len(data) <= LARGEST
    began = time.process_time()
    reader = read_apart if request.config.getoption("--long") else read
    try:
        said = propose(reader(data), Profile(name="Alex Rivera", email="alex@example.org")).message
    except UnreadableFile as error:
        said = error.detail
    assert said.endswith(".")
    assert said not in OUR_FAULT
    assert time.process_time() - began < 10


def test_the_components_are_counted_to_the_line() -> None:
    with pytest.raises(UnreadableFile, match=r"more than 2,000 components \(line 7999\)"):
        read(_events(2001))


def test_a_file_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(FileTooLarge, match="1 MiB"):
        read_apart(b"x" * (LARGEST + 1))


def test_the_child_answers_what_reading_here_would(shared: Callable[[str], Path]) -> None:
    """What a file says crosses the border between the processes unchanged."""
    for name in ("synthetic/interview_panel_ats_google_style", "non_ascii_tzid", "utf8_bom_crlf"):
        path = shared(f"ics/{name}.ics")
        data = path.read_bytes()
        here = answer(data)
        if "refused" in here:
            with pytest.raises(UnreadableFile) as caught:
                read_apart(data)
            assert here == {"refused": caught.value.detail}
        else:
            assert read_apart(data) == read(data)


def test_what_the_child_reads_or_refuses_comes_back_from_it() -> None:
    assert read_apart(SAMPLE) == read(SAMPLE)
    with pytest.raises(UnreadableFile) as caught:
        read_apart(b" ")
    assert answer(b" ") == {"refused": caught.value.detail}


def test_a_child_that_takes_too_long_is_ended_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableFile, match="longer than 10 seconds"):
        read_apart(SAMPLE, seconds=0.2, module=_child(tmp_path, monkeypatch, "import time; time.sleep(60)"))


def test_a_child_that_is_stopped_by_the_system_took_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableFile, match="longer than 10 seconds"):
        read_apart(SAMPLE, module=_child(tmp_path, monkeypatch, "import os; os.kill(os.getpid(), 24)"))


def test_a_child_without_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is the child's own: more than 512 MB can't be had."""
    code = (
        "import resource, sys, afterview.formats.child as c; c.limit(resource); "
        f"c.read = lambda data: bytearray({MEMORY}); sys.exit(c.serve(b'x', sys.stdout))"
    )
    with pytest.raises(UnreadableFile, match="too much memory"):
        read_apart(SAMPLE, module=_child(tmp_path, monkeypatch, code))


def test_a_child_that_fails_leaves_its_trace_in_the_log_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(UnreadableFile, match="can't be read") as caught:
        read_apart(SAMPLE, module=_child(tmp_path, monkeypatch, "raise KeyError('secret')"))
    assert "secret" in caplog.text
    assert "secret" not in caught.value.detail


def test_every_refusal_is_an_error_of_ours() -> None:
    assert issubclass(UnreadableFile, AfterviewError)
    assert issubclass(FileTooLarge, AfterviewError)


def _child(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> str:
    """The name of a module with that code, which the child finds as it finds ours."""
    folder.joinpath("a_child_of_tests.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    return "a_child_of_tests"


def test_what_the_child_says_is_json() -> None:
    out = io.StringIO()
    assert serve(SAMPLE, out) == 0
    assert json.loads(out.getvalue())["reading"]["invitations"][0]["title"] == "Interview: Staff Engineer at Acme"


def test_without_memory_the_child_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(data: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr("afterview.formats.child.answer", exhausted)
    out = io.StringIO()
    assert (serve(SAMPLE, out), out.getvalue()) == (3, "")


def test_the_child_limits_its_memory_and_its_time() -> None:
    class System:
        RLIMIT_AS, RLIMIT_CPU = "memory", "seconds"
        limits: ClassVar[dict[str, tuple[int, int]]] = {}

        def setrlimit(self, what: str, most: tuple[int, int]) -> None:
            self.limits[what] = most

    system = System()
    limit(system)
    assert system.limits == {"memory": (512 << 20, 512 << 20), "seconds": (10, 10)}
