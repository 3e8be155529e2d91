from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Reader
from course.exercise import ExerciseError
from tests.kinds.examples import EXAMPLES, MOTIVE, journey, keyed, verdicts

placements = st.dictionaries(st.sampled_from(sorted(journey.cards)), st.sampled_from(sorted(journey.phases)))


def placed(motives=None, **places):
    return {"feelings": {}, "placed": places, "motives": motives or {}}


def test_a_place_without_a_motive_is_half():
    result = keyed("journey").check(placed(tip="before", extra="after"))
    assert (result.credit, set(verdicts(result).values())) == (0.5, {"partial"})


def test_a_motive_does_not_save_a_wrong_place():
    result = keyed("journey").check(placed(motives={"extra": MOTIVE}, extra="before"))
    assert (result.credit, verdicts(result)) == (0, {"tip": "open", "extra": "wrong"})


def test_without_a_key_every_place_with_a_motive_counts():
    assert journey.check(placed(motives={"extra": MOTIVE}, extra="before")).credit == 0.5


def test_motives_count_only_when_they_are_asked():
    exercise = keyed("journey", motives=False)
    assert exercise.check(exercise.model(EXAMPLES["journey"].key)).credit == 1


def test_feelings_alone_are_a_start_and_earn_nothing():
    answer = {"feelings": {"before": -2}, "placed": {}, "motives": {}}
    assert keyed("journey").check(answer).score == 0
    assert journey.progress(journey.clean(answer, Reader()))[0] == 1


@pytest.mark.parametrize("feeling", [-3, 3, 0.5, True, "1"])
def test_a_feeling_is_a_whole_number_from_minus_two_to_two(feeling):
    assert journey.clean({"feelings": {"before": feeling}}, Reader())["feelings"] == {}


def test_everything_that_was_asked_makes_it_complete():
    assert journey.progress(EXAMPLES["journey"].model) == (6, 6)


def test_the_motives_can_be_read_back():
    assert any(MOTIVE in text for _label, text in journey.describe(EXAMPLES["journey"].model))


def test_touchpoints_belong_to_a_phase():
    with pytest.raises(ExerciseError, match="never"):
        replace(journey, touchpoints={"never": ["belt"]})


def test_a_card_needs_at_least_one_right_phase():
    with pytest.raises(ExerciseError, match="tip"):
        replace(journey, key={"tip": [], "extra": "after"})


@given(placements)
def test_adding_a_right_card_never_lowers_the_score(places):
    exercise, model = keyed("journey"), EXAMPLES["journey"].model
    before = exercise.check(placed(**places)).credit
    for card in journey.cards:
        assert exercise.check(placed(**{**places, card: model["placed"][card]})).credit >= before


@given(placements, st.dictionaries(st.sampled_from(sorted(journey.cards)), st.just(MOTIVE)))
def test_a_motive_never_lowers_the_score(places, motives):
    exercise = keyed("journey")
    assert exercise.check(placed(motives, **places)).credit >= exercise.check(placed(**places)).credit
