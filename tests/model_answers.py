"""What the source of an assignment knows: each exercise with its hidden check, key and model answer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from course.answers import Answers
from course.authoring import notebook_from
from course.exercise import Answer
from course.assignment import Check, assignment_in
from tests.fixture import text_of

ROOT = Path(__file__).parents[1]
SOURCES = sorted(ROOT.glob("solutions/*/*/*.md"))
"""The texts of every assignment of the course; other tests have their own, in `tests.fixture`."""


def run(notebook: NotebookNode) -> dict[str, Any]:
    """The names that the code cells of a notebook make, run in order in a fresh namespace."""
    names: dict[str, Any] = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, cell.id, "exec"), names)
    return names


def checks(notebook: NotebookNode) -> dict[str, Check]:
    """Every hidden check of an assignment's source, by exercise."""
    return assignment_in(notebook).checks


def keep(answers: Mapping[str, Answer], exercises: Mapping[str, Check], folder: Path) -> None:
    """Store answers as a participant's kernel does."""
    for name, answer in answers.items():
        Answers(folder).save(name, exercises[name].exercise.kind, answer)


def source(path: Path = text_of()) -> NotebookNode:
    """The source notebook of an assignment."""
    return notebook_from(path)


def strings_in(value: Any) -> list[str]:
    """Every text in nested data, names of fields aside."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return [text for one in inner for text in strings_in(one)]
