"""Which files of a hand-in are read; nothing else of it is collected, compared or kept."""

from __future__ import annotations

from pathlib import PurePath

from course.answers.record import is_id
from course.grading.submission.which_notebook import NOTEBOOK

ANSWERS = "answers"
HOUSEKEEPING = ".collected"
"""A hidden folder in ``submitted``; nbgrader's patterns pass over it."""
SECRET, TIMESTAMP = "submission_secret.txt", "timestamp.txt"
NBGRADERS = (SECRET, TIMESTAMP)
"""nbgrader's own files in a hand-in."""


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
