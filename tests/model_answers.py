"""What the source of an assignment knows: each exercise with its hidden check, key and model answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from nbformat import NotebookNode

from course.answers import Answers
from course.authoring import notebook_from
from course.exercise import Answer, Exercise
from course.result import Result

ROOT = Path(__file__).parents[1]
SOURCES = sorted(ROOT.glob("solutions/nl/*/*.md"))


@dataclass(frozen=True)
class Check:
    """One hidden check, as its author wrote it."""

    exercise: Exercise
    points: float
    key: Any = None
    reasons: Mapping[str, str] | None = None
    model: Answer | None = None

    @property
    def answer(self) -> Answer:
        """The model answer: written by the author, or what follows from the key."""
        return self.model or self.exercise.model(self.key)

    def score(self, answer: Answer) -> float:
        return self.exercise.check(answer, key=self.key, reasons=self.reasons, points=self.points).score


def run(notebook: NotebookNode) -> dict[str, Any]:
    """The names that the code cells of a notebook make, run in order in a fresh namespace."""
    names: dict[str, Any] = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, cell.id, "exec"), names)
    return names


def checks(notebook: NotebookNode) -> dict[str, Check]:
    """Every hidden check of an assignment's source, by exercise."""
    found: dict[str, Check] = {}

    def note(exercise: Exercise, **given: Any) -> Result:
        found[exercise.id] = Check(exercise, **given)
        return Result(0, 1)

    with patch.object(Exercise, "check", note):
        run(notebook)
    return found


def model_answers(notebook: NotebookNode) -> dict[str, Answer]:
    """A perfect answer to each exercise of an assignment's source."""
    return {name: check.answer for name, check in checks(notebook).items()}


def keep(answers: Mapping[str, Answer], exercises: Mapping[str, Check], folder: Path) -> None:
    """Store answers as a participant's kernel does."""
    for name, answer in answers.items():
        Answers(folder).save(name, exercises[name].exercise.kind, answer)


def source(path: Path = SOURCES[0]) -> NotebookNode:
    """The source notebook of an assignment."""
    return notebook_from(path)


def strings_in(value: Any) -> list[str]:
    """Every text in nested data, names of fields aside."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return [text for one in inner for text in strings_in(one)]
