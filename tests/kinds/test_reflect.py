from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Reader
from course.answers.reader import MAX_TEXT
from tests.kinds.examples import reflect, verdicts


@pytest.mark.parametrize(("count", "credit"), [(1, 0.2), (4, 0.8), (5, 1), (50, 1)])
def test_a_short_text_earns_proportionally_less(count, credit):
    assert reflect.check({"text": "woord " * count}).credit == pytest.approx(credit)


def test_a_short_text_is_partly_right():
    assert verdicts(reflect.check({"text": "kort"})) == {"length": "partial"}


@pytest.mark.parametrize("text", ["", "   ", "\n\n\t"])
def test_white_space_is_no_text(text):
    assert reflect.check({"text": text}).items == ()
    assert reflect.describe({"text": text}) == []


def test_without_a_minimum_any_text_counts():
    free = replace(reflect, min_words=0)
    assert free.check({"text": "Ja."}).credit == 1
    assert free.progress({"text": "Ja."}) == (1, 1)
    assert free.check({"text": ""}).credit == 0


def test_a_text_of_a_whole_book_is_cut_and_says_so():
    reader = Reader()
    assert len(reflect.clean({"text": "a" * (MAX_TEXT + 1)}, reader)["text"]) == MAX_TEXT
    assert reader.problems


@given(st.text(), st.text())
def test_writing_more_never_lowers_the_score(text, more):
    longer = reflect.check({"text": f"{text} {more}"})
    assert longer.credit >= reflect.check({"text": text}).credit


@given(st.text(st.characters(exclude_categories=["C"]) | st.sampled_from("\n\t"), max_size=200))
def test_what_someone_wrote_stays_as_it_was_written(text):
    assert reflect.clean({"text": text}, Reader()) == {"text": text}
