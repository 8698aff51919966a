"""The data folder belongs to one server at a time. The system lets go of a claim at any death of its holder."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO


class FolderRefusedError(Exception):
    """The data folder can't be used, and what to do."""


class FolderInUseError(FolderRefusedError):
    """A server has it. `address` is where that one listens; empty where the system doesn't let us read it."""

    def __init__(self, folder: Path, address: str) -> None:
        super().__init__(
            f"Afterview is already running with the data in {folder}{f': open {address}' if address else ''}. "
            "Stop it first, or name another folder in AFTERVIEW_DATA."
        )
        self.address = address


def claim(folder: Path) -> IO[str]:
    """Make the folder if need be and claim it for as long as the file stays open. Its text is the holder's address.

    From here on everything that this process makes is for its user alone.
    """
    os.umask(0o077)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = (folder / "in-use").open("a+", encoding="utf-8")
    except OSError as error:
        raise FolderRefusedError(
            f"The data folder {folder} can't be written ({error.strerror}): "
            "make it writable, or name another one in AFTERVIEW_DATA."
        ) from error
    try:
        lock(held)
    except OSError as error:
        held.seek(0)
        address = held.read() if os.name != "nt" else ""  # Windows lets nobody read what is locked
        held.close()
        raise FolderInUseError(folder, address) from error
    held.truncate(0)
    return held


def prepare(folder: Path) -> None:
    """Make the folder if need be. A server that has it may keep it."""
    with suppress(FolderInUseError), claim(folder):
        pass


if sys.platform == "win32":
    import msvcrt

    def lock(file: IO[str]) -> None:
        """Lock a file or raise OSError."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def lock(file: IO[str]) -> None:
        """Lock a file or raise OSError."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
