"""Bytes to text: calendars should be UTF-8 (RFC 5545 section 3.1.4), and often are not."""

from __future__ import annotations

import codecs
from typing import Final

from afterview.domain.errors import UnreadableFile
from afterview.domain.invitation.invitations import LeftOut

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> tuple[str, tuple[LeftOut, ...]]:
    """The text, and a remark if it wasn't UTF-8. NUL characters are dropped, a byte order mark too."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding), ()
    unmarked = data[:4096].find(b"B\0E\0G\0I")
    if unmarked >= 0:
        return _marked(data, "utf-16-be" if unmarked % 2 else "utf-16-le"), ()
    try:
        return data.replace(b"\0", b"").decode(), ()
    except UnicodeDecodeError as error:
        return _western(data, error.start)


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).lstrip("\ufeff").replace("\0", "")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(
            f"The file says that it is {encoding.upper()}, but line {line} isn't: save it as UTF-8."
        ) from error


def _western(data: bytes, where: int) -> tuple[str, tuple[LeftOut, ...]]:
    """Windows-1252, or Latin-1 where even that has no such character: one of both always fits."""
    clean = data.replace(b"\0", b"")
    line = data.count(b"\n", 0, where) + 1
    try:
        text, name = clean.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        text, name = clean.decode("latin-1"), "Latin-1"
    why = f"It isn't UTF-8 and was read as {name}: look whether names with accents are right."
    return text, (LeftOut(f"the encoding of line {line}", why),)
