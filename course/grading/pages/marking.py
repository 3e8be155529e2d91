"""The page of nbgrader's formgrader on which an instructor marks: what waits comes first, the rest is folded.

It stays nbgrader's page, with nbgrader's boxes, addresses and way of saving. This puts the cells in the order in which
they are read, says in Dutch what they are, and tells the page where something still waits.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader import handlers

from course.grading.cells import grade_id
from course.grading.pages.marks import Marks, marks_of, waiting_in
from course.grading.pages.questions import HEADING, Question, is_by_hand, questions_in, verdicts
from course.grading.pages.readable import ANSWER, STUB, rubric_of
from course.result import Status, number

TEMPLATES = Path(__file__).parent / "templates"
SETTINGS: dict[str, Any] = {
    "template_name": "marking",
    "extra_template_basedirs": [str(TEMPLATES), handlers.template_path],
    "extra_template_paths": [handlers.template_path],
    "exclude_anchor_links": True,
    "language_code": "nl",
}
"""Settings of the exporter that draws the formgrader's page."""

FOUND: dict[Status, str] = {
    "right": "klopt",
    "partial": "klopt deels",
    "wrong": "klopt niet",
    "missed": "gemist",
    "open": "open",
}
NOTHING = "<p><em>Niets ingevuld.</em></p>"
MATH = re.compile(r"\$\$|\\\(|\\\[|\\begin\{|(?<!\\)\$[^\s$][^$\n]*(?<!\s)\$")
MATHJAX = re.compile(r"<!-- Load mathjax -->.*?<!-- End of mathjax configuration -->", re.DOTALL)
WORDS = {
    "Student's answer</span>": "Antwoord</span>",
    "Student's task</span>": "Taak</span>",
    'class="btn btn-warning mark-graded">Resolve<': 'class="btn btn-warning mark-graded">Blijft zo<',
    'full-credit">Full credit<': 'full-credit">Alle punten<',
    'no-credit">No credit<': 'no-credit">Geen punten<',
    "/> (extra credit)": "/> extra",
    'type="number"': 'type="text" inputmode="decimal" autocomplete="off"',
    'class="extra-credit tabbable"': 'class="extra-credit" aria-label="Extra punten"',
    "<textarea id=": '<textarea rows="2" lang="nl" spellcheck="true" aria-label="Je opmerking" id=',
}
"""nbgrader's own words and boxes, as its template writes them. A participant's text cannot look like them: its ``<``,
``>`` and quotes are written as entities."""


class MarkingPage(Preprocessor):
    """Puts the cells of a graded notebook in the order in which an instructor marks them."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.enabled = True

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Runs when the formgrader shows a hand-in; any other page is left alone."""
        if "submission_id" not in resources:
            return nb, resources
        assignment, notebook = resources["assignment_id"], resources["notebook_id"]
        coursedir = CourseDirectory(parent=self)
        with Gradebook(coursedir.db_url, coursedir.course_id) as book:
            marks = marks_of(book, book.find_submission_notebook_by_id(resources["submission_id"]))
            waiting = waiting_in(book, notebook, assignment)
        resources["marking"] = {
            "waiting": [
                {"id": key, "cells": sorted(cells)}
                for key, (student, cells) in waiting.items()
                if _graded_file(coursedir, student, assignment, notebook).is_file()
            ],
            "math": any(MATH.search(cell.source) for cell in nb.cells if cell.cell_type == "markdown"),
        }
        nb.cells = arranged(questions_in(nb), marks)
        return nb, resources


def _graded_file(coursedir: CourseDirectory, student: str, assignment: str, notebook: str) -> Path:
    folder = coursedir.format_path(coursedir.autograded_directory, student, assignment)
    return Path(coursedir.root) / folder / f"{notebook}.ipynb"


def arranged(questions: list[Question], marks: Marks) -> list[NotebookNode]:
    """The cells of `questions` to mark from top to bottom: open answers, automatic scores, other text.

    Each cell is told what stands before and after it on the page (``cell.metadata.marking``).
    """
    loose = [question for question in questions if not question.title]
    by_hand = [question for question in questions if question.title and question.is_open]
    automatic = [q for q in questions if q.title and q.graded and not q.is_open]
    rest = [q for q in questions if q.title and not q.graded]
    cells = [cell for question in loose for cell in _plain(question.cells)]
    for question in by_hand:
        cells += _card(question, marks)
    for question in automatic:
        cells += _fold(
            question.cells, f"{question.title} · automatisch {_found(question.graded, marks)}", marks
        )
    for question in rest:
        if any(cell.cell_type == "markdown" or cell.get("outputs") for cell in question.cells):
            cells += _fold(question.cells, question.title, marks)
    return cells


def _plain(cells: list[NotebookNode]) -> list[NotebookNode]:
    for cell in cells:
        cell.metadata["marking"] = {"role": _role(cell), "before": [], "after": []}
        if cell.metadata.marking["role"] == "text":
            cell.source = HEADING.sub(r"**\1**", cell.source)  # the page has headings of its own
        if is_by_hand(cell) and cell.cell_type == "markdown" and not utils.is_task(cell):
            rubric, answer = rubric_and_answer(cell.source)
            cell.source = (
                f'<div class="ov-rubric">\n\n{rubric}\n\n</div>\n\n<div class="ov-written">{answer}</div>'
            )
    return cells


def rubric_and_answer(source: str) -> tuple[str, str]:
    """The two parts of an answer cell; the answer is one line of HTML."""
    if STUB in source:
        return rubric_of(source), NOTHING
    if found := ANSWER.search(source):
        return source.replace(found.group(), "").strip(), found.group()
    rubric, _gap, typed = source.rpartition("\n\n")  # typed in the cell itself: see `take_over`
    return rubric, f"<dl><dd>{typed}</dd></dl>"


def _role(cell: NotebookNode) -> str:
    if is_by_hand(cell):
        return "open"
    if cell.cell_type == "code" and utils.is_locked(cell):
        return "check" if utils.is_grade(cell) else "shown"
    return "text" if cell.cell_type == "markdown" else "code"


def _card(question: Question, marks: Marks) -> list[NotebookNode]:
    """An open question: what is marked by hand, then what was found automatically, then the question itself."""
    first = [cell for cell in question.cells if is_by_hand(cell)]
    checks = [cell for cell in question.graded if cell not in first]
    rest = [cell for cell in question.cells if cell not in first and cell not in checks]
    cells = _plain(first)
    if checks:
        # What the coach missed in a text is worth a look beside that text.
        is_open = any(set(verdicts(check)) - {"right"} for check in checks)
        cells = cells + _fold(checks, f"Automatisch {_found(checks, marks)}", marks, is_open=is_open)
    if rest:
        cells = cells + _fold(rest, "De opdracht en wat de deelnemer invulde", marks)
    cells[0].metadata.marking["before"].insert(0, {"kind": "card", "title": question.title})
    cells[-1].metadata.marking["after"].append("card")
    return cells


def _fold(
    cells: list[NotebookNode], title: str, marks: Marks, *, is_open: bool = False
) -> list[NotebookNode]:
    """`cells` behind one line, that is open when somebody has to look at them."""
    waits = any(marks.cells[grade_id(c)].waits for c in cells if grade_id(c) in marks.cells)
    cells = _plain(cells)
    cells[0].metadata.marking["before"].append({"kind": "fold", "title": title, "open": is_open or waits})
    cells[-1].metadata.marking["after"].append("fold")
    return cells


def _found(cells: list[NotebookNode], marks: Marks) -> str:
    """The score of `cells` and what their checks found, on one line."""
    given = [marks.cells[grade_id(cell)] for cell in cells if grade_id(cell) in marks.cells]
    score = f"{number(round(sum(m.score for m in given), 2))} van {number(round(sum(m.points for m in given), 2))}"
    counts = sum((verdicts(cell) for cell in cells), start=verdicts(NotebookNode()))
    return " · ".join(
        [score, ", ".join(f"{counts[s]} {word}" for s, word in FOUND.items() if counts[s])]
    ).strip(" ·")


def in_dutch(page: str, cell: NotebookNode) -> str:
    """The panel that nbgrader draws around a graded cell, with its words in Dutch and its boxes named."""
    about = cell.metadata.get("nbgrader", {})
    for theirs, ours in WORDS.items():
        page = page.replace(theirs, ours)
    points = about.get("points") or 0
    most = number(round(float(points), 2))
    page = page.replace(f"/ {round(float(points), 2)}", f"van {most}", 1)
    return page.replace(
        'class="score tabbable"',
        f'class="score tabbable" data-most="{points}" aria-label="Punten, 0 tot en met {most}"',
    )


def without_mathjax(header: str) -> str:
    """The header of a page without formulas: it fetches nothing from elsewhere."""
    return MATHJAX.sub("", header)


SETTINGS["filters"] = {"in_dutch": in_dutch, "without_mathjax": without_mathjax}
SETTINGS["preprocessors"] = [MarkingPage]
