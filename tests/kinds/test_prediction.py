"""Prediction: a number or an order first, then what was found, from the evidence and never scored."""

from dataclasses import replace

import pytest

from course.answers import Answers, Reader
from course.authoring.markdown import pieces
from course.authoring.reading import block_in
from course.evidence import Figure, figure, printed
from course.evidence.figure import NO_GUESS
from course.evidence.reading import evidence
from course.exercise import ExerciseError
from course.kinds import Prediction
from tests.kinds.examples import prediction, prediction_order


def told(guess, **changes):
    return replace(prediction, **changes).told({"guess": guess, "committed": True})


@pytest.mark.parametrize(
    ("guess", "sentence"),
    [
        (30, "Je voorspelde 30%. Gevonden is 21%: je zat 9 procentpunt te hoog."),
        (5, "Je voorspelde 5%. Gevonden is 21%: je zat 16 procentpunt te laag."),
        (21, "Je voorspelde 21%. Gevonden is 21%: dichterbij kon niet."),
    ],
)
def test_a_sentence_tells_how_far_a_number_is_off(guess, sentence):
    assert printed("falk.large", "nl") == "21%"
    assert told(guess) == sentence


def test_what_is_off_is_the_difference_of_the_numbers_as_they_are_written():
    # 22.99 is written as 23,0%.
    assert told(21, about="tips.again").endswith("23,0%: je zat 2 procentpunt te laag.")
    assert told(23, about="tips.again").endswith("dichterbij kon niet.")
    assert told(1.5, about="tips.again", step=0.5).endswith("je zat 21,5 procentpunt te laag.")


def test_within_half_a_step_nothing_is_closer():
    assert told(20, about="tips.one").endswith("19,6%: dichterbij kon niet.")
    assert told(20, about="tips.one", step=0.1).endswith("je zat 0,4 procentpunt te hoog.")


def test_a_unit_is_that_of_the_number():
    told = replace(prediction, about="newman.with", unit="dollar").told({"guess": 12, "committed": True})
    assert told == "Je voorspelde 12 dollar. Gevonden is 20 dollar: je zat 8 dollar te laag."


def test_an_order_is_told_beside_the_one_that_was_found():
    order = {"order": ["large", "none", "small"], "committed": True}
    assert prediction_order.told(order) == (
        "1 van de 3 staan waar ze hoorden. "
        "Van meest naar minst:\n1. Vier kaarten (21%)\n2. Eén kaart (14%)\n3. Niets (12%)"
    )


def test_of_two_that_are_equal_either_may_stand_first():
    equal = replace(prediction_order, about={"none": "tips.one", "small": "tips.one", "large": "tips.none"})
    for first, second in [("none", "small"), ("small", "none")]:
        assert "3 van de 3" in equal.told({"order": [first, second, "large"], "committed": True})


def test_what_was_not_moved_stands_as_it_was_shown():
    assert prediction_order.order({"order": ["small"]}) == ["small", "none", "large"]


def test_nothing_is_shown_or_told_before_it_is_recorded():
    for answer in ({"guess": 30, "committed": False}, {"guess": None, "committed": True}):
        assert prediction.react(answer, Answers()).below is None
        assert prediction.describe(answer) == []
        assert prediction.progress(answer) == (0, 1)


def test_the_figure_has_the_own_prediction_in_it():
    (shown,) = prediction.react({"guess": 30, "committed": True}, Answers()).below.live_outputs()
    assert "Jij: 30%" in shown["text/html"]
    assert "ov-you" in shown["text/html"]


@pytest.mark.parametrize(
    ("name", "about", "marked"),
    [
        ("tips", "tips.again", True),
        ("tips", "tips_rise.again", False),  # another panel, with another axis
        ("tips", "falk.large", False),  # not in the figure at all
    ],
)
def test_a_mark_stands_only_where_its_number_does(name, about, marked):
    assert (figure(name, "nl").predicted(about, 30).guess.number is not None) is marked


def test_a_chart_without_an_axis_for_it_has_no_mark():
    without = [one for one in evidence().figures.values() if one.family in ("forest", "grid")]
    assert without
    for data in without:
        assert all(Figure(data, "nl").predicted(id, 30).guess.number is None for id in data.values)


def test_what_one_may_take_from_it_is_read_under_the_figure():
    told = replace(prediction, after="Dat is **veel**.")
    assert told.react({"guess": 30, "committed": False}, Answers()).below is None
    _figure, text = told.react({"guess": 30, "committed": True}, Answers()).below.live_outputs()
    assert text["text/markdown"] == "Dat is **veel**."
    assert told.after not in str(told.content())


def test_an_order_has_no_mark():
    below = prediction_order.react({"order": [], "committed": True}, Answers()).below
    assert below.figure.guess == NO_GUESS


def test_a_grader_reads_the_prediction_and_what_was_found():
    assert prediction.describe({"guess": 30, "committed": True}) == [
        ("Voorspelling", "30%"),
        ("Gevonden", "Je voorspelde 30%. Gevonden is 21%: je zat 9 procentpunt te hoog."),
    ]


@pytest.mark.parametrize("guess", [-1, 61, "30", True, float("nan"), float("inf"), 10**400, [30]])
def test_what_is_no_number_in_the_range_is_refused(guess):
    reader = Reader()
    assert prediction.clean({"guess": guess}, reader)["guess"] is None
    assert reader.problems


def test_a_range_has_at_least_two_steps():
    with pytest.raises(ExerciseError, match="two steps"):
        replace(prediction, high=1)


def test_the_browser_hears_nothing_of_what_was_found():
    assert "falk" not in str(prediction.content()) + str(prediction_order.content())


def block(text):
    mistakes = []
    _header, (raw,) = pieces(f"```{{prediction}} try\nquestion: Hoeveel?\n{text}\n```\n", mistakes)
    return block_in(raw, None, mistakes), [str(mistake.what) for mistake in mistakes]


NUMBER = "about: falk.large\nlow: 0\nhigh: 60"
THINGS = """things:
  a: {text: A, about: falk.none}
  b: {text: B, about: falk.small}
  c: {text: C, about: falk.large}"""


def test_the_unit_follows_from_the_evidence():
    made, mistakes = block("about: newman.with\nlow: 0\nhigh: 60")
    assert (made.content()["unit"], mistakes) == ("dollar", [])


def test_things_are_never_shown_in_the_order_that_was_found():
    made, mistakes = block(THINGS)
    assert not mistakes
    assert list(made.content()["things"]) != ["c", "b", "a"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("low: 0\nhigh: 60", "Ask for a number"),
        (f"{NUMBER}\n{THINGS}", "An order of things has no about"),
        (NUMBER.replace("60", "1"), "at least two steps"),
        (NUMBER.replace("falk.large", "falk.lage"), "falk.large"),
        (THINGS.replace("falk.small", "falk.smal"), "falk.small"),
    ],
)
def test_a_mistake_of_the_author_is_explained(text, told):
    made, mistakes = block(text)
    assert made is None
    assert any(told in one for one in mistakes), mistakes


def test_it_is_imported_as_every_kind_is():
    assert Prediction.kind == "prediction"
