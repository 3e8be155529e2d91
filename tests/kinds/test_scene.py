from dataclasses import replace

import pytest

from course.answers import Answers, Reader
from course.authoring.markdown import RawBlock
from course.authoring.reading import block_in
from course.exercise import ExerciseError
from course.kinds import Choose, Scene
from tests.kinds.examples import EXAMPLES, scene

EARLIER = replace(scene, earlier={"first": ""}, same="Weer zo.", other="Nu anders.")
CLOCK = Scene("clock", "Lees.", versions={"one": "Tekst."}, unmask="Nep.", timer=20, ended="Niets.")
PAGE = Scene("page", "Lees.", versions={"one": "Tekst."}, unmask="Nep.")

BLOCK = """question: Lees.
versions: {a: {text: Een.}, b: {text: Twee.}}
options: {x: {text: Iks.}, y: {text: Ei.}}
unmask: Nep.
"""


def told(exercise, raw, answers=None):
    return exercise.react(exercise.clean(raw, Reader()), answers or Answers("nowhere")).data


@pytest.mark.parametrize(
    ("exercise", "before", "after"),
    [
        (scene, {"version": "many", "chosen": ["a"], "committed": False}, {"committed": True}),
        (scene, {"version": "many", "chosen": [], "committed": True}, {"chosen": ["a"]}),
        (scene, {"timer": "ended", "chosen": ["a"]}, {"committed": True}),
        (CLOCK, {"timer": None, "committed": True}, {"timer": "ended"}),
        (CLOCK, {}, {"timer": "stopped"}),
        (PAGE, {}, {"committed": True}),
    ],
)
def test_the_page_unmasks_itself_once_the_reader_committed_or_the_timer_is_over(exercise, before, after):
    assert told(exercise, before) == {}
    assert told(exercise, {**before, **after}) == {"unmask": "Nep."}


@pytest.mark.parametrize("exercise", [scene, CLOCK, PAGE])
def test_what_it_was_is_not_in_the_browser_before(exercise):
    assert "Nep." not in str(exercise.content())


@pytest.mark.parametrize(("before", "sentence"), [("a", "Weer zo."), ("b", "Nu anders.")])
def test_the_sentence_goes_with_what_was_chosen_earlier(tmp_path, before, sentence):
    answers = Answers(tmp_path)
    answers.save("first", "choose", {"chosen": [before], "confidence": None})
    over = {"version": "many", "chosen": ["a"], "committed": True}
    assert told(EARLIER, over, answers) == {"unmask": "Nep.", "again": sentence}
    assert told(EARLIER, {**over, "committed": False}, answers) == {}


@pytest.mark.parametrize("answer", [{}, {"chosen": []}, {"chosen": "a"}, {"chosen": ["ghost", 3]}])
def test_without_an_earlier_choice_there_is_no_sentence(tmp_path, answer):
    answers = Answers(tmp_path)
    answers.save("first", "choose", answer)
    assert told(EARLIER, {"chosen": ["a"], "committed": True}, answers) == {"unmask": "Nep."}


def test_what_was_chosen_here_can_come_back_in_a_choice(tmp_path):
    answers = Answers(tmp_path)
    answers.save("scene", "scene", EXAMPLES["scene"].model)
    again = Choose("again", "En nu?", options=scene.options, earlier={"scene": ""})
    assert again.react(again.clean({}, Reader()), answers).data == {"earlier": "De eerste."}


def test_one_version_is_everybodys_and_of_two_none_before_chance_decides():
    assert PAGE.clean({}, Reader())["version"] == "one"
    assert scene.clean({}, Reader())["version"] is None


def test_a_timer_takes_its_time_unless_one_reads_on_beside_it():
    assert CLOCK.seconds() - PAGE.seconds() == 20
    assert replace(scene, timer=20, ended="Niets.").seconds() == replace(scene, timer=0, ended="").seconds()


def test_the_answer_is_read_with_what_was_read():
    assert scene.describe(EXAMPLES["scene"].model) == [
        ("Gelezen", "Velen kozen A."),
        ("Klok", "stilgezet door de lezer"),
        ("Gekozen", "De eerste."),
    ]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"versions": {}}, "one version or two"),
        ({"versions": dict.fromkeys("abc", "Tekst.")}, "one version or two"),
        ({"options": {"a": "Een."}}, "two options"),
        ({"ended": ""}, "timer"),
        ({"timer": 0}, "timer"),
        ({"earlier": {"first": ""}}, "earlier"),
    ],
)
def test_a_scene_that_cannot_work_is_the_authors_mistake(changes, why):
    with pytest.raises(ExerciseError, match=why):
        replace(scene, **changes)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("b: {text: Twee.}", "b: {text: Twee.}, c: {text: Drie.}", "één versie of twee"),
        (", y: {text: Ei.}", "", "minstens 2"),
        ("unmask: Nep.", "unmask: Nep.\nseconds: 10", "seconds"),
        ("unmask: Nep.", "unmask: Nep.\nended: Om.", "seconds"),
        ("unmask: Nep.", "unmask: Nep.\nearlier: first", "same"),
        ("unmask: Nep.", "unmask: Nep.\nsame: Zo.", "same"),
    ],
)
def test_what_is_wrong_in_a_block_is_told(old, new, what):
    mistakes = []
    assert block_in(RawBlock("scene", "act", BLOCK, 1), None, mistakes)
    assert not mistakes
    assert block_in(RawBlock("scene", "act", BLOCK.replace(old, new), 1), None, mistakes) is None
    assert any(what in str(scene.t(one.what)) for one in mistakes)
