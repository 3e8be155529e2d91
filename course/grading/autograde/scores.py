"""Scores go into the gradebook in one transaction."""

from __future__ import annotations

from nbformat import NotebookNode
from nbgrader import preprocessors, utils
from nbgrader.api import BaseCell, Comment, Grade, Gradebook, SubmittedNotebook

from course.grading.cells import grade_id
from course.grading.pages.marks import NO_ANSWER


class SaveAutoGrades(preprocessors.SaveAutoGrades):
    """nbgrader's own step and its rules, with one transaction for a hand-in where nbgrader has one for each cell.

    It is faster, and a stop halfway leaves the scores as they were.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Save the automatic score of each grade cell; what a person gave stays."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as book:
            submitted = book.find_submission_notebook(
                names["notebook"], names["assignment"], names["student"]
            )
            grades = self._of(book, submitted, Grade)
            comments = self._of(book, submitted, Comment)
            for cell in nb.cells:
                name = grade_id(cell)
                if utils.is_grade(cell):
                    self._score(grades[name], cell)
                if utils.is_solution(cell) or utils.is_task(cell):
                    comments[name].auto_comment = NO_ANSWER if _is_untouched(cell) else None
            book.db.commit()
        return nb, resources

    def _of(
        self, book: Gradebook, submitted: SubmittedNotebook, kind: type[Grade] | type[Comment]
    ) -> dict[str, Grade | Comment]:
        """The grades or comments of one hand-in by the name of their cell."""
        rows = book.db.query(BaseCell.name, kind).join(kind.cell).filter(kind.notebook_id == submitted.id)
        return dict(rows.all())

    def _score(self, grade: Grade, cell: NotebookNode) -> None:
        grade.auto_score, _points = utils.determine_grade(cell, self.log)
        # Whoever gave points by hand sees the new answer before those points count for it.
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None


class AssignLatePenalties(preprocessors.AssignLatePenalties):
    """nbgrader's own step, for who is late or was; for all others there is nothing to do."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Runs after the scores were saved."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as book:
            submitted = book.find_submission_notebook(
                names["notebook"], names["assignment"], names["student"]
            )
            is_late = submitted.assignment.total_seconds_late > 0
            if not is_late and submitted.late_submission_penalty is None:
                return nb, resources
        return super().preprocess(nb, resources)


def _is_untouched(cell: NotebookNode) -> bool:
    checksum = cell.metadata.nbgrader.get("checksum")
    return not utils.is_task(cell) and checksum == utils.compute_checksum(cell)
