"""A class of a few people in a course folder, and what is in its gradebook and folders afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course.grading.site import Site
from tests.fixture import NAME
from tests.grading.course import Course

GOOD = ["anna", "bas", "cleo", "daan"]
ODD = "Zoë d'Échec (1)"


def hand_in(course: Course, people: list[str]) -> Course:
    """Everyone handed in by mail: the answers in the notebook, half of them perfect and half of them half."""
    perfect, half = (json.dumps(course.carrying(one)) for one in (course.perfect(), course.half()))
    for number, who in enumerate(people):
        (course.put(who) / f"{NAME}.ipynb").write_text(half if number % 2 else perfect, "utf-8")
    return course


def contents(db_url: str) -> dict[str, list[tuple]]:
    """Everything that grading leaves in the gradebook: {participant: sorted rows of grades and comments}."""
    found: dict[str, list[tuple]] = {}
    with Gradebook(db_url, "overtuigen") as book:
        for submission in book.assignment_submissions(NAME):
            rows = [
                (one.name, one.auto_score, one.manual_score, one.needs_manual_grade)
                for notebook in submission.notebooks
                for one in notebook.grades
            ]
            rows += [(one.name, one.auto_comment) for n in submission.notebooks for one in n.comments]
            assert submission.student.id not in found
            found[submission.student.id] = sorted(rows, key=str)
    return found


@pytest.fixture(scope="session")
def handed_in(generated: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    return hand_in(generated.copied(tmp_path_factory.mktemp("class") / "class"), GOOD)


@pytest.fixture
def klas(handed_in: Course, tmp_path: Path) -> Course:
    """A class of its own for each test."""
    return handed_in.copied(tmp_path / "class")


@pytest.fixture
def site(klas: Course) -> Callable[[], Site]:
    """The course folder as a new process sees it."""
    return lambda: Site(klas.root)
