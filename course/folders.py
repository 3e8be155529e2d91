"""Folders: which hold work of participants, and how one takes the place of another in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

HAND_INS = frozenset({"downloaded", "submitted", "autograded", "feedback"})
"""What nbgrader calls the folders with hand-ins, and what is made of them."""


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
