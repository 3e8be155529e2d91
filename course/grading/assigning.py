"""Where nbgrader's `GenerateAssignment` does as the course does: an assignment that could not be graded is not made.

nbgrader shows a traceback for whatever goes wrong in one of its steps, so this comes before the first of them.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException

from course.errors import CourseError
from course.grading.language import language_of
from course.grading.places import verify_root
from course.grading.release import verify_exercises
from course.i18n import translator

_find = GenerateAssignment.init_notebooks


def init_notebooks(self: GenerateAssignment) -> None:
    """Find the notebooks, and refuse one with other code than the course's own: nothing of it could be graded safely.

    A path that nbgrader would not take as it is, is refused here too: everything begins with an assignment.

    Raises:
        NbGraderException: when one is refused.
    """
    try:
        verify_root(Path(self.coursedir.root))
    except CourseError as error:
        told = translator(language_of(self.coursedir))(error.message)
        self.log.error(told)
        raise NbGraderException(told) from error
    _find(self)
    for path in map(Path, chain.from_iterable(self.assignments.values())):
        try:
            notebook = nbformat.read(path, as_version=4)
        except Exception:  # nbgrader itself tells that it cannot be read
            self.log.debug("%s", path, exc_info=True)
            continue
        try:
            verify_exercises(notebook)
        except CourseError as error:
            told = translator(notebook.metadata.get("course", {}).get("language", "nl"))(error.message)
            self.log.error("%s: %s", path.name, told)
            raise NbGraderException(told) from error


def verify_before_generating() -> None:
    """Give nbgrader's `GenerateAssignment` this in place of its own."""
    GenerateAssignment.init_notebooks = init_notebooks
