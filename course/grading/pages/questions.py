"""A graded notebook as a person reads it: one question at a time, under its heading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from nbformat import NotebookNode
from nbgrader import utils

from course.result import SIGNS, Status

HEADING = re.compile(r"^#{1,4}\s+(.+?)\s*$", re.MULTILINE)
SIGN = re.compile(f"<li>({'|'.join(SIGNS.values())}) ")
STATUS: dict[str, Status] = {sign: status for status, sign in SIGNS.items()}


@dataclass
class Question:
    """The cells from one heading to the next.

    Attributes:
        title: the heading; empty for what stands above the first one.
        cells: in the order of the notebook.
    """

    title: str
    cells: list[NotebookNode] = field(default_factory=list)

    @property
    def graded(self) -> list[NotebookNode]:
        """The cells that have points."""
        return [cell for cell in self.cells if utils.is_grade(cell)]

    @property
    def is_open(self) -> bool:
        """Whether a person marks a part of it."""
        return any(is_by_hand(cell) for cell in self.cells)


def questions_in(notebook: NotebookNode) -> list[Question]:
    """Everything in `notebook`, split at the headings."""
    found = [Question("")]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not is_by_hand(cell):
            headings = HEADING.findall(cell.source)
            if headings:
                found.append(Question(headings[-1]))
        found[-1].cells.append(cell)
    return [question for question in found if question.cells]


def is_by_hand(cell: NotebookNode) -> bool:
    """Whether a person gives the points of `cell`."""
    return utils.is_task(cell) or (utils.is_grade(cell) and utils.is_solution(cell))


def html_of(cell: NotebookNode) -> str:
    """What `cell` shows as HTML; empty when it shows something else."""
    return "".join(output.get("data", {}).get("text/html", "") for output in cell.get("outputs", []))


def verdicts(cell: NotebookNode) -> Counter[Status]:
    """How many parts of an automatic result are right, wrong, still open and so on."""
    return Counter(STATUS[sign] for sign in SIGN.findall(html_of(cell)))
