from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Reader
from course.exercise import ExerciseError
from tests.kinds.examples import EXAMPLES, flashcards


def boxes(box=1, due="2026-03-01", card="one"):
    return {"boxes": {card: {"box": box, "due": due}}}


def test_cards_are_practice_and_never_points():
    assert flashcards.check(EXAMPLES["flashcards"].model, points=5).score == 0


@pytest.mark.parametrize(
    "raw",
    [
        boxes(box=0),
        boxes(box=6),
        boxes(box="1"),
        boxes(due="2026-02-29"),
        boxes(due="morgen"),
        boxes(card="three"),
    ],
)
def test_a_card_in_no_box_or_on_no_day_is_left_out(raw):
    reader = Reader()
    assert flashcards.clean(raw, reader) == {"boxes": {}}
    assert reader.problems


def test_a_card_has_two_sides():
    with pytest.raises(ExerciseError, match="front and a back"):
        replace(flashcards, cards={"one": ("Voor",)})


def test_practised_cards_are_counted():
    assert flashcards.progress(EXAMPLES["flashcards"].model) == (1, 2)


@given(st.integers(1, 5), st.dates())
def test_every_box_and_every_day_is_kept(box, day):
    assert flashcards.clean(boxes(box, day.isoformat()), Reader()) == boxes(box, day.isoformat())


@pytest.mark.parametrize("due", ["20260301", "2026-W09-7"])
def test_a_day_is_written_in_one_way_so_that_days_can_be_compared(due):
    assert flashcards.clean(boxes(due=due), Reader()) in (boxes(due="2026-03-01"), {"boxes": {}})
