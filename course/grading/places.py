"""Where each step of nbgrader keeps a hand-in."""

from __future__ import annotations

import re
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from course.errors import CourseError
from course.i18n import Message

PATTERN = re.compile(r"[*?\[\]{}]|%[0-9A-Fa-f]{2}")
"""What nbgrader or the address of its gradebook takes for something else when it stands in the path of the course."""


def folder_of(coursedir: CourseDirectory, step: str, student: str, assignment: str) -> Path:
    """The folder of one hand-in for a `step`, such as ``submitted_directory`` or ``autograded_directory``."""
    return Path(coursedir.root, coursedir.format_path(getattr(coursedir, step), student, assignment))


def verify_root(root: Path) -> None:
    """See to it that nbgrader takes the path of the course as it is.

    Raises:
        CourseError: when a part of it stands for something else.
    """
    if found := PATTERN.search(str(root)):
        raise CourseError(
            Message(
                "The course is in {folder}, and nbgrader takes {sign} in that path for something else. Give the folder "
                "another name, without it.",
                folder=root,
                sign=found[0],
            )
        )
