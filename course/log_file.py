"""The log in the course folder: what nbgrader and the course did there."""

from __future__ import annotations

import logging
from pathlib import Path

LOG = ".nbgrader.log"
"""Its name. On screen stands only what a person has to know."""


def log_file(folder: Path) -> logging.Handler:
    """What writes to the log in the course `folder`; the file is made with the first line."""
    # Late: every command needs the name of the log, few need tornado.
    from course.grading.log import PlainLines

    handler = logging.FileHandler(folder / LOG, encoding="utf-8", delay=True)
    handler.setFormatter(
        PlainLines("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S", color=False)
    )
    handler.setLevel(logging.INFO)
    return handler
