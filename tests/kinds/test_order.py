import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.authoring.markdown import RawBlock
from course.authoring.reading import block_in
from course.exercise import ExerciseError
from course.kinds.order.block import mixed
from course.kinds.order.exercise import Order
from tests.kinds.examples import EXAMPLES, keyed, verdicts

KEY = ["pick", "pay", "unpack"]


def scored(*order):
    return EXAMPLES["order"].exercise.check({"order": list(order)}, key=KEY, points=3)


def of_five(order):
    """The result of five steps a to e in this order, by their first letters."""
    steps = {letter: f"Stap {letter}." for letter in "edcba"}
    return Order("five", "Volgorde?", steps=steps).check({"order": list(order)}, key=list("abcde"), points=4)


@pytest.mark.parametrize(
    ("order", "moves"),
    [
        ("abcde", 0),
        ("bcdea", 1),  # the first one stands last, and nothing else is wrong
        ("acbde", 1),
        ("abecd", 1),
        ("cdeab", 2),
        ("badce", 2),
        ("ebcda", 2),
        ("edcba", 4),
    ],
)
def test_what_it_costs_is_how_many_steps_have_to_move(order, moves):
    assert of_five(order).score == 4 - moves


def test_only_the_step_that_stands_wrong_is_called_wrong():
    assert verdicts(of_five("bcdea")) == {"a": "wrong", **dict.fromkeys("bcde", "right")}


def test_upside_down_nothing_is_right():
    assert set(verdicts(of_five("edcba")).values()) == {"wrong"}


def test_steps_that_move_together_hear_it():
    result = of_five("cdeab")
    assert verdicts(result) == {"a": "wrong", "b": "partial", **dict.fromkeys("cde", "right")}
    assert "Schuift mee met “Stap a”" in result.items[1].reason


@given(st.permutations("abcde"), st.integers(0, 4), st.integers(0, 4))
def test_one_move_changes_the_score_by_one_step_at_most(order, at, to):
    moved = [step for step in order if step != order[at]]
    moved.insert(to, order[at])
    assert abs(of_five(order).score - of_five(moved).score) <= 1


def test_one_step_alone_earns_nothing():
    assert scored("pick").score == 0


def test_a_step_that_stands_wrong_hears_behind_what_it_was_put():
    result = of_five("abdec")
    assert verdicts(result) == {"c": "wrong", **dict.fromkeys("abde", "right")}
    assert "achter “Stap e”" in result.items[2].reason
    assert "na “Stap b”" in result.items[2].answer
    assert "vooraan" in scored("unpack", "pick", "pay").items[2].reason


def test_a_step_without_a_place_is_open():
    assert verdicts(scored("pick"))["unpack"] == "open"


def test_reasons_come_along():
    result = keyed("order", reasons={"pick": "Eerst zien."}).check({"order": KEY})
    assert result.items[0].reason == "Eerst zien."


@pytest.mark.parametrize("key", [["pick", "pay"], ["pick", "pay", "unpack", "return"]])
def test_a_key_names_every_step(key):
    with pytest.raises(ExerciseError, match="order"):
        Order("order", "?", steps=EXAMPLES["order"].exercise.steps, key=key)


def test_participants_get_the_steps_in_another_order_than_they_were_written():
    body = "question: Hoe?\nsteps:\n" + "".join(f"  {name}: {{text: {name}, why: Daarom.}}\n" for name in KEY)
    mistakes = []
    block = block_in(RawBlock("order", "order", body, 1), None, mistakes)
    assert not mistakes
    assert block.key() == KEY
    assert sorted(block.content()["steps"]) == sorted(KEY)
    assert list(block.content()["steps"]) != KEY


@pytest.mark.parametrize("n", range(3, 9))
def test_a_mixed_order_is_never_the_right_one_and_always_the_same(n):
    for start in range(40):
        names = [f"step-{start + at}" for at in range(n)]
        assert mixed(names) != names
        assert sorted(mixed(names)) == sorted(names)
        assert mixed(names) == mixed(list(names))
