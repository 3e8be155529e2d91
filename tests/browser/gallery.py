"""One exercise of every kind, made of each kind's own example, and what those examples do not show.

What is here knows no kind: a new one is in the gallery by itself. How a participant does each exercise is in `hands`.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from course.answers import Answers
from course.authoring.code import import_code, overview_code
from course.authoring.manuscript import Manuscript, Sheet
from course.authoring.notebook import Builder
from course.authoring.opening import manuscript
from course.exercise import Answer
from course.kinds import KINDS
from course.view.bundle import PACKAGE
from tests.model_answers import ROOT

HEADER = "---\ntitle: Oefeningen\nlanguage: nl\n---\n\n# Oefeningen\n\n## Alle soorten\n\n### Eén van elk\n\n"
MORE = Path(__file__).with_name("gallery.md")


def lesson_of(blocks: str) -> Manuscript:
    """A lesson that holds `blocks`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "modules" / "nl" / "lesson.md"
        path.parent.mkdir(parents=True)
        (Path(folder) / "solutions").symlink_to(ROOT / "solutions")  # an example may name one of the course
        path.write_text(HEADER + blocks, "utf-8")
        return manuscript(path)


@cache
def text() -> Manuscript:
    """The examples of all kinds, and more, in one lesson."""
    examples = [PACKAGE / "kinds" / kind.kind / "example.md" for kind in KINDS]
    return lesson_of("\n".join(each.read_text("utf-8") for each in [*examples, MORE]))


EXERCISES = {one.exercise.id: one.exercise for one in text().exercises}
"""Every exercise of the gallery by its id, in order."""
SHEETS = [part.node[2][2] for part in text().parts if isinstance(part, Sheet)]
"""The name of each material by itself, in order."""
CHECKED = [name for name, exercise in EXERCISES.items() if exercise.key is not None]
"""These have a button "Kijk na"."""


def gallery(*names: str) -> NotebookNode:
    """The notebook of all kinds, or of just these exercises: a page of few is live much sooner."""
    chosen = [one for one in text().exercises if not names or one.exercise.id in names]
    assert {one.exercise.id for one in chosen}.issuperset(names)
    return with_overview(replace(text(), parts=[text().parts[0], *chosen]) if names else text())


def with_overview(lesson: Manuscript) -> NotebookNode:
    """The notebook of a `lesson`, with an overview at its end as an assignment has one."""
    notebook = Builder(lesson).notebook()
    overview = overview_code([one.exercise for one in lesson.exercises], "nl")
    notebook.cells.append(new_code_cell(f"{import_code(['Overview'])}\n{overview}", id="overview"))
    return notebook


def samples(skill: float = 1.0) -> dict[str, Answer]:
    """To each exercise the answer that its author wrote, or else a plausible one."""
    found = {}
    for one in text().exercises:
        sample = import_module(f"course.kinds.{one.exercise.kind}.sample").sample
        found[one.exercise.id] = one.block.model() or sample(one.exercise, one.exercise.key, skill, Random(1))
    return found


def keep_samples(folder: Path, skill: float = 1.0) -> None:
    """Put `samples` beside a notebook in `folder`, in place of what is there."""
    shutil.rmtree(folder / "answers", ignore_errors=True)
    for name, answer in samples(skill).items():
        Answers(folder / "answers").save(name, EXERCISES[name].kind, answer)
