"""Reads a file that somebody else made, in a process of its own: no file can hang or exhaust the application.

The child is ``afterview.formats.child``: bytes on its standard input, JSON on its standard output, 512 MB of memory and
10 seconds. It opens no connection. This side needs only the standard library, so that importing it costs nothing.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from typing import Final

from afterview.domain.documents import to_value
from afterview.domain.errors import FileTooLarge, UnreadableFile
from afterview.domain.invitation.invitations import Reading

LARGEST: Final = 1 << 20
SECONDS: Final = 10.0
OUT_OF_MEMORY: Final = 3

_TOO_LONG: Final = "The file takes longer than 10 seconds to read: export the one event or the one mail."
_TOO_MUCH: Final = "The file needs too much memory to be read: export the one event or the one mail."
_BROKEN: Final = "The file can't be read: something in it is like in no calendar and no mail that is known."
_LOG: Final = logging.getLogger(__name__)


def read_apart(data: bytes, *, seconds: float = SECONDS, module: str = "afterview.formats.child") -> Reading:
    """What the file says.

    ``FileTooLarge`` over 1 MiB, ``UnreadableFile`` with a sentence if nothing in it can be used.
    """
    if len(data) > LARGEST:
        raise FileTooLarge
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", module]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=seconds, env=environment)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(_TOO_LONG) from error
    if done.returncode:
        raise UnreadableFile(_why(done))
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise UnreadableFile(answer["refused"])
    return to_value(Reading, answer["reading"])


def _why(done: subprocess.CompletedProcess[bytes]) -> str:
    """A child that was stopped used up its seconds; one that failed is our fault, and its trace goes into the log."""
    if done.returncode < 0:
        return _TOO_LONG
    if done.returncode == OUT_OF_MEMORY:
        return _TOO_MUCH
    _LOG.error("the reader failed: %s", done.stderr.decode(errors="replace")[-4000:])
    return _BROKEN
