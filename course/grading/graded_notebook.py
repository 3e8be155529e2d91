"""The graded notebook: the instructor's own, with answers and results in it and without code.

An instructor reads it in the formgrader, and the feedback page is made from it. The source of a check is not in it and
so cannot reach a participant's feedback (nbgrader issue 917). Each result stands in it twice: whole, and as it may be
told while the assignment can be handed in again.
"""

from __future__ import annotations

import copyreg
import hashlib
import json
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output

from course.assignment import exercise_of, grade_id, is_by_hand, part_of
from course.grading.released import Released
from course.grading.submission.hand_in import HandIn
from course.i18n import Message, Translator
from course.result import Result
from course.view.static import answer_html, bundle, inert

MAX_CELLS, MAX_TEXT, MAX_REMARKS = 50, 10_000, 10
ABOUT = "overtuigen"
"""Where the course's own data stand in the metadata of a notebook and of a cell."""


def stub(t: Translator) -> str:
    """What a participant sees in the cell for the answer to an exercise that is marked by hand."""
    told = t("Your answer appears here once your instructor marks it. Fill it in in the exercise above.")
    return f"_{told}_"


def graded_notebook(
    released: Released,
    hand_in: HandIn,
    results: Mapping[str, Result | None],
    private: Sequence[Message],
    t: Translator,
) -> NotebookNode:
    """The notebook of one hand-in.

    Args:
        released: the assignment.
        hand_in: what was handed in.
        results: of each check, by exercise; None for one that failed.
        private: what is the instructor's alone, such as the name of somebody else.
        t: the instructor's language.
    """
    notebook = _copy(released.notebook)
    checked, answered, prepared = t("Checked automatically"), t("Answer of the participant"), t("Preparation")
    for count, cell in enumerate(notebook.cells, start=1):
        name = exercise_of(grade_id(cell))
        if cell.cell_type == "code":
            part = part_of(grade_id(cell))
            cell.execution_count = count
            if part == "check":
                result = results.get(name)
                cell.outputs = [_result_output(result, count)]
                cell.source = f"# {checked}"
                basis = _basis(_data(hand_in, name), result.score if result else None)
                cell.metadata[ABOUT] = {"basis": basis}
                if result:
                    told = released.assignment.checks[name].while_open(hand_in.answers.get(name))
                    cell.metadata[ABOUT]["while_open"] = told.to_dict()
            elif name in released.assignment.exercises:
                cell.outputs = [_answer_output(released, hand_in, name)]
                cell.source = f"# {answered}"
            else:
                cell.outputs, cell.source = [], f"# {prepared}"
        elif is_by_hand(cell):
            _put_answer(cell, released, hand_in, name)
    remarks = [*private, *hand_in.remarks[:MAX_REMARKS]]
    if len(hand_in.remarks) > MAX_REMARKS:
        remarks.append(Message("More remarks, left out here: {n}.", n=len(hand_in.remarks) - MAX_REMARKS))
    notebook.metadata[ABOUT] = {"remarks": [t(one) for one in remarks]}
    notebook.cells[:0] = [
        _remark(t(one), number, is_private=number < len(private)) for number, one in enumerate(remarks)
    ]
    if hand_in.own:
        title = t("The participant's own cells (not run)")
        quoted = "\n\n".join(
            f"<blockquote>{inert(text[:MAX_TEXT])}</blockquote>" for text in hand_in.own[:MAX_CELLS]
        )
        notebook.cells.append(new_markdown_cell(f"#### {title}\n\n{quoted}", id="own-cells"))
    return notebook


def tell_instructor(notebook: NotebookNode, private: Sequence[Message], t: Translator) -> None:
    """Put what is the instructor's alone on top of a graded `notebook`."""
    remarks = notebook.metadata[ABOUT]["remarks"]
    told = [t(one) for one in private]
    notebook.cells[:0] = [
        _remark(text, number, is_private=True) for number, text in enumerate(told, start=len(remarks))
    ]
    remarks[:0] = told


def _node(entries: dict[str, Any]) -> NotebookNode:
    """A node with `entries`, of which every one is a node already where it has to be."""
    node = NotebookNode()
    dict.update(node, entries)
    return node


# Otherwise each entry of each node is looked at when it is copied, and when it comes from another process.
copyreg.pickle(NotebookNode, lambda node: (_node, (dict(node),)))


def _copy(released: NotebookNode) -> NotebookNode:
    """A notebook in which each cell and its metadata can be changed; the rest is shared with the `released` one."""
    notebook = copy(released)
    notebook.metadata = copy(released.metadata)
    notebook.cells = [copy(cell) for cell in released.cells]
    for cell in notebook.cells:
        cell.metadata = copy(cell.metadata)
    return notebook


def _result_output(result: Result | None, count: int) -> NotebookNode:
    if result is None:
        return new_output("error", ename="Error", evalue="", traceback=[])
    return _output("execute_result", result.bundle(), execution_count=count)


def _answer_output(released: Released, hand_in: HandIn, name: str) -> NotebookNode:
    exercise, record = released.assignment.exercises[name], hand_in.answers.get(name)
    return _output("display_data", bundle(exercise, record, *exercise.read(record)))


def _output(kind: str, data: dict[str, Any], **more: Any) -> NotebookNode:
    """An output, without the validation of each that `new_output` does."""
    return NotebookNode(output_type=kind, metadata=NotebookNode(), data=NotebookNode(data), **more)


def _basis(*given: Any) -> str:
    """Fingerprint of what points are given for."""
    return hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()


def basis_of(cell: NotebookNode) -> str:
    """What the points of a graded `cell` are given for; points by hand count as long as this is the same."""
    return str(cell.metadata.get(ABOUT, {}).get("basis", ""))


def _data(hand_in: HandIn, name: str) -> Any:
    record = hand_in.answers.get(name)
    return record.answer if record else None


def _typed(released: Released, hand_in: HandIn, name: str, rubric: str) -> str:
    """What was typed in the cell for an open answer.

    Who wrote under an older rubric still has that one above the place for the answer.
    """
    text, place = hand_in.typed.get(name, ""), stub(released.assignment.t)
    if rubric not in text and place in text:
        text = text.partition(place)[2]
    return text.replace(place, "").replace(rubric, "").strip()[:MAX_TEXT]


def _filled_in(released: Released, hand_in: HandIn, name: str) -> str:
    """The answer in the exercise above an open question as HTML; empty when there is none."""
    exercise = released.assignment.exercises.get(name)
    return answer_html(exercise, exercise.read(hand_in.answers.get(name))[0]) if exercise else ""


def _put_answer(cell: NotebookNode, released: Released, hand_in: HandIn, name: str) -> None:
    """Put an answer under its rubric. nbgrader gives an unchanged cell no points; a changed one waits for a person.

    What was typed in the cell goes before what was filled in above it.
    """
    rubric = rubric_of(cell.source, stub(released.assignment.t))
    if typed := _typed(released, hand_in, name, rubric):
        answer = f"<dl><dd>{inert(typed)}</dd></dl>"
    else:
        answer = _filled_in(released, hand_in, name)
    basis = _basis(typed or _data(hand_in, name), rubric)
    cell.metadata[ABOUT] = {"rubric": rubric, "answer": answer, "basis": basis}
    if answer:
        cell.source = f"{rubric}\n\n{answer}"


def rubric_of(source: str, stub_of: str) -> str:
    """What stands in an answer cell above the place for the answer."""
    return source.replace(stub_of, "").strip()


def is_answered(cell: NotebookNode) -> bool:
    """Whether there is an open answer in a graded `cell`."""
    return bool(cell.metadata.get(ABOUT, {}).get("answer"))


def _remark(text: str, number: int, *, is_private: bool) -> NotebookNode:
    about = {ABOUT: {"private": is_private}}
    return new_markdown_cell(f"**{inert(text)}**", id=f"remark-{number}", metadata=about)
