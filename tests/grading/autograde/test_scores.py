"""The same scores as nbgrader's own step, in one transaction."""

from datetime import datetime

import pytest
from nbformat import v4
from nbgrader import preprocessors, utils
from nbgrader.api import Gradebook
from nbgrader.plugins import LateSubmissionPlugin

from course.authoring.text import nbgrader
from course.grading.autograde.scores import AssignLatePenalties, SaveAutoGrades

NAMES = {"notebook": "01", "assignment": "01", "student": "anna"}


@pytest.fixture
def book(tmp_path):
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db") as book:
        book.add_assignment("01")
        book.add_notebook("01", "01")
        book.add_student("anna")
        for name in ("half", "full", "broken", "open", "empty"):
            kind = "markdown" if name in ("open", "empty") else "code"
            book.add_grade_cell(name, "01", "01", max_score=2, cell_type=kind)
        for name in ("open", "empty"):
            book.add_solution_cell(name, "01", "01")
        book.add_submission("01", "anna")
        book.url = f"sqlite:///{tmp_path}/gradebook.db"
        yield book


def code(name, *outputs):
    return v4.new_code_cell("", outputs=list(outputs), metadata={"nbgrader": nbgrader(name, points=2)})


def text(name, **changed):
    cell = v4.new_markdown_cell("antwoord")
    cell.metadata["nbgrader"] = {**nbgrader(name, points=2, by_hand=True), **changed}
    return cell


def hand_in():
    empty = text("empty")
    empty.metadata.nbgrader["checksum"] = utils.compute_checksum(empty)
    number = v4.new_output("execute_result", {"text/plain": "0.75"})
    return v4.new_notebook(
        cells=[
            v4.new_markdown_cell("# Titel"),
            code("half", number),
            code("full"),
            code("broken", v4.new_output("error", ename="E", evalue="", traceback=[])),
            text("open"),
            empty,
        ]
    )


def saved(book, step):
    step().preprocess(hand_in(), {"nbgrader": {**NAMES, "db_url": book.url}})
    book.db.expire_all()
    one = book.find_submission_notebook("01", "01", "anna")
    scores = {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in one.grades}
    return scores, {comment.name: comment.auto_comment for comment in one.comments}


def test_the_same_as_nbgraders_own_step(book):
    ours = saved(book, SaveAutoGrades)
    assert ours == saved(book, preprocessors.SaveAutoGrades)
    assert ours[0]["half"] == (0.75, False)
    assert ours[0]["open"] == (None, True)
    assert ours[1] == {"open": None, "empty": "No response."}


def test_points_by_hand_stay_and_are_looked_at_again(book):
    grade = book.find_grade("half", "01", "01", "anna")
    grade.manual_score, grade.needs_manual_grade = 2, False
    book.db.commit()
    assert saved(book, SaveAutoGrades)[0]["half"] == (0.75, True)
    assert book.find_grade("half", "01", "01", "anna").score == 2


def test_lateness_is_as_in_nbgraders_own_step(book):
    class Harsh(LateSubmissionPlugin):
        def late_submission_penalty(self, student_id, score, total_seconds_late):
            return 0.5

    def penalty(step):
        one = step()
        one.plugin_class = Harsh
        one.preprocess(hand_in(), {"nbgrader": {**NAMES, "db_url": book.url}})
        book.db.expire_all()
        return book.find_submission_notebook("01", "01", "anna").late_submission_penalty

    saved(book, SaveAutoGrades)
    assert penalty(AssignLatePenalties) is None
    submission = book.find_submission("01", "anna")
    submission.assignment.duedate, submission.timestamp = datetime(2026, 1, 1), datetime(2026, 1, 2)
    book.db.commit()
    assert penalty(AssignLatePenalties) == penalty(preprocessors.AssignLatePenalties) == 0.5
    book.find_submission("01", "anna").timestamp = datetime(2025, 12, 31)
    book.db.commit()
    assert penalty(AssignLatePenalties) is None  # handed in on time after all


def test_a_stop_halfway_leaves_the_scores_as_they_were(book, monkeypatch):
    determine = utils.determine_grade

    def stop(cell, log=None):
        if cell.metadata.nbgrader["grade_id"] == "broken":
            raise KeyboardInterrupt
        return determine(cell, log)

    monkeypatch.setattr(utils, "determine_grade", stop)
    with pytest.raises(KeyboardInterrupt):
        saved(book, SaveAutoGrades)
    book.db.expire_all()
    assert book.find_grade("half", "01", "01", "anna").auto_score is None
    with pytest.raises(KeyboardInterrupt):  # nbgrader's own step keeps what came before the stop
        saved(book, preprocessors.SaveAutoGrades)
    book.db.expire_all()
    assert book.find_grade("half", "01", "01", "anna").auto_score == 0.75
