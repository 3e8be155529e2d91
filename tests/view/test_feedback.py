"""What a lesson tells of a check: where it is wrong first, the answers and reasons after that."""

import json
from importlib import import_module
from random import Random

import pytest

from course.answers import Checked
from course.view.feedback import feedback
from tests.kinds.examples import EXAMPLES, keyed

KEYED = [name for name, example in EXAMPLES.items() if example.key]


def explained(name):
    """The example as a lesson has it: with its key, and a reason for everything."""
    return keyed(name, reasons={part: f"de reden van {part}" for part in EXAMPLES[name].exercise.parts()})


def told(name, answer, times=1):
    return feedback(explained(name), Checked(answer, times))


def poor(name):
    """A plausible answer of which something is wrong."""
    exercise = keyed(name)
    sample = import_module(f"course.kinds.{exercise.kind}.sample").sample
    answers = (sample(exercise, exercise.key, 0.0, Random(seed)) for seed in range(200))
    return next(answer for answer in answers if exercise.check(answer).verdicts["wrong"])


@pytest.mark.parametrize("name", KEYED)
def test_the_first_check_says_where_and_neither_why_nor_what(name):
    exercise = explained(name)
    first = told(name, poor(name))
    assert not first["complete"]
    assert first["items"]
    for item in first["items"]:
        assert (item["reason"], item["answer"]) == ("", "")
    text = json.dumps(first, ensure_ascii=False)
    assert not [reason for reason in exercise.reasons.values() if reason in text]
    named = [
        item for item in first["items"] if item["verdict"] in ("missed", "left") and item["id"] != "missed"
    ]
    assert named == []


@pytest.mark.parametrize("name", KEYED)
def test_the_second_check_gives_reasons(name):
    exercise = explained(name)
    second = told(name, poor(name), times=2)
    text = json.dumps(second, ensure_ascii=False)
    assert second["complete"]
    assert any(reason in text for reason in exercise.reasons.values())


def test_every_option_shows_its_reason_after_the_second_check():
    exercise = explained("choose")
    second = told("choose", poor("choose"), times=2)
    assert {item["id"]: item["reason"] for item in second["items"]} == {
        option: exercise.reasons.get(option, "") for option in exercise.options
    }


def test_a_wrong_card_says_where_it_belongs():
    exercise = keyed("sort")
    second = told("sort", poor("sort"), times=2)
    wrong = [item for item in second["items"] if item["verdict"] == "wrong"]
    assert wrong
    for item in wrong:
        places = exercise.key[item["id"]]
        for place in [places] if isinstance(places, str) else places:
            assert exercise.bins[place] in item["answer"]


def test_what_is_all_right_needs_no_second_check():
    exercise = keyed("sort")
    first = told("sort", exercise.model(exercise.key))
    assert first["complete"]
    assert first["message"] == exercise.t("Everything is right.")


def test_of_nothing_it_says_that_it_is_nothing():
    empty = told("sort", {}, times=0)
    assert (empty["items"], empty["complete"]) == ([], False)
    assert empty["message"]


def test_an_old_answer_that_no_longer_fits_is_no_trouble():
    assert told("sort", {"placed": {"gone": "gone"}}, times=3)["items"] == []


@pytest.mark.parametrize(
    ("sure", "chosen", "message"),
    [
        ("sure", ["a", "b"], "Zeker, en 1 van 3 goed."),
        ("think", ["a", "c"], "Ik denk het, en alles is goed."),
        ("guess", ["b"], "Gok, en 0 van 3 goed."),
        (None, ["a", "c"], "Alles is goed."),
    ],
)
def test_how_sure_one_was_is_answered(sure, chosen, message):
    said = told("choose", {"chosen": chosen, "confidence": sure})["message"]
    assert said.startswith(message)
