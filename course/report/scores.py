"""Who handed in and what it earned, from nbgrader's gradebook.

What counts is what nbgrader counts: points given by hand go before automatic ones, extra credit is added, and a penalty
for lateness is taken off the total, which never falls below 0.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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

    def points(self, cells: Collection[Cell]) -> float:
        """Points for these cells alone, before extra credit and penalty."""
        found = [self.scores[cell.name] for cell in cells if cell.name in self.scores]
        return round(sum(one.score - one.extra for one in found), 9)


@dataclass(frozen=True)
class Basis:
    """What every measure in a report is about: these participants and these cells, all of it marked."""

    participants: Sequence[Participant]
    cells: Sequence[Cell]
    whole: bool
    """Whether these are all cells, so that totals are final."""

    @property
    def max_score(self) -> float:
        """Points that could be earned."""
        return sum(cell.max_score for cell in self.cells)

    @cached_property
    def exercises(self) -> dict[str, list[Cell]]:
        """The cells of each exercise."""
        return by_exercise(self.cells)

    @cached_property
    def totals(self) -> list[float]:
        """Final points per participant; before penalty and extra credit as long as cells are missing."""
        if self.whole:
            return [one.total for one in self.participants]
        return [one.points(self.cells) for one in self.participants]

    @cached_property
    def items(self) -> list[list[float]]:
        """Points per participant and exercise, before penalty and extra credit."""
        return [[one.points(cells) for cells in self.exercises.values()] for one in self.participants]


@dataclass(frozen=True)
class ClassScores:
    """An assignment in the gradebook."""

    assignment: str
    cells: Sequence[Cell]
    participants: Sequence[Participant]
    absent: Sequence[str] = field(default=())
    """Names of who is in the gradebook and handed in nothing."""

    @property
    def max_score(self) -> float:
        """Points that could be earned, without extra credit."""
        return sum(cell.max_score for cell in self.cells)

    @property
    def waiting(self) -> list[Participant]:
        """Hand-ins of which a part is still to be marked."""
        return [one for one in self.participants if one.waits]

    @cached_property
    def basis(self) -> Basis:
        """All that is marked: of everybody, or of the part that is done, or of the cells that are.

        Leaving a cell out for some would compare people by different tests.
        """
        done = [one for one in self.participants if not one.waits]
        if len(done) == len(self.participants) or len(done) >= max(ENOUGH, ceil(len(self.participants) / 2)):
            return Basis(done, self.cells, True)
        marked = [cell for cell in self.cells if not any(one.waits_for(cell) for one in self.participants)]
        return Basis(self.participants, marked, False)


def by_exercise(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """These cells per exercise, in their order."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.exercise, []).append(cell)
    return found


def assignments_in(book: Gradebook) -> dict[str, int]:
    """Every assignment of the course with its number of hand-ins, by name."""
    found = (
        book.db.query(Assignment.name, SubmittedAssignment.id)
        .outerjoin(SubmittedAssignment, SubmittedAssignment.assignment_id == Assignment.id)
        .filter(Assignment.course_id == book.course_id)
    )
    counts: dict[str, int] = {}
    for name, submission in found:
        counts[name] = counts.get(name, 0) + (submission is not None)
    return dict(sorted(counts.items()))


def class_scores(book: Gradebook, assignment: str, order: Sequence[str] = ()) -> ClassScores:
    """The scores of an assignment that exists; `order` are names of cells as they stand in the notebook.

    A cell that is worth nothing, such as the check of a text that only a person marks, is no part of them. A few
    queries for the whole class: nbgrader's own objects would ask the database for every single grade.
    """
    mine = (Assignment.name == assignment, Assignment.course_id == book.course_id)
    worth: dict[str, float] = {}
    for kind in (GradeCell, TaskCell):
        rows = book.db.query(kind.name, kind.max_score).join(Notebook, Notebook.id == kind.notebook_id)
        rows = rows.join(Assignment, Assignment.id == Notebook.assignment_id)
        worth |= {name: points for name, points in rows.filter(*mine) if points}
    place = {name: number for number, name in enumerate(order)}
    cells = [
        Cell(*one) for one in sorted(worth.items(), key=lambda one: (place.get(one[0], len(place)), one[0]))
    ]

    scores: dict[str, dict[str, CellScore]] = {}
    penalties: dict[str, float] = {}
    submitted = (
        book.db.query(SubmittedAssignment.student_id, SubmittedNotebook.late_submission_penalty)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .outerjoin(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(*mine)
    )
    for student, penalty in submitted:
        scores.setdefault(student, {})
        penalties[student] = penalties.get(student, 0.0) + (penalty or 0.0)
    grades = (
        book.db.query(
            SubmittedAssignment.student_id,
            BaseCell.name,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
        )
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .filter(*mine)
    )
    for student, cell, automatic, given, extra, waits in grades:
        earned = given if given is not None else automatic
        more = extra or 0.0 if earned is not None else 0.0  # nbgrader adds nothing to a cell without a score
        points = worth.get(cell, 0.0)
        scores[student][cell] = CellScore(
            (earned or 0.0) + more, points, bool(waits and points), given is not None, more
        )

    people = {student.id: full_name(student) for student in book.db.query(Student)}
    participants = [Participant(who, people[who], scores[who], penalties[who]) for who in scores]
    participants.sort(key=lambda one: (one.name.casefold(), one.id))
    absent = sorted((name for who, name in people.items() if who not in scores), key=str.casefold)
    return ClassScores(assignment, cells, participants, absent)


def full_name(student: Student) -> str:
    """First and last name as far as the gradebook knows them, else the id."""
    return " ".join(part for part in (student.first_name, student.last_name) if part) or student.id
