"""One's own case: small fields, an old text that is never lost, and a version that goes on from the last."""

from dataclasses import replace

import pytest

from course.answers import Answers, Reader, Record
from course.exercise import ExerciseError
from course.kinds import Reflect
from tests.kinds.examples import owncase

OLD = {"text": "Ik werk bij Thuiszorg Nabij.\n\nIk vraag: vul het formulier in."}
later = replace(owncase, id="later", earlier={"case": "Start", "middle": "Les 1"})


def filled(**fields):
    return owncase.clean({"fields": fields}, Reader())


def test_a_text_from_before_there_were_fields_opens_and_is_kept():
    answer, problems = owncase.read(Record.made("case", "reflect", OLD))
    assert not problems
    assert (answer["loose"], answer["text"]) == (OLD["text"], OLD["text"])
    assert owncase.progress(answer) == (2, 2)
    assert owncase.describe(answer) == [("Tekst", OLD["text"])]
    again = owncase.clean({**answer, "fields": {"person": "Mo"}}, Reader())
    assert again["text"] == f"Eén mens: Mo\n\n{OLD['text']}"
    assert owncase.progress(again) == (1, 2)


def test_another_kind_is_still_another_kind():
    answer, (problem,) = owncase.read(Record.made("case", "rewrite", OLD))
    assert answer == {"fields": {}, "text": ""}
    assert problem


def test_a_field_that_does_not_exist_is_left_out():
    reader = Reader()
    assert owncase.clean({"fields": {"person": "Mo", "elsewhere": "x"}}, reader)["fields"] == {"person": "Mo"}
    assert reader.problems
    with pytest.raises(ExerciseError, match="hint for"):
        replace(owncase, hints={"elsewhere": "?"})


def test_whoever_goes_on_from_it_reads_a_text(tmp_path):
    answers = Answers(tmp_path)
    answers.save("case", "owncase", filled(person="Mo", ask="Kom je?"))
    next_one = Reflect("next", "En nu?", earlier={"case": "Start"})
    shown = next_one.react(next_one.clean({}, Reader()), answers).data
    assert shown["earlier"] == "Eén mens: Mo\n\nWat vraag je: Kom je?"


def test_a_later_version_has_the_earlier_ones_beside_it(tmp_path):
    answers = Answers(tmp_path)
    nothing = later.clean({}, Reader())
    assert later.react(nothing, answers).data == {}
    answers.save("case", "reflect", OLD)
    answers.save("middle", "owncase", filled(person="Mo"))
    data = later.react(nothing, answers).data
    assert data["earlier"] == "Eén mens: Mo"
    assert [(one["title"], one["fields"]) for one in data["versions"]] == [
        ("Start", {}),
        ("Les 1", {"person": "Mo"}),
    ]
    assert data["versions"][0]["text"] == OLD["text"]


@pytest.mark.parametrize("raw", [{"fields": 3}, {"fields": {"person": 3}}, {"text": 3}, {"loose": "x"}, None])
def test_an_answer_of_any_shape_is_an_answer(raw):
    answer = owncase.clean(raw, Reader())
    assert answer["fields"] == {}
    assert answer["text"] == ""
