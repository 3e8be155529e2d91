"""Nobody gets far on the look of a page: guessers and blind chance in every keyed exercise of the course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import import_module
from itertools import groupby
from random import Random
from statistics import fmean

import pytest

from course import Choose, Mixed, Sort
from course.answers import Reader
from course.assignment import Check
from course.authoring.manuscript import Manuscript
from course.authoring.markdown import Prose
from course.kinds import KINDS
from tests.guessers import GUESSERS, Guesser, guessed
from tests.kinds.examples import EXAMPLES
from tests.modules.named import named
from tests.texts import TEXTS

DRAWS = 400
MARGIN = 10
"""Percentage points that a guesser may be above blind chance, over a module."""
MOST_BY_CHANCE = 0.45
"""Share of an assignment's automatic points."""


def check_of(one) -> Check:
    """An exercise as grading sees it; a lesson's own is worth one point."""
    exercise = replace(one.exercise, key=None, reasons={})
    return Check(exercise, one.block.points or 1, one.exercise.key, one.exercise.reasons, one.block.model())


def by_chance(check: Check) -> float:
    """Share of the points that random valid answers get on average."""
    sample = import_module(f"course.kinds.{check.exercise.kind}.sample").sample
    answers = (sample(check.exercise, check.key, 0, Random(seed)) for seed in range(DRAWS))
    return fmean(check.result(answer).credit for answer in answers)


@dataclass(frozen=True, eq=False)
class Keyed:
    """An exercise with a key, and the prose above it."""

    check: Check
    above: str

    @property
    def name(self) -> str:
        return self.check.exercise.id

    @cached_property
    def chance(self) -> float:
        """Share of the points that one gets blindly."""
        return by_chance(self.check)

    @cache  # noqa: B019  (the exercises of the course live as long as the tests)
    def guessed(self, guesser: Guesser) -> float:
        """Share of the points that a guesser gets."""
        answer = guessed(self.check.exercise, guesser, self.above)
        return self.check.result(answer).credit


def keyed_in(text: Manuscript) -> Iterator[Keyed]:
    above = ""
    for part in text.parts:
        if isinstance(part, Prose):
            above += f"\n\n{part.text}"
            continue
        if part.exercise.key is not None or isinstance(part.exercise, Mixed):
            yield Keyed(check_of(part), above)
        above = ""


@dataclass(frozen=True)
class Row:
    """How one guesser did, in percents."""

    guesser: str
    got: float
    chance: float

    @property
    def above(self) -> float:
        return self.got - self.chance


def rows_of(exercises: Sequence[Keyed]) -> list[Row]:
    """The guessers, best first: the mean over exercises, each of which counts as much."""
    chance = 100 * fmean(one.chance for one in exercises)
    rows = [
        Row(guesser.__name__, 100 * fmean(one.guessed(guesser) for one in exercises), chance)
        for guesser in GUESSERS
    ]
    return sorted(rows, key=lambda row: -row.got)


def table(name: str, exercises: Sequence[Keyed], rows: Sequence[Row]) -> str:
    """What an author reads: who got how far, and in which exercises."""
    told = [f"{name}: {len(exercises)} keyed exercises, blind chance {rows[0].chance:.0f}%"]
    told += [f"  {row.guesser:20} {row.got:4.0f}%  {row.above:+4.0f}" for row in rows]
    for one in exercises:
        got = {guesser.__name__: one.guessed(guesser) for guesser in GUESSERS}
        best = max(got, key=lambda who: got[who])
        told.append(f"  {one.name:24} chance {one.chance:4.0%}  best {got[best]:4.0%} ({best})")
    return "\n".join(told)


def module_of(text: Manuscript) -> str:
    """A lesson and its assignment are one module."""
    return f"{text.header.language}-{text.header.lesson or text.path.stem}"


@cache
def modules() -> list[tuple[str, list[Keyed]]]:
    texts = sorted(TEXTS, key=module_of)
    found = [
        (name, [one for text in group for one in keyed_in(text)]) for name, group in groupby(texts, module_of)
    ]
    return [(name, exercises) for name, exercises in found if exercises]


def assignments() -> list[tuple[str, Manuscript]]:
    return [(module_of(text), text) for text in TEXTS if text.is_assignment]


@pytest.mark.parametrize("module", named(modules()))
def test_no_guesser_is_far_above_chance(module, request):
    rows = rows_of(module)
    told = table(request.node.callspec.id, module, rows)
    print(told)
    assert [row.guesser for row in rows if row.above > MARGIN] == [], told


@pytest.mark.parametrize("text", named(assignments()))
def test_chance_alone_is_no_pass(text):
    checks = [check_of(one) for one in text.exercises if one.block.points]
    chance = {check.exercise.id: by_chance(check) for check in checks}
    points = sum(check.points for check in checks)
    share = sum(check.points * chance[check.exercise.id] for check in checks) / points
    told = "\n".join(f"  {name:24} {part:4.0%}" for name, part in chance.items())
    print(f"{text.path.stem}: {share:.0%} of the automatic points by chance\n{told}")
    assert share <= MOST_BY_CHANCE


# The guessers themselves ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, example in EXAMPLES.items() if example.key])
@pytest.mark.parametrize("guesser", GUESSERS, ids=lambda guesser: guesser.__name__)
def test_a_guess_is_a_whole_and_valid_answer(name, guesser):
    exercise = EXAMPLES[name].exercise
    answer, reader = guessed(exercise, guesser, "Een voorbeeld."), Reader()
    assert exercise.clean(answer, reader) == answer
    assert not reader.problems
    done, total = exercise.progress(answer)
    assert done == total


def test_every_kind_with_a_key_can_be_guessed():
    with_key = {kind for kind in KINDS if any(type(e.exercise) is kind and e.key for e in EXAMPLES.values())}
    for kind in with_key:
        assert import_module(f"course.kinds.{kind.kind}.guess").guess
    assert {kind for kind in KINDS if "verify_key" in vars(kind)} == with_key


@pytest.mark.parametrize(
    ("guesser", "options", "key", "above"),
    [
        ("longest", {"a": "Kort.", "b": "Veel en veel langer."}, "b", ""),
        ("shortest", {"a": "Veel en veel langer.", "b": "Kort."}, "b", ""),
        ("most_nuanced", {"a": "Dat werkt altijd.", "b": "Dat werkt soms."}, "b", ""),
        ("shares_words", {"a": "Een gesprek.", "b": "Een cadeau."}, "b", ""),
        ("first", {"a": "Ja.", "b": "Nee."}, "a", ""),
        ("middle", {"a": "Ja.", "b": "Soms.", "c": "Nee."}, "b", ""),
        (
            "copies_the_example",
            {"a": "Iets tijdelijks.", "b": "Iets blijvends."},
            "b",
            "Een proef is tijdelijk. Een cadeau is blijvend.",
        ),
    ],
)
def test_each_guesser_finds_what_its_cue_gives_away(guesser, options, key, above):
    exercise = Choose("pick", "Wat is een cadeau?", options=options)
    chosen = guessed(exercise, {one.__name__: one for one in GUESSERS}[guesser], above)["chosen"]
    assert chosen == [key]


def test_the_one_who_spreads_evenly_fills_every_bin_alike():
    cards = {name: name.upper() for name in "abcdef"}
    exercise = Sort("sort", "Waar?", bins={"x": "X", "y": "Y", "z": "Z"}, cards=cards)
    placed = guessed(exercise, GUESSERS[[one.__name__ for one in GUESSERS].index("evenly_spread")])["placed"]
    assert sorted(placed.values()) == ["x", "x", "y", "y", "z", "z"]


def test_an_exercise_with_a_cue_is_caught():
    options = {"a": "Kort.", "b": "Een heel lang en doordacht antwoord.", "c": "Ook kort.", "d": "Klein."}
    exercise = Choose("pick", "Wat?", options=options)
    rows = rows_of([Keyed(Check(exercise, 1, ["b"]), "")])
    assert next(row for row in rows if row.guesser == "longest").above > MARGIN
