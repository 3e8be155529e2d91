"""The graded notebook is made for reading: answers and reasons in sight, code out of it."""

from __future__ import annotations

import re

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor

ANSWER = re.compile(r"<dl>.*</dl>", re.DOTALL)
STUB = "_Je antwoord verschijnt hier zodra je begeleider het nakijkt. Vul het in de oefening hierboven in._"
"""What a participant sees in the answer cell of an exercise that is marked by hand."""
SHOWN = "# Antwoord van de deelnemer"
CHECKED = "# Automatisch nagekeken"
SETUP = "# Voorbereiding"


class HideCode(NbGraderPreprocessor):
    """Leaves of every locked code cell only what it showed, under a line that says what that is.

    An instructor reads answers, not code; and what is not in the graded notebook cannot reach a participant's feedback
    (nbgrader issue 917).
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Runs after the notebook was executed."""
        for cell in nb.cells:
            if cell.cell_type == "code" and utils.is_locked(cell):
                cell.source = CHECKED if utils.is_grade(cell) else SHOWN if cell.outputs else SETUP
        return nb, resources


class ShowOpenAnswers(NbGraderPreprocessor):
    """Puts what the participant wrote in the answer cell of each exercise that is marked by hand.

    nbgrader gives an unchanged answer cell zero points by itself. So a cell without an answer stays as it is, and one
    with an answer waits for a person.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Runs after the notebook was executed and before nbgrader saves the scores."""
        shown = {
            cell.metadata.nbgrader["grade_id"]: _answer_in(cell)
            for cell in nb.cells
            if cell.cell_type == "code" and "nbgrader" in cell.metadata
        }
        for cell in nb.cells:
            if cell.cell_type == "markdown" and utils.is_grade(cell) and utils.is_solution(cell):
                answer = shown.get(cell.metadata.nbgrader["grade_id"].removesuffix("-open"), "")
                if answer:
                    cell.source = f"{rubric_of(cell.source)}\n\n{answer}"
        return nb, resources


def _answer_in(cell: NotebookNode) -> str:
    """The answer that the exercise in `cell` displayed; escaped there, so safe to put in a page."""
    for output in cell.get("outputs", []):
        found = ANSWER.search(output.get("data", {}).get("text/html", ""))
        if found:
            return found.group()
    return ""


def rubric_of(source: str) -> str:
    """What stands in an answer cell above the place for the answer."""
    return source.replace(STUB, "").strip()
