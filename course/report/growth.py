"""Start against end test: the same people, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from course.assignment import Assignment
from course.report.measures import Estimate, paired_difference
from course.report.scores import Cell, ClassScores


@dataclass(frozen=True)
class Growth:
    """Shares of the points, 0 to 1, of the people who did both; `name` is the whole or one learning goal."""

    name: str
    people: Sequence[str]
    before: Sequence[float]
    after: Sequence[float]
    asked: int = 0
    """In how many questions of the end test."""

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

    whole: Growth
    goals: Sequence[Growth]
    not_paired: int
    """Hand-ins of either test that have no marked counterpart."""
    excluded: int
    """Cells that were left out because they are not marked for everybody."""


def compare(start: ClassScores, end: ClassScores, first: Assignment, last: Assignment) -> Comparison | None:
    """Compare two tests; None when nobody did both."""
    before, after = start.basis, end.basis
    early = {one.id: one for one in before.participants}
    pairs = [(early[one.id], one) for one in after.participants if one.id in early]
    if not pairs or not before.max_score or not after.max_score:
        return None
    everybody = {one.id for one in start.participants} | {one.id for one in end.participants}

    def growth(name: str, start_cells: Sequence[Cell], end_cells: Sequence[Cell]) -> Growth:
        return Growth(
            name,
            [late.name for _early, late in pairs],
            [early.share(start_cells) for early, _late in pairs],
            [late.share(end_cells) for _early, late in pairs],
            len(end_cells),
        )

    start_goals = _by_goal(before, first)
    goals = [
        growth(last.goals.get(goal, goal), start_goals[goal], cells)
        for goal, cells in _by_goal(after, last).items()
        if goal in start_goals
    ]
    return Comparison(
        growth(last.t("Whole test"), before.cells, after.cells),
        goals,
        len(everybody) - len(pairs),
        len(start.cells) - len(before.cells) + len(end.cells) - len(after.cells),
    )


def _by_goal(basis: ClassScores, assignment: Assignment) -> dict[str, list[Cell]]:
    found: dict[str, list[Cell]] = {}
    for name, cells in basis.exercises.items():
        if goal := assignment.goal_of(name):
            found.setdefault(goal, []).extend(cells)
    return found
