from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.exercise import ExerciseError
from tests.kinds.examples import EXAMPLES, keyed, match, verdicts

pairings = st.dictionaries(st.sampled_from("xy"), st.sampled_from(list(match.right)))


def test_each_pair_is_judged():
    result = keyed("match").check({"pairs": {"x": "one", "y": "two"}})
    assert (result.credit, verdicts(result)) == (0.5, {"x": "right", "y": "wrong"})


def test_a_missing_pair_is_open():
    assert verdicts(keyed("match").check({"pairs": {"x": "one"}}))["y"] == "open"


def test_a_partner_may_be_left_over_but_no_left_side():
    assert keyed("match").check(match.model(EXAMPLES["match"].key)).credit == 1
    with pytest.raises(ExerciseError, match="y"):
        replace(match, key={"x": "one"})


def test_one_pair_is_no_matching():
    with pytest.raises(ExerciseError, match="two on each side"):
        replace(match, left={"x": "Iks"})


@given(pairings)
def test_the_score_is_the_share_of_right_pairs(pairs):
    right = sum(EXAMPLES["match"].key[left] == chosen for left, chosen in pairs.items())
    assert keyed("match").check({"pairs": pairs}).credit == right / 2


@given(pairings)
def test_every_pair_can_be_read_back(pairs):
    assert match.describe({"pairs": pairs}) == [(match.left[a], match.right[b]) for a, b in pairs.items()]
