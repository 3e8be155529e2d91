"""Experiment: the prediction first, rounds that are counted anew, and a conclusion that earns the point."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import Answers, Reader
from course.exercise import ExerciseError
from course.kinds.experiment.exercise import MOST_ROUNDS, MOST_WAYS
from course.kinds.experiment.models import NAMES, simulation
from course.kinds.experiment.outcome import tallies
from tests.kinds.examples import EXAMPLES, experiment, keyed, verdicts

MODEL = EXAMPLES["experiment"].model
START = {"stock": 3, "rate": 14, "days": 1}
every_simulation = pytest.mark.parametrize("name", NAMES)


def answer(**changes):
    return {**MODEL, **changes}


def cleaned(**changes):
    return experiment.clean(answer(**changes), Reader())


def reaction(**changes):
    return experiment.react(cleaned(**changes), Answers()).data


def test_only_the_conclusion_earns_the_point():
    lab = keyed("experiment", reasons={"a": "Zelden."})
    assert lab.check(answer(guess=0)).credit == lab.check(answer(guess=100)).credit == 1
    assert (lab.check(answer(conclusion="a")).credit, lab.check(answer(conclusion="a")).items[0].reason) == (
        0,
        "Zelden.",
    )


@pytest.mark.parametrize(
    ("changes", "item"),
    [({"guess": None}, "tried"), ({"tried": []}, "tried"), ({"conclusion": None}, "conclusion")],
)
def test_a_conclusion_without_a_prediction_and_a_round_earns_nothing(changes, item):
    result = keyed("experiment").check(answer(**changes))
    assert (result.credit, verdicts(result)) == (0, {item: "open"})


def test_a_guesser_earns_what_chance_gives():
    lab = keyed("experiment")
    random = Random(1)
    credits = [lab.check(answer(conclusion=random.choice("abc"))).credit for _ in range(1000)]
    assert mean(credits) == pytest.approx(1 / 3, abs=0.05)


def test_more_than_one_conclusion_can_be_defended():
    lab = replace(experiment, key=["a", "b"])
    assert [lab.check(answer(conclusion=one)).credit for one in "abc"] == [1, 1, 0]


def test_without_a_prediction_no_round_is_kept():
    assert cleaned(guess=None)["tried"] == []


def test_a_setting_that_is_not_free_stands_as_the_author_set_it():
    settings = {"stock": 9, "rate": 20, "days": 1}
    assert cleaned(settings=settings)["settings"] == {"stock": 3, "rate": 20, "days": 1}


def test_an_answer_cannot_ask_for_endless_rounds():
    ways = [{"settings": {**START, "rate": rate}, "rounds": MOST_ROUNDS} for rate in range(1, 40)]
    assert len(cleaned(tried=ways)["tried"]) == MOST_WAYS
    reader = Reader()
    assert experiment.clean(answer(tried=[{"settings": START, "rounds": 10**9}]), reader)["tried"] == []
    assert reader.problems


def test_an_answer_stays_small():
    ways = [{"settings": {**START, "rate": rate}, "rounds": MOST_ROUNDS} for rate in range(1, 40)]
    assert len(json.dumps(cleaned(tried=ways))) < 1000


def test_the_same_seed_shows_the_same_and_another_shows_something_else():
    assert reaction() == reaction()
    assert reaction(seed=8)["rows"] != reaction()["rows"]


def test_rounds_add_up():
    one, more = (tallies("stock", START, 7, rounds)["gone"] for rounds in (1, 3))
    assert (one.n, more.n) == (100, 300)
    assert more.total >= one.total


def test_the_prediction_is_a_dashed_mark_and_stands_beside_what_came_out():
    shown = reaction()
    assert all(picture.count("ov-you") == 1 and "Jij: 40%" in picture for picture in shown["charts"])
    assert shown["verdict"].startswith("Jij voorspelde 40%; het werd ")


def test_the_summary_tells_the_newest_way_with_its_interval():
    assert reaction()["summary"].startswith("Verkocht per week, gemiddeld: 20 (1 ronde). Uitverkocht")
    assert "95%-interval" in reaction()["summary"]


def test_nothing_is_shown_before_the_first_round():
    assert reaction(tried=[]) == {}


def test_a_grader_reads_prediction_outcome_and_conclusion():
    rows = experiment.describe(cleaned())
    assert [label for label, _text in rows] == [
        "Voorspelling",
        "De beginstand (2 rondes)",
        "Verkocht per week, gemiddeld: 20 (1 ronde)",
        "Conclusie",
    ]
    assert "n = 200" in rows[1][1]


@every_simulation
def test_every_simulation_is_drawn_and_told(name):
    lab = replace(experiment, simulation=name, controls=(), start={})
    shown = lab.react(lab.model(["a"]), Answers()).data
    assert len(shown["charts"]) == 2
    assert shown["rows"]
    assert "{" not in json.dumps([shown["summary"], shown["verdict"], shown["line"]])
    assert lab.content()["about"]["assumes"]
    assert lab.content()["about"]["leaves_out"]


def test_a_mean_below_zero_is_drawn_within_the_picture():
    lab = replace(experiment, simulation="publication", controls=(), start={"effect": 0, "people": 20})
    made = lab.model(["a"])
    for seed in range(5):
        for picture in lab.react({**made, "seed": seed}, Answers()).data["charts"]:
            edges = re.findall(r'<(?:rect|line) x1?="([^"]+)"', picture)
            assert edges
            assert all(float(edge) >= 0 for edge in edges)
            assert 'width="-' not in picture


@every_simulation
@given(data=st.data())
def test_any_settings_and_any_luck_stay_within_bounds(name, data):
    model = simulation(name)
    settings = {one.id: data.draw(st.integers(one.low, one.high), one.id) for one in model.settings}
    seed = data.draw(st.integers(0, 99))
    found = model.run(settings, Random(seed))
    assert found == model.run(settings, Random(seed))
    assert list(found) == [one.id for one in model.outcomes]
    for tally in found.values():
        if tally.n > 1:
            middle, low, high = model.estimate(tally)
            assert low <= middle + 1e-9
            assert middle <= high + 1e-9
            if model.unit == "percent":
                assert low >= 0
                assert high <= 100 + 1e-9


@every_simulation
def test_a_simulation_starts_within_its_limits(name):
    for one in simulation(name).settings:
        assert one.low <= one.start <= one.high


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"simulation": "weather"}, "no simulation"),
        ({"options": {"a": "Een"}}, "two conclusions"),
        ({"start": {"price": 3}}, "price"),
        ({"start": {"stock": 900}}, "goes from 1 to 20"),
        ({"controls": ["price"]}, "price"),
        ({"key": "a"}, "list"),
    ],
)
def test_an_experiment_that_cannot_work_is_the_authors_mistake(changes, words):
    with pytest.raises(ExerciseError, match=words):
        replace(experiment, **changes)


def test_a_lesson_without_an_experiment_reads_no_charts():
    code = "import sys, course; sys.exit(any(name.startswith('course.evidence') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
