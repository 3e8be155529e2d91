from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from course.answers import Reader
from course.exercise import ExerciseError
from tests.kinds.examples import EXAMPLES, keyed, sort, verdicts

placements = st.dictionaries(st.sampled_from(sorted(sort.cards)), st.sampled_from(sorted(sort.bins)))


def test_every_card_is_judged():
    result = keyed("sort").check({"placed": {"ring": "gift", "coupon": "gift"}})
    assert result.credit == 0.25
    assert verdicts(result) == {"ring": "right", "coupon": "wrong", "week": "open", "talk": "open"}


def test_an_unplaced_card_is_named_as_open():
    result = keyed("sort").check({"placed": {"ring": "gift"}}, points=2)
    assert [item.label for item in result.items if item.verdict == "open"] == ["Bon", "Proefweek", "Gesprek"]


@pytest.mark.parametrize("place", ["trial", "gift"])
def test_a_card_may_fit_in_several_bins(place):
    assert verdicts(keyed("sort").check({"placed": {"week": place}}))["week"] == "right"


def test_the_reason_of_a_wrong_card_follows_the_choice():
    result = keyed("sort", reasons={"ring": "Er staat niets tegenover."}).check({"placed": {"ring": "trade"}})
    reason = next(item.reason for item in result.items if item.id == "ring")
    assert reason.endswith("Er staat niets tegenover.")
    assert "Ruil" in reason


def test_a_confusion_that_returns_is_pointed_out():
    placed = {"coupon": "gift", "talk": "gift", "ring": "gift"}
    confused = next(item for item in keyed("sort").check({"placed": placed}).items if not item.id)
    assert "Cadeau" in confused.label
    assert "Ruil" in confused.label


def test_one_mistake_is_no_confusion():
    assert "confused" not in verdicts(keyed("sort").check({"placed": {"coupon": "gift"}}))


def test_an_unknown_card_or_bin_is_refused_and_the_rest_stays():
    reader = Reader()
    answer = sort.clean({"placed": {"ring": "gift", "ghost": "gift", "coupon": "nowhere"}}, reader)
    assert answer == {"placed": {"ring": "gift"}}
    assert len(reader.problems) == 1


def test_every_card_needs_a_place_in_the_key():
    with pytest.raises(ExerciseError, match="talk"):
        replace(sort, key={"ring": "gift", "coupon": "trade", "week": "trial"})


def test_a_card_needs_at_least_one_right_place():
    with pytest.raises(ExerciseError, match="talk"):
        replace(sort, key={**EXAMPLES["sort"].key, "talk": []})


def test_one_bin_is_no_sorting():
    with pytest.raises(ExerciseError, match="two bins"):
        replace(sort, bins={"gift": "Cadeau"})


@given(placements)
def test_adding_a_right_card_never_lowers_the_score(placed):
    exercise, model = keyed("sort"), EXAMPLES["sort"].model["placed"]
    before = exercise.check({"placed": placed}).credit
    for card in sort.cards:
        assert exercise.check({"placed": {**placed, card: model[card]}}).credit >= before


@given(placements, st.permutations(sorted(sort.cards)))
@example(
    {"ring": "trade", "coupon": "trial", "talk": "gift", "week": "trade"}, ["coupon", "ring", "talk", "week"]
)
def test_the_order_of_placing_does_not_matter(placed, order):
    shuffled = {card: placed[card] for card in order if card in placed}
    assert keyed("sort").check({"placed": shuffled}) == keyed("sort").check({"placed": placed})
