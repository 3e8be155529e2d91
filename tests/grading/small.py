"""The smallest assignment: one exercise with its check and its open answer, and what somebody hands in for it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from nbformat import NotebookNode, v4

from course.answers import MIME_TYPE, Record
from course.assignment import assignment_in
from course.authoring.notebook import nbgrader
from course.grading.graded_notebook import stub
from course.grading.released import Released
from course.grading.submission.hand_in import Found, HandIn
from course.grading.submission.notebook_file import read_notebook
from course.i18n import translator

SAVED = "2026-03-01T12:00:00.123456+01:00"
STUB = stub(translator("nl"))
RUBRIC = "**Open antwoord, 3 punten.**\n\n- 3 punten: concreet"
MAKE = 'case = Reflect("own-case", "Wat is je zaak?", min_words=4)\ncase'


def record(text: str, saved: str = SAVED, name: str = "own-case", kind: str = "reflect") -> Record:
    return Record(name, kind, saved, {"text": text})


def code(source: str, name: str = "", points: float | None = None) -> NotebookNode:
    about = {"nbgrader": nbgrader(name, points=points)} if name else {}
    return v4.new_code_cell(source, metadata=about)


def open_cell(source: str = f"{RUBRIC}\n\n{STUB}") -> NotebookNode:
    about = nbgrader("own-case-open", points=3, by_hand=True)
    return v4.new_markdown_cell(source, metadata={"nbgrader": about})


def notebook(*more: NotebookNode) -> NotebookNode:
    """The instructor's notebook, with `more` cells at its end."""
    cells = [
        v4.new_markdown_cell("# Opdracht"),
        code("from course import Overview, Reflect", "setup"),
        v4.new_markdown_cell("### Je zaak (5 punten)"),
        code(MAKE, "own-case"),
        code("case.check(points=2)", "own-case-check", 2),
        open_cell(),
        code("Overview([case])", "overview"),
    ]
    return v4.new_notebook(cells=[*cells, *more], metadata={"course": {"title": "Proef", "language": "nl"}})


def released() -> Released:
    made = notebook()
    return Released("01", made, assignment_in(made), frozenset(cell.source for cell in as_released().cells))


def as_released() -> NotebookNode:
    """The notebook without its check, as a participant gets it."""
    made = notebook()
    made.cells[4].source = "# Nakijken"
    return made


def carrying(*records: Record) -> NotebookNode:
    """The participant's notebook with these answers in it."""
    made = as_released()
    data: list[dict[str, Any]] = [{MIME_TYPE: asdict(one), "text/html": ""} for one in records]
    made.cells[3].outputs = [v4.new_output("display_data", one) for one in data]
    return made


def hand_in(theirs: NotebookNode, *on_disk: Record) -> HandIn:
    """What counts of a notebook and of the records in the folder ``answers``."""
    found = Found(read_notebook(json.dumps(theirs)), {one.exercise: one for one in on_disk}, released())
    found.verify()
    return HandIn(found.answers, found.typed, found.own, list(found.remarks()))
