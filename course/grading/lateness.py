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


def settle(coursedir: CourseDirectory, assignment: str) -> None:
    """Give all hand-ins of `assignment` the penalty that they should have now.

    nbgrader does this only when it grades: not after a deadline was moved or points were given by hand.
    """
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        concerned = [
            one.student_id for one, penalty in _handed_in(book, assignment) if _concerns(one, penalty)
        ]
    for student in concerned:
        penalise(coursedir, assignment, student)


def is_concerned(book: Gradebook, assignment: str, student: str) -> bool:
    """Whether the hand-in of `student` has a penalty, or should have one."""
    rows = _handed_in(book, assignment).filter(SubmittedAssignment.student_id == student)
    return any(_concerns(one, penalty) for one, penalty in rows)


def penalise(coursedir: CourseDirectory, assignment: str, student: str) -> None:
    """Give the hand-in of `student` the penalty that it should have now, if any, by nbgrader's own step."""
    step = AssignLatePenalties(parent=coursedir.parent or coursedir, log=QUIET)
    names = {"db_url": coursedir.db_url, "notebook": assignment, "assignment": assignment, "student": student}
    step.preprocess(NotebookNode(cells=[]), {"nbgrader": names})


def _concerns(one: SubmittedAssignment, penalty: float | None) -> bool:
    return penalty is not None or one.total_seconds_late > 0


def _handed_in(book: Gradebook, assignment: str) -> Query:
    """(hand-in, penalty) of everyone."""
    return (
        book.db.query(SubmittedAssignment, SubmittedNotebook.late_submission_penalty)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(Assignment.name == assignment, SubmittedNotebook.name == assignment)
    )
