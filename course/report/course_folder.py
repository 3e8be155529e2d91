"""The course as nbgrader sees it: its folders and its gradebook, from nbgrader's own configuration."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from course.report.refusal import ReportError

CONFIG = "nbgrader_config.py"


class _Quiet(NbGrader):
    """nbgrader's own way to its configuration, without a command to run and without its log."""

    name = "nbgrader-report"

    def _log_level_default(self) -> int:
        return logging.CRITICAL


@contextmanager
def course_folder(folder: Path) -> Iterator[CourseDirectory]:
    """The course in `folder`; as long as the context lasts, it is also the working folder, as for nbgrader.

    Raises:
        ReportError: when there is no course in `folder`.
    """
    if not (folder / CONFIG).is_file():
        raise ReportError(
            f"In de map {folder.absolute()} staat geen {CONFIG}. Ga naar de hoofdmap van de cursus of noem die "
            "met --course-dir."
        )
    path = list(sys.path)
    with chdir(folder):
        try:
            # Exceptions in the file are the instructor's to see, so they are not logged and passed over.
            app = _Quiet(raise_config_file_errors=True)
            app.initialize([])
        except Exception as error:
            raise ReportError(f"{CONFIG} kan niet worden gelezen: {error}") from error
        finally:
            sys.path[:] = path  # nbgrader puts the working folder in front
        yield app.coursedir


@contextmanager
def gradebook_of(coursedir: CourseDirectory) -> Iterator[Gradebook]:
    """The gradebook that is there; never a new, empty one.

    Raises:
        ReportError: when there is none, or when it cannot be reached.
    """
    url = make_url(coursedir.db_url)
    if url.get_backend_name() == "sqlite" and not (url.database and Path(url.database).is_file()):
        raise ReportError(
            f"Er is nog geen cijferboek ({_short(url.database or '')}). Maak eerst een opdracht met "
            "'nbgrader generate_assignment' en kijk hem na."
        )
    try:
        book = Gradebook(coursedir.db_url, coursedir.course_id)
    except SQLAlchemyError as error:
        raise ReportError(
            f"Het cijferboek {url.render_as_string(hide_password=True)} is niet te openen. "
            "Controleer db_url in nbgrader_config.py en of de database aanstaat."
        ) from error
    with book:
        yield book


def path_in(coursedir: CourseDirectory, step: str, student: str, assignment: str) -> Path:
    """A folder of one participant (``.`` for the instructor's) and one assignment in the folder `step`."""
    return Path(coursedir.root) / coursedir.format_path(step, student, assignment)


def _short(path: str) -> str:
    return os.path.relpath(path)
