"""The same scores as nbgrader's own step, in one transaction."""

from datetime import datetime
from unittest.mock import patch

import pytest
from nbgrader import preprocessors, utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import LateSubmissionPlugin
from traitlets.config import Config

from course.assignment import assignment_in, grade_id
from course.grading.grade import grade
from course.grading.graded_notebook import basis_of, graded_notebook
from course.grading.released import Released
from course.grading.saving import save
from course.i18n import translator
from tests.grading.small import as_released, carrying, hand_in, record, released

NAMES = {"notebook": "01", "assignment": "01", "student": "anna"}
RELEASED = released()
HALF, EMPTY = hand_in(carrying(record("mijn eigen winkel"))), hand_in(as_released())


@pytest.fixture
def book(tmp_path):
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db") as book:
        book.add_assignment("01")
        book.add_notebook("01", "01")
        book.add_grade_cell("own-case-check", "01", "01", max_score=2, cell_type="code")
        book.add_grade_cell("own-case-open", "01", "01", max_score=3, cell_type="markdown")
        book.add_solution_cell("own-case-open", "01", "01")
        book.url = f"sqlite:///{tmp_path}/gradebook.db"
        yield book


def coursedir(book, **settings):
    return CourseDirectory(config=Config({"CourseDirectory": {"db_url": book.url, **settings}}))


def graded(theirs, results=None):
    results = grade(theirs, RELEASED.assignment) if results is None else results
    notebook = graded_notebook(RELEASED, theirs, results, (), translator("nl"))
    for cell in notebook.cells:
        if not cell.metadata.get("overtuigen", {}).get("answer") and cell.metadata.get("nbgrader", {}).get(
            "solution"
        ):
            cell.metadata.nbgrader["checksum"] = utils.compute_checksum(
                cell
            )  # as nbgrader keeps it of what is unchanged
    return notebook, results


def ours(book, theirs, timestamp="", results=None, before=None):
    notebook, results = graded(theirs, results)
    save(coursedir(book), "01", "anna", timestamp, notebook, results, before or {})
    return saved(book)


def saved(book):
    book.db.expire_all()
    one = book.find_submission_notebook("01", "01", "anna")
    scores = {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in one.grades}
    return scores, {comment.name: comment.auto_comment for comment in one.comments}


def theirs(book, handed_in, results=None):
    """The same by nbgrader's own steps."""
    book.update_or_create_student("anna")
    book.update_or_create_submission("01", "anna")
    notebook, _results = graded(handed_in, results)
    preprocessors.SaveAutoGrades().preprocess(notebook, {"nbgrader": {**NAMES, "db_url": book.url}})
    return saved(book)


@pytest.mark.parametrize(
    ("handed_in", "results"),
    [(HALF, None), (EMPTY, None), (HALF, {"own-case": None})],
    ids=["half", "empty", "a check that failed"],
)
def test_the_same_as_nbgraders_own_step(book, handed_in, results):
    found = ours(book, handed_in, results=results)
    assert found == theirs(book, handed_in, results)


def test_what_is_saved(book):
    assert ours(book, HALF) == (
        {"own-case-check": (1.5, False), "own-case-open": (None, True)},
        {"own-case-open": None},
    )
    assert ours(book, EMPTY) == (
        {"own-case-check": (0, False), "own-case-open": (0, False)},
        {"own-case-open": "No response."},
    )


def test_a_new_hand_in_has_the_rows_that_nbgrader_would_make(book):
    ours(book, HALF)
    book.add_student("bas")
    made, expected = book.find_submission("01", "anna"), book.add_submission("01", "bas")
    for kind in ("grades", "comments"):
        rows = [{row.name for row in getattr(one.notebooks[0], kind)} for one in (made, expected)]
        assert rows[0] == rows[1]
    assert book.find_student("anna").submissions == [made]


def test_a_second_notebook_in_the_folder_gets_rows_and_no_scores(book):
    book.add_notebook("extra", "01")
    book.add_grade_cell("own-case-check", "extra", "01", max_score=9, cell_type="code")
    assert ours(book, HALF)[0]["own-case-check"] == (1.5, False)
    assert ours(book, HALF)[0]["own-case-check"] == (1.5, False)
    assert book.find_grade("own-case-check", "extra", "01", "anna").auto_score is None


def test_who_is_known_by_name_stays_known(book):
    book.add_student("anna", first_name="Anna")
    ours(book, HALF)
    assert [(one.id, one.first_name) for one in book.students] == [("anna", "Anna")]


def test_grading_again_adds_no_rows(book):
    ours(book, HALF)
    before = {grade.id for grade in book.find_submission_notebook("01", "01", "anna").grades}
    ours(book, EMPTY)
    assert {grade.id for grade in book.find_submission_notebook("01", "01", "anna").grades} == before


def mark(book):
    """All points by hand, for what waits and for what does not."""
    for one in book.find_submission_notebook("01", "01", "anna").grades:
        one.manual_score, one.needs_manual_grade = one.max_score, False
    book.db.commit()


def bases(theirs):
    return {grade_id(cell): basis_of(cell) for cell in graded(theirs)[0].cells}


def waiting(saved):
    return {name for name, (_score, waits) in saved[0].items() if waits}


def test_points_by_hand_stay_and_are_looked_at_again(book):
    ours(book, HALF)
    mark(book)
    other = hand_in(carrying(record("mijn eigen winkel, een andere")))
    assert waiting(ours(book, other, before=bases(HALF))) == {"own-case-check", "own-case-open"}
    assert book.find_submission("01", "anna").score == 5


@pytest.mark.parametrize(
    "again", [HALF, hand_in(carrying(record("mijn eigen winkel", "2026-03-09T12:00:00Z")))]
)
def test_the_same_answer_does_not_wait_again(book, again):
    ours(book, HALF)
    mark(book)
    assert waiting(ours(book, again, before=bases(HALF))) == set()


def test_what_waited_goes_on_waiting(book):
    ours(book, HALF)
    assert waiting(ours(book, HALF, before=bases(HALF))) == {"own-case-open"}
    mark(book)
    other = hand_in(carrying(record("iets anders dan eerst")))
    ours(book, other, before=bases(HALF))
    assert waiting(ours(book, other, before=bases(other))) == {"own-case-check", "own-case-open"}


def test_another_rubric_is_another_basis_and_other_words_around_it_are_not():
    def basis(released):
        results = grade(HALF, released.assignment)
        notebook = graded_notebook(released, HALF, results, (), translator("nl"))
        return {grade_id(cell): basis_of(cell) for cell in notebook.cells}

    def reworded(number, old, new):
        made = as_released()
        made.cells[4].source = "case.check(points=2)"
        made.cells[number].source = made.cells[number].source.replace(old, new)
        return Released("01", made, assignment_in(made), RELEASED.given)

    first = basis(RELEASED)
    assert (
        basis(reworded(2, "Je zaak", "Jouw zaak")) == basis(reworded(0, "Opdracht", "De opdracht")) == first
    )
    changed = basis(reworded(5, "concreet", "heel concreet"))
    assert {name for name in first if changed[name] != first[name]} == {"own-case-open"}


def test_lateness_is_as_in_nbgraders_own_step(book):
    class Harsh(LateSubmissionPlugin):
        def late_submission_penalty(self, student_id, score, total_seconds_late):
            return 0.5

    def penalty(timestamp):
        with patch.object(preprocessors.AssignLatePenalties.plugin_class, "default_value", Harsh):
            ours(book, HALF, timestamp)
        return book.find_submission_notebook("01", "01", "anna").late_submission_penalty

    assert penalty("2026-01-02 00:00:00 UTC") is None
    book.find_assignment("01").duedate = datetime(2026, 1, 1)
    book.db.commit()
    assert penalty("2026-01-02 00:00:00 UTC") == 0.5
    assert penalty("2025-12-31 00:00:00 UTC") is None  # handed in on time after all


def everything(book):
    book.db.expire_all()
    return [
        (one.student_id, str(one.timestamp), [(g.name, g.auto_score) for g in one.notebooks[0].grades])
        for one in book.assignment_submissions("01")
    ]


@pytest.mark.parametrize("known", [False, True])
def test_a_stop_halfway_leaves_everything_as_it_was(book, known):
    if known:
        ours(book, EMPTY, "2026-01-01 00:00:00 UTC")
    before = everything(book)
    with (
        patch("course.grading.saving.is_answered", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        ours(book, HALF, "2026-01-02 00:00:00 UTC")
    assert everything(book) == before
    assert len(before) == known
