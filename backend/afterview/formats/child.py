"""The process that reads other people's files: ``python -m afterview.formats.child`` (see ``formats.reader``)."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import Any, Final, TextIO

from afterview.domain.errors import UnreadableFile
from afterview.domain.invitation.invitations import Reading
from afterview.formats.eml import looks_like_mail, read_mail
from afterview.formats.ics import read_calendar
from afterview.formats.reader import OUT_OF_MEMORY, SECONDS

MEMORY: Final = 512 << 20
_LIMITS: Final = (("RLIMIT_AS", MEMORY), ("RLIMIT_CPU", int(SECONDS)))


def read(data: bytes) -> Reading:
    """What the file says; its content decides whether it is a mail or a calendar.

    ``UnreadableFile`` with a sentence.
    """
    if not data.strip():
        raise UnreadableFile("The file is empty: choose the invitation itself, an .ics or .eml file.")
    try:
        return read_mail(data) if looks_like_mail(data) else read_calendar(data)
    except RecursionError as error:
        raise UnreadableFile("Something in this mail is nested deeper than any mail program writes.") from error


def answer(data: bytes) -> dict[str, object]:
    """The reading, or the sentence of refusal, as JSON has it."""
    try:
        return {"reading": dataclasses.asdict(read(data))}
    except UnreadableFile as error:
        return {"refused": error.detail}


def limit(system: Any) -> None:  # noqa: ANN401 - the module ``resource``, or a stand-in
    """No more memory (bytes) and processor time (seconds) than a calendar can need."""
    for name, most in _LIMITS:
        system.setrlimit(getattr(system, name), (most, most))


def serve(data: bytes, out: TextIO) -> int:
    """Write the answer and return the exit status: ``OUT_OF_MEMORY`` when the memory isn't enough."""
    try:
        text = json.dumps(answer(data), default=lambda value: value.isoformat())
    except MemoryError:
        return OUT_OF_MEMORY
    out.write(text)
    return 0


if __name__ == "__main__":  # pragma: no cover - the child itself; the tests start it
    if sys.platform != "win32":  # Windows has no such limits: there the parent's clock alone counts
        import resource

        limit(resource)
    sys.exit(serve(sys.stdin.buffer.read(), sys.stdout))
