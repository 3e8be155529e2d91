"""What a participant wrote in cells of the notebook itself."""

from __future__ import annotations

from nbformat import NotebookNode
from nbgrader import utils

from course.grading.cells import grade_id
from course.grading.pages.readable import rubric_of
from course.view.static import inert

MAX_CELLS = 50
MAX_TEXT = 10_000
MAX_CODE = 100_000


def take_over(submitted: NotebookNode, graded: NotebookNode) -> None:
    """Put in `graded` what the participant wrote in cells that are theirs to write in.

    Those are the code of an ordinary code exercise, and the answer cell of an open exercise for who typed there and
    not in the exercise. Text is made inert: the formgrader would run a script in it.
    """
    written = chosen(submitted, graded)
    for cell in graded.cells:
        source = written.get(grade_id(cell), "")
        if cell.cell_type == "code" and source.strip():
            cell.source = source[:MAX_CODE]
        elif source:
            rubric = rubric_of(cell.source)
            typed = rubric_of(source).replace(rubric, "").strip()[:MAX_CODE]
            cell.source = f"{rubric}\n\n{inert(typed)}" if typed else cell.source


def chosen(submitted: NotebookNode, graded: NotebookNode) -> dict[str, str]:
    """For each cell that is the participant's to write in: the first one of that name in which they wrote."""
    released = {grade_id(cell): cell.source for cell in graded.cells if utils.is_solution(cell)}
    written: dict[str, str] = {}
    for cell in submitted.cells:
        name = grade_id(cell)
        if name in released and cell.source.strip() and cell.source != released[name]:
            written.setdefault(name, cell.source)
    return written


def own_texts(submitted: NotebookNode, released: NotebookNode) -> list[str]:
    """The text of each cell that is neither the instructor's nor taken over."""
    taken = chosen(submitted, released)
    known = {cell.source for cell in released.cells}
    return [
        cell.source
        for cell in submitted.cells
        if cell.source.strip() and cell.source not in known and taken.get(grade_id(cell)) != cell.source
    ]


def added_text(submitted: NotebookNode, released: NotebookNode) -> str:
    """The cells that the participant wrote, as plain text to read; empty when there are none."""
    own = own_texts(submitted, released)
    if not own:
        return ""
    return "#### Eigen cellen van de deelnemer (niet uitgevoerd)\n\n" + "\n\n".join(
        f"<blockquote>{inert(source[:MAX_TEXT])}</blockquote>" for source in own[:MAX_CELLS]
    )
