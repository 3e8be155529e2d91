from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Reader
from course.exercise import ExerciseError
from tests.kinds.examples import EXAMPLES, MOTIVE, dilemma, verdicts


def step(scene, choice, motive=MOTIVE):
    return {"scene": scene, "choice": choice, "motive": motive}


def walk(*steps, again=None):
    return {"steps": list(steps), "again": again}


@pytest.mark.parametrize("last", ["help", "refuse"])
@pytest.mark.parametrize("second", ["keep", "return"])
def test_the_opinion_is_never_scored(last, second):
    answer = walk(step("start", "keep"), step("later", last), again={"choice": second, "motive": MOTIVE})
    assert dilemma.check(answer).credit == 1


def test_the_short_way_is_worth_as_much_as_the_long_one():
    assert (
        dilemma.check(walk(step("start", "return"), again={"choice": "keep", "motive": MOTIVE})).credit == 1
    )


def test_a_case_that_was_not_finished_is_open():
    assert verdicts(dilemma.check(walk(step("start", "keep")))) == {
        "outcome": "open",
        "motive-1": "right",
        "again": "open",
    }


def test_a_short_motive_counts_for_a_part():
    result = dilemma.check(walk(step("start", "return", "een twee drie vier vijf")))
    assert verdicts(result)["motive-1"] == "partial"
    assert result.credit == pytest.approx((1 + 0.5 + 0) / 3)


def test_only_a_path_that_exists_is_an_answer():
    reader = Reader()
    answer = dilemma.clean(walk(step("start", "return"), step("later", "help")), reader)
    assert answer["steps"] == [step("start", "return")]
    assert reader.problems


def test_the_case_begins_at_the_beginning():
    assert dilemma.clean(walk(step("later", "help")), Reader())["steps"] == []


def test_the_second_choice_comes_after_the_outcome():
    again = {"choice": "return", "motive": MOTIVE}
    assert dilemma.clean(walk(step("start", "keep"), again=again), Reader())["again"] is None
    assert dilemma.clean(walk(again=again), Reader())["again"] is None


def test_only_a_finished_case_with_a_second_choice_is_complete():
    done, total = dilemma.progress(dilemma.clean(walk(step("start", "return")), Reader()))
    assert done < total
    done, total = dilemma.progress(EXAMPLES["dilemma"].model)
    assert done == total


@pytest.mark.parametrize(
    "change",
    [
        {"scenes": {"begin": dilemma.scenes["start"]}},
        {"scenes": {"start": {"text": "?", "choices": {}}}},
        {"scenes": {"start": dilemma.scenes["start"]}},  # leads to a scene that is not there
        {"rule": {"text": "Regel", "author": "wij"}},
    ],
)
def test_a_case_that_leads_nowhere_is_the_authors_mistake(change):
    with pytest.raises(ExerciseError, match="dilemma"):
        replace(dilemma, **change)


scenes = st.sampled_from(["start", "later"])
choices = st.sampled_from(["keep", "return", "help", "refuse"])


@given(st.lists(st.builds(step, scenes, choices), max_size=5), st.none() | st.builds(dict, choice=choices))
def test_every_path_that_is_accepted_can_be_walked(steps, again):
    answer = dilemma.clean(walk(*steps, again=again), Reader())
    here = "start"
    for one in answer["steps"]:
        assert one["scene"] == here
        here = dilemma.scenes[here]["choices"][one["choice"]].get("next")
    assert not answer["again"] or here is None


@pytest.mark.parametrize(
    ("steps", "draft"),
    [
        ([], {"choice": None, "motive": "Omdat ik"}),
        ([], {"choice": "keep", "motive": ""}),
        ([step("start", "keep")], {"choice": "help", "motive": "Omdat"}),
        ([step("start", "return")], {"choice": "keep", "motive": "Toch"}),
    ],
)
def test_what_one_has_not_gone_on_from_is_kept_and_can_be_read(steps, draft):
    reader = Reader()
    answer = dilemma.clean({**walk(*steps), "draft": draft}, reader)
    assert (answer["draft"], reader.problems) == (draft, [])
    told = dict(dilemma.describe(answer))["Nog niet vastgelegd"]
    assert draft["motive"] in told
    assert dilemma.check(answer).credit == dilemma.check(walk(*steps)).credit


def test_a_draft_for_another_moment_is_left_out():
    there = {"choice": "help", "motive": ""}
    assert "draft" not in dilemma.clean({**walk(), "draft": there}, Reader())
    again = {"choice": "keep", "motive": MOTIVE}
    done = {**walk(step("start", "return"), again=again), "draft": again}
    assert "draft" not in dilemma.clean(done, Reader())


def test_an_answer_from_before_drafts_were_kept_reads_as_it_did():
    old = walk(step("start", "keep"))
    assert dilemma.clean(old, Reader()) == old


def test_scenes_that_go_round_are_refused():
    scenes = {
        "start": {"text": "A", "choices": {"on": {"text": "Door", "next": "b"}, "stop": {"text": "Stop"}}},
        "b": {"text": "B", "choices": {"back": {"text": "Terug", "next": "start"}, "stop": {"text": "Stop"}}},
    }
    with pytest.raises(ExerciseError, match="the scenes go round"):
        replace(dilemma, scenes=scenes)


def test_a_scene_may_be_reached_from_several_choices():
    scenes = {
        "start": {
            "text": "A",
            "choices": {"left": {"text": "L", "next": "b"}, "right": {"text": "R", "next": "c"}},
        },
        "b": {
            "text": "B",
            "choices": {"on": {"text": "Door", "next": "c"}, "stop": {"text": "S", "ending": "Uit."}},
        },
        "c": {"text": "C", "choices": {"yes": {"text": "Ja"}, "no": {"text": "Nee"}}},
    }
    exercise, reader = replace(dilemma, scenes=scenes), Reader()
    for steps in (
        [step("start", "left"), step("b", "on"), step("c", "yes")],
        [step("start", "right"), step("c", "no")],
        [step("start", "left"), step("b", "stop")],
    ):
        answer = exercise.clean(walk(*steps), reader)
        assert (answer["steps"], exercise.is_finished(answer), reader.problems) == (steps, True, [])


def test_a_talk_asks_for_no_reasons():
    short = walk(step("start", "return", ""), again={"choice": "keep", "motive": ""})
    done = replace(dilemma, min_words=0).check(short)
    assert [item.id for item in done.items] == ["outcome", "again"]
    assert done.credit == 1
