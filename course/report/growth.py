"""Start against end test: the same people, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from course.report.measures import Estimate, paired_difference
from course.report.scores import Basis, Cell, ClassScores, Participant
from course.report.source import Source


@dataclass(frozen=True)
class Growth:
    """Shares of the points, 0 to 1, of the people who did both; `name` is the whole or one learning goal."""

    name: str
    people: Sequence[str]
    before: Sequence[float]
    after: Sequence[float]

    @property
    def start(self) -> float:
        """Mean share at the start."""
        return fmean(self.before)

    @property
    def end(self) -> float:
        """Mean share at the end."""
        return fmean(self.after)

    @property
    def difference(self) -> Estimate:
        """Mean difference within people, with its 95% interval."""
        found = paired_difference(self.before, self.after)
        assert found is not None  # noqa: S101  (there are people)
        return found


@dataclass(frozen=True)
class Comparison:
    """A start test against this end test: the whole first, then each goal that both tests have."""

    start: str
    whole: Growth
    goals: Sequence[Growth]
    not_paired: int
    """Hand-ins of either test that have no marked counterpart."""
    excluded: int
    """Cells that were left out because they are not marked for everybody."""


def compare(
    start: ClassScores, start_source: Source, end: ClassScores, end_source: Source
) -> Comparison | None:
    """Compare two tests; None when nobody did both."""
    first, last = start.basis, end.basis
    early = {one.id: one for one in first.participants}
    pairs = [(early[one.id], one) for one in last.participants if one.id in early]
    if not pairs or not first.max_score or not last.max_score:
        return None
    everybody = {one.id for one in start.participants} | {one.id for one in end.participants}

    def growth(name: str, before: Sequence[Cell], after: Sequence[Cell]) -> Growth:
        return Growth(
            name,
            [late.name for _early, late in pairs],
            [_share(one, before) for one, _late in pairs],
            [_share(one, after) for _early, one in pairs],
        )

    goals = [
        growth(end_source.goals.get(goal, goal), before, after)
        for goal, after in _by_goal(last, end_source).items()
        if (before := _by_goal(first, start_source).get(goal))
    ]
    return Comparison(
        start_source.title,
        growth("Hele toets", first.cells, last.cells),
        goals,
        len(everybody) - len(pairs),
        len(start.cells) - len(first.cells) + len(end.cells) - len(last.cells),
    )


def _by_goal(basis: Basis, source: Source) -> dict[str, list[Cell]]:
    found: dict[str, list[Cell]] = {}
    for exercise, cells in basis.exercises.items():
        goal = source.exercises[exercise].goal if exercise in source.exercises else ""
        if goal:
            found.setdefault(goal, []).extend(cells)
    return found


def _share(one: Participant, cells: Sequence[Cell]) -> float:
    return one.points(cells) / sum(cell.max_score for cell in cells)
