import pytest

from course.authoring.markdown import RawBlock
from course.authoring.reading import block_in
from course.exercise import ExerciseError
from course.kinds.order.block import mixed
from course.kinds.order.exercise import Order
from tests.kinds.examples import EXAMPLES, keyed, verdicts

KEY = ["pick", "pay", "unpack"]


def scored(*order):
    return EXAMPLES["order"].exercise.check({"order": list(order)}, key=KEY, points=3)


@pytest.mark.parametrize(
    ("order", "points"),
    [
        (("pick", "pay", "unpack"), 3),
        (("pay", "pick", "unpack"), 0),
        (("pick", "unpack", "pay"), 1),
        (("unpack", "pick", "pay"), 1),
        (("pick",), 1),
    ],
)
def test_neighbouring_pairs_score(order, points):
    assert scored(*order).score == points


def test_a_step_that_stands_wrong_hears_behind_what_it_was_put():
    result = scored("pick", "unpack", "pay")
    assert verdicts(result) == {"pick": "right", "pay": "wrong", "unpack": "wrong"}
    assert "Uitpakken" in result.items[1].reason
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
