"""The begin test and the end test are two halves of pairs: equal enough that either of them can come first."""

from __future__ import annotations

from collections import Counter
from statistics import fmean

import pytest

from course.authoring.manuscript import Written
from course.authoring.opening import manuscript
from tests.model_answers import ROOT

PRINCIPLES = ("reciprocity", "commitment", "proof", "liking", "authority", "scarcity", "unity")
EACH, OPTIONS = 2, 4
FIRST, LAST = (
    manuscript(ROOT / "solutions" / "nl" / name / f"{name}.md") for name in ("00-begintoets", "08-eindtoets")
)
HALVES = {"a": FIRST.exercises, "b": LAST.exercises}
PAIRS = list(zip(FIRST.exercises, LAST.exercises, strict=True))

every_half = pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)


def key(one: Written) -> str:
    (right,) = one.exercise.key
    return right


def words(one: Written) -> int:
    return sum(len(text.split()) for text in (one.exercise.question, *one.exercise.options.values()))


@every_half
def test_each_principle_is_asked_about_twice(half):
    assert Counter(one.exercise.goal for one in half) == dict.fromkeys(PRINCIPLES, EACH)


def test_a_pair_is_about_one_principle_in_one_form():
    for first, last in PAIRS:
        assert first.exercise.id[-2:] == last.exercise.id[-2:]
        assert first.exercise.goal == last.exercise.goal
        assert (
            bool(first.exercise.material) == bool(last.exercise.material)
            or first.exercise.goal == "commitment"
        )


@every_half
def test_every_question_has_four_options_with_reasons_and_a_near_miss(half):
    for one in half:
        assert len(one.exercise.options) == OPTIONS
        assert set(one.exercise.reasons) == set(one.exercise.options)
        assert list(one.block.mix_ups) == [key(one)], one.exercise.id
        assert one.exercise.confidence


@every_half
def test_the_right_option_stands_everywhere_and_is_no_length(half):
    assert all(2 <= count <= 5 for count in Counter(map(key, half)).values())
    ranks = Counter(
        sorted(one.exercise.options, key=lambda name, one=one: len(one.exercise.options[name])).index(
            key(one)
        )
        for one in half
    )
    assert all(1 <= ranks[rank] <= 5 for rank in range(OPTIONS)), ranks


def test_the_halves_are_equally_long():
    lengths = [fmean(words(one) for one in half) for half in HALVES.values()]
    assert max(lengths) < 1.1 * min(lengths)


def test_no_question_is_asked_twice():
    texts = [text for half in HALVES.values() for one in half for text in one.exercise.options.values()]
    assert len(texts) == len(set(texts))


def test_a_self_learner_has_the_questions_that_a_class_hands_in():
    for test, name in ((FIRST, "00-start"), (LAST, "08-eindtoets")):
        lesson = manuscript(ROOT / "modules" / "nl" / f"{name}.md")
        kept = {one.exercise.id: one.exercise for one in lesson.exercises if one.borrowed}
        assert {name: one.content() for name, one in kept.items()} == {
            one.exercise.id: {**one.exercise.content(), "checkable": False} for one in test.exercises
        }
        assert {one.key for one in kept.values()} == {None}, "nothing is told while one fills it in"


def test_the_end_lays_both_beside_each_other():
    back = manuscript(ROOT / "modules" / "nl" / "08-eindtoets.md").exercises[-1].exercise
    assert list(back.begin["items"]) == [one.exercise.id for one in FIRST.exercises]
    assert list(back.end["items"]) == [one.exercise.id for one in LAST.exercises]
    assert LAST.header.compare_with == FIRST.path.stem
