"""What was already done: a mark beside each result, with a fingerprint of all that it was made from.

The mark is written last. A run that is stopped at any moment therefore leaves a result that is whole and marked, or one
that the next run makes again.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import BaseCell, Comment, Grade, Gradebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy.orm import Query

from course.folders import write_at_once
from course.grading.closed import is_closed
from course.grading.one import shown_beside
from course.grading.released import released
from course.grading.run import MARK
from course.grading.site import Site
from course.grading.submission.parts import is_part, may_hold_parts
from course.grading.submission.plain_file import NotPlainError, is_folder, read_plain

MAX_BYTES = 200_000_000
"""Read of one hand-in; of the rest its size and time are told."""
MAX_FILES = 5_000
"""Looked at in one folder of a hand-in."""


def read_mark(folder: Path) -> str:
    """The fingerprint that the result in `folder` was made from; empty when it was not finished."""
    try:
        return (folder / MARK).read_text("utf-8")
    except OSError:
        return ""


def write_mark(folder: Path, fingerprint: str) -> None:
    """Mark the result in `folder` as finished."""
    write_at_once(folder / MARK, fingerprint.encode())


def forget(folder: Path) -> None:
    """Let the result in `folder` be made again."""
    (folder / MARK).unlink(missing_ok=True)


def instructors_part(site: Site, assignment: str) -> str:
    """Fingerprint of what every hand-in is graded with: the released notebook, its hidden checks and its pictures."""
    digest = hashlib.sha256(nbformat.writes(released(site.coursedir, assignment).notebook).encode())
    for path in shown_beside(site.folder("source_directory", ".", assignment)):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def hand_ins_part(folder: Path, instructors: str) -> str:
    """Fingerprint of what is read of one hand-in, and of what it is graded with. Links are not followed."""
    digest = hashlib.sha256(instructors.encode())
    digest.update(_described(folder))
    left = MAX_BYTES
    for path in _parts(folder):
        digest.update(os.fsencode(path.relative_to(folder)))
        try:
            data = read_plain(path, left)
        except (OSError, NotPlainError):
            data = b""
        digest.update(data)
        left -= len(data)
        if not data or not left:
            digest.update(_described(path))
    return digest.hexdigest()


def _parts(folder: Path) -> Iterator[Path]:
    """The files of a hand-in that are read, in order."""
    for inside in _names(folder)[:MAX_FILES]:
        if is_part(Path(inside)):
            yield folder / inside
        if may_hold_parts(Path(inside)) and is_folder(folder / inside):
            yield from (
                folder / inside / name
                for name in _names(folder / inside)[:MAX_FILES]
                if is_part(Path(inside, name))
            )


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder)) if is_folder(folder) else []
    except OSError:
        return []


def _described(path: Path) -> bytes:
    """What can be told of a file without opening it."""
    try:
        about = path.lstat()
    except OSError as error:
        return str(error.errno).encode()
    if stat.S_ISDIR(about.st_mode):
        return b"folder"
    return f"{about.st_mode} {about.st_size} {about.st_mtime_ns}".encode()


def scores(site: Site, assignment: str, student: str | None = None) -> dict[str, str]:
    """Fingerprint of all points, penalties and comments of each participant, or of one `student` alone."""
    found: dict[str, list[list[object]]] = {}
    with site.gradebook() as book:
        for kind, columns in (
            (
                Grade,
                (
                    Grade.auto_score,
                    Grade.manual_score,
                    Grade.extra_credit,
                    Grade.needs_manual_grade,
                    SubmittedNotebook.late_submission_penalty,
                ),
            ),
            (Comment, (Comment.auto_comment, Comment.manual_comment)),
        ):
            rows = of_class(book, assignment, kind, BaseCell.name, *columns).join(
                BaseCell, kind.cell_id == BaseCell.id
            )
            if student is not None:
                rows = rows.filter(SubmittedAssignment.student_id == student)
            for who, *values in rows:
                found.setdefault(who, []).append([kind.__name__, *values])
    return {who: _digest(json.dumps(sorted(values, key=str)).encode()) for who, values in found.items()}


def closed(site: Site, assignment: str) -> str:
    """What of the answers feedback may tell: more once the assignment is closed."""
    return "closed" if is_closed(site.coursedir, assignment) else ""


def of_class(
    book: Gradebook, assignment: str, kind: type[Grade] | type[Comment], *columns: Any
) -> Query[Any]:
    """A question about the grades or comments of everybody: rows of the participant and `columns`."""
    return (
        book.db.query(SubmittedAssignment.student_id, *columns)
        .select_from(kind)
        .join(SubmittedNotebook, kind.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(SubmittedAssignment.assignment.has(name=assignment))
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
