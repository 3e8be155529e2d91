"""Whether an assignment is closed: nobody hands it in again, so feedback may tell every reason and the model answers.

Kept in a file of its own in the course folder. nbgrader's gradebook has no place for it; every step, on every computer
that helps, sees this folder; and without the file an assignment is open, which tells the least.
"""

from __future__ import annotations

from pathlib import Path

from nbgrader.coursedir import CourseDirectory


def is_closed(coursedir: CourseDirectory, assignment: str) -> bool:
    """Whether `assignment` was closed and not opened again."""
    return _sign(coursedir, assignment).exists()


def set_closed(coursedir: CourseDirectory, assignment: str, closed: bool) -> None:
    """Close `assignment`, or open it again."""
    if closed:
        _sign(coursedir, assignment).touch()
    else:
        _sign(coursedir, assignment).unlink(missing_ok=True)


def _sign(coursedir: CourseDirectory, assignment: str) -> Path:
    return Path(coursedir.root, f".closed-{coursedir.course_id}-{assignment}")
