"""The copy of an answer that travels inside the notebook, as an output of the course's own MIME type.

With it a lone notebook, mailed or uploaded to a learning platform, is still a complete hand-in.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from course.answers.newest import newest
from course.answers.record import Record, is_id
from course.answers.store import Answers

MIME_TYPE = "application/vnd.overtuigen.answer+json"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
NOTEBOOK = "JPY_SESSION_NAME"
"""In this variable Jupyter Server tells a kernel which notebook it was started for."""


def copies_in(notebook: Any) -> dict[str, Record]:
    """The newest copy for each exercise in a notebook (any version of nbformat, however mangled)."""
    bundles = (output.get("data", output) for output in _outputs(notebook))
    return newest(Record.parse(bundle.get(MIME_TYPE)) for bundle in bundles if isinstance(bundle, dict))


def own_copies() -> dict[str, Record]:
    """The copies in the notebook of this kernel, as it was last saved.

    None when the kernel was not told which notebook it is, or works in another folder.
    """
    notebook = Path(os.environ.get(NOTEBOOK, ""))
    try:
        return copies_in(json.loads(notebook.read_bytes())) if notebook.parent.samefile(".") else {}
    except (OSError, ValueError, RecursionError):
        return {}


def complete(notebook: dict[str, Any], answers: Answers) -> None:
    """Leave in `notebook`, in place, only the copy of each answer, and bring it up to date with the one on disk.

    A live widget is nothing once its kernel is gone: "model not found" would stand in its place.
    """
    for cell in notebook.get("cells", []):
        outputs = cell.get("outputs", [])
        if any(is_copy(output) for output in outputs):
            cell["outputs"] = [o for o in outputs if WIDGET_VIEW not in o.get("data", {})]
            for output in cell["outputs"]:
                if is_copy(output):
                    _refresh(output["data"], answers, cell.get("id"))


def is_copy(output: dict[str, Any]) -> bool:
    """Whether an output is the copy of an answer (filled in or still empty)."""
    data = output.get("data", {})
    return MIME_TYPE in data or 'class="ov-copy"' in "".join(data.get("text/html", ""))


def _refresh(data: dict[str, Any], answers: Answers, cell: str | None) -> None:
    """Put the record on disk in a mime bundle, unless that has a newer one.

    An empty copy does not say whose it is; its cell does, because a cell is called after its exercise.
    """
    copy = Record.parse(data.get(MIME_TYPE))
    name = copy.exercise if copy else cell
    kept = answers.load(name) if name and is_id(name) else None
    if kept and newest((kept, copy))[kept.exercise] is kept:
        data[MIME_TYPE] = asdict(kept)


def _outputs(notebook: Any) -> Iterator[dict]:
    if not isinstance(notebook, dict):
        return
    sheets = notebook.get("worksheets")  # nbformat 3
    for sheet in [notebook, *(sheets if isinstance(sheets, list) else [])]:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for cell in cells if isinstance(cells, list) else []:
            outputs = cell.get("outputs") if isinstance(cell, dict) else None
            yield from (o for o in (outputs if isinstance(outputs, list) else []) if isinstance(o, dict))
