import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.i18n import LANGUAGES, translator
from course.result import RESULT_MIME, SIGNS, Item, Result, earned, verdict_word

NL = translator("nl")
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


def test_its_html_tells_score_verdicts_and_reasons():
    html = RESULT._repr_html_()
    for told in ("1,5", "Bijna.", "Appel", "Klopt.", SIGNS["right"], verdict_word("missed", NL).lower()):
        assert told in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_is_always_also_a_word_and_a_sign(language):
    assert len({verdict_word(verdict, translator(language)) for verdict in SIGNS}) == len(SIGNS)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_what_was_missed_is_counted_and_not_named():
    result = Result(
        0, 1, [Item("a", "Appel", "missed", "want"), Item("b", "Beer", "missed"), Item("c", "Ui", "wrong")]
    )
    told = result.without_key()
    assert [(item.id, item.verdict) for item in told.items] == [("c", "wrong"), ("missed", "missed")]
    assert "2" in told.items[-1].label
    assert "Appel" not in repr(told.to_dict())
    assert "want" not in repr(told.to_dict())
    assert told.score == result.score


labels = st.text(min_size=1, max_size=8)
items = st.builds(Item, labels, labels, st.sampled_from(sorted(SIGNS)), labels)


@given(st.lists(items, max_size=6))
def test_without_the_key_no_missed_label_or_reason_is_left(given_items):
    told = Result(0, 1, given_items).without_key().items
    kept = [item for item in given_items if item.verdict != "missed"]
    assert list(told[: len(kept)]) == kept
    assert len(told) - len(kept) <= 1


def test_nothing_missed_is_not_mentioned():
    assert Result(1, 1, RESULT.items[:1]).without_key().items == RESULT.items[:1]


def test_the_browser_gets_plain_data():
    data = json.loads(json.dumps(RESULT.to_dict()))
    assert (data["score"], data["points"], data["message"]) == (1.5, 3, "Bijna.")
    assert data["items"][0] == {
        "id": "a",
        "label": "Appel",
        "verdict": "right",
        "reason": "Klopt.",
        "answer": "",
    }


@given(st.text(st.sampled_from("<>&\"'/= abcimgscripton")))
def test_no_text_becomes_html(text):
    plain = Result(1, 1, [Item("a", "x", "right", "x")], "x")._repr_html_()
    html = Result(1, 1, [Item("a", text, "right", text or "x")], text)._repr_html_()
    assert html.count("<") == plain.count("<")


@pytest.mark.parametrize(
    ("language", "score", "points", "told"),
    [
        ("nl", 0.5, 1, "0,5 van 1 punt"),
        ("nl", 1.5, 2, "1,5 van 2 punten"),
        ("en", 0.5, 1, "0.5 of 1 point"),
        ("en", 2, 2.5, "2 of 2.5 points"),
    ],
)
def test_points_are_said_as_the_reader_writes_numbers(language, score, points, told):
    assert earned(score, points, translator(language)) == told


def test_it_travels_as_a_number_as_html_and_as_data():
    bundle = RESULT.bundle()
    assert bundle["text/plain"] == "1.5"
    assert Result.from_dict(json.loads(json.dumps(bundle[RESULT_MIME]))) == RESULT


@given(st.lists(items, max_size=6), st.sampled_from(LANGUAGES))
def test_what_was_written_as_data_is_read_back(given_items, language):
    result = Result(0.25, 4, tuple(given_items), "Bijna.", language)
    assert Result.from_dict(result.to_dict()) == result


STRANGE = [
    None,
    [],
    {},
    {**RESULT.to_dict(), "credit": "half"},
    {**RESULT.to_dict(), "language": "tlh"},
    {**RESULT.to_dict(), "items": [{"id": "a"}]},
    {**RESULT.to_dict(), "items": [{"id": "a", "label": "Appel", "verdict": "splendid"}]},
]


@pytest.mark.parametrize("data", STRANGE)
def test_data_that_is_no_result_is_none(data):
    assert Result.from_dict(data) is None


def test_in_english_every_word_around_the_items_is_english():
    html = Result(0.5, 3, RESULT.items, "", "en")._repr_html_()
    assert "1.5 of 3 points" in html
    assert "(missed)" in html
    assert "gemist" not in html
