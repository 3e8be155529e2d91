"""The page of nbgrader's formgrader on which an instructor marks: what waits comes first, the rest is folded.

It stays nbgrader's page, with nbgrader's boxes, addresses and way of saving. This puts the cells in the order in
which they are read, says what they are in the language of the course, and tells the page where something still waits.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader import handlers

from course.assignment import HEADING, Question, grade_id, is_by_hand, part_of, questions_in
from course.grading.graded_notebook import ABOUT
from course.grading.language import language_of
from course.grading.places import folder_of
from course.grading.scores import Scores, scores_of, waiting_in
from course.i18n import Translator, translator
from course.log_file import LOG
from course.result import RESULT_MIME, SIGNS, Result, Verdict, verdict_word
from course.view.bundle import material_stylesheet

TEMPLATES = Path(__file__).parent / "templates"
SETTINGS: dict[str, Any] = {
    "template_name": "marking",
    "extra_template_basedirs": [str(TEMPLATES), handlers.template_path],
    "extra_template_paths": [handlers.template_path],
    "exclude_anchor_links": True,
}
"""Settings of the exporter that draws the formgrader's page."""

NAMED = ("student", "first_name", "last_name", "notebook_path")
"""What nbgrader's page puts in itself as it is, and participants have a hand in."""
MATH = re.compile(r"\$\$|\\\(|\\\[|\\begin\{|(?<!\\)\$[^\s$][^$\n]*(?<!\s)\$")
MATHJAX = re.compile(r"<!-- Load mathjax -->.*?<!-- End of mathjax configuration -->", re.DOTALL)


def theirs(t: Translator) -> dict[str, str]:
    """Nbgrader's own words and boxes, as its template writes them, and ours.

    A participant's text cannot look like them: its ``<``, ``>`` and quotes are written as entities.
    """
    answer, task, extra, extra_points = t("Answer"), t("Task"), t("extra"), t("Extra points")
    stays, every, none, comment = t("Stays as it is"), t("All points"), t("No points"), t("Your comment")
    return {
        "Student's answer</span>": f"{answer}</span>",
        "Student's task</span>": f"{task}</span>",
        'mark-graded">Resolve<': f'mark-graded">{stays}<',
        'full-credit">Full credit<': f'full-credit">{every}<',
        'no-credit">No credit<': f'no-credit">{none}<',
        "/> (extra credit)": f"/> {extra}",
        'type="number"': 'type="text" inputmode="decimal" autocomplete="off"',
        'class="extra-credit tabbable"': f'class="extra-credit" aria-label="{extra_points}"',
        "<textarea id=": f'<textarea rows="2" lang="{t.language}" spellcheck="true" aria-label="{comment}" id=',
    }


def words(t: Translator) -> dict[str, str]:
    """What the page itself says, in Python and in its script."""
    return {
        "previous": t("Previous"),
        "next": t("Next"),
        "hand_in": t("Hand-in"),
        "open": t("Open the notebook"),
        "left": t("to go"),
        "order": t("Order"),
        "by_person": t("By participant"),
        "by_question": t("By question"),
        "next_waiting": t("Next one that waits"),
        "hint_points": t("Type your points and press"),
        "hint_next": t("you go on and everything is kept."),
        "hint_comment": t("goes to your comment,"),
        "hint_last": t("after that goes on."),
        "failed": t("Not kept. See whether the server still runs and press Enter once more."),
        "all_done": t("Everything is marked."),
        "here_left": t("Here {n} left"),
        "here_done": t("Here everything is marked"),
        "class_left": t("In the class {answers} left, of {people}."),
        "one_answer": t("1 answer"),
        "answers": t("{n} answers"),
        "one_person": t("1 participant"),
        "people": t("{n} participants"),
        "range": t("Not kept. Give a number from 0 to {most}."),
        "extra_range": t("Not kept. Give a number that is not below 0."),
        "newer": t(
            "Since you opened this page somebody else gave this: {theirs}. You gave: {ours}. "
            "Keep yours? Both stand in the file {log}."
        ).replace("{log}", LOG),
        "nothing": t("nothing"),
        "untouched": t("Not filled in. You can say something here."),
        "comment": t("What works already, and what is the next step?"),
        "decimal": t.number(0.5)[1],
    }


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
        t = translator(language_of(coursedir))
        with Gradebook(coursedir.db_url, coursedir.course_id) as book:
            scores = scores_of(book, book.find_submission_notebook_by_id(resources["submission_id"]))
            waiting = waiting_in(book, notebook, assignment)
        resources |= {name: escape(resources[name] or "") for name in NAMED}
        resources["marking"] = {
            "waiting": [
                {"id": key, "cells": sorted(cells)}
                for key, (student, cells) in waiting.items()
                if (
                    folder_of(coursedir, "autograded_directory", student, assignment) / f"{notebook}.ipynb"
                ).is_file()
            ],
            "math": any(MATH.search(cell.source) for cell in nb.cells if cell.cell_type == "markdown"),
        }
        resources["marking"] |= {"t": t, "words": words(t), "language": t.language}
        resources["marking"]["styles"] = material_stylesheet()
        nb.cells = arranged(questions_in(nb), scores, t)
        return nb, resources


def arranged(questions: list[Question], scores: Scores, t: Translator) -> list[NotebookNode]:
    """The cells of `questions` to mark from top to bottom: open answers, automatic scores, other text.

    Each cell is told what stands before and after it on the page (``cell.metadata.marking``).
    """
    loose = [question for question in questions if not question.title]
    by_hand = [question for question in questions if question.title and question.is_open]
    automatic = [q for q in questions if q.title and q.graded and not q.is_open]
    rest = [q for q in questions if q.title and not q.graded]
    cells = [cell for question in loose for cell in _plain(question.cells, t)]
    for question in by_hand:
        cells += _card(question, scores, t)
    for question in automatic:
        found = t("automatic {score}").format(score=_found(question.graded, scores, t))
        cells += _fold(question.cells, f"{question.title} · {found}", scores, t)
    for question in rest:
        if any(cell.cell_type == "markdown" or cell.get("outputs") for cell in question.cells):
            cells += _fold(question.cells, question.title, scores, t)
    return cells


def _plain(cells: list[NotebookNode], t: Translator) -> list[NotebookNode]:
    for cell in cells:
        cell.metadata["marking"] = {"role": _role(cell), "before": [], "after": []}
        if cell.metadata.marking["role"] == "text":
            cell.source = HEADING.sub(r"**\1**", cell.source)  # the page has headings of its own
        if is_by_hand(cell):
            about = cell.metadata.get(ABOUT, {})
            rubric = about.get("rubric", "")
            nothing = t("Nothing has been filled in yet.")
            answer = about.get("answer", "") or f'<p class="ov-nothing">{nothing}</p>'
            cell.source = (
                f'<div class="ov-rubric">\n\n{rubric}\n\n</div>\n\n<div class="ov-written">{answer}</div>'
            )
    return cells


def _role(cell: NotebookNode) -> str:
    if is_by_hand(cell):
        return "open"
    if cell.cell_type == "code":
        return "check" if part_of(grade_id(cell)) == "check" else "shown"
    return "text"


def _card(question: Question, scores: Scores, t: Translator) -> list[NotebookNode]:
    """An open question: what is marked by hand, then what was found automatically, then the question itself."""
    first = [cell for cell in question.cells if is_by_hand(cell)]
    checks = [cell for cell in question.graded if cell not in first and _worth(cell, scores)]
    unscored = [cell for cell in question.graded if cell not in first and cell not in checks]
    rest = [cell for cell in question.cells if cell not in (*first, *checks, *unscored)]
    cells = _plain(first, t)
    if checks:
        # What was missed automatically is worth a look beside the answer.
        is_open = any(set(_result_in(check).verdicts) - {"right"} for check in checks)
        title = t("Automatic {score}").format(score=_found(checks, scores, t))
        cells = cells + _fold(checks, title, scores, t, is_open=is_open)
    if rest:
        cells = cells + _fold(rest, t("The question and what the participant filled in"), scores, t)
    cells[0].metadata.marking["before"].insert(0, {"kind": "card", "title": question.title})
    cells[-1].metadata.marking["after"].append("card")
    return cells


def _worth(cell: NotebookNode, scores: Scores) -> bool:
    """Whether there are points for `cell`. A check of what a person marks alone has none."""
    score = scores.cells.get(grade_id(cell))
    return score is not None and score.points > 0


def _fold(
    cells: list[NotebookNode], title: str, scores: Scores, t: Translator, *, is_open: bool = False
) -> list[NotebookNode]:
    """`cells` behind one line, that is open when somebody has to look at them."""
    waits = any(scores.cells[grade_id(c)].waits for c in cells if grade_id(c) in scores.cells)
    cells = _plain(cells, t)
    cells[0].metadata.marking["before"].append({"kind": "fold", "title": title, "open": is_open or waits})
    cells[-1].metadata.marking["after"].append("fold")
    return cells


def _result_in(cell: NotebookNode) -> Result:
    """The result that a check gave; an empty one when it failed."""
    data = cell.outputs[0].get("data", {}) if cell.get("outputs") else {}
    return Result.from_dict(data.get(RESULT_MIME)) or Result(0, 0)


def _found(cells: list[NotebookNode], scores: Scores, t: Translator) -> str:
    """The score of `cells` and what their checks found, on one line."""
    given = [scores.cells[grade_id(cell)] for cell in cells if grade_id(cell) in scores.cells]
    score, points = sum(one.score for one in given), sum(one.points for one in given)
    verdicts = sum((_result_in(cell).verdicts for cell in cells), start=Counter[Verdict]())
    told = ", ".join(
        f"{n} {verdict_word(verdict, t).lower()}" for verdict in SIGNS if (n := verdicts[verdict])
    )
    short = t("{score} of {points}").format(
        score=t.number(round(score, 2)), points=t.number(round(points, 2))
    )
    return " · ".join(filter(None, [short, told]))


def in_own_words(page: str, cell: NotebookNode, t: Translator) -> str:
    """The panel that nbgrader draws around a graded cell, in the reader's language and with its boxes named."""
    about = cell.metadata.get("nbgrader", {})
    for found, ours in theirs(t).items():
        page = page.replace(found, ours)
    points = about.get("points") or 0
    most = t.number(round(float(points), 2))
    page = page.replace(f"/ {round(float(points), 2)}", t("of {points}").format(points=most), 1)
    named = t("Points, from 0 to {most}").format(most=most)
    return page.replace(
        'class="score tabbable"', f'class="score tabbable" data-most="{points}" aria-label="{named}"'
    )


def without_mathjax(header: str) -> str:
    """The header of a page without formulas: it fetches nothing from elsewhere."""
    return MATHJAX.sub("", header)


SETTINGS["filters"] = {"in_own_words": in_own_words, "without_mathjax": without_mathjax}
SETTINGS["preprocessors"] = [MarkingPage]
