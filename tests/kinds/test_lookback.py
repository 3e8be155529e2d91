"""Two tests beside each other: counted per goal, with intervals, and told only once one has committed."""

import json
from dataclasses import replace

import pytest

from course.answers import Answers, Reader
from course.exercise import ExerciseError
from course.kinds.lookback.outcome import Hits, by_confidence, count
from course.kinds.lookback.side_by_side import SideBySide
from tests.kinds.examples import EXAMPLES, lookback

ANSWER = EXAMPLES["lookback"].model
SECRETS = ("Daarom", "Daarom niet", '"key"', "reasons")


def committed(**changes):
    return {**ANSWER, **changes}


def shown(answer=ANSWER):
    return lookback.react(answer, Answers("nowhere")).below


def test_what_is_left_open_is_not_right():
    assert count(lookback.begin["items"], ANSWER["taken"]) == Hits(0, 2)
    assert count(lookback.end["items"], ANSWER["taken"], "give") == Hits(1, 2)
    assert count(lookback.end["items"], {}) == Hits(0, 2)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"), [(0, 2, 0, 66), (1, 2, 9, 91), (2, 2, 34, 100), (7, 14, 27, 73)]
)
def test_an_interval_stays_between_nothing_and_all(right, of, low, high):
    assert [round(end) for end in Hits(right, of).interval] == [low, high]


def test_sureness_stands_beside_what_was_right():
    assert by_confidence(lookback.end["items"], ANSWER["taken"]) == {"sure": Hits(1, 1)}


def test_nothing_of_the_outcome_is_told_before_one_commits(tmp_path):
    answers = Answers(tmp_path / "answers")
    answers.save("new-1", "choose", {"chosen": ["a"], "confidence": "sure"})
    told = lookback.react({**ANSWER, "committed": False}, answers)
    assert told.below is None
    assert told.data == {"taken": {"new-1": {"chosen": "a", "confidence": "sure"}}}
    sent = json.dumps([lookback.content(), told.data])
    assert not [secret for secret in SECRETS if secret in sent]


def test_what_changes_in_hindsight_changes_nothing(tmp_path):
    answers = Answers(tmp_path)
    before = lookback.react(ANSWER, answers).below.html()
    answers.save("new-2", "choose", {"chosen": ["a"], "confidence": "sure"})
    after = lookback.react(ANSWER, answers)
    assert after.below.html() == before
    assert after.data == {"taken": ANSWER["taken"]}, "the view takes nothing else over"


def test_a_test_that_was_handed_in_counts_where_the_lesson_has_none(tmp_path):
    lessons = Answers(tmp_path / "modules" / "nl" / "answers")
    handed_in = Answers(tmp_path / "exercises" / "nl" / "00-toets" / "answers")
    handed_in.save("old-1", "choose", {"chosen": ["a"], "confidence": "guess"})
    handed_in.save("old-2", "choose", {"chosen": ["b"], "confidence": "guess"})
    lessons.save("old-2", "choose", {"chosen": ["a"], "confidence": "think"})
    assert lookback.answered(lessons) == {
        "old-1": {"chosen": "a", "confidence": "guess"},
        "old-2": {"chosen": "a", "confidence": "think"},
    }


@pytest.mark.parametrize("name", ["../elsewhere", "..", "nl/../../elsewhere", "", "/", "x/y"])
def test_a_test_with_a_path_for_a_name_is_looked_for_nowhere(tmp_path, name):
    lessons = Answers(tmp_path / "modules" / "nl" / "answers")
    for place in ("elsewhere", "x/y", "exercises/elsewhere", "exercises/nl", "."):
        Answers(tmp_path / place / "answers").save("old-1", "choose", {"chosen": ["a"]})
    begin = {**lookback.begin, "name": name}
    assert replace(lookback, begin=begin).answered(lessons) == {}


def test_what_is_no_answer_elsewhere_stays_where_it_is(tmp_path):
    file = tmp_path / "exercises" / "nl" / "00-toets" / "answers" / "old-1.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"of": "another program"}')
    assert lookback.answered(Answers(tmp_path / "modules" / "nl" / "answers")) == {}
    assert [path.name for path in file.parent.iterdir()] == ["old-1.json"]


@pytest.mark.parametrize(
    "stored", [{}, {"chosen": None}, {"chosen": "a"}, {"chosen": ["x"]}, {"chosen": [["a"]]}, {"chosen": [7]}]
)
def test_an_answer_of_any_shape_counts_as_none(tmp_path, stored):
    answers = Answers(tmp_path)
    answers.save("new-1", "choose", stored)
    assert lookback.answered(answers) == {}


def test_figure_table_and_text_say_the_same():
    found = shown()
    assert found.title == "Goed: Begin 0 van 2; Eind 1 van 2."
    assert found.table().columns == ("Principe", "Begin", "95%-interval", "Eind", "95%-interval")
    assert found.table().rows[0] == ("Geven", "0 van 2", "0% tot 66%", "1 van 2", "9% tot 91%")
    assert found.table().rows[-1][0] == "Samen"
    (output,) = found.live_outputs()
    assert output["text/plain"].startswith("Geven: Begin 0 van 2, Eind 1 van 2.")
    assert "“Zeker” 1 van 1" in output["text/plain"]
    html = output["text/html"]
    assert html.count("<svg") == 2
    assert "Twee vragen zijn weinig." in html


def test_without_a_first_test_only_the_last_one_is_drawn():
    taken = {name: one for name, one in ANSWER["taken"].items() if name.startswith("new")}
    found = shown(committed(taken=taken))
    assert found.title == "Goed: Eind 1 van 2; er is geen begintoets om ernaast te leggen."
    assert found.table().columns == ("Principe", "Eind", "95%-interval")


def test_a_wrong_answer_gets_both_reasons_and_a_right_one_its_own():
    found = shown(committed(taken={"new-1": {"chosen": "b", "confidence": None}}))
    questions = found.html().split("<details open>")[-1]
    assert "Jij koos: <strong>Dat</strong> Daarom niet." in questions
    assert questions.count("Goed: <strong>Dit</strong> Daarom.") == 2
    assert "Nog open" in questions


def test_words_of_an_author_are_no_markup():
    name = "<b>Eind</b>"
    made = replace(lookback, end={**lookback.end, "title": name}, limits="<i>weinig</i>")
    html = SideBySide(made, ANSWER["taken"]).html()
    assert "<b>" not in html
    assert "<i>" not in html


def test_an_estimate_is_laid_beside_what_it_was():
    assert lookback.told(ANSWER) == "Je dacht 1 van de 2 goed, en het zijn er 1."
    assert lookback.told(committed(guess=None)) == "Je had er 1 van de 2 goed."


def test_who_marks_sees_how_it_went():
    assert lookback.describe(ANSWER) == [("Hoe het ging", "Je dacht 1 van de 2 goed, en het zijn er 1.")]
    assert lookback.describe(committed(committed=False)) == []


def test_questions_that_nobody_asked_are_left_out():
    reader = Reader()
    raw = {"guess": 3, "taken": {"x": {}, "new-1": {"chosen": "z"}, "new-2": {"chosen": "a"}}}
    assert lookback.clean(raw, reader)["taken"] == {"new-2": {"chosen": "a", "confidence": None}}
    assert reader.problems


def test_a_question_stands_in_one_test():
    with pytest.raises(ExerciseError, match="both"):
        replace(lookback, begin=lookback.end)
