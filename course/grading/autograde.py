"""Where nbgrader's `Autograde` does as the course does.

nbgrader copies every file of a hand-in before the first of its steps, follows links, reads names as patterns, passes
over who handed in no notebook of the right name, and starts a kernel. So two of its methods are replaced in the class
itself: which hand-ins there are, and what is done with each. ``nbgrader autograde``, the formgrader's button and
``course grade`` then all do the same.
"""

from __future__ import annotations

from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.utils import parse_utc

from course.errors import CourseError, RefusedError
from course.grading.language import language_of
from course.grading.one import grade_one, reader
from course.grading.places import folder_of
from course.grading.released import released
from course.grading.submission.submitted import misplaced, read_timestamp, students
from course.i18n import Message, translator
from course.printable import printable


def init_notebooks(self: Autograde) -> None:
    """Find who handed in: names are names, and every folder is a hand-in, if only an empty one."""
    coursedir, assignment = self.coursedir, self.coursedir.assignment_id
    t = translator(language_of(coursedir))
    for message in misplaced(coursedir, assignment):
        self.log.error(t(message))
    self.notebooks = []
    self.assignments = {
        coursedir.format_path(coursedir.submitted_directory, name, assignment): [name]
        for name in students(coursedir, assignment, coursedir.student_id)
    }
    if not self.assignments:
        place = coursedir.format_path(coursedir.submitted_directory, coursedir.student_id, assignment)
        nothing = Message(
            "Nothing was handed in for {assignment} (No notebooks were matched by '{place}').",
            assignment=assignment,
            place=place,
        )
        self.log.error(t(nothing))
        raise NbGraderException(t(nothing))


def convert_notebooks(self: Autograde) -> None:
    """Grade each hand-in that is new, or all of them with ``--force``.

    Raises:
        NbGraderException: when there is nothing to grade with, or when some could not be graded; the others are.
    """
    coursedir, assignment = self.coursedir, self.coursedir.assignment_id
    t = translator(language_of(coursedir))
    try:
        released(coursedir, assignment)
    except CourseError as error:
        self.log.error(t(error.message))
        raise NbGraderException(t(error.message)) from error
    excluded = set(filter(None, (coursedir.student_id_exclude or "").split(",")))
    refused = []
    try:
        for folder, (student,) in sorted(self.assignments.items()):
            graded = folder_of(coursedir, "autograded_directory", student, assignment)
            if student in excluded:
                continue
            if not self.force and graded.is_dir() and not _is_newer(Path(folder), graded):
                self.log.info("Skipping existing assignment: %s", graded)
                continue
            self.run_pre_convert_hook()
            try:
                grade_one(coursedir, student, assignment)
            except RefusedError as error:
                self.log.error("%s: %s", printable(student), t(error.message))
                refused.append(printable(student))
            except Exception:  # whatever it is, the rest of the class goes on
                self.log.exception("%s", printable(student))
                refused.append(printable(student))
            else:
                self.run_post_convert_hook()
    finally:
        reader.cache_clear()  # nbgrader's pages ask this of a server, which stays
    if refused:
        told = Message("Not graded: {names}. See the log for the reasons.", names=", ".join(refused))
        raise NbGraderException(t(told))


def _is_newer(submitted: Path, graded: Path) -> bool:
    """Whether what was `submitted` came after what was `graded`; a hand-in without a moment did not."""
    moments = [read_timestamp(folder) for folder in (submitted, graded)]
    return all(moments) and parse_utc(moments[0]) > parse_utc(moments[1])


def grade_as_the_course_does() -> None:
    """Give nbgrader's `Autograde` these in place of what it inherits."""
    for method in (init_notebooks, convert_notebooks):
        setattr(Autograde, method.__name__, method)
