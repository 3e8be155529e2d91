"""A release holds exercises and text, and nothing else that a program does something with.

Whoever opens it trusts it. So what JupyterLab would act on is left out where the release is made, and read again before
nbgrader hands it out: in between anybody with the folder can change it.
"""

from __future__ import annotations

import os
import re
import stat
from copy import deepcopy
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.exchange.default import ExchangeReleaseAssignment

from course.assignment import assignment_in
from course.errors import WHY, CourseError
from course.grading.language import language_of
from course.i18n import Message, translator
from course.notebook_fields import CELL, METADATA, keep_only

CELL_METADATA = frozenset({"deletable", "editable", "jupyter", "nbgrader"})
SHARED = 0o1777
"""Mode of a folder in which everybody may write, and take away only what is their own."""
ACTIVE = re.compile(r"<(?:script|iframe|object|embed)\b|<\w[^>]*\son\w+\s*=|javascript:", re.IGNORECASE)


def verify_exercises(notebook: NotebookNode) -> None:
    """See to it that the cells of `notebook` show exercises and text.

    Raises:
        CourseError: when one does more.
    """
    assignment_in(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "raw" or (cell.cell_type == "markdown" and ACTIVE.search(cell.source)):
            raise CourseError(
                Message("A text of this assignment would run something: {text}", text=cell.source[:80])
            )


def leave_exercises(notebook: NotebookNode) -> None:
    """Leave out of `notebook` what a release does not need, such as the state of widgets."""
    keep_only(notebook.metadata, METADATA)
    for cell in notebook.cells:
        keep_only(cell, CELL)
        keep_only(cell.metadata, CELL_METADATA)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


class SafeRelease(ExchangeReleaseAssignment):
    """nbgrader's step, for a release that is still as it was made."""

    def ensure_root(self) -> None:
        """See to it that there is an exchange in which everybody may write, and take away only what is their own.

        Raises:
            ExchangeError: when there is none and it cannot be made.
        """
        if not Path(self.root).is_dir():
            try:
                os.makedirs(self.root)
                os.chmod(self.root, SHARED | (stat.S_ISGID if self.coursedir.groupshared else 0))
            except OSError as error:
                told = Message(
                    "There is no exchange at {root}, and it cannot be made: {why}. On a shared server its "
                    "administrator makes it once: 'mkdir -p -m 1777 {root}'. Without such a server, hand out the "
                    "notebook in {folder}.",
                    root=self.root,
                    why=WHY.get(error.errno or 0, error.strerror or type(error).__name__),
                    folder=f"{self.coursedir.release_directory}/{self.coursedir.assignment_id}",
                )
                self.fail(translator(language_of(self.coursedir))(told))
        super().ensure_root()

    def init_src(self) -> None:
        """Find the release, and read it.

        Raises:
            ExchangeError: when it holds more than exercises and text.
        """
        super().init_src()
        for path in sorted(Path(self.src_path).rglob("*.ipynb")):
            try:
                _verify_release(path, self.coursedir.assignment_id)
            except CourseError as error:
                self.fail(f"{path.name}: {translator(language_of(self.coursedir))(error.message)}")


def _verify_release(path: Path, assignment: str) -> None:
    notebook = nbformat.read(path, as_version=4)
    bare = deepcopy(notebook)
    leave_exercises(bare)
    verify_exercises(notebook)
    if bare != notebook:
        raise CourseError(
            Message(
                "This release holds more than exercises and text. Make it again: 'nbgrader generate_assignment "
                "{assignment} --force'.",
                assignment=assignment,
            )
        )
