"""Classes with answers as different as people's: answers beside graded notebooks, points in the gradebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

import nbformat
from nbgrader.api import Gradebook, Student

from course.answers import Answers
from course.assignment import Assignment, assignment_in, exercise_of, part_of
from course.exercise import Answer
from course.grading.language import COURSE_IDS, gradebook_name
from tests.fixture import NAME, course_in
from tests.script import SCRIPT, scripted

SIZE = 24
MARKED = 19
"""Hand-ins whose open answers are marked by hand."""
HOSTILE_ID = "<img src=x onerror=alert('gijs')>"
AWAY = "weg"
"""Who is in the gradebook and never handed in."""


@dataclass(frozen=True)
class Group:
    """A course folder in which people handed in; their points are put where grading puts them."""

    root: Path
    language: str = "nl"

    def gradebook(self) -> Gradebook:
        return Gradebook(f"sqlite:///{self.root / gradebook_name(self.language)}", COURSE_IDS[self.language])

    @cache  # noqa: B019  (as long as the tests run)
    def assignment(self, name: str = NAME) -> Assignment:
        path = self.root / "solutions" / self.language / name / f"{name}.ipynb"
        return assignment_in(nbformat.read(path, as_version=4))

    def announce(self, book: Gradebook, name: str) -> Assignment:
        """Put the cells of an assignment in the gradebook."""
        found = self.assignment(name)
        book.add_assignment(name)
        book.add_notebook(name, name)
        for question in found.questions:
            for cell in question.graded:
                about = cell.metadata.nbgrader
                book.add_grade_cell(
                    about.grade_id, name, name, max_score=about.points, cell_type=cell.cell_type
                )
        return found

    def hand_in(
        self,
        book: Gradebook,
        name: str,
        who: str,
        answers: Mapping[str, Answer],
        by_hand: float | None = None,
    ) -> None:
        """Hand in for `who`, and mark open answers with the share `by_hand` of their points, if any."""
        found = self.assignment(name)
        put_person(book, who)
        submitted = book.add_submission(name, who)
        folder = self.root / "autograded" / who / name / "answers"
        for exercise, answer in answers.items():
            Answers(folder).save(exercise, found.exercises[exercise].kind, answer)
        folder.mkdir(parents=True, exist_ok=True)
        for grade in submitted.notebooks[0].grades:
            if part_of(grade.name) == "check":
                exercise = exercise_of(grade.name)
                record = Answers(folder).load(exercise)
                grade.auto_score = found.checks[exercise].result_of(record).score
                grade.needs_manual_grade = False
            else:
                grade.needs_manual_grade = by_hand is None
                grade.manual_score = None if by_hand is None else by_hand * grade.max_score
        book.db.commit()


def put_person(book: Gradebook, who: str, **about: str) -> None:
    """Put somebody in the gradebook past its door: an old one may hold names that are refused today."""
    student = book.db.get(Student, who) or Student(id=who)
    for field, value in about.items():
        setattr(student, field, value)
    book.db.add(student)
    book.db.commit()


def group(folder: Path, language: str = "nl", size: int = SIZE, marked: int = MARKED) -> Group:
    """A course in `folder` in which `size` people handed in and `marked` of them are marked completely."""
    made = Group(course_in(folder, language), language)
    people = [HOSTILE_ID, *(f"lid{n:02}" for n in range(2, size + 1))][:size]
    with made.gradebook() as book:
        found = made.announce(book, NAME)
        for n, who in enumerate(people):
            answers = sampled(found, Random(n), 0.25 + 0.7 * n / size)
            made.hand_in(book, NAME, who, answers, (n % 5) / 4 if n < marked else None)
            last = SCRIPT if n == 0 else f"van Straat {n + 1}"
            put_person(book, who, first_name=f"Deelnemer {n + 1:02}", last_name=last)
        put_person(book, AWAY, first_name="Nooit", last_name="Gezien")
    return made


def sampled(assignment: Assignment, random: Random, skill: float) -> dict[str, Answer]:
    """What somebody of this `skill`, 0 to 1, fills in, with a script in each text; sometimes nothing."""
    made = {}
    for name, check in assignment.checks.items():
        sample = import_module(f"course.kinds.{check.exercise.kind}.sample").sample
        answer = sample(check.exercise, check.key, skill, random)
        if random.random() < 0.8 + 0.2 * skill:
            made[name] = scripted(answer)
    return made
