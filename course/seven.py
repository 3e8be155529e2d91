"""Your seven: how far each principle is, drawn on the start page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Seven:
    """The seven principles and the first test, of the course that this notebook is a lesson of. Shows nothing else."""

    language: str = "nl"

    def data(self) -> dict[str, Any]:
        """What there is now; see `course.progress.seven`."""
        from course.progress import seen_course, seven  # late: it reads notebooks, with a kind in each cell

        folder = Path.cwd().parent.parent  # this is in modules/nl
        return seven(seen_course(folder, self.language, date.today()))

    def _ipython_display_(self) -> None:
        from course.view import show_seven  # late: a grader or a test needs no widgets

        show_seven(self)
