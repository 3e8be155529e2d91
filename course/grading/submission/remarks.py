"""What an instructor should look at in a hand-in that was graded."""

from __future__ import annotations

from collections.abc import Sequence

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.preprocessors import NbGraderPreprocessor

from course.view.static import inert

MAX_REMARKS = 10
MORE = "Meer opmerkingen, hier weggelaten: {n}."


def put_remarks(graded: NotebookNode, remarks: Sequence[str], private: Sequence[str] = ()) -> None:
    """Show `remarks` on top of a `graded` notebook, and list them in its metadata.

    Args:
        graded: the notebook that an instructor will read.
        remarks: what the participant may read too.
        private: what is the instructor's alone, such as the name of somebody else.
    """
    shown = list(remarks[:MAX_REMARKS])
    if len(remarks) > MAX_REMARKS:
        shown.append(MORE.format(n=len(remarks) - MAX_REMARKS))
    graded.metadata["overtuigen"] = {"remarks": [*private, *shown]}
    cells = [_cell(text, private=True) for text in private] + [_cell(text, private=False) for text in shown]
    graded.cells[:0] = cells


def _cell(text: str, *, private: bool) -> NotebookNode:
    return new_markdown_cell(f"**{inert(text)}**", metadata={"overtuigen": {"private": private}})


class HidePrivate(NbGraderPreprocessor):
    """Leaves out of the feedback what is the instructor's alone."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Runs before feedback is made."""
        nb.cells = [cell for cell in nb.cells if not cell.metadata.get("overtuigen", {}).get("private")]
        return nb, resources
