"""Scores go into the gradebook in one transaction for each hand-in, by nbgrader's rules."""

from __future__ import annotations

from collections.abc import Mapping

from nbformat import NotebookNode
from nbgrader import preprocessors
from nbgrader.api import BaseCell, Comment, Grade, Gradebook, SubmittedNotebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc

from course.assignment import exercise_of, grade_id, is_by_hand
from course.grading.graded_notebook import is_answered
from course.grading.scores import NO_ANSWER
from course.result import Result


def save(
    coursedir: CourseDirectory,
    assignment: str,
    student: str,
    timestamp: str,
    notebook: NotebookNode,
    results: Mapping[str, Result | None],
) -> None:
    """Save the automatic score of each cell of a graded `notebook`; what a person gave stays.

    nbgrader has a transaction for each cell. One for all is faster, and a stop halfway leaves the scores as they were.
    """
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        book.update_or_create_student(student)
        about = {"timestamp": parse_utc(timestamp)} if timestamp else {}
        book.update_or_create_submission(assignment, student, **about)
        submitted = book.find_submission_notebook(assignment, assignment, student)
        grades, comments = _of(book, submitted, Grade), _of(book, submitted, Comment)
        for cell in notebook.cells:
            name = grade_id(cell)
            if name in grades:
                _score(grades[name], cell, results)
            if is_by_hand(cell):
                comments[name].auto_comment = None if is_answered(cell) else NO_ANSWER
        book.db.commit()
        is_late = submitted.assignment.total_seconds_late > 0
        was_late = submitted.late_submission_penalty is not None
    if is_late or was_late:
        # nbgrader's own step, with the instructor's own rule for it.
        names = {
            "db_url": coursedir.db_url,
            "notebook": assignment,
            "assignment": assignment,
            "student": student,
        }
        step = preprocessors.AssignLatePenalties(parent=coursedir.parent or coursedir)
        step.preprocess(notebook, {"nbgrader": names})


def _of(
    book: Gradebook, submitted: SubmittedNotebook, kind: type[Grade] | type[Comment]
) -> dict[str, Grade | Comment]:
    """The grades or comments of one hand-in by the name of their cell."""
    rows = book.db.query(BaseCell.name, kind).join(kind.cell).filter(kind.notebook_id == submitted.id)
    return dict(rows.all())


def _score(grade: Grade, cell: NotebookNode, results: Mapping[str, Result | None]) -> None:
    if is_by_hand(cell):
        grade.auto_score = None if is_answered(cell) else 0.0
    else:
        result = results.get(exercise_of(grade_id(cell)))
        grade.auto_score = result.score if result else 0.0
    # Whoever gave points by hand sees the new answer before those points count for it.
    grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
