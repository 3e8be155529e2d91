"""Running an assignment: without a kernel when it holds only our exercises, with one when it holds more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import preprocessors

from course.answers import Answers
from course.exercise import Exercise
from course.grading.assignment import (
    Assignment,
    Check,
    NotOnlyExercisesError,
    Shown,
    assignment_in,
    code_cells,
)
from course.view.static import bundle, overview_bundle


class Execute(preprocessors.Execute):
    """nbgrader's own step, except that it starts no kernel for a notebook that needs none."""

    def preprocess(self, nb: NotebookNode, resources: dict, km: Any = None) -> tuple[NotebookNode, dict]:
        """Fill in the outputs of every cell of `nb`, as a run of the notebook would."""
        try:
            assignment = assignment_in(nb)
        except NotOnlyExercisesError as why:
            self.log.info("This notebook needs a kernel: %s", why)
            return super().preprocess(nb, resources, km)
        show_answers(nb, assignment, Answers(Path(resources["metadata"]["path"]) / "answers"))
        return nb, resources


def show_answers(nb: NotebookNode, assignment: Assignment, answers: Answers) -> None:
    """Put in each code cell of `nb` what it shows for these `answers`."""
    for count, (cell, shown) in enumerate(zip(code_cells(nb), assignment.shown, strict=True), start=1):
        cell.execution_count = count
        cell.outputs = _outputs(shown, answers, count)


def _outputs(shown: Shown, answers: Answers, count: int) -> list[NotebookNode]:
    try:
        if isinstance(shown, Exercise):
            return [new_output("display_data", bundle(shown, *shown.stored(answers)))]
        if isinstance(shown, Check):
            result = shown.result(answers=answers)
            data = {"text/plain": repr(result), "text/html": result._repr_html_()}
            return [new_output("execute_result", data, execution_count=count)]
        return [new_output("display_data", overview_bundle(shown, answers))] if shown else []
    except Exception as error:  # one answer that a check cannot take may not stop the notebook
        return [new_output("error", ename=type(error).__name__, evalue=str(error), traceback=[])]
