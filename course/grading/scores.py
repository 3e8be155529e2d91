"""What the gradebook knows of one hand-in, asked at once: nbgrader asks it cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from nbgrader.api import BaseCell, Comment, Grade, Gradebook, SubmittedNotebook
from sqlalchemy.orm import undefer

NO_ANSWER = "No response."
"""What nbgrader itself says at a cell that was left as it was."""


@dataclass(frozen=True)
class CellScore:
    """The score of one cell.

    Attributes:
        score: points given, by hand or automatically, with any extra credit.
        points: what the cell is worth.
        waits: whether a person still has to look at it.
        by_hand: whether a person gave the points.
        extra: how much of the score is extra credit.
    """

    score: float
    points: float
    waits: bool = False
    by_hand: bool = False
    extra: float = 0.0


@dataclass(frozen=True)
class Scores:
    """Scores and comments of one hand-in, by the name of their cell.

    Attributes:
        penalty: points lost because it was late.
    """

    cells: dict[str, CellScore] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    penalty: float = 0.0

    @property
    def score(self) -> float:
        """Points so far."""
        return sum(one.score for one in self.cells.values()) - self.penalty

    @property
    def points(self) -> float:
        """What the whole is worth."""
        return sum(one.points for one in self.cells.values())

    @property
    def waiting(self) -> list[CellScore]:
        """What a person still has to look at."""
        return [one for one in self.cells.values() if one.waits]


def scores_of(book: Gradebook, submitted: SubmittedNotebook) -> Scores:
    """What `book` knows of the notebook that was `submitted`."""
    grades = (
        book.db.query(BaseCell.name, Grade)
        .join(Grade.cell)
        .filter(Grade.notebook_id == submitted.id)
        .options(undefer(Grade.max_score))  # otherwise it is asked for each grade apart
        .all()
    )
    comments = (
        book.db.query(BaseCell.name, Comment)
        .join(Comment.cell)
        .filter(Comment.notebook_id == submitted.id)
        .all()
    )
    return Scores(
        {
            name: CellScore(
                grade.score or 0.0,
                grade.max_score or 0.0,
                grade.needs_manual_grade,
                grade.manual_score is not None,
                grade.extra_credit or 0.0,
            )
            for name, grade in grades
        },
        {name: comment.comment for name, comment in comments if comment.comment},
        submitted.late_submission_penalty or 0.0,
    )


def waiting_in(book: Gradebook, notebook: str, assignment: str) -> dict[str, tuple[str, set[str]]]:
    """{id of a submitted notebook: (participant, cells that wait for a person)}, in the formgrader's order."""
    waiting: dict[str, tuple[str, set[str]]] = {}
    submitted = sorted(book.notebook_submissions(notebook, assignment), key=lambda one: one.id)
    students = {one.id: one.student.id for one in submitted}
    rows = (
        book.db.query(Grade.notebook_id, BaseCell.name)
        .join(Grade.cell)
        .filter(Grade.notebook_id.in_(students), Grade.needs_manual_grade)
        .order_by(Grade.notebook_id)
    )
    for key, cell in rows:
        waiting.setdefault(key, (students[key], set()))[1].add(cell)
    return waiting
