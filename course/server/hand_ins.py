"""What a hand-in is to the server: something to read, of which nothing runs, and which stays as it is.

JupyterLab acts on what is saved in a notebook as soon as it is opened. It starts the widgets in the metadata, draws
rich outputs with whatever program they name, and saves the notebook again after a while; Jupytext then writes other
files too, wherever the metadata says. So of a notebook that somebody handed in, only text and the copies of answers
are given. Any notebook in the course counts as one, wherever it was unpacked, but in the course's own folders.
"""

from __future__ import annotations

import json
from pathlib import PurePath

from jupyter_client.kernelspec import NATIVE_KERNEL_NAME
from nbformat import NotebookNode

from course.answers import MIME_TYPE
from course.folders import HAND_INS
from course.notebook_fields import CELL, METADATA, keep_only

OWN = frozenset({"modules", "exercises", "solutions"})
"""Folders of the course's own notebooks."""
SHOWN = frozenset({"text/plain", "text/html", MIME_TYPE})
"""JupyterLab cleans the HTML of a notebook that is not trusted."""
RUN_HAND_INS = ("jupyterlab_jupytext", "nbgrader.server_extensions.validate_assignment")
"""Parts of the server that write files which a notebook names, or that run its cells."""
FROM_HERE = "frame-ancestors 'self'; img-src 'self' data: blob:; media-src 'self' data: blob:"
"""Content policy: a picture in a hand-in tells nobody elsewhere that it was opened, nor what its address holds."""


def is_hand_in(place: PurePath, is_notebook: bool) -> bool:
    """Whether what is at `place` in the course may be of somebody else.

    A text elsewhere than where hand-ins are is the instructor's: a setting, a class list. Nothing runs in a text.
    """
    top = place.parts[:1]
    return HAND_INS.issuperset(top) if not is_notebook else not OWN.issuperset(top)


def without_programs(notebook: NotebookNode) -> None:
    """Leave out of `notebook` stored widgets that bring a program along, which would run before anybody trusts it."""
    if "anywidget" in json.dumps(notebook.metadata.get("widgets")):
        del notebook.metadata["widgets"]


def harmless(notebook: NotebookNode) -> None:
    """Leave in `notebook` what can be read, and nothing that something is done with when it is opened."""
    keep_only(notebook.metadata, METADATA)
    kernel = notebook.metadata.get("kernelspec")
    if not isinstance(kernel, dict) or kernel.get("name") != NATIVE_KERNEL_NAME:
        # Of R, say, which runs a file beside the notebook as it starts.
        notebook.metadata.pop("kernelspec", None)
    for cell in notebook.cells:
        keep_only(cell, CELL)
        cell.metadata = NotebookNode()
        if "outputs" in cell:
            cell.outputs = [kept for output in cell.outputs if (kept := _harmless_output(output))]


def _harmless_output(output: NotebookNode) -> NotebookNode | None:
    if output.output_type == "stream":
        return output
    if output.output_type not in ("display_data", "execute_result"):
        return None
    data = output.setdefault("data", NotebookNode())
    keep_only(data, SHOWN)
    output.metadata = NotebookNode()
    return output if data else None
