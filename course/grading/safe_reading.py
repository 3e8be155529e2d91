"""Reading a hand-in that may be anything: another format, half a file, or no notebook at all."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from course.answers import copies_in

MAX_BYTES = 50_000_000
UNREADABLE = (
    "Dit notebook is niet te lezen ({why}). Alleen los meegestuurde antwoorden konden worden gebruikt."
)


class SafeReading(NotebookExporter):
    """nbgrader's exporter, except that a notebook it cannot read is an empty one with a note."""

    # Once after all steps, not once after each: the steps are ours.
    optimistic_validation = True

    def from_file(self, file_stream: Any, resources: dict | None = None, **kw: Any) -> tuple[Any, dict]:
        """Read any file as a notebook.

        ``metadata.overtuigen`` of the notebook holds ``copies`` (the answers that travelled in it, by exercise)
        and ``note`` (why it could not be read, or nothing).
        """
        # nbconvert opened the file as strict UTF-8; what is not UTF-8 has to be read too.
        path = getattr(file_stream, "name", None)
        notebook = read_notebook(file_stream.read(MAX_BYTES + 1) if path is None else _text_of(path))
        return self.from_notebook_node(notebook, resources=resources, **kw)


def _text_of(path: str) -> str:
    with open(path, encoding="utf-8-sig", errors="replace") as file:
        return file.read(MAX_BYTES + 1)


def read_notebook(text: str) -> NotebookNode:
    """The notebook in `text`; see `SafeReading.from_file`. Never raises."""
    try:
        if len(text) > MAX_BYTES:
            raise ValueError("te groot")
        raw = json.loads(text)
    except RecursionError:
        return _noted(new_notebook(), {}, "te diep genest")
    except ValueError as error:
        why = "te groot" if str(error) == "te groot" else "het bestand is onvolledig of geen notebook"
        return _noted(new_notebook(), {}, why)
    copies = {name: asdict(record) for name, record in copies_in(raw).items()}
    try:
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook, relax_add_props=True)
    except Exception:  # nbformat raises many kinds; whatever it is, the copies are what counts
        return _noted(new_notebook(), copies, "het heeft niet de vorm van een notebook")
    return _noted(notebook, copies, "")


def _noted(notebook: NotebookNode, copies: dict[str, Any], why: str) -> NotebookNode:
    note = UNREADABLE.format(why=why) if why else ""
    notebook.metadata["overtuigen"] = {"copies": copies, "note": note}
    return notebook
