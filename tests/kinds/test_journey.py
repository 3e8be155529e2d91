from dataclasses import replace
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Reader
from course.exercise import ExerciseError
from course.kinds.journey.exercise import Journey
from course.kinds.journey.line import lifted
from course.kinds.journey.sample import sample
from course.view.feedback import Checked, feedback
from course.view.static import answer_html, inert
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
    assert MOTIVE in answer_html(journey, EXAMPLES["journey"].model)


def test_touchpoints_belong_to_a_phase():
    with pytest.raises(ExerciseError, match="never"):
        replace(journey, touchpoints={"never": ["belt"]})


def test_a_card_needs_a_right_phase_unless_cards_may_be_left_over():
    with pytest.raises(ExerciseError, match="without a place"):
        replace(journey, key={"tip": [], "extra": "after"})
    replace(journey, at_most=1, key={"tip": [], "extra": "after"})
    with pytest.raises(ExerciseError, match="without a place"):
        replace(journey, at_most=1, key={"tip": [], "extra": []})


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


# The whole board ------------------------------------------------------------------------------------

BOARD = EXAMPLES["journey-board"]
board = BOARD.exercise


def on_board(**fields):
    return {**BOARD.model, **fields}


def credit(**fields):
    return keyed("journey-board").check(on_board(**fields)).credit


def test_one_well_placed_gesture_is_enough_and_a_second_good_one_as_well():
    assert credit(placed={"photo": "wait"}) == credit() == 1


def test_a_gesture_that_fits_nowhere_costs_its_share():
    with_it = keyed("journey-board").check(on_board(placed={"photo": "wait", "coupon": "come"}))
    assert with_it.credit == pytest.approx((3 + 1) / 5)
    assert verdicts(with_it)["coupon"] == "wrong"
    assert [item.answer for item in with_it.items if item.id == "coupon"] == ["Past hier nergens."]


def test_who_places_nothing_gets_nothing_for_gestures():
    assert credit(placed={}) == pytest.approx(3 / 5)
    only_feelings = {"feelings": {"order": 1}, "placed": {}, "motives": {}, "labels": {}}
    assert keyed("journey-board").check(only_feelings).credit == 0


def test_nobody_can_place_everything():
    reader = Reader()
    answer = board.clean(on_board(placed=dict.fromkeys(board.cards, "wait")), reader)
    assert list(answer["placed"]) == ["photo", "call"]
    assert reader.problems


def test_a_silent_phase_is_labelled_itself_and_several_labels_may_fit():
    assert list(board.judged) == ["form", "wait", "bot"]
    assert credit(labels={"form": "business", "wait": "empty", "bot": "business"}) == 1
    wrong = keyed("journey-board").check(on_board(labels={"form": "empty", "wait": "business"}))
    assert verdicts(wrong) == {
        "form": "wrong",
        "wait": "wrong",
        "bot": "open",
        "photo": "right",
        "call": "right",
    }


def test_the_feeling_is_never_scored():
    assert {credit(feelings=dict.fromkeys(board.phases, n)) for n in range(-2, 3)} == {1}
    assert credit(feelings={}) == 1


def test_only_labels_or_only_places_may_have_a_key():
    labels = {name: BOARD.key[name] for name in board.judged}
    assert replace(board, key=labels).check(on_board(placed={"photo": "order"})).credit == 1
    with pytest.raises(ExerciseError, match="lacks"):
        replace(board, key={"form": "business"})
    with pytest.raises(ExerciseError, match="no label"):
        replace(board, key={**labels, "bot": []})


def test_a_name_stands_for_one_thing():
    with pytest.raises(ExerciseError, match="another"):
        replace(board, cards={"bot": "Kaart"}, lifts={})


def test_in_a_lesson_a_gesture_that_was_left_alone_shows_why():
    exercise = keyed("journey-board", reasons={"coupon": "Nog meer geld.", "call": "Een stem."})
    checked = Checked(on_board(placed={"photo": "wait"}), 2)
    told = {item["id"]: item for item in feedback(exercise, checked)["items"]}
    assert (told["coupon"]["verdict"], told["coupon"]["reason"]) == ("left", "Nog meer geld.")
    assert told["call"]["answer"] == "Had ook gekund: Wachten, Komen."


def test_chance_gets_less_than_who_knows_half():
    def mean(skill):
        check = keyed("journey-board").check
        return fmean(check(sample(board, BOARD.key, skill, Random(seed))).credit for seed in range(300))

    assert mean(0) < 0.45 < mean(0.6) < mean(1) == 1


def test_a_line_rises_where_something_lies_and_never_above_the_chart():
    feelings, lifts = {"order": 1, "wait": -1}, {"photo": 2, "call": 1}
    assert lifted(feelings, {"photo": "wait"}, lifts) == {"wait": 1}
    assert lifted(feelings, {"photo": "order", "call": "order"}, lifts) == {"order": 2}
    assert lifted(feelings, {"photo": "come"}, lifts) == {}


def test_it_is_whole_with_one_gesture_its_motive_and_everything_that_was_asked():
    one = on_board(placed={"photo": "wait"})
    assert board.progress(board.clean(one, Reader())) == (2 + 3 + 3, 2 + 3 + 3)
    assert board.progress(board.clean({**one, "motives": {}}, Reader())) == (7, 8)
    assert board.progress(board.clean({}, Reader())) == (0, 8)


# To read, and a road of one's own -----------------------------------------------------------------------


def test_the_sheet_has_a_column_a_phase_with_its_piece_of_the_line():
    html = board.sheet(BOARD.model, inert)
    assert html.count("<svg") == html.count("<li ") == 3
    assert html.count("span 4") == 3, "name, feeling, contact and gesture, on the same lines in each"
    assert "overflow" not in html, "on a phone the road goes on below"
    assert html.count("→") == 1
    assert "vervelend → heel fijn" in html
    assert html.count("stroke-dasharray") == 4, "to the lifted phase and from it, half in each column"
    assert "<strong>Zakelijk</strong>" in html


def test_an_unknown_feeling_leaves_a_gap():
    html = board.sheet(board.clean({"feelings": {"order": 1, "come": 1}}, Reader()), inert)
    assert (html.count("<circle"), html.count('x1="50%"')) == (2, 0)


def test_nothing_is_no_sheet():
    for exercise in (journey, board, own):
        assert answer_html(exercise, exercise.clean({}, Reader())) == ""


own = Journey(
    "own-road",
    "Teken.",
    phases={"a": "begin", "b": "einde", "c": "later"},
    cards={"warm": "Mijn gebaar"},
    labels={"empty": "Leeg", "fine": "Goed"},
    at_most=1,
    own=True,
)


def test_a_road_of_ones_own_keeps_what_was_typed_and_shows_it():
    raw = {"names": {"a": "Bellen"}, "contacts": {"b": "koffie\nthee", "c": " "}, "placed": {"warm": "b"}}
    answer, reader = own.clean(raw, reader := Reader()), reader
    assert (answer["names"], answer["contacts"], reader.problems) == (
        {"a": "Bellen"},
        {"b": "koffie\nthee"},
        [],
    )
    html = own.sheet(answer, inert)
    assert "1. Bellen" in html
    assert "2. Fase 2" in html
    assert "· koffie<br>· thee" in html
    assert "begin" not in html, "a suggestion is not an answer"
    assert "&#60;b" in own.sheet(
        own.clean({"names": {"a": "<b>"}, **{"contacts": {"a": "x"}}}, Reader()), inert
    )


def test_a_road_of_ones_own_is_whole_from_two_phases():
    answer = {
        "names": {"a": "Bellen", "b": "Komen"},
        "contacts": {},
        "feelings": {"a": 1, "b": 0},
        "labels": {"a": "fine", "b": "empty"},
        "placed": {"warm": "b"},
        "motives": {"warm": MOTIVE},
    }
    assert own.progress(own.clean(answer, Reader())) == (8, 8)
    assert own.check(answer).credit == 1
    assert own.progress(own.clean({**answer, "names": {"a": "Bellen"}}, Reader()))[0] < 8


def test_a_road_of_ones_own_takes_no_key():
    with pytest.raises(ExerciseError, match="no key"):
        replace(own, key={"warm": "a"})
