"""Points lost because work was late. They follow from deadline, extension, rule and points, so they are never kept."""

from __future__ import annotations

from nbformat import NotebookNode
from nbgrader.api import Assignment, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties


def settle(coursedir: CourseDirectory, assignment: str, student: str | None = None) -> None:
    """Give all hand-ins of `assignment`, or that of one `student`, the penalty that they should have now.

    nbgrader does this only when it grades: not after a deadline was moved or points were given by hand.
    """
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        rows = (
            book.db.query(SubmittedAssignment, SubmittedNotebook.late_submission_penalty)
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .filter(Assignment.name == assignment, SubmittedNotebook.name == assignment)
        )
        if student is not None:
            rows = rows.filter(SubmittedAssignment.student_id == student)
        concerned = [
            one.student_id for one, penalty in rows if penalty is not None or one.total_seconds_late > 0
        ]
    step = AssignLatePenalties(parent=coursedir.parent or coursedir)
    for name in concerned:
        names = {
            "db_url": coursedir.db_url,
            "notebook": assignment,
            "assignment": assignment,
            "student": name,
        }
        step.preprocess(NotebookNode(cells=[]), {"nbgrader": names})
