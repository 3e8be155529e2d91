"""What every kind of exercise promises, whatever it is."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Reader, Record
from course.assignment import Check
from course.exercise import ExerciseError
from course.view.static import answer_html
from tests.kinds.examples import EXAMPLES
from tests.strategies import answers_to

UNSCORED = ("flashcards", "lookback", "owncase", "plan", "prediction", "prediction-order", "rewrite", "scene")
every_kind = pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
graded = pytest.mark.parametrize(
    "example",
    [e for name, e in EXAMPLES.items() if name not in UNSCORED],
    ids=[n for n in EXAMPLES if n not in UNSCORED],
)
with_key = pytest.mark.parametrize(
    "example", [e for e in EXAMPLES.values() if e.key], ids=[n for n, e in EXAMPLES.items() if e.key]
)


@every_kind
@given(data=st.data())
def test_anything_may_be_sent_and_only_an_answer_comes_out(example, data):
    exercise = example.exercise
    answer = exercise.clean(data.draw(answers_to(exercise)), Reader())
    again = Reader()
    assert exercise.clean(answer, again) == answer
    assert not again.problems
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer
    json.dumps(answer, ensure_ascii=False).encode()


@every_kind
@pytest.mark.parametrize("text", ["<b>x</b>", "<!--", "[x](data:text/html,x)", "![x]( y)", "[x]: y", "</p>"])
def test_a_text_that_comes_later_holds_no_page(example, text):
    """JupyterLab cleans nothing in what a cell shows that has run, and this one runs by itself."""
    with pytest.raises(ExerciseError, match="no HTML"):
        replace(example.exercise, after=text)
    fine = "**Lees** [verder](01-les.ipynb#cell-id=x) of [hier](https://example.org): 2 < 3, a & b.\n\n| a |\n|---|"
    assert replace(example.exercise, after=fine).after == fine


@every_kind
@given(data=st.data())
def test_a_score_never_leaves_its_bounds(example, data):
    exercise = example.exercise
    answer = data.draw(answers_to(exercise))
    points = data.draw(st.floats(0, 20))
    result = exercise.check(answer if answer is not None else {}, key=example.key, points=points)
    assert 0 <= result.credit <= 1
    assert 0 <= result.score <= points
    json.dumps(result.to_dict(), allow_nan=False)


@every_kind
@given(data=st.data())
def test_progress_fits_and_the_answer_can_always_be_read(example, data):
    exercise = example.exercise
    answer = exercise.clean(data.draw(answers_to(exercise)), Reader())
    done, total = exercise.progress(answer)
    assert 0 <= done <= total
    assert total > 0
    html = answer_html(exercise, answer)
    assert "<script" not in html
    html.encode()


@graded
def test_the_model_answer_scores_full(example):
    result = example.exercise.check(example.model, key=example.key, points=4)
    assert result.score == 4
    assert {item.verdict for item in result.items} <= {"right"}


@every_kind
def test_the_model_answer_is_accepted_as_it_is(example):
    reader = Reader()
    assert example.exercise.clean(example.model, reader) == example.model
    assert not reader.problems


@every_kind
def test_nothing_filled_in_scores_nothing(example):
    result = example.exercise.check({}, key=example.key, points=4)
    assert (result.score, list(result.items)) == (0, [])
    assert result.message


@with_key
def test_the_answer_that_follows_from_the_key_scores_full(example):
    answer = example.exercise.model(example.key)
    assert answer is None or example.exercise.check(answer, key=example.key, points=3).score == 3


@with_key
def test_a_key_about_something_else_is_the_authors_mistake(example):
    wrong = ["elsewhere"] if isinstance(example.key, list) else {**example.key, "elsewhere": "nowhere"}
    with pytest.raises(ExerciseError, match=example.exercise.id):
        replace(example.exercise, key=wrong)


@with_key
def test_a_reason_for_something_else_is_the_authors_mistake(example):
    with pytest.raises(ExerciseError, match="elsewhere"):
        replace(example.exercise, key=example.key, reasons={"elsewhere": "daarom"})


@with_key
def test_the_browser_gets_neither_key_nor_reasons(example):
    part = next(iter(example.exercise.parts()))
    exercise = replace(example.exercise, key=example.key, reasons={part: "de geheime reden"})
    shown = exercise.content()
    assert shown["checkable"]
    assert not {"key", "reasons", "model", "then"} & set(shown)
    assert "de geheime reden" not in json.dumps(shown)


@with_key
@given(data=st.data())
def test_while_an_assignment_is_open_nothing_tells_what_was_missed_or_why(example, data):
    exercise = example.exercise
    answer = exercise.clean(data.draw(answers_to(exercise)), Reader())
    check = Check(exercise, 2, example.key, dict.fromkeys(exercise.parts(), "de geheime reden"))
    record = Record.made(exercise.id, exercise.kind, answer)
    whole, told = check.result_of(record), check.while_open(record)
    assert told.score == whole.score
    missed = {item.label for item in whole.items if item.verdict == "missed"}
    assert not missed & {item.label for item in told.items}
    assert "geheime" not in json.dumps(told.to_dict())


@pytest.mark.parametrize("name", ["", "With-Capital", "1-digit", "a_b", "../x", "a--b", "a" * 65, None, 3])
def test_an_id_that_could_not_be_a_file_name_is_refused(name):
    with pytest.raises(ExerciseError, match="id"):
        replace(EXAMPLES["reflect"].exercise, id=name)


def test_a_question_is_never_empty():
    with pytest.raises(ExerciseError, match="question"):
        replace(EXAMPLES["reflect"].exercise, question=" \n")


@pytest.mark.parametrize(
    "name",
    [
        "reflect",
        "rewrite",
        "dilemma",
        "flashcards",
        "prediction",
        "owncase",
        "plan",
        "scene",
        "mixed",
        "lookback",
    ],
)
def test_a_kind_without_a_right_answer_takes_no_key(name):
    with pytest.raises(ExerciseError, match="no key"):
        replace(EXAMPLES[name].exercise, key={"x": "y"})
