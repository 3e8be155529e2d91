"""Folders and files: which hold work of participants, and how one takes the place of another in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path, PurePath
from secrets import token_hex

HAND_INS = frozenset({"inbound", "downloaded", "submitted", "autograded", "feedback"})
"""What nbgrader calls the folders with hand-ins, also on the exchange, and what is made of them."""


def holds_hand_ins(place: PurePath) -> bool:
    """Whether `place` is in a folder with hand-ins, also where the system takes a name in capitals for the same."""
    return not HAND_INS.isdisjoint(part.casefold() for part in place.parts)


def write_at_once(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write the file `path`: whoever reads it finds the old one or the new one, and never half of it.

    It gets `mode`, as `os.chmod` takes it, or else that of any new file.

    Raises:
        OSError: it cannot be written; the old one is as it was.
    """
    draft = path.with_name(f".{path.name}.{token_hex(4)}.tmp")
    try:
        draft.write_bytes(data)
        if mode is not None:
            draft.chmod(mode)
        draft.replace(path)
    finally:
        with suppress(OSError):  # what went wrong before says more
            draft.unlink(missing_ok=True)


def put_in_place(new: Path, target: Path) -> None:
    """Let the folder `new` take the place of `target`. A stop at any moment leaves one of the two there, whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(target):
        new.rename(target)
        return
    if not _exchange(new, target):  # elsewhere than on Linux there is a moment between the two
        old = new.with_name(f"{new.name}.old")
        target.rename(old)
        new.rename(target)
        new = old
    if new.is_symlink():
        new.unlink()
    else:
        shutil.rmtree(new, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    at_cwd, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE in linux/fcntl.h and linux/fs.h
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return rename is not None and rename(at_cwd, os.fsencode(one), at_cwd, os.fsencode(other), exchange) == 0
