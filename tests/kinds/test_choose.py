from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Answers, Reader
from course.exercise import ExerciseError
from tests.kinds.examples import choose, choose_one, keyed, verdicts

some = st.lists(st.sampled_from("abc"), unique=True)


def pick(*options):
    return {"chosen": list(options), "confidence": None}


def test_half_of_the_right_options_is_half_the_points():
    assert keyed("choose").check(pick("a")).credit == 0.5


def test_a_wrong_option_costs_what_a_right_one_earns():
    assert keyed("choose").check(pick("a", "c", "b")).credit == 0.5


def test_without_deduction_a_wrong_option_costs_nothing():
    assert keyed("choose", deduct=False).check(pick("a", "c", "b")).credit == 1


def test_a_missed_option_is_named_in_practice():
    assert verdicts(keyed("choose").check(pick("a", "b"))) == {"a": "right", "b": "wrong", "c": "missed"}


def test_a_single_choice_does_not_tell_the_right_one():
    assert verdicts(keyed("choose-one").check(pick("a"))) == {"a": "wrong"}


def test_only_the_first_of_several_counts_when_one_is_asked():
    assert choose_one.clean(pick("b", "a"), Reader())["chosen"] == ["b"]


def test_an_option_counts_once():
    assert choose.clean(pick("a", "a"), Reader())["chosen"] == ["a"]


def test_confidence_alone_is_no_answer():
    assert keyed("choose").check({"chosen": [], "confidence": "sure"}).items == ()


def test_how_sure_you_are_does_not_count():
    scores = {
        keyed("choose-one").check({"chosen": ["b"], "confidence": c}).score for c in (None, "guess", "sure")
    }
    assert scores == {1}


def test_of_a_prediction_it_is_not_asked_how_sure_one_is_and_an_old_answer_keeps_it():
    assert choose_one.content()["confidence"] is True
    prediction = replace(choose_one, then=print)
    assert prediction.content()["confidence"] is False
    old = {"chosen": ["a"], "confidence": "sure", "committed": True}
    assert prediction.clean(old, Reader()) == old
    assert ("Hoe zeker", "Zeker") in prediction.describe(old)


def test_a_prediction_is_not_checkable_and_hides_its_result():
    prediction = replace(choose_one, then=print)
    assert prediction.content()["prediction"]
    assert not prediction.content()["checkable"]
    assert "then" not in prediction.content()


def test_what_is_told_after_a_choice_waits_for_it():
    choice = replace(choose_one, after="Zo zit het.")
    assert "Zo zit het." not in str(choice.content())
    assert not choice.content()["guesses"]
    chosen = choice.clean(pick("a"), Reader())
    assert choice.react(chosen, Answers()).below is None
    committed = {**chosen, "committed": True}
    assert choice.told(committed) == "Hieronder lees je verder."
    (text,) = choice.react(committed, Answers()).below.live_outputs()
    assert text["text/markdown"] == "Zo zit het."


def figure_after(choice, *chosen):
    answer = choice.clean({"chosen": [*chosen], "committed": True}, Reader())
    return choice.react(answer, Answers()).below.live_outputs()[0]["text/html"]


def test_the_figure_says_what_was_chosen():
    choice = replace(choose_one, then="christmas_cards")
    assert f"Jij voorspelde: {choice.options['a']}" in figure_after(choice, "a")
    shown = figure_after(replace(choice, many=True), "a", "b")
    assert all(f"<li>{choice.options[one]}</li>" in shown for one in "ab")
    assert "Jij voorspelde" not in figure_after(choice)


def test_the_figure_has_a_mark_where_the_choice_is_a_number():
    choice = replace(choose_one, then="door_in_the_face", about="door.refused", at={"a": 80, "b": 17})
    shown = figure_after(choice, "a")
    assert "Jij: 80%" in shown
    assert "Jij voorspelde" not in shown
    assert "Jij voorspelde" in figure_after(replace(choice, about="tips.again"), "a")  # no place for that one


@pytest.mark.parametrize("raw", [1, "true", None, [True]])
def test_only_a_real_true_commits_a_prediction(raw):
    prediction = replace(choose_one, then=print)
    assert prediction.clean({"chosen": ["a"], "committed": raw}, Reader())["committed"] is False
    assert prediction.clean({"chosen": ["a"], "committed": True}, Reader())["committed"] is True


@pytest.mark.parametrize("key", ["a", [], ["a", "b"]])
def test_one_choice_has_one_right_option(key):
    with pytest.raises(ExerciseError, match="pick-one"):
        replace(choose_one, key=key)


def test_one_option_is_no_choice():
    with pytest.raises(ExerciseError, match="two options"):
        replace(choose, options={"a": "Appel"})


@given(some, st.sampled_from("ac"))
def test_adding_a_right_option_never_costs_anything(chosen, extra):
    exercise = keyed("choose")
    assert exercise.check(pick(*{*chosen, extra})).credit >= exercise.check(pick(*chosen)).credit


def test_a_first_thought_returns_beside_the_second(tmp_path):
    second = replace(choose_one, earlier={"first": ""})
    answers = Answers(tmp_path)
    empty = second.clean({}, Reader())
    assert second.react(empty, answers).data == {}
    answers.save("first", "choose", {"chosen": ["b"], "confidence": None})
    assert second.react(empty, answers).data == {"earlier": "Beer"}
    answers.save("first", "choose", {"chosen": ["x"], "confidence": None})
    assert second.react(empty, answers).data == {}
