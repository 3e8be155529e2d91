"""Who handed in and what it earned, from nbgrader's gradebook.

What counts is what nbgrader counts: points given by hand go before automatic ones, extra credit is added, and a penalty
for lateness is taken off the total, which never falls below 0.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)

from course.assignment import exercise_of
from course.grading.scores import CellScore

ENOUGH = 5
"""Fully marked hand-ins from which they are looked at instead of the part that is marked for all."""


@dataclass(frozen=True)
class Cell:
    """One graded cell that is worth points: its name in the gradebook, and the most that it can earn."""

    name: str
    max_score: float

    @property
    def exercise(self) -> str:
        """The exercise that it belongs to."""
        return exercise_of(self.name)


@dataclass(frozen=True)
class Participant:
    """One hand-in: a score for each cell, and `penalty` points for lateness."""

    id: str
    name: str
    scores: Mapping[str, CellScore]
    penalty: float = 0.0

    @property
    def waits(self) -> bool:
        """Whether a part of it is still to be marked."""
        return any(one.waits for one in self.scores.values())

    @property
    def extra(self) -> float:
        """Extra credit, in points."""
        return sum(one.extra for one in self.scores.values())

    @property
    def total(self) -> float:
        """Points as nbgrader counts them, extra credit and penalty included."""
        return max(0.0, round(sum(one.score for one in self.scores.values()) - self.penalty, 9))

    def waits_for(self, cell: Cell) -> bool:
        """Whether this cell is still to be marked."""
        return cell.name in self.scores and self.scores[cell.name].waits

    def points(self, cells: Iterable[Cell]) -> float:
        """Points for these cells alone, before extra credit and penalty."""
        found = [self.scores[cell.name] for cell in cells if cell.name in self.scores]
        return round(sum(one.score - one.extra for one in found), 9)

    def share(self, cells: Collection[Cell]) -> float:
        """The points for these cells as a share of what they are worth, 0 to 1."""
        return self.points(cells) / worth(cells)


@dataclass(frozen=True)
class ClassScores:
    """An assignment in the gradebook, or the part of it that is marked."""

    assignment: str
    cells: Sequence[Cell]
    participants: Sequence[Participant]
    absent: Sequence[str] = ()
    """Names of who is in the gradebook and handed in nothing."""
    whole: bool = True
    """Whether these are all cells, so that totals are final."""

    @property
    def max_score(self) -> float:
        """Points that could be earned, without extra credit."""
        return worth(self.cells)

    @cached_property
    def exercises(self) -> dict[str, list[Cell]]:
        """The cells of each exercise, in their order."""
        found: dict[str, list[Cell]] = {}
        for cell in self.cells:
            found.setdefault(cell.exercise, []).append(cell)
        return found

    @cached_property
    def totals(self) -> list[float]:
        """Final points per participant; before penalty and extra credit as long as cells are missing."""
        return [one.total if self.whole else one.points(self.cells) for one in self.participants]

    @cached_property
    def items(self) -> list[list[float]]:
        """Points per participant and exercise, before penalty and extra credit."""
        return [[one.points(cells) for cells in self.exercises.values()] for one in self.participants]

    @property
    def waiting(self) -> list[Participant]:
        """Hand-ins of which a part is still to be marked."""
        return [one for one in self.participants if one.waits]

    @cached_property
    def basis(self) -> ClassScores:
        """What measures are about, all of it marked: everything, or the hand-ins that are done, or the cells that are.

        Leaving a cell out for some would compare people by different tests.
        """
        done = [one for one in self.participants if not one.waits]
        if len(done) == len(self.participants) or len(done) >= max(ENOUGH, ceil(len(self.participants) / 2)):
            return replace(self, participants=done)
        marked = [cell for cell in self.cells if not any(one.waits_for(cell) for one in self.participants)]
        return replace(self, cells=marked, whole=False)


def worth(cells: Iterable[Cell]) -> float:
    """Points that can be earned with these cells."""
    return sum(cell.max_score for cell in cells)


def assignments_in(book: Gradebook) -> dict[str, int]:
    """Every assignment of the course with its number of hand-ins, by name."""
    found = book.db.query(Assignment.name, Assignment.num_submissions)
    return dict(sorted(found.filter(Assignment.course_id == book.course_id).all()))


def class_scores(book: Gradebook, assignment: str, order: Sequence[str] = ()) -> ClassScores:
    """The scores of an assignment that exists; `order` are names of cells as they stand in the notebook.

    A cell that is worth nothing, such as the check of a text that only a person marks, is no part of them. A few
    queries for the whole class: nbgrader's own objects would ask the database for every single grade.
    """
    mine = (Assignment.name == assignment, Assignment.course_id == book.course_id)
    most: dict[str, float] = {}
    for kind in (GradeCell, TaskCell):
        graded = book.db.query(kind.name, kind.max_score).join(kind.notebook).join(Notebook.assignment)
        most |= {name: points for name, points in graded.filter(*mine) if points}
    place = {name: number for number, name in enumerate(order)}
    names = sorted(most, key=lambda name: (place.get(name, len(place)), name))

    late = SubmittedAssignment.late_submission_penalty
    submitted = book.db.query(SubmittedAssignment.student_id, late).join(SubmittedAssignment.assignment)
    penalties: dict[str, float] = dict(submitted.filter(*mine).all())
    scores: dict[str, dict[str, CellScore]] = {student: {} for student in penalties}
    marks = (Grade.auto_score, Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade)
    grades = (
        book.db.query(SubmittedAssignment.student_id, BaseCell.name, *marks)
        .join(SubmittedAssignment.assignment)
        .join(SubmittedAssignment.notebooks)
        .join(SubmittedNotebook.grades)
        .join(Grade.cell)
    )
    for student, cell, automatic, given, extra, waits in grades.filter(*mine):
        earned = given if given is not None else automatic
        bonus = extra or 0.0 if earned is not None else 0.0  # nbgrader adds nothing to a cell without a score
        points = most.get(cell, 0.0)
        scores[student][cell] = CellScore(
            (earned or 0.0) + bonus, points, bool(waits and points), given is not None, bonus
        )

    people = {
        one.id: " ".join(filter(None, (one.first_name, one.last_name))) or one.id
        for one in book.db.query(Student)
    }
    participants = [Participant(who, people[who], scores[who], penalties[who]) for who in scores]
    participants.sort(key=lambda one: (one.name.casefold(), one.id))
    absent = sorted((name for who, name in people.items() if who not in scores), key=str.casefold)
    return ClassScores(assignment, [Cell(name, most[name]) for name in names], participants, absent)
