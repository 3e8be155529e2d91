"""Feedback that explains without giving the checks away (nbgrader issue 917)."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor

FAILED = "De controle van deze opdracht ging mis. Vraag je begeleider om ernaar te kijken."


class HideChecks(NbGraderPreprocessor):
    """Leaves of every locked code cell only what it showed; a traceback would quote the hidden check."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """First step of making feedback."""
        for cell in nb.cells:
            if cell.cell_type == "code" and utils.is_locked(cell):
                cell.source = ""
                cell.outputs = [_told(output) for output in cell.outputs]
        return nb, resources


def _told(output: NotebookNode) -> NotebookNode:
    if output.output_type in ("error", "stream"):
        return new_output("stream", name="stdout", text=FAILED)
    return output
