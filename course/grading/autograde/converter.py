"""nbgrader's `Autograde`, for hand-ins that may be anything.

nbgrader copies every file of a hand-in before the first of its steps: it follows links, waits for ever on a pipe and
fills the disk from a device. It reads the names of participants as patterns, and it passes over who handed in no
notebook of the right name. There is no setting for that, so what `Autograde` inherits is replaced in the class itself:
``nbgrader autograde``, the formgrader's button and ``course grade`` then all do the same.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.coursedir import CourseDirectory

from course.errors import told_in
from course.grading.submission.plain_file import NotPlainError, read_plain
from course.grading.submission.submitted import misplaced, read_timestamp, students, verify_place
from course.i18n import translator

SECRET = "submission_secret.txt"  # noqa: S105  (nbgrader's name for it)
NOTHING = "Voor {assignment} is niets ingeleverd (No notebooks were matched by '{place}')."


def notebooks_of(coursedir: CourseDirectory, folder: Path, assignment: str) -> list[str]:
    """Where the notebooks of the hand-in in `folder` are, or should have been."""
    release = Path(coursedir.format_path(coursedir.release_directory, ".", assignment))
    expected = sorted(path.name for path in release.glob("*.ipynb")) or [f"{assignment}.ipynb"]
    wanted = [name for name in expected if fnmatchcase(name, f"{coursedir.notebook_id}.ipynb")]
    # Of several notebooks nbgrader itself gives zero for the one that is not there.
    return [str(folder / name) for name in wanted if len(expected) == 1 or os.path.lexists(folder / name)]


def init_notebooks(self: Autograde) -> None:
    """Find what was handed in: names are names, and every hand-in has a notebook, if only an empty one."""
    coursedir, assignment = self.coursedir, self.coursedir.assignment_id
    for lost in misplaced(coursedir, assignment):
        self.log.error(translator("nl")(lost))
    submitted = coursedir.submitted_directory
    folders = {
        name: coursedir.format_path(submitted, name, assignment)
        for name in students(coursedir, assignment, coursedir.student_id)
    }
    self.assignments = {
        folder: notebooks_of(coursedir, Path(folder), assignment) for folder in folders.values()
    }
    self.notebooks = []
    if not self.assignments:
        place = coursedir.format_path(submitted, coursedir.student_id, assignment)
        message = NOTHING.format(assignment=assignment, place=place)
        self.log.error(message)
        raise NbGraderException(message)


def init_destination(self: Autograde, assignment_id: str, student_id: str) -> bool:
    """Make ready to grade one hand-in; False when it was graded before.

    Raises:
        RefusedError: when it stands where it cannot be graded.
    """
    with told_in(translator("nl")):
        verify_place(self.coursedir, student_id, assignment_id)
    submitted = Path(
        self.coursedir.format_path(self.coursedir.submitted_directory, student_id, assignment_id)
    )
    _set_out(submitted)
    self._set_out_for = assignment_id, student_id
    return bool(BaseConverter.init_destination(self, assignment_id, student_id))


def _format_source(self: Autograde, assignment_id: str, student_id: str, escape: bool = False) -> str:
    """Where nbgrader looks for a hand-in and for its other files: there it finds those that it may copy."""
    path = str(BaseConverter._format_source(self, assignment_id, student_id, escape))
    if escape:  # a pattern that takes names from a path; in it ``.`` is no line break and does match a slash
        return path.replace(">.*)", ">[^/]+)")
    is_set_out = getattr(self, "_set_out_for", None) == (assignment_id, student_id)
    return str(_shown(os.getpid())) if self._sanitizing and is_set_out else path


@lru_cache(maxsize=1)
def _shown(_process: int) -> Path:
    """The folder in which nbgrader sees one hand-in at a time; each process has its own."""
    folder = Path(tempfile.mkdtemp(prefix="overtuigen-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _set_out(submitted: Path) -> None:
    """Show nbgrader its own files of a hand-in and nothing else; the answers are read where they are."""
    shown = _shown(os.getpid())
    for path in shown.iterdir():
        path.unlink()
    if moment := read_timestamp(submitted):
        (shown / "timestamp.txt").write_text(moment, "ascii")
    with suppress(OSError, NotPlainError):
        (shown / SECRET).write_bytes(read_plain(submitted / SECRET, 1_000))


def grade_any_hand_in() -> None:
    """Give nbgrader's `Autograde` these in place of what it inherits."""
    own: tuple[Callable, ...] = (init_notebooks, init_destination, _format_source)
    for method in own:
        setattr(Autograde, method.__name__, method)
