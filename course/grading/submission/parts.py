"""Which files of a hand-in are read; nothing else of it is collected, compared or kept."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from course.answers.record import is_id
from course.grading.submission.plain_file import NotPlainError, read_plain
from course.grading.submission.which_notebook import NOTEBOOK

ANSWERS = "answers"
HOUSEKEEPING = ".collected"
"""A hidden folder in ``submitted``; nbgrader's patterns pass over it."""
SECRET, TIMESTAMP = "submission_secret.txt", "timestamp.txt"
NBGRADERS = (SECRET, TIMESTAMP)
"""nbgrader's own files in a hand-in."""
SECRET_TEXT = re.compile(rb"[0-9a-zA-Z_+=/-]{8,256}\s{0,2}")
"""nbgrader writes 128 hexadecimal digits; an exchange of another make may write something like it."""
MAX_SECRET = 300
"""Bytes that are read of it; what is longer is none."""


def is_part(path: PurePath) -> bool:
    """Whether the file at `path`, relative to the hand-in, is one that is read."""
    if path.parent.name == ANSWERS:
        return len(path.parts) == 2 and path.suffix == ".json" and is_id(path.stem)
    if len(path.parts) == 1 and path.name in NBGRADERS:
        return True
    return len(path.parts) <= 2 and NOTEBOOK.fullmatch(path.name) is not None


def may_hold_parts(path: PurePath) -> bool:
    """Whether the folder at `path`, relative to the hand-in, may have such a file in it."""
    return len(path.parts) == 1 and not path.name.startswith(".")


def secret_in(folder: Path) -> bytes:
    """The secret in a hand-in, with which its feedback is found on the exchange; empty when there is none."""
    try:
        secret = read_plain(folder / SECRET, MAX_SECRET)
    except (OSError, NotPlainError):
        return b""
    return secret if SECRET_TEXT.fullmatch(secret) else b""
