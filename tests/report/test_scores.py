"""What counts, in a gradebook that is filled by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course.grading.scores import CellScore
from course.report.scores import Cell, ClassScores, Participant, assignments_in, class_scores

CELLS = {"a-check": 2.0, "b-check": 3.0, "b-open": 5.0, "c-check": 0.0}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db", "overtuigen") as made:
        made.add_assignment("toets")
        made.add_notebook("toets", "toets")
        for name, worth in CELLS.items():
            kind = "markdown" if name.endswith("-open") else "code"
            made.add_grade_cell(name, "toets", "toets", max_score=worth, cell_type=kind)
        for who in ("an", "bo", "weg"):
            made.add_student(who, first_name=who.title())
        yield made


def hand_in(book: Gradebook, who: str, **scores: float | None) -> None:
    book.add_submission("toets", who)
    for name in CELLS:
        grade = book.find_grade(name, "toets", "toets", who)
        grade.auto_score = scores.get(name.replace("-", "_"))
        grade.needs_manual_grade = grade.auto_score is None
    book.db.commit()


def test_points_by_hand_extra_credit_and_lateness_count_as_in_nbgrader(book: Gradebook) -> None:
    hand_in(book, "an", a_check=2, b_check=1, b_open=None)
    hand_in(book, "bo", a_check=0, b_check=1, b_open=0)
    by_hand = book.find_grade("a-check", "toets", "toets", "an")
    by_hand.manual_score, by_hand.extra_credit = 1.5, 0.25
    book.find_submission("toets", "bo").notebooks[0].late_submission_penalty = 4
    book.db.commit()

    found = class_scores(book, "toets", list(CELLS))
    an, bo = found.participants
    assert an.total == book.find_submission("toets", "an").score == pytest.approx(1.5 + 0.25 + 1)
    assert bo.total == 0, "a penalty takes nobody below 0"
    assert (an.waits, bo.waits) == (True, False)
    assert an.points(found.cells) == 2.5, "extra credit says nothing about how hard an exercise was"
    assert [one.name for one in found.waiting] == ["An"]
    assert found.absent == ["Weg"]
    assert found.max_score == 10
    assert [cell.name for cell in found.cells] == ["a-check", "b-check", "b-open"], (
        "in the order of the notebook"
    )


def test_a_check_that_is_worth_nothing_is_no_item(book: Gradebook) -> None:
    """The check of a text that only a person marks; here it failed, so nbgrader wants somebody to look."""
    hand_in(book, "an", a_check=2, b_check=3, b_open=4, c_check=None)
    hand_in(book, "bo", a_check=0, b_check=1, b_open=2, c_check=0)
    found = class_scores(book, "toets")
    assert found.waiting == []
    assert list(found.basis.exercises) == ["a", "b"]
    assert found.basis.items == [[2, 7], [0, 3]]
    assert found.basis.totals == [9, 3]


def test_assignments_and_their_hand_ins_are_counted(book: Gradebook) -> None:
    book.add_assignment("andere")
    hand_in(book, "an", a_check=1, b_check=1, b_open=1)
    assert assignments_in(book) == {"andere": 0, "toets": 1}


def people(marked: int, waiting: int) -> ClassScores:
    cells = [Cell("a-check", 2), Cell("b-check", 3), Cell("b-open", 5)]
    everybody = [
        Participant(
            f"p{n}",
            f"P{n}",
            {
                "a-check": CellScore(1, 2),
                "b-check": CellScore(2, 3),
                "b-open": CellScore(4, 5, waits=n >= marked),
            },
        )
        for n in range(marked + waiting)
    ]
    return ClassScores("toets", cells, everybody)


@pytest.mark.parametrize(
    ("marked", "waiting", "whole", "count"),
    [(3, 0, True, 3), (6, 6, True, 6), (5, 6, False, 11), (4, 1, False, 5)],
)
def test_everybody_is_compared_by_the_same_cells(marked: int, waiting: int, whole: bool, count: int) -> None:
    basis = people(marked, waiting).basis
    assert basis.whole is whole
    assert len(basis.participants) == count
    assert basis.max_score == (10 if whole else 5)
    assert basis.totals == [7.0 if whole else 3.0] * count
    assert basis.items == [[1.0, 6.0 if whole else 2.0]] * count
