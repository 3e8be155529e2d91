"""The page that a participant gets back: points, reasons and the instructor's words, and never a check."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbformat.v4 import new_output, reads_json
from nbgrader import preprocessors, utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import default

from course.grading.cells import grade_id
from course.grading.pages.marks import NO_ANSWER, Mark, Marks, marks_of
from course.grading.pages.questions import Question, html_of, is_by_hand, questions_in
from course.grading.pages.readable import ANSWER, rubric_of
from course.i18n import LANGUAGES, _, ngettext
from course.result import earned, number

TEMPLATES = Path(__file__).parent / "templates" / "feedback_page"
TOTAL = re.compile(
    r'(?<=<div class="ov-result">)<p><strong>[^<]*</strong> ?</p>'
    r'|(?<=<div class="ov-result"><p>)<strong>[^<]*</strong> ?'
)
"""The points in the HTML of a `course.result.Result`."""
FAILED = "De controle van deze opdracht ging mis. Vraag je begeleider om ernaar te kijken."


class HideErrors(NbGraderPreprocessor):
    """Replaces the traceback of a failed check, which would quote it, by a sentence."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """First step of making feedback."""
        for cell in nb.cells:
            if cell.cell_type == "code" and utils.is_locked(cell):
                cell.outputs = [_told(output) for output in cell.outputs]
        return nb, resources


def _told(output: NotebookNode) -> NotebookNode:
    if output.output_type in ("error", "stream"):
        return new_output("stream", name="stdout", text=FAILED)
    return output


class GetGrades(preprocessors.GetGrades):
    """nbgrader's own step with two questions to the gradebook, where nbgrader has one or two for each cell."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Put the scores and comments where nbgrader puts them, and all of them in ``resources["marks"]``."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as book:
            submitted = book.find_submission_notebook(
                names["notebook"], names["assignment"], names["student"]
            )
            marks = marks_of(book, submitted)
        for cell in nb.cells:
            name = grade_id(cell)
            if name in marks.cells:
                cell.metadata.nbgrader["score"] = marks.cells[name].score
                cell.metadata.nbgrader["points"] = marks.cells[name].points
            if utils.is_solution(cell) or utils.is_task(cell):
                cell.metadata.nbgrader["comment"] = marks.comments.get(name)
        names |= {"score": marks.score, "max_score": marks.points, "late_penalty": marks.penalty}
        resources["marks"] = marks
        return nb, resources


class OnlyThePage(NbGraderPreprocessor):
    """Takes the answer files, which nbgrader copies along, out of the feedback: they are in the page already."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Runs after nbgrader filled the folder and before it writes the page there."""
        coursedir = CourseDirectory(parent=self)
        names = resources["nbgrader"]
        place = coursedir.format_path(coursedir.feedback_directory, names["student"], names["assignment"])
        shutil.rmtree(Path(coursedir.root) / place / "answers", ignore_errors=True)
        return nb, resources


STEPS = [HideErrors, GetGrades, OnlyThePage]
"""nbgrader's steps for feedback, ours in the place of its own; its style sheet for code is not needed."""


@dataclass(frozen=True)
class Part:
    """A piece of the page under one question.

    Attributes:
        kind: ``answer``, ``result``, ``rubric``, ``code`` or ``output``; decides how it looks.
        html: what stands there, safe to show.
        mark: points, for what has any.
        comment: what that person said.
    """

    kind: str
    html: str
    mark: Mark | None = None
    comment: str = ""


@dataclass(frozen=True)
class Section:
    """One question on the page."""

    title: str
    marks: list[Mark]
    parts: list[Part] = field(default_factory=list)
    is_open: bool = False
    """Whether a person marks a part; then the answer is there to read, and otherwise the reasons tell it."""

    @property
    def waits(self) -> bool:
        """Whether a person still has to mark a part."""
        return any(mark.waits for mark in self.marks)

    @property
    def score(self) -> float:
        """Points so far."""
        return round(sum(mark.score for mark in self.marks), 2)

    @property
    def points(self) -> float:
        """What it is worth."""
        return round(sum(mark.points for mark in self.marks), 2)


class FeedbackPage(Exporter):
    """Makes the page; light enough to make a class of them while you wait, and without a script in it."""

    output_mimetype = "text/html"

    @default("file_extension")
    def _html(self) -> str:
        return ".html"

    def from_filename(
        self, filename: str, resources: dict | None = None, **settings: Any
    ) -> tuple[NotebookNode, dict]:
        """Convert a graded notebook; it was validated when it was written."""
        notebook = reads_json(Path(filename).read_text("utf-8"))
        return self.from_notebook_node(notebook, resources, **settings)

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict | None = None, **settings: Any
    ) -> tuple[Any, dict]:
        """The page as text, and what nbgrader needs to write it to a file."""
        resources = self._init_resources(resources)
        for step in self._preprocessors:
            nb, resources = step(nb, resources)
        marks = resources["marks"]
        waiting = marks.waiting
        page = _template().render(
            language=LANGUAGES[0],
            words=_words(),
            title=nb.metadata.get("course", {}).get("title", resources["nbgrader"]["notebook"]),
            score=_points(marks.score),
            points=_points(marks.points),
            waiting=_still_waiting(waiting),
            penalty=_points(marks.penalty) if marks.penalty else "",
            notes=[_markdown(cell.source) for cell in _above_the_first_heading(nb)],
            sections=[_section(question, marks) for question in questions_in(nb) if question.graded],
        )
        return page, resources


@lru_cache(maxsize=1)
def _template() -> Template:
    """Compiled once in a process."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"earned": earned, "number": number}
    return environment.get_template("index.html.j2")


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """What the page itself says."""
    return {
        "feedback": _("Feedback"),
        "of_all": _("of {points} points"),
        "so_far": _("so far"),
        "late": _("Deducted because it was late: {points}"),
        "overview": _("Overview"),
        "short": _("{score} of {points}"),
        "waits": _("is still being marked"),
        "instructor": _("Your instructor"),
        "answer": _("Your answer"),
        "automatic": _("Checked automatically"),
        "changed": _("changed by your instructor"),
    }


def _points(value: float) -> str:
    return number(round(value, 2))


def _still_waiting(waiting: list[Mark]) -> str:
    if not waiting:
        return ""
    told = ngettext(
        "{n} part, worth {points} points, is still being marked.",
        "{n} parts, together worth {points} points, are still being marked.",
        len(waiting),
    )
    return told.format(n=len(waiting), points=_points(sum(mark.points for mark in waiting)))


def _above_the_first_heading(notebook: NotebookNode) -> list[NotebookNode]:
    """What grading had to say about the whole hand-in."""
    first = next(iter(questions_in(notebook)), None)
    return [] if first is None or first.title else [c for c in first.cells if c.cell_type == "markdown"]


def _section(question: Question, marks: Marks) -> Section:
    parts = [part for cell in question.cells for part in _parts(cell, question, marks)]
    return Section(
        question.title,
        [marks.cells[grade_id(cell)] for cell in question.graded if grade_id(cell) in marks.cells],
        parts,
        question.is_open,
    )


def _parts(cell: NotebookNode, question: Question, marks: Marks) -> list[Part]:
    name = grade_id(cell)
    if is_by_hand(cell):
        source, mark = cell.get("source", ""), marks.cells.get(name)
        if cell.cell_type == "markdown" and any(ANSWER.search(html_of(other)) for other in question.cells):
            source = ANSWER.sub("", source)  # it stands above, where the exercise shows it
        shown = (
            _markdown(rubric_of(source))
            if cell.cell_type == "markdown"
            else Markup("<pre>{}</pre>").format(source)
        )
        return [Part("rubric", shown, mark, _comment(marks.comments.get(name, "")))]
    if cell.cell_type == "markdown":
        return []
    parts = []
    if utils.is_solution(cell):
        comment = _comment(marks.comments.get(name, ""))
        parts.append(Part("code", Markup("<pre>{}</pre>").format(cell.source), None, comment))
    for output in cell.get("outputs", []):
        parts += _shown(output, cell, marks.cells.get(name))
    return parts


def _shown(output: NotebookNode, cell: NotebookNode, mark: Mark | None) -> list[Part]:
    data = output.get("data", {})
    if (
        utils.is_locked(cell) and "text/html" in data
    ):  # ours; what a participant's own code made is shown as text
        html = TOTAL.sub("", data["text/html"])  # the gradebook has the last word on points
        return [Part("result" if utils.is_grade(cell) else "answer", Markup(html), mark)]  # noqa: S704
    if "image/png" in data:
        picture = "".join(data["image/png"].split())
        return [Part("output", Markup('<img alt="" src="data:image/png;base64,{}">').format(picture))]
    text = output.get("text") or data.get("text/plain") or "\n".join(output.get("traceback", []))
    kind = "result" if utils.is_grade(cell) else "output"
    return [Part(kind, Markup("<pre>{}</pre>").format("".join(text)), mark)] if text else []


def _comment(text: str) -> str:
    if text == NO_ANSWER:
        return Markup("<p>{}</p>").format(_("You left this open."))
    return _markdown(text, escape=True) if text else ""


@lru_cache(maxsize=512)
def _markdown(source: str, escape: bool = False) -> Markup:
    """`source` as HTML. Rubrics are the same for a whole class, so each is made once."""
    renderer = IPythonRenderer(escape=escape, exclude_anchor_links=True)
    return Markup(MarkdownWithMath(renderer=renderer).render(source))  # noqa: S704
