"""Reads a file that somebody else made in a process of its own, so that no file can hang or exhaust the application.

``python -m afterview.formats.reader`` takes the bytes on its standard input and answers JSON on its standard output.
The child may use 512 MB of memory and 10 seconds; it opens no network connection and no file. The parent is
``read_apart``. Only standard types cross: ``domain.invitations`` as objects, lists and texts.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import subprocess
import sys
import types
import typing
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from afterview.domain import invitations
from afterview.domain.errors import FileTooLarge, UnreadableFile
from afterview.domain.invitations import Reading

LARGEST: Final = 1 << 20
SECONDS: Final = 10
_MEMORY: Final = 512 << 20
_TOO_LONG: Final = "The file took longer than 10 seconds to read: export the one event or the one mail."
_TOO_MUCH: Final = "The file needs too much memory to be read: export the one event or the one mail."


def read_apart(data: bytes, *, seconds: float = SECONDS) -> Reading:
    """What the file says. ``FileTooLarge`` over 1 MiB, ``UnreadableFile`` with a sentence if nothing in it can be used."""
    if len(data) > LARGEST:
        raise FileTooLarge
    command = [sys.executable, "-m", "afterview.formats.reader"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=seconds, env=environment)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(_TOO_LONG) from error
    if done.returncode:
        raise UnreadableFile(_TOO_LONG if done.returncode < 0 else _TOO_MUCH)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise UnreadableFile(answer["refused"])
    return typing.cast("Reading", build(Reading, answer["reading"]))


def read(data: bytes) -> Reading:
    """What the file says, in this process: the content decides whether it is a mail or a calendar."""
    from afterview.formats import eml, ics  # noqa: PLC0415 - the parent never needs them: 0.1 s and 15 MB of its start

    if not data.strip():
        raise UnreadableFile("The file is empty.")
    return eml.read_mail(data) if eml.looks_like_mail(data) else ics.read_calendar(data)


def build(kind: typing.Any, value: typing.Any) -> typing.Any:  # noqa: ANN401 - made from annotations
    """A value of an annotated type out of what JSON made of it."""
    if value is None:
        return None
    if isinstance(kind, types.UnionType):
        return build(kind.__args__[0], value)
    if typing.get_origin(kind) is tuple:
        return tuple(build(typing.get_args(kind)[0], item) for item in value)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind, vars(invitations))
        return kind(**{name: build(hints[name], item) for name, item in value.items()})
    if kind in {datetime, date}:
        return kind.fromisoformat(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, StrEnum) else value


def answer(data: bytes) -> dict[str, object]:
    """The reading, or the sentence of refusal, as JSON has it."""
    try:
        return {"reading": dataclasses.asdict(read(data))}
    except UnreadableFile as error:
        return {"refused": error.detail}


def main() -> int:
    """Limit this process, read, answer. Exit status 3: out of memory."""
    _limit()
    try:
        text = json.dumps(answer(sys.stdin.buffer.read()), default=lambda value: value.isoformat())
    except (MemoryError, RecursionError):
        return 3
    sys.stdout.write(text)
    return 0


def _limit() -> None:
    """Memory and processor time, where the system has such limits (Windows has none: there the parent's clock counts)."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        for what, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, SECONDS)):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
