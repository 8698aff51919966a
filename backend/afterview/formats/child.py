"""The process that reads other people's files: ``python -m afterview.formats.child`` (see ``formats.reader``)."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import Final

from afterview.domain.errors import UnreadableFile
from afterview.domain.invitations import Reading
from afterview.formats.eml import looks_like_mail, read_mail
from afterview.formats.ics import read_calendar
from afterview.formats.reader import OUT_OF_MEMORY, SECONDS

try:
    import resource
except ImportError:  # pragma: no cover - Windows has no such limits: there the parent's clock alone counts
    resource = None  # type: ignore[assignment]

MEMORY: Final = 512 << 20


def read(data: bytes) -> Reading:
    """What the file says; its content decides whether it is a mail or a calendar.

    ``UnreadableFile`` with a sentence.
    """
    if not data.strip():
        raise UnreadableFile("The file is empty.")
    return read_mail(data) if looks_like_mail(data) else read_calendar(data)


def answer(data: bytes) -> dict[str, object]:
    """The reading, or the sentence of refusal, as JSON has it."""
    try:
        return {"reading": dataclasses.asdict(read(data))}
    except UnreadableFile as error:
        return {"refused": error.detail}


def limit() -> None:
    """No more memory and processor time than a calendar can need."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))


def main() -> int:
    """Read standard input, answer on standard output; exit status 3 when the memory isn't enough."""
    limit()
    try:
        text = json.dumps(answer(sys.stdin.buffer.read()), default=lambda value: value.isoformat())
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
