import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Reader
from course.exercise import ExerciseError, words
from course.kinds.mark.exercise import Mark, find_passage
from tests.kinds.examples import EXAMPLES, keyed, mark, verdicts

LAST = len(words(mark.text)) - 1


def marks(*spans):
    return {"marks": [{"from": first, "to": last, "label": label} for first, last, label in spans]}


def test_the_passages_of_the_model_are_the_passages_of_the_key():
    assert mark.model(EXAMPLES["mark"].key) == EXAMPLES["mark"].model


def test_each_label_weighs_the_same():
    assert keyed("mark").check(marks((0, 4, "gift"))).credit == pytest.approx(1 / 3)


def test_a_passage_without_its_edge_is_still_right():
    assert verdicts(keyed("mark").check(marks((0, 3, "gift"))))["gift:0-3"] == "right"


def test_half_a_passage_is_partly_right():
    result = keyed("mark").check(marks((8, 10, "catch")))
    assert result.items[0].verdict == "partial"
    assert 0 < result.credit < 1 / 3


def test_the_right_words_under_another_label_are_wrong():
    result = keyed("mark").check(marks((0, 4, "ask")))
    assert (result.credit, result.items[0].verdict) == (0, "wrong")


def test_marking_everything_does_not_pay():
    assert keyed("mark").check(marks((0, LAST, "catch"))).credit < 1 / 3


def test_a_mark_under_a_label_without_passages_costs_something():
    key = {"gift": ["Wij geven je een gids."]}
    exercise = replace(mark, key=key)
    assert exercise.check(marks((0, 4, "gift"), (5, 7, "ask"))).credit < 1
    assert exercise.check(marks((0, 4, "gift"))).credit == 1


def test_of_two_marks_that_overlap_the_first_stays():
    reader = Reader()
    assert mark.clean(marks((0, 4, "gift"), (4, 6, "ask")), reader) == marks((0, 4, "gift"))
    assert reader.problems


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, LAST + 1), (0.0, 1), (True, 2), ("0", 1)])
def test_a_mark_outside_the_text_is_left_out(span):
    assert mark.clean(marks((*span, "gift")), Reader()) == {"marks": []}


def test_marks_come_back_in_reading_order():
    assert mark.clean(marks((5, 7, "ask"), (0, 4, "gift")), Reader()) == marks((0, 4, "gift"), (5, 7, "ask"))


@pytest.mark.parametrize("passage", ["Bel ons morgen.", "bel  ons\nmorgen", "“Bel ons morgen”"])
def test_a_passage_is_found_whatever_its_spaces_and_punctuation(passage):
    assert find_passage(mark.text, passage) == (5, 7)


@pytest.mark.parametrize("passage", ["bel jou morgen", "", "on"])
def test_a_passage_that_is_not_there_is_the_authors_mistake(passage):
    with pytest.raises(ExerciseError, match="no passage"):
        replace(mark, key={"gift": [passage]})


def test_one_passage_cannot_have_two_labels():
    with pytest.raises(ExerciseError):
        replace(mark, key={"gift": ["Bel ons morgen."], "ask": ["Bel ons"]})


@given(st.integers(0, LAST), st.integers(0, LAST), st.sampled_from(sorted(mark.labels)))
def test_a_mark_reads_back_as_the_words_it_covers(one, other, label):
    first, last = sorted((one, other))
    answer = mark.clean(marks((first, last, label)), Reader())
    assert mark.describe(answer) == [(mark.labels[label], " ".join(words(mark.text)[first : last + 1]))]


@given(st.integers(0, LAST), st.integers(0, LAST))
def test_marks_never_overlap(one, other):
    raw = marks((min(one, other), max(one, other), "gift"), (0, 5, "ask"), (3, LAST, "catch"))
    spans = [(mark["from"], mark["to"]) for mark in mark_clean(raw)]
    assert all(earlier[1] < later[0] for earlier, later in itertools.pairwise(spans))


def mark_clean(raw):
    return mark.clean(raw, Reader())["marks"]


def test_by_sentence_the_browser_gets_the_sentences_and_a_line_ends_one():
    exercise = Mark(
        "by-sentence", "Markeer.", text="Een kop\nEen zin. En nog een?", labels={"a": "A"}, unit="sentence"
    )
    assert exercise.content()["sentences"] == [(0, 1), (2, 3), (4, 6)]
    assert "sentences" not in mark.content()


def test_by_sentence_a_passage_is_one_whole_sentence():
    text = "Een zin. En nog een."
    assert Mark("m", "?", text=text, labels={"a": "A"}, unit="sentence", key={"a": ["En nog een."]})
    for passage in ("nog een", text):
        with pytest.raises(ExerciseError, match="one whole sentence"):
            Mark("m", "?", text=text, labels={"a": "A"}, unit="sentence", key={"a": [passage]})


def test_a_unit_is_a_word_or_a_sentence():
    with pytest.raises(ExerciseError, match="unit"):
        replace(mark, unit="line")


BY_SENTENCE = Mark(
    "by-sentence",
    "Markeer.",
    text="Kort. Een zin met veel meer woorden erin. Nog een zin van flinke lengte. Wat niets is.",
    labels={"a": "A", "b": "B"},
    unit="sentence",
    key={"a": ["Kort.", "Een zin met veel meer woorden erin."], "b": ["Nog een zin van flinke lengte."]},
)


def without(at):
    given = BY_SENTENCE.model(BY_SENTENCE.key)["marks"]
    return BY_SENTENCE.check({"marks": given[:at] + given[at + 1 :]}).credit


def test_by_sentence_a_short_one_weighs_as_much_as_a_long_one():
    assert without(0) == without(1) == without(2) == pytest.approx(4 / 5)


def test_by_sentence_one_too_many_costs_less_than_one_missed_and_another_label_costs_more():
    model = BY_SENTENCE.model(BY_SENTENCE.key)["marks"]
    too_many = BY_SENTENCE.check({"marks": [*model, {"from": 14, "to": 16, "label": "b"}]}).credit
    swapped = BY_SENTENCE.check({"marks": [{**model[0], "label": "b"}, *model[1:]]}).credit
    assert swapped < without(0) < too_many < 1


def test_by_sentence_most_of_the_words_are_the_sentence():
    """An answer from before an exercise went by sentence has marks by word."""
    model = BY_SENTENCE.model(BY_SENTENCE.key)["marks"]
    assert BY_SENTENCE.check({"marks": [model[0], {**model[1], "from": 3}, model[2]]}).credit == 1
    assert BY_SENTENCE.check({"marks": [model[0], {**model[1], "from": 6}, model[2]]}).credit == without(1)


def test_by_sentence_marking_everything_does_not_pay():
    assert BY_SENTENCE.check(marks((0, 16, "b"))).credit < 1 / 3
