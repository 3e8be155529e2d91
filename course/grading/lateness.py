"""Points lost because work was late. They follow from deadline, extension, rule and points, so they are never kept."""

from __future__ import annotations

import logging

from nbformat import NotebookNode
from nbgrader.api import Assignment, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.orm import Query

QUIET = logging.getLogger(__name__)
"""For a step of nbgrader's that would tell about everybody at each command; a run tells who was late."""
QUIET.addHandler(logging.NullHandler())
QUIET.propagate = False


def seconds_late(book: Gradebook, assignment: str) -> dict[str, float]:
    """How many seconds after the deadline, or after their own, each participant handed in who was late."""
    return {
        one.student_id: one.total_seconds_late
        for one, _penalty in _handed_in(book, assignment)
        if one.total_seconds_late > 0
    }


def settle(coursedir: CourseDirectory, assignment: str, student: str | None = None) -> None:
    """Give all hand-ins of `assignment`, or that of one `student`, the penalty that they should have now.

    nbgrader does this only when it grades: not after a deadline was moved or points were given by hand.
    """
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        rows = _handed_in(book, assignment)
        if student is not None:
            rows = rows.filter(SubmittedAssignment.student_id == student)
        concerned = [
            one.student_id for one, penalty in rows if penalty is not None or one.total_seconds_late > 0
        ]
    step = AssignLatePenalties(parent=coursedir.parent or coursedir, log=QUIET)
    for name in concerned:
        names = {
            "db_url": coursedir.db_url,
            "notebook": assignment,
            "assignment": assignment,
            "student": name,
        }
        step.preprocess(NotebookNode(cells=[]), {"nbgrader": names})


def _handed_in(book: Gradebook, assignment: str) -> Query:
    """(hand-in, penalty) of everyone."""
    return (
        book.db.query(SubmittedAssignment, SubmittedNotebook.late_submission_penalty)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(Assignment.name == assignment, SubmittedNotebook.name == assignment)
    )
