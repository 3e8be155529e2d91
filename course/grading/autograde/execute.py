"""Running an assignment: without a kernel when it holds only our exercises, with one when it holds more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import bleach
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import preprocessors

from course.answers import Answers
from course.exercise import Exercise
from course.grading.autograde.assignment import (
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
            nb, resources = super().preprocess(nb, resources, km)
            tame_outputs(nb)
            return nb, resources
        show_answers(nb, assignment, Answers(Path(resources["metadata"]["path"]) / "answers"))
        return nb, resources


TEXT = "b blockquote br code dd div dl dt em h4 i li ol p pre span strong sub sup u ul"
TABLES = "table tbody td tfoot th thead tr"
TAGS = frozenset(f"{TEXT} {TABLES}".split())
PICTURES = ("image/png", "image/jpeg")


def tame_outputs(nb: NotebookNode) -> None:
    """Leave of what a participant's code showed only what can be read: text, pictures, tables.

    An instructor reads it in the formgrader, where a script would have the rights of that instructor. It may stand in
    any cell, for the code of the participant and the checks share one kernel.
    """
    for cell in code_cells(nb):
        for output in cell.outputs:
            if "data" not in output:
                continue
            data = {kind: output.data[kind] for kind in ("text/plain", *PICTURES) if kind in output.data}
            if "text/html" in output.data:
                html = "".join(output.data["text/html"])
                data["text/html"] = bleach.clean(html, TAGS, {"*": ["class"]}, strip=True)
            output.data, output.metadata = NotebookNode(data), NotebookNode()


def show_answers(nb: NotebookNode, assignment: Assignment, answers: Answers) -> None:
    """Put in each code cell of `nb` what it shows for these `answers`."""
    for count, (cell, shown) in enumerate(zip(code_cells(nb), assignment.shown, strict=True), start=1):
        cell.execution_count = count
        cell.outputs = _outputs(shown, answers, count)


def _outputs(shown: Shown, answers: Answers, count: int) -> list[NotebookNode]:
    try:
        if isinstance(shown, Exercise):
            return [_output("display_data", bundle(shown, *shown.stored(answers)))]
        if isinstance(shown, Check):
            result = shown.result(answers=answers)
            data = {"text/plain": repr(result), "text/html": result._repr_html_()}
            return [_output("execute_result", data, execution_count=count)]
        return [_output("display_data", overview_bundle(shown, answers))] if shown else []
    except Exception as error:  # one answer that a check cannot take may not stop the notebook
        return [new_output("error", ename=type(error).__name__, evalue=str(error), traceback=[])]


def _output(kind: str, data: dict[str, Any], **more: Any) -> NotebookNode:
    """An output, without the validation of each that `new_output` does."""
    return NotebookNode(output_type=kind, metadata=NotebookNode(), data=NotebookNode(data), **more)
