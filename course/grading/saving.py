"""Scores go into the gradebook in one transaction for each hand-in, by nbgrader's rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc

from course.assignment import exercise_of, grade_id, is_by_hand
from course.grading.graded_notebook import basis_of, is_answered
from course.grading.lateness import is_concerned, penalise
from course.grading.scores import NO_ANSWER
from course.result import Result


def save(
    coursedir: CourseDirectory,
    assignment: str,
    student: str,
    timestamp: str,
    notebook: NotebookNode,
    results: Mapping[str, Result | None],
    before: Mapping[str, str],
) -> None:
    """Save the automatic score of each cell of a graded `notebook`; what a person gave stays.

    Whoever gave points by hand sees a new answer before those points count for it: `before` holds what the points of
    each cell were given for.

    nbgrader has a transaction for each cell. One for all is faster, and a stop halfway leaves everything as it was.
    """
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        with book.db.no_autoflush:
            row = _row(book, assignment, student)
            if timestamp:
                row.submission.timestamp = parse_utc(timestamp)
            for cell in notebook.cells:
                name = grade_id(cell)
                if name in row.grades:
                    _score(row.grades[name], cell, results, is_changed=basis_of(cell) != before.get(name))
                if is_by_hand(cell):
                    row.comments[name].auto_comment = None if is_answered(cell) else NO_ANSWER
        concerned = is_concerned(book, assignment, student)
        book.db.commit()
    if concerned:
        penalise(coursedir, assignment, student)


@dataclass(frozen=True)
class _Row:
    """What the gradebook keeps of one hand-in: the grades and comments by the name of their cell."""

    submission: SubmittedAssignment
    grades: dict[str, Grade]
    comments: dict[str, Comment]


def _row(book: Gradebook, assignment: str, student: str) -> _Row:
    """What there is of a hand-in; made as nbgrader's `add_submission` does when there is nothing, but not saved yet."""
    try:
        submission = book.find_submission(assignment, student)
    except MissingEntry:
        return _new_row(book, assignment, student)
    submitted = next(one for one in submission.notebooks if one.name == assignment)

    def of(kind: type[Grade] | type[Comment]) -> dict[str, Any]:
        rows = book.db.query(BaseCell.name, kind).join(kind.cell).filter(kind.notebook_id == submitted.id)
        return dict(rows.all())

    return _Row(submission, of(Grade), of(Comment))


def _new_row(book: Gradebook, assignment: str, student: str) -> _Row:
    person = book.db.get(Student, student) or Student(id=student)
    submission = SubmittedAssignment(assignment=book.find_assignment(assignment), student=person)
    rows = {}
    for notebook in submission.assignment.notebooks:
        submitted = SubmittedNotebook(notebook=notebook, assignment=submission)
        rows[notebook.name] = _Row(
            submission,
            {cell.name: Grade(cell_id=cell.id, notebook=submitted) for cell in notebook.grade_cells},
            {cell.name: Comment(cell_id=cell.id, notebook=submitted) for cell in notebook.solution_cells},
        )
    book.db.add(submission)  # last: what is hung on to it later would not come along
    return rows[assignment]


def _score(
    grade: Grade, cell: NotebookNode, results: Mapping[str, Result | None], *, is_changed: bool
) -> None:
    if is_by_hand(cell):
        grade.auto_score = None if is_answered(cell) else 0.0
    else:
        result = results.get(exercise_of(grade_id(cell)))
        grade.auto_score = result.score if result else 0.0
    if grade.manual_score is None:
        grade.needs_manual_grade = grade.auto_score is None
    elif is_changed:
        grade.needs_manual_grade = True
