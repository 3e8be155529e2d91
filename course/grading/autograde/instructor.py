"""The instructor's notebook as it was generated, with its hidden checks: what every hand-in is graded with."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import lru_cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator

MISSING = "{path} ontbreekt. Maak de opdracht eerst met 'nbgrader generate_assignment {assignment}'."


def instructor_notebook(release: Path, assignment: str, db_url: str) -> NotebookNode:
    """The notebook at `release` with the cells that the gradebook keeps of its source put back.

    nbgrader's own steps do the same to a hand-in, cell by cell and hand-in by hand-in. Here it is done once.

    Raises:
        FileNotFoundError: when the assignment was not generated.
    """
    if not release.is_file():
        raise FileNotFoundError(MISSING.format(path=release, assignment=assignment))
    generated = release.stat()
    return deepcopy(_restored(release, assignment, db_url, generated.st_mtime_ns, generated.st_size))


@lru_cache(maxsize=16)
def _restored(release: Path, assignment: str, db_url: str, *_version: int) -> NotebookNode:
    notebook = nbformat.read(release, as_version=4)
    with Gradebook(db_url) as book:
        kept = book.find_notebook(release.stem, assignment)
        notebook.metadata["kernelspec"] = json.loads(kept.kernelspec or "{}")
        sources = {cell.name: cell for cell in kept.source_cells}
        for cell in notebook.cells:
            if source := sources.get(cell.metadata.get("nbgrader", {}).get("grade_id")):
                cell.metadata.nbgrader["checksum"] = source.checksum
                if source.locked:
                    cell.source = source.source
    MetadataValidator().validate_nb(notebook)
    return notebook
