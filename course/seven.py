"""Your seven: how far each principle is, drawn on the start page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from course.answers import SeenAnswers


@dataclass(frozen=True)
class Seven:
    """The seven principles and the first test, of the course that this notebook is a lesson of. Shows nothing else."""

    language: str = "nl"

    def data(self) -> dict[str, Any]:
        """What there is now; see `course.progress.seven`."""
        from course.progress import seen_course, seven  # late: it reads notebooks, with a kind in each cell

        folder = Path.cwd().parent.parent  # this is in modules/nl
        seen = seen_course(
            folder,
            self.language,
            folder,
            lambda path: json.loads(path.read_bytes()),
            lambda path: SeenAnswers(path.parent / "answers"),
            date.today(),
        )
        return seven(seen)

    def _ipython_display_(self) -> None:
        from course.view import show_seven  # late: a grader or a test needs no widgets

        show_seven(self)
