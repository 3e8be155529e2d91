"""The copy of an answer that travels inside the notebook, as an output of the course's own MIME type.

With it a lone notebook, mailed or uploaded to a learning platform, is still a complete hand-in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from course.answers.store import Record

MIME_TYPE = "application/vnd.overtuigen.answer+json"


def copies_in(notebook: Any) -> dict[str, Record]:
    """The newest copy for each exercise in a notebook (any version of nbformat, however mangled)."""
    bundles = (output.get("data", output) for output in _outputs(notebook))
    found = (Record.parse(bundle.get(MIME_TYPE)) for bundle in bundles if isinstance(bundle, dict))
    return newest_of(record for record in found if record)


def newest_of(records: Iterable[Record]) -> dict[str, Record]:
    """The newest record for each exercise; of equals the last."""
    newest: dict[str, Record] = {}
    for record in records:
        if record.exercise not in newest or record.rank >= newest[record.exercise].rank:
            newest[record.exercise] = record
    return newest


def _outputs(notebook: Any) -> Iterator[dict]:
    if not isinstance(notebook, dict):
        return
    sheets = notebook.get("worksheets")  # nbformat 3
    for sheet in [notebook, *(sheets if isinstance(sheets, list) else [])]:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for cell in cells if isinstance(cells, list) else []:
            outputs = cell.get("outputs") if isinstance(cell, dict) else None
            yield from (o for o in (outputs if isinstance(outputs, list) else []) if isinstance(o, dict))
