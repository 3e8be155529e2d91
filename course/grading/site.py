"""The course folder as nbgrader's configuration describes it."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import chdir
from functools import lru_cache
from pathlib import Path

import nbformat
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from course.assignment import grade_id
from course.command_error import CommandError
from course.errors import CourseError
from course.grading.language import language_of
from course.grading.log import PlainLines
from course.grading.places import folder_of
from course.grading.submission.submitted import students
from course.i18n import Message, Translator, translator

CONFIG = "nbgrader_config.py"
LOG = ".nbgrader.log"
"""Where nbgrader tells what it does, in the course folder; on screen stands only what a person has to know."""


class Site:
    """One course folder: its settings, folders and gradebook.

    Args:
        root: the folder with ``nbgrader_config.py``.

    Raises:
        CommandError: when there is none, or when it cannot be read.
    """

    def __init__(self, root: Path) -> None:
        if not (root / CONFIG).is_file():
            raise CommandError(
                Message(
                    "There is no {file} in the folder {folder}. Go to the course folder, or name it with --course-dir.",
                    file=CONFIG,
                    folder=root,
                )
            )
        self.root = root
        path = list(sys.path)
        try:
            # Not the singleton: a page or a test may have an nbgrader application of its own.
            self.app = NbGrader(raise_config_file_errors=True)
            self.app.log.setLevel(logging.INFO)
            self.app.log.handlers, self.app.log.propagate = [_log_file(root / LOG)], False
            with chdir(root):  # nbgrader also reads the settings of the folder that it is started from
                self.app.initialize([], root=str(root))
        except Exception as error:  # the file is Python, so it can go wrong in every way
            raise CommandError(Message("{file} cannot be read: {error}", file=CONFIG, error=error)) from error
        finally:
            sys.path[:] = path  # nbgrader puts the working folder in front
        self.app.log.handlers = [_log_file(root / LOG)]
        logging.getLogger("course.grading").handlers = self.app.log.handlers  # no traceback on screen
        self.coursedir = self.app.coursedir

    @property
    def t(self) -> Translator:
        """Words in the language of this course."""
        return translator(language_of(self.coursedir))

    @property
    def db_url(self) -> str:
        """Where the gradebook is, as SQLAlchemy writes it."""
        return str(self.coursedir.db_url)

    def gradebook(self, *, new: bool = True) -> Gradebook:
        """The gradebook; a context manager.

        Args:
            new: whether an empty one may be made when there is none.

        Raises:
            CommandError: when there is none, or when it cannot be reached.
        """
        url = make_url(self.db_url)
        if not new and url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
            raise CommandError(
                Message(
                    "There is no gradebook yet ({file}). Grade an assignment first, with 'course grade'.",
                    file=os.path.relpath(url.database or "", self.root),
                )
            )
        try:
            return Gradebook(self.db_url, self.coursedir.course_id)
        except SQLAlchemyError as error:
            raise CommandError(
                Message(
                    "The gradebook {url} cannot be opened. Check db_url in {file}, and whether the database is "
                    "running.",
                    url=url.render_as_string(hide_password=True),
                    file=CONFIG,
                )
            ) from error

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """The folder of one hand-in for a `step`, such as ``submitted_directory`` or ``autograded_directory``."""
        return folder_of(self.coursedir, step, student, assignment)

    def assignments(self) -> list[str]:
        """The names of all assignments that have a source, in order."""
        return sorted(
            path.parent.name for path in self.folder("source_directory", ".", "x").parent.glob("*/*.ipynb")
        )

    def hand_ins(self, assignment: str) -> list[str]:
        """Who handed in `assignment`, in order."""
        return students(self.coursedir, assignment)

    def release(self, assignment: str) -> Path:
        """The notebook that participants got."""
        return self.folder("release_directory", ".", assignment) / f"{assignment}.ipynb"

    def generate(self, assignment: str) -> None:
        """Make the release and put the checks in the gradebook: ``nbgrader generate_assignment --force``.

        Raises:
            CommandError: when nbgrader refuses.
        """
        self.coursedir.assignment_id = assignment
        converter = GenerateAssignment(coursedir=self.coursedir, parent=self.app)
        converter.force = True
        try:
            converter.start()
        except NbGraderException as error:
            if isinstance(error.__cause__, CourseError):
                raise CommandError(error.__cause__.message) from error
            raise CommandError(
                Message(
                    "nbgrader cannot prepare {assignment}. {log} tells what is wrong. After work was handed in, an "
                    "assignment can no longer gain or lose parts.",
                    assignment=assignment,
                    log=LOG,
                )
            ) from error

    def is_outdated(self, assignment: str) -> bool:
        """Whether the source changed since the gradebook got its checks."""
        source = self.folder("source_directory", ".", assignment) / f"{assignment}.ipynb"
        cells = [cell for cell in nbformat.read(source, as_version=4).cells if "nbgrader" in cell.metadata]
        with self.gradebook() as book:
            notebook = book.find_notebook(assignment, assignment)
            points = {cell.name: cell.max_score for cell in notebook.grade_cells}
            locked = {cell.name: cell.source for cell in notebook.source_cells if cell.locked}
        return {grade_id(cell): cell.source for cell in cells if utils.is_locked(cell)} != locked or {
            grade_id(cell): cell.metadata.nbgrader["points"] for cell in cells if utils.is_grade(cell)
        } != points

    def knows(self, assignment: str) -> bool:
        """Whether the gradebook has the checks of `assignment`."""
        with self.gradebook() as book:
            try:
                return bool(book.find_assignment(assignment).notebooks)
            except MissingEntry:
                return False


def _log_file(path: Path) -> logging.Handler:
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(
        PlainLines("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S", color=False)
    )
    handler.setLevel(logging.INFO)
    return handler


def site_at(root: Path) -> Site:
    """The site at `root`, made once for each process and each version of its settings."""
    config = root / "nbgrader_config.py"
    return _site_at(root, config.stat().st_mtime_ns if config.is_file() else 0)


@lru_cache(maxsize=4)
def _site_at(root: Path, _version: int) -> Site:
    return Site(root)
