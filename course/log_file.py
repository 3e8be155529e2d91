"""The log in the course folder: what nbgrader and the course did there."""

from __future__ import annotations

import logging
from pathlib import Path

LOG = ".nbgrader.log"
"""Its name. On screen stands only what a person has to know."""


def log_file(folder: Path) -> logging.Handler:
    """What writes to the log in the course `folder`; the file is made with the first line."""
    handler = logging.FileHandler(folder / LOG, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.setLevel(logging.INFO)
    return handler
