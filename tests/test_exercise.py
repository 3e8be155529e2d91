import json
from dataclasses import replace

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from course import Choose, Reflect, Sort
from course.answers import MIME_TYPE, Answers, Record
from course.assignment import Check
from course.exercise import ExerciseError, per_part, words
from course.result import Item
from tests.kinds.examples import EXAMPLES, reflect, sort, verdicts

KEY = EXAMPLES["sort"].key
RIGHT = EXAMPLES["sort"].model


def test_a_lesson_is_checked_with_its_own_key_and_reasons():
    exercise = replace(sort, key=KEY, reasons={"ring": "Vrij."})
    result = exercise.check(RIGHT)
    assert (result.score, result.points) == (1, 1)
    assert result.items[0].reason == "Vrij."


def test_an_assignment_is_checked_with_the_key_of_its_hidden_cell():
    result = sort.check(RIGHT, key=KEY, reasons={"ring": "Vrij."}, points=5)
    assert (result.score, result.points, result.items[0].reason) == (5, 5, "Vrij.")


def test_without_any_key_nothing_is_right():
    assert sort.check(RIGHT).score == 0


@pytest.mark.parametrize("points", [0, 0.5, 7])
def test_a_check_is_worth_its_points_and_no_more(points):
    assert sort.check(RIGHT, key=KEY, points=points).score == points
    assert sort.check({}, key=KEY, points=points).points == points


def test_a_model_answer_changes_nothing():
    assert sort.check({"placed": {}}, key=KEY, points=2, model=RIGHT).score == 0


def test_checking_is_pure(in_folder):
    Answers().save("sort", "sort", RIGHT)
    answer = {"placed": {"ring": "trade"}}
    assert sort.check(answer, key=KEY) == sort.check(answer, key=KEY)
    assert answer == {"placed": {"ring": "trade"}}


def test_without_an_answer_the_stored_one_is_checked(in_folder):
    assert sort.check(key=KEY, points=2).score == 0
    Answers().save("sort", "sort", RIGHT)
    assert sort.check(key=KEY, points=2).score == 2


def test_a_stored_answer_of_another_kind_is_not_used_and_that_is_said(in_folder):
    Answers().save("sort", "reflect", RIGHT)
    nothing, other = sort.check({}, key=KEY), sort.check(key=KEY)
    assert other.score == 0
    assert len(other.message) > len(nothing.message)


def test_what_was_refused_in_a_stored_answer_is_said(in_folder):
    Answers().save("sort", "sort", {"placed": {**RIGHT["placed"], "ghost": "gift"}})
    result = sort.check(key=KEY, points=2)
    assert result.score == 2
    assert result.message


def test_a_file_that_cannot_be_read_scores_nothing_and_raises_nothing(in_folder):
    (in_folder / "answers").mkdir()
    (in_folder / "answers" / "sort.json").write_text("{")
    assert sort.check(key=KEY, points=2).score == 0


def test_a_hidden_check_with_a_key_for_something_else_fails_for_the_author():
    with pytest.raises(ExerciseError, match="ghost"):
        sort.check({}, key={"ghost": "gift"})
    with pytest.raises(ExerciseError, match="ghost"):
        sort.check({}, key=KEY, reasons={"ghost": "want"})


@pytest.mark.parametrize("part", ["1", "", "2-a", 3])
def test_an_id_that_a_browser_would_sort_first_is_refused(part):
    with pytest.raises(ExerciseError, match="begins with a letter"):
        Sort("two-bins", "Waar?", bins={"gift": "Cadeau", part: "Ruil"}, cards={"card": "Kaart"})


def test_what_was_missed_is_counted_while_an_assignment_is_open_and_named_after():
    several = Choose("pick", "Wat?", many=True, options={"a": "Appel", "b": "Beer"})
    check = Check(several, 2, ["a", "b"])
    record = Record.made("pick", "choose", {"chosen": ["a"]})
    assert verdicts(check.result_of(record)) == {"a": "right", "b": "missed"}
    assert verdicts(check.while_open(record)) == {"a": "right", "missed": "missed"}


def test_an_exercise_without_a_key_is_not_checkable():
    assert sort.content()["checkable"] is False
    assert replace(sort, key=KEY).content()["checkable"] is True


def test_the_content_for_the_browser_is_plain_data():
    for example in EXAMPLES.values():
        content = example.exercise.content()
        assert json.loads(json.dumps(content)).keys() == content.keys()
        assert {"kind", "id", "question", "hint", "checkable", "prediction"} <= set(content)


def test_parts_weigh_the_same():
    item = Item("a", "A", "right")
    assert per_part([(item, 1), (item, 0), (item, 0.5), (item, 0.5)]) == (0.5, [item] * 4)
    assert per_part([]) == (0, [])


def test_words_are_what_stands_between_spaces():
    assert words(" Eén,\ntwee-drie  ’s avonds ") == ["Eén,", "twee-drie", "’s", "avonds"]


@pytest.fixture
def shown(in_folder, monkeypatch):
    """The mime bundle that an exercise shows while nbgrader runs."""
    InteractiveShell.instance()
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")

    def show(exercise):
        with capture_output() as captured:
            exercise._ipython_display_()
        (output,) = captured.outputs
        return output.data

    yield show
    InteractiveShell.clear_instance()


def test_while_nbgrader_runs_an_exercise_shows_text_to_read_and_no_widget(shown):
    Answers().save("reflect", "reflect", {"text": "Mijn <b>zaak</b>"})
    data = shown(reflect)
    assert set(data) == {"text/html", MIME_TYPE}
    assert "Mijn" in data["text/html"]
    assert "<b>" not in data["text/html"]


def test_while_nbgrader_runs_an_empty_exercise_carries_no_answer(shown):
    assert set(shown(reflect)) == {"text/html"}


def test_exercises_with_the_same_content_are_still_two():
    assert Reflect("a", "Wat?") != Reflect("a", "Wat?")
    assert len({Reflect("a", "Wat?"), Sort("a", "Wat?", bins={"x": "X", "y": "Y"}, cards={"c": "C"})}) == 2
