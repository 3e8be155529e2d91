"""Opening nothing but ordinary files: no link, device, pipe or folder that calls itself one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from course.errors import CourseError
from course.i18n import Message

KINDS = {
    0: Message("nothing"),
    stat.S_IFLNK: Message("a link to another place"),
    stat.S_IFDIR: Message("a folder"),
    stat.S_IFREG: Message("a file"),
}
SPECIAL = Message("a special file")


class NotPlainError(CourseError):
    """Not an ordinary file; the message says what it is, as a part of a sentence."""


def kind_of(path: Path) -> Message | None:
    """What is at `path`, as a part of a sentence; None when there is nothing. No link is followed."""
    kind = _file_type(path)
    return KINDS.get(kind, SPECIAL) if kind else None


def is_plain(path: Path) -> bool:
    """Whether there is an ordinary file at `path`."""
    return _file_type(path) == stat.S_IFREG


def is_folder(path: Path) -> bool:
    """Whether there is a real folder at `path`."""
    return _file_type(path) == stat.S_IFDIR


def _file_type(path: Path) -> int:
    """As in `stat.S_IFMT`; 0 when there is nothing."""
    try:
        return stat.S_IFMT(path.lstat().st_mode)
    except (OSError, ValueError):
        return 0


def read_plain(path: Path, limit: int) -> bytes:
    """At most `limit` bytes from the start of an ordinary file.

    Raises:
        NotPlainError: when it is not one.
        OSError: when it cannot be read.
    """
    kind = _file_type(path)
    if kind != stat.S_IFREG:  # asked before opening: opening a device can do something
        raise NotPlainError(KINDS.get(kind, SPECIAL))
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotPlainError(SPECIAL)
        return file.read(limit)
