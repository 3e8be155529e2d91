"""When something was handed in, and whether the course itself saw that.

A folder that was put in ``submitted`` by hand may hold a ``timestamp.txt`` of the participant's own. What the course
collects is noted, so that the moment of anything else is told to the instructor: lateness follows from it.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from course.folders import write_at_once
from course.grading.submission.parts import ANSWERS, HOUSEKEEPING, TIMESTAMP, is_part
from course.grading.submission.plain_file import NotPlainError, is_folder, read_plain

MAX_BYTES = 100_000_000
MAX_FILES = 2_000
"""Looked at of one hand-in; files of answers."""


def note_moment(made: Path, submitted: Path, student: str, assignment: str) -> None:
    """Note that the hand-in in the folder `made` has a moment that the course wrote, before it goes to `submitted`."""
    note = _note(submitted, student, assignment)
    note.parent.mkdir(parents=True, exist_ok=True)
    write_at_once(note, _digest(made, assignment).encode())


def is_noted(submitted: Path, student: str, assignment: str) -> bool:
    """Whether the hand-in of `student` is, with its moment, as the course collected it."""
    try:
        noted = read_plain(_note(submitted, student, assignment), 100).decode("ascii")
    except (OSError, NotPlainError, UnicodeError):
        return False
    return noted == _digest(submitted / student / assignment, assignment)


def _note(submitted: Path, student: str, assignment: str) -> Path:
    return submitted / HOUSEKEEPING / "moments" / assignment / student


def _digest(folder: Path, assignment: str) -> str:
    """Fingerprint of the moment and of the work that it belongs to."""
    names = [TIMESTAMP, f"{assignment}.ipynb"]
    if is_folder(folder / ANSWERS):
        names += (
            name
            for one in sorted(os.listdir(folder / ANSWERS))[:MAX_FILES]
            if is_part(Path(name := f"{ANSWERS}/{one}"))
        )
    digest, left = hashlib.sha256(), MAX_BYTES
    for name in names:
        try:
            data = read_plain(folder / name, left)
        except (OSError, NotPlainError):
            data = b""
        left -= len(data)
        digest.update(f"{name} {len(data)} ".encode() + data)
    return digest.hexdigest()
