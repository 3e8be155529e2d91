"""Notebooks on disk, always in the same form, so that a difference is a real one."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode


def write(notebook: NotebookNode, path: Path) -> None:
    """Validate `notebook` and write it to `path`."""
    nbformat.validate(notebook)
    path.write_text(nbformat.writes(notebook, indent=1, sort_keys=True) + "\n", "utf-8")
