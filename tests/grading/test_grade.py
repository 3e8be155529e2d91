"""Grading is one pure function: what was handed in, and what was asked, make results."""

import builtins

import pytest

from course.assignment import assignment_in
from course.exercise import Exercise
from course.grading.grade import grade
from course.grading.submission.hand_in import HandIn
from tests.grading.small import as_released, carrying, hand_in, notebook, record

ASSIGNMENT = assignment_in(notebook())


def test_each_check_gives_its_result():
    results = grade(hand_in(carrying(record("mijn eigen winkel hier"))), ASSIGNMENT)
    assert {name: result.score for name, result in results.items()} == {"own-case": 2}


def test_without_an_answer_there_is_a_result_of_nothing():
    result = grade(hand_in(as_released()), ASSIGNMENT)["own-case"]
    assert (result.score, result.points, list(result.items)) == (0, 2, [])


def test_an_answer_of_another_kind_is_no_answer():
    result = grade(hand_in(carrying(record("mijn eigen winkel hier", kind="sort"))), ASSIGNMENT)["own-case"]
    assert result.score == 0


def test_a_check_that_fails_costs_its_own_points_and_no_more(monkeypatch):
    monkeypatch.setattr(Exercise, "check_record", lambda *_a, **_k: 1 / 0)
    assert grade(hand_in(as_released()), ASSIGNMENT) == {"own-case": None}


@pytest.mark.parametrize("name", ["open", "exec", "eval", "__import__"])
def test_nothing_is_opened_run_or_evaluated(monkeypatch, name):
    theirs = hand_in(carrying(record("__import__('os').system('true')")))

    def refuse(*_given, **_named):
        raise AssertionError(name)

    with monkeypatch.context() as patched:
        patched.setattr(builtins, name, refuse)
        results = grade(theirs, ASSIGNMENT)
    assert results["own-case"] is not None


def test_what_goes_in_is_not_changed():
    theirs = HandIn({"own-case": record("mijn winkel")}, {}, (), ())
    grade(theirs, ASSIGNMENT)
    assert theirs.answers == {"own-case": record("mijn winkel")}
