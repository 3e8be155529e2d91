import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.result import SIGNS, Item, Result, number, status_word

RESULT = Result(0.5, 3, (Item("a", "Appel", "right", "Klopt."), Item("b", "Beer", "missed")), "Bijna.")


def test_its_plain_text_is_one_number():
    assert repr(RESULT) == "1.5"
    assert float(repr(Result(1 / 3, 1))) == 0.33


@given(st.floats(-2, 3), st.floats(0, 100))
def test_the_score_stays_within_the_points_and_nbgrader_can_read_it(credit, points):
    score = Result(credit, points).score
    assert 0 <= score <= points
    assert float(repr(Result(credit, points))) == pytest.approx(score, rel=1e-4)


@pytest.mark.parametrize("points", [1, 2, 7, 0.5])
def test_full_credit_is_all_points(points):
    assert Result(1, points).score == points


def test_its_html_tells_score_statuses_and_reasons():
    html = RESULT._repr_html_()
    for told in ("1,5", "Bijna.", "Appel", "Klopt.", SIGNS["right"], status_word("missed")):
        assert told in html


def test_a_status_is_always_also_a_word():
    assert len({status_word(status) for status in SIGNS}) == len(SIGNS)


def test_what_was_missed_is_counted_and_not_named():
    result = Result(
        0, 1, [Item("a", "Appel", "missed", "want"), Item("b", "Beer", "missed"), Item("c", "Ui", "wrong")]
    )
    told = result.without_key()
    assert [(item.id, item.status) for item in told.items] == [("c", "wrong"), ("missed", "missed")]
    assert "2" in told.items[-1].label
    assert "Appel" not in repr(told.to_dict())
    assert "want" not in repr(told.to_dict())
    assert told.score == result.score


labels = st.text(min_size=1, max_size=8)
items = st.builds(Item, labels, labels, st.sampled_from(sorted(SIGNS)), labels)


@given(st.lists(items, max_size=6))
def test_without_the_key_no_missed_label_or_reason_is_left(given_items):
    told = Result(0, 1, given_items).without_key().items
    kept = [item for item in given_items if item.status != "missed"]
    assert list(told[: len(kept)]) == kept
    assert len(told) - len(kept) <= 1


def test_nothing_missed_is_not_mentioned():
    assert Result(1, 1, RESULT.items[:1]).without_key().items == RESULT.items[:1]


def test_the_browser_gets_plain_data():
    data = json.loads(json.dumps(RESULT.to_dict()))
    assert (data["score"], data["points"], data["message"]) == (1.5, 3, "Bijna.")
    assert data["items"][0] == {"id": "a", "label": "Appel", "status": "right", "reason": "Klopt."}


@given(st.text(st.sampled_from("<>&\"'/= abcimgscripton")))
def test_no_text_becomes_html(text):
    plain = Result(1, 1, [Item("a", "x", "right", "x")], "x")._repr_html_()
    html = Result(1, 1, [Item("a", text, "right", text or "x")], text)._repr_html_()
    assert html.count("<") == plain.count("<")


def test_numbers_have_a_dutch_comma():
    assert (number(3.5), number(2.0), number(0.25)) == ("3,5", "2", "0,25")
