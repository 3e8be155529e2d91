"""Opening nothing but ordinary files: no link, device, pipe or folder that calls itself one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

KINDS = {
    stat.S_IFLNK: "een koppeling naar een andere plek",
    stat.S_IFDIR: "een map",
    stat.S_IFREG: "een bestand",
}
SPECIAL = "een speciaal bestand"


class NotPlainError(ValueError):
    """Not an ordinary file; the message says what it is, in the instructor's language."""


def kind_of(path: Path) -> str:
    """What is at `path`, in the instructor's language; empty when there is nothing. No link is followed."""
    try:
        return KINDS.get(stat.S_IFMT(path.lstat().st_mode), SPECIAL)
    except (OSError, ValueError):
        return ""


def is_plain(path: Path) -> bool:
    """Whether there is an ordinary file at `path`."""
    return kind_of(path) == KINDS[stat.S_IFREG]


def is_folder(path: Path) -> bool:
    """Whether there is a real folder at `path`."""
    return kind_of(path) == KINDS[stat.S_IFDIR]


def read_plain(path: Path, limit: int) -> bytes:
    """At most `limit` bytes from the start of an ordinary file.

    Raises:
        NotPlainError: when it is not one.
        OSError: when it cannot be read.
    """
    if not is_plain(path):  # asked before opening: opening a device can do something
        raise NotPlainError(kind_of(path))
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotPlainError(SPECIAL)
        return file.read(limit)
