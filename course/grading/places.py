"""Where each step of nbgrader keeps a hand-in."""

from __future__ import annotations

from pathlib import Path

from nbgrader.coursedir import CourseDirectory


def folder_of(coursedir: CourseDirectory, step: str, student: str, assignment: str) -> Path:
    """The folder of one hand-in for a `step`, such as ``submitted_directory`` or ``autograded_directory``."""
    return Path(coursedir.root, coursedir.format_path(getattr(coursedir, step), student, assignment))
