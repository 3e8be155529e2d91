"""The page that a participant gets back: points, verdicts and the instructor's words, and never a check.

Reasons, what was missed and model answers come once the assignment is closed: who can hand in again would copy them.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbformat.v4 import reads_json
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import default

from course.answers import Reader
from course.assignment import (
    Assignment,
    Question,
    exercise_of,
    grade_id,
    is_by_hand,
    part_of,
    questions_in,
)
from course.grading.closed import is_closed
from course.grading.graded_notebook import ABOUT
from course.grading.places import folder_of
from course.grading.released import released
from course.grading.scores import NO_ANSWER, CellScore, Scores, scores_of
from course.i18n import Translator, translator
from course.result import RESULT_MIME, SIGNS, Result, earned, verdict_word
from course.view.bundle import material_stylesheet
from course.view.static import answer_html, rows_html

TEMPLATES = Path(__file__).parent / "templates" / "feedback_page"


class OnlyThePage(NbGraderPreprocessor):
    """Takes the answer files, which nbgrader copies along, out of the feedback: they are in the page already."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Runs after nbgrader filled the folder and before it writes the page there."""
        coursedir = CourseDirectory(parent=self)
        names = resources["nbgrader"]
        place = folder_of(coursedir, "feedback_directory", names["student"], names["assignment"])
        shutil.rmtree(place / "answers", ignore_errors=True)
        return nb, resources


@dataclass(frozen=True)
class Part:
    """A piece of the page under one question.

    Attributes:
        kind: ``asked``, ``answer``, ``result``, ``model`` or ``rubric``; decides how it looks.
        html: what stands there, safe to show.
        result: of an automatic check; None for other parts, and for a check that failed.
        score: points, for what has any.
        comment: what the instructor said.
    """

    kind: str
    html: str = ""
    result: Result | None = None
    score: CellScore | None = None
    comment: str = ""


@dataclass(frozen=True)
class Section:
    """One question on the page."""

    title: str
    scores: list[CellScore]
    parts: list[Part] = field(default_factory=list)
    is_open: bool = False
    """Whether a person marks a part; then the answer is there to read, and otherwise the reasons tell it."""

    @property
    def waits(self) -> bool:
        """Whether a person still has to mark a part."""
        return any(one.waits for one in self.scores)

    @property
    def score(self) -> float:
        """Points so far."""
        return round(sum(one.score for one in self.scores), 2)

    @property
    def points(self) -> float:
        """What it is worth."""
        return round(sum(one.points for one in self.scores), 2)


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
        names = resources["nbgrader"]
        coursedir = CourseDirectory(parent=self)
        assignment = released(coursedir, names["assignment"]).assignment
        models = model_answers(assignment) if is_closed(coursedir, names["assignment"]) else None
        asked = {name: exercise.question for name, exercise in assignment.exercises.items()}
        with Gradebook(names["db_url"]) as book:
            scores = scores_of(
                book,
                book.find_submission_notebook(names["notebook"], names["assignment"], names["student"]),
            )
        return page(nb, scores, names["notebook"], models, asked), resources


def model_answers(assignment: Assignment) -> dict[str, Markup]:
    """The model answer to each exercise that has one, with every reason, as HTML."""
    found = {}
    for name, check in assignment.checks.items():
        exercise, parts = check.exercise, check.exercise.parts()
        whys = [(parts[part], why) for part, why in (check.reasons or {}).items()]
        shown = answer_html(exercise, exercise.clean(check.answer, Reader())) + rows_html(whys)
        if shown:
            found[name] = Markup(shown)  # noqa: S704  (escaped where it was made)
    return found


def page(
    notebook: NotebookNode,
    scores: Scores,
    name: str,
    models: Mapping[str, Markup] | None = None,
    asked: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The page for a graded `notebook`, in the language of its text.

    Args:
        notebook: with answers and results.
        scores: from the gradebook.
        name: of the assignment, for one without a title.
        models: the model answers of an assignment that is closed; None while it is open.
        asked: the question of each exercise; it stands above one that shares a heading with others.
    """
    about = notebook.metadata.get("course", {})
    t = translator(about.get("language", "nl"))
    questions = questions_in(notebook)
    return _template().render(
        t=t,
        words=_words(t),
        styles=Markup(material_stylesheet()),  # noqa: S704  (a file of ours)
        signs=SIGNS,
        word=lambda verdict: verdict_word(verdict, t).lower(),
        earned=lambda score, points: earned(score, points, t),
        number=lambda value: t.number(round(value, 2)),
        title=about.get("title", name),
        score=t.number(round(scores.score, 2)),
        points=t.number(round(scores.points, 2)),
        waiting=_still_waiting(scores.waiting, t),
        penalty=t.number(round(scores.penalty, 2)) if scores.penalty else "",
        notes=[_markdown(cell.source) for cell in _above_the_first_heading(questions)],
        closed=models is not None,
        sections=[_section(question, scores, models, asked, t) for question in questions if question.graded],
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    """Compiled once in a process."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("index.html.j2")


@lru_cache(maxsize=4)
def _words(t: Translator) -> dict[str, str]:
    """What the page itself says."""
    return {
        "feedback": t("Feedback"),
        "of_all": t("of {points} points"),
        "so_far": t("so far"),
        "late": t("Deducted because it was late: {points}"),
        "overview": t("Overview"),
        "short": t("{score} of {points}"),
        "waits": t("is still being marked"),
        "instructor": t("Your instructor"),
        "answer": t("Your answer"),
        "automatic": t("Checked automatically"),
        "changed": t("changed by your instructor"),
        "later": t("Reasons and model answers come when your instructor closes the assignment."),
        "model": t("Model answer"),
        "failed": t("The check of this exercise went wrong. Ask your instructor to look at it."),
    }


def _still_waiting(waiting: list[CellScore], t: Translator) -> str:
    if not waiting:
        return ""
    told = t.plural(
        "{n} part, worth {points} points, is still being marked.",
        "{n} parts, together worth {points} points, are still being marked.",
        len(waiting),
    )
    return told.format(n=len(waiting), points=t.number(round(sum(one.points for one in waiting), 2)))


def _above_the_first_heading(questions: list[Question]) -> list[NotebookNode]:
    """What grading had to say about the whole hand-in, as far as the participant may read it."""
    first = next(iter(questions), None)
    if first is None or first.title:
        return []
    return [
        cell
        for cell in first.cells
        if cell.cell_type == "markdown" and not cell.metadata.get(ABOUT, {}).get("private")
    ]


def _section(
    question: Question,
    scores: Scores,
    models: Mapping[str, Markup] | None,
    asked: Mapping[str, str],
    t: Translator,
) -> Section:
    own = [name for name in question.exercises if name in asked]
    above = {name: asked[name] for name in own} if len(own) > 1 else {}
    worth = [grade_id(cell) for cell in question.graded]
    return Section(
        question.title,
        [scores.cells[name] for name in worth if name in scores.cells and scores.cells[name].points],
        [
            part
            for cell in question.cells
            for part in (*_asked(above.get(grade_id(cell), "")), *_parts(cell, scores, models, t))
        ],
        question.is_open,
    )


def _asked(question: str) -> list[Part]:
    return [Part("asked", " ".join(question.split()))] if question else []


def _parts(
    cell: NotebookNode, scores: Scores, models: Mapping[str, Markup] | None, t: Translator
) -> list[Part]:
    name = grade_id(cell)
    score, comment = scores.cells.get(name), _comment(scores.comments.get(name, ""), t)
    if is_by_hand(cell):
        about = cell.metadata.get(ABOUT, {})
        typed = Markup(about.get("answer", ""))  # noqa: S704  (escaped where it was made)
        parts = [Part("rubric", _markdown(about.get("rubric", cell.source)), None, score, comment)]
        return [Part("answer", typed), *parts] if typed.startswith("<dl><dd>") else parts
    if cell.cell_type != "code" or not name:
        return []
    data = cell.outputs[0].get("data", {}) if cell.outputs else {}
    if part_of(name) == "check":
        told = cell.metadata.get(ABOUT, {}).get("while_open") if models is None else data.get(RESULT_MIME)
        parts = [Part("result", result=Result.from_dict(told), score=score)] if score and score.points else []
        model = (models or {}).get(exercise_of(name))
        return [*parts, Part("model", model)] if model else parts
    html = data.get("text/html", "")
    return [Part("answer", Markup(html))] if html else []  # noqa: S704  (escaped where it was made)


def _comment(text: str, t: Translator) -> str:
    if text == NO_ANSWER:
        return Markup("<p>{}</p>").format(t("You left this open."))
    return _markdown(text, escape=True) if text else ""


@lru_cache(maxsize=512)
def _markdown(source: str, escape: bool = False) -> Markup:
    """`source` as HTML. Rubrics are the same for a whole class, so each is made once."""
    renderer = IPythonRenderer(escape=escape, exclude_anchor_links=True)
    return Markup(MarkdownWithMath(renderer=renderer).render(source))  # noqa: S704
