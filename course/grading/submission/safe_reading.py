"""Reading a hand-in that may be anything: another format, half a file, or no notebook at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, v4
from nbformat.v4 import new_notebook

from course.answers import Record, copies_in, newest_of
from course.grading.submission.lenient import parse, salvage, text_of
from course.grading.submission.plain_file import NotPlainError, read_plain
from course.grading.submission.which_notebook import MissingNotebookError, notebook_at
from course.i18n import translator

MAX_BYTES = 20_000_000
"""Read as JSON; small values in it take thirty times as much memory."""
MAX_SEARCHED = 200_000_000
"""Searched for copies of answers when it is larger."""
MAX_CELLS = 2_000
"""Kept to look at; answers are taken from all of them."""
CELLS = ("code", "markdown", "raw")


class SafeReading(NotebookExporter):
    """nbgrader's exporter, except that a notebook it cannot read is an empty one with a note."""

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """All steps in order, without the copies and validations between them: it is the instructor's notebook."""
        resources = self._init_resources(resources)
        for step in self._preprocessors:
            nb, resources = step(nb, resources)
        return f"{v4.writes(nb)}\n", resources

    def from_filename(
        self, filename: str, resources: dict | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Read what a participant handed in; ``filename`` is where it should be and need not exist.

        What `InstructorNotebook` made of it is read next, as any notebook.
        """
        if not getattr(self.parent, "_sanitizing", True):
            return super().from_filename(filename, resources=resources, **kw)
        notebook = handed_in(Path(filename))
        return self.from_notebook_node(notebook, resources=resources if resources is not None else {}, **kw)


def handed_in(path: Path) -> NotebookNode:
    """The notebook that was handed in where one is expected at `path`; see `read_notebook`. Never raises."""
    try:
        found, remark = notebook_at(path)
        notebook = read_notebook(read_plain(found, MAX_SEARCHED))
    except MissingNotebookError as error:
        return _about(new_notebook(), [], missing=str(error))
    except NotPlainError as error:
        return _about(new_notebook(), [], missing=translator("nl")(error.message))
    except OSError as error:
        return _about(new_notebook(), [], missing=f"Het notebook kan niet worden geopend: {error.strerror}.")
    notebook.metadata.overtuigen["remark"] = remark
    return notebook


def read_notebook(data: bytes | str) -> NotebookNode:
    """The cells and answers in `data`, whatever it is. Never raises.

    Returns:
        A notebook whose cells have a type, a text and nbgrader's name alone. ``metadata.overtuigen`` holds ``copies``
        (the answers that travelled in it, by exercise), ``missing`` (why there is no notebook), ``unreadable`` (why it
        cannot be read) and a ``remark`` on it; each is empty when there is nothing to say.
    """
    text = data if isinstance(data, str) else text_of(data)
    try:
        if len(text) > MAX_BYTES:
            raise ValueError(f"het is groter dan {MAX_BYTES // 1_000_000} MB")
        raw = _parsed(text)
        if not isinstance(raw, dict) or not _sheets(raw):
            raise ValueError("het heeft niet de vorm van een notebook")
    except ValueError as error:
        return _about(new_notebook(), list(newest_of(salvage(text)).values()), unreadable=str(error))
    every = (cell for sheet in _sheets(raw) for cell in sheet["cells"] if isinstance(cell, dict))
    theirs = list(islice(every, MAX_CELLS))
    cells = [_cell(cell, f"cell-{count}") for count, cell in enumerate(theirs)]
    notebook = new_notebook()
    notebook.cells = cells  # put in afterwards, so that nothing asks whether they are as they should be
    return _about(notebook, list(copies_in(raw).values()))


def _parsed(text: str) -> Any:
    if not text.strip():
        raise ValueError("het bestand is leeg")
    try:
        return parse(text)
    except RecursionError:
        raise ValueError("het is te diep genest") from None
    except ValueError:
        raise ValueError("het bestand is onvolledig of geen notebook") from None


def _sheets(raw: dict) -> list[dict]:
    """What has cells: the notebook itself, or the worksheets of nbformat 3."""
    worksheets = raw.get("worksheets")
    sheets = [raw, *(worksheets if isinstance(worksheets, list) else [])]
    return [sheet for sheet in sheets if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)]


def _cell(raw: dict, name: str) -> NotebookNode:
    kind = raw.get("cell_type")
    metadata = raw.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = about.get("grade_id") if isinstance(about, dict) else None
    source = "".join(_texts(raw.get("source", raw.get("input"))))
    cell = NotebookNode(
        id=name,
        cell_type=kind if isinstance(kind, str) and kind in CELLS else "raw",
        source=source.encode("utf-8", "replace").decode(),  # half a character cannot be written
        metadata=NotebookNode(),
    )
    if isinstance(grade_id, str):
        cell.metadata["nbgrader"] = NotebookNode(grade_id=grade_id)
    if cell.cell_type == "code":
        cell.update(outputs=[], execution_count=None)
    return cell


def _texts(source: Any) -> Iterator[str]:
    yield from (line for line in (source if isinstance(source, list) else [source]) if isinstance(line, str))


def _about(
    notebook: NotebookNode, copies: list[Record], *, missing: str = "", unreadable: str = ""
) -> NotebookNode:
    notebook.metadata["overtuigen"] = NotebookNode(
        copies={record.exercise: asdict(record) for record in copies},
        remark="",
        missing=missing,
        unreadable=unreadable,
    )
    return notebook
