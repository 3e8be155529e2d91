"""A model with notes and a rating of one's own: after one's own answer, when one asks, and in a lesson only."""

import json
from dataclasses import replace

import pytest

from course.answers import Answers, Reader
from course.authoring.opening import manuscript
from tests.kinds.examples import EXAMPLES
from tests.kinds.test_earlier import lesson

OFFERS = {
    "rubric": ["Kort.", "Goed."],
    "example": "Zo kan het. [1]",
    "notes": ["Kort."],
    "rates_itself": True,
}
kinds = pytest.mark.parametrize("name", ["reflect", "rewrite", "journey"])


def task(name):
    return replace(EXAMPLES[name].exercise, **OFFERS)


def reaction(exercise, answer):
    return dict(exercise.react(exercise.clean(answer, Reader()), Answers("nowhere")).data)


def whole(name):
    return {**EXAMPLES[name].model}


@kinds
def test_the_page_has_no_model_before_the_own_answer_is_kept_and_one_asks(name):
    exercise = task(name)
    assert "Zo kan het" not in json.dumps(exercise.content())
    assert reaction(exercise, {})["is_kept"] is False
    kept = reaction(exercise, whole(name))
    assert kept["is_kept"] is True
    assert "example" not in kept
    asked = reaction(exercise, {**whole(name), "example": True})
    assert (asked["example"], asked["notes"]) == ("Zo kan het. [1]", ["Kort."])


@kinds
def test_the_rating_is_kept_and_can_be_read(name):
    exercise, reader = task(name), Reader()
    answer = exercise.clean({**whole(name), "rating": {"0": "full", "1": "half"}}, reader)
    assert (answer["rating"], reader.problems) == ({"0": "full", "1": "half"}, [])
    assert exercise.describe(answer)[-1] == ("Eigen oordeel", "Kort. helemaal\nGoed. half")
    assert (
        exercise.check(answer, key=EXAMPLES[name].key).credit
        == exercise.check(whole(name), key=EXAMPLES[name].key).credit
    )


@kinds
@pytest.mark.parametrize("rating", [{"2": "full"}, {"0": "much"}, {"-1": "half"}, ["full"], "full"])
def test_a_rating_of_something_else_is_left_out(name, rating):
    assert "rating" not in task(name).clean({**whole(name), "rating": rating}, Reader())


@kinds
def test_where_nothing_is_offered_nothing_of_it_is_kept(name):
    exercise = EXAMPLES[name].exercise
    answer = exercise.clean({**whole(name), "example": True, "rating": {"0": "full"}}, Reader())
    assert not {"example", "rating"} & set(answer)
    assert "is_kept" not in reaction(exercise, whole(name))


BLOCK = "```{reflect} own\nquestion: Schrijf.\nrubric: [Kort.]\nmodel: Zo. [1]\nnotes: [Goed.]\n```\n"
HANDED_IN = BLOCK.replace("rubric: [Kort.]", "by-hand: {intro: Kijk., rubric: [{points: 1, text: Goed.}]}")


def test_a_lesson_offers_it_and_an_assignment_does_not(tmp_path):
    (one,) = manuscript(lesson(tmp_path, "01-x", "Les", BLOCK)).exercises
    assert (one.exercise.example, one.exercise.notes, one.exercise.rates_itself) == (
        "Zo. [1]",
        ["Goed."],
        True,
    )
    (one,) = manuscript(lesson(tmp_path, "01-x", "Opdracht", HANDED_IN, "solutions/nl/01-x")).exercises
    assert (one.exercise.example, list(one.exercise.notes), one.exercise.rates_itself) == ("", [], False)
