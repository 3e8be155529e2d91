"""Automatic points tell apart who guesses, who mixes up what is nearly alike, and who knows."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from statistics import quantiles

import pytest

from course.assignment import assignment_in
from course.authoring import notebook_from
from course.authoring.manuscript import Manuscript, Written
from course.authoring.opening import manuscript
from course.grading.scores import CellScore
from course.report.answers import ClassAnswers
from course.report.facts import Facts
from course.report.scores import Cell, ClassScores, Participant
from tests.fixture import text_of
from tests.modules.named import named
from tests.modules.test_guessers import check_of
from tests.texts import TEXTS

LEVELS = {"guess": 0.0, "mix up": 0.9, "know": 0.95}
"""The skill of each level; who mixes up has it for a key in which about half of the mix-ups are made."""
EACH = 60
"""Participants a level."""


def credit_of(one: Written, level: str, random: Random) -> float:
    """Share of the automatic points of one exercise."""
    check = check_of(one)
    key = check.key
    if level == "mix up" and one.block.mix_ups:
        made = {place: other for place, other in one.block.mix_ups.items() if random.random() < 0.5}
        key = one.block.mistaken(made)
    sample = import_module(f"course.kinds.{check.exercise.kind}.sample").sample
    return check.result(sample(check.exercise, key, LEVELS[level], random)).credit


@cache
def simulated(path: Path) -> Facts:
    """A class in which people of each level handed in, as the report reads it from the gradebook."""
    text = manuscript(path)
    graded = [one for one in text.exercises if one.block.points]
    people = []
    for level in LEVELS:
        for number in range(EACH):
            random, who = Random(f"{level} {number}"), f"{level} {number}"
            cells = {
                f"{one.exercise.id}-check": CellScore(
                    one.block.points * credit_of(one, level, random), one.block.points
                )
                for one in graded
            }
            people.append(Participant(who, who, cells))
    cells = [Cell(f"{one.exercise.id}-check", one.block.points) for one in graded]
    scores = ClassScores(path.stem, cells, people)
    assignment = assignment_in(notebook_from(path))
    return Facts(assignment, scores, ClassAnswers(), datetime(2026, 1, 1, tzinfo=UTC))


def bands(facts: Facts, parts: int = 10) -> dict[str, tuple[float, float]]:
    """Between which points each level is, without the lowest and the highest of so many `parts` of it."""
    found = {}
    for level in LEVELS:
        cuts = quantiles(
            [one.total for one in facts.scores.participants if one.name.startswith(level)], n=parts
        )
        found[level] = (cuts[0], cuts[-1])
    return found


def texts() -> list[tuple[str, Manuscript]]:
    own = [text for text in TEXTS if text.is_assignment]
    return [
        ("of-the-tests", manuscript(text_of())),
        *((f"{one.header.language}-{one.path.stem}", one) for one in own),
    ]


@pytest.mark.parametrize(
    "one",
    [one for one in manuscript(text_of()).exercises if one.block.mix_ups],
    ids=lambda one: one.exercise.kind,
)
def test_each_mix_up_costs_points_in_every_kind(one):
    check = check_of(one)
    sample = import_module(f"course.kinds.{check.exercise.kind}.sample").sample
    for place, other in one.block.mix_ups.items():
        held = one.block.mistaken({place: other})
        check.exercise.verify_key(held)
        credit = check.result(sample(check.exercise, held, 1, Random(1))).credit
        assert credit < 1, (place, other)


every_assignment = pytest.mark.parametrize("text", named(texts()))


@every_assignment
def test_its_author_says_what_is_mixed_up_in_every_exercise_with_a_key(text):
    keyed = [one for one in text.exercises if one.block.points and one.exercise.key is not None]
    assert [one.exercise.id for one in keyed if not one.block.mix_ups] == []


@every_assignment
def test_guessing_mixing_up_and_knowing_are_three_bands(text):
    # Fourteen questions, each right or wrong, tell less than graded tasks: there the middle third is looked at.
    found = bands(simulated(text.path), 3 if text.header.test else 10)
    print(f"{text.path.stem}: {found}")
    assert found["guess"][1] < found["mix up"][0]
    assert found["mix up"][1] < found["know"][0]


@pytest.mark.parametrize("text", named(texts()))
def test_no_item_discriminates_negatively(text):
    relations = simulated(text.path).relations
    assert [name for name, found in relations.items() if found is None or found.value < 0] == []
