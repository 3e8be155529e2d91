"""nbgrader's Assignment List, in which a participant finds the feedback wherever the notebook stands in the hand-in.

That list looks for feedback for each ``*.ipynb`` at the top of what was submitted, in the participant's own copy of it.
A notebook in a folder, or one that a browser called ``.ipynb.txt``, is graded, and its feedback would never be found.

And who opens a course works on an assignment where it stands in the course: there it is fetched to, and handed in from.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from nbgrader.exchange.default import ExchangeSubmit
from nbgrader.server_extensions.assignment_list.handlers import AssignmentList
from traitlets.config import Config

from course.grading.submission.which_notebook import MissingNotebookError, notebook_at

_copy = ExchangeSubmit.do_copy


def copy_with_notebook(self: ExchangeSubmit, src: str, dest: str) -> None:
    """As nbgrader does it; the notebook that will be graded also stands where its list looks."""
    _copy(self, src, dest)
    if not any(Path(dest).glob("*.ipynb")):
        place = Path(dest, f"{self.coursedir.assignment_id}.ipynb")
        with suppress(MissingNotebookError):
            shutil.copyfile(notebook_at(place)[0], place)


_load_config = AssignmentList.load_config


def hand_in_from(folder: Path) -> None:
    """Let assignments be fetched to `folder` and handed in from there, unless nbgrader's settings name another."""

    def load_config(self: AssignmentList) -> Config:
        config = _load_config(self)
        if "assignment_dir" not in config.Exchange:
            folder.mkdir(parents=True, exist_ok=True)
            config.Exchange.assignment_dir = str(folder)
        return config

    AssignmentList.load_config = load_config


def list_what_is_graded() -> None:
    """Put this in nbgrader's step."""
    ExchangeSubmit.do_copy = copy_with_notebook
