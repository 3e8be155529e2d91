"""What people chose against what the key says: which categories are confused, and which part goes wrong how.

How a kind of exercise is counted stands in its own folder: ``tally`` in ``tally.py`` counts answers that are clean and
not empty. A kind without one has nothing to count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from course.assignment import Check
from course.exercise import Answer, Exercise
from course.i18n import Translator


@dataclass(frozen=True)
class Row:
    """What was chosen where `label` was right: a count per column, and how often nothing was."""

    label: str
    counts: tuple[int, ...]
    right: frozenset[int]
    nothing: int


@dataclass(frozen=True)
class ChoicePart:
    """One card, pair, passage or option, and how it went.

    ``wrong_as`` is the most frequent wrong choice, made ``wrong_count`` times; empty when there was none.
    """

    label: str
    right_as: str
    right: int
    wrong: int
    nothing: int
    wrong_as: str = ""
    wrong_count: int = 0
    reason: str = ""

    @classmethod
    def counted(
        cls,
        label: str,
        right_as: str,
        given: Sequence[str | None],
        right: Sequence[str],
        names: Mapping[str, str],
        reason: str = "",
    ) -> ChoicePart:
        """A part from what each person gave for it: an id, or None for nothing.

        `right` are the ids that are right, and `names` has what each id is called.
        """
        wrong = Counter(one for one in given if one is not None and one not in right)
        most, times = max(wrong.items(), key=lambda pair: pair[1], default=("", 0))
        nothing = sum(one is None for one in given)
        rest = len(given) - nothing - wrong.total()
        return cls(label, right_as, rest, wrong.total(), nothing, names.get(most, ""), times, reason)

    @property
    def people(self) -> int:
        """How many people met it."""
        return self.right + self.wrong + self.nothing


@dataclass(frozen=True)
class Confused:
    """Two categories: `right` was taken for `chosen`, `count` times out of `total`."""

    right: str
    chosen: str
    count: int
    total: int


@dataclass(frozen=True)
class Choices:
    """The choices that `people` made in one exercise; people who left it empty are not among them.

    `part` and `nothing` head the columns of a part and of leaving it alone; `parts` are in the order of the exercise,
    and `columns` are what could be chosen. With `has_categories` a row is a category of many parts, so that one can be
    taken for another.
    """

    people: int
    part: str
    nothing: str
    parts: Sequence[ChoicePart]
    columns: Sequence[str] = ()
    rows: Sequence[Row] = ()
    has_categories: bool = False

    @property
    def is_one_question(self) -> bool:
        """Whether there is one thing to answer, so that the exercise itself says what it is about."""
        return len(self.parts) == 1

    @property
    def worst_first(self) -> list[ChoicePart]:
        """The parts, those that went wrong or stayed open most often first."""
        return sorted(self.parts, key=lambda part: -(part.wrong + part.nothing) / max(1, part.people))

    @property
    def most_confused(self) -> Confused | None:
        """The pair of categories that was confused most; None when nothing was confused."""
        found = [
            Confused(row.label, self.columns[column], count, sum(row.counts) + row.nothing)
            for row in (self.rows if self.has_categories else ())
            for column, count in enumerate(row.counts)
            if column not in row.right and count
        ]
        return max(found, key=lambda one: (one.count, one.count / one.total), default=None)

    @property
    def hardest(self) -> ChoicePart | None:
        """The part that went wrong most often."""
        wrong = (part for part in self.worst_first if part.wrong)
        return max(wrong, key=lambda part: part.wrong / part.people, default=None)


def choices_in(check: Check, answers: Sequence[Answer], t: Translator) -> Choices | None:
    """The choices in `answers` to a checked exercise; None for a kind without any, or when all left it empty."""
    made = [answer for answer in answers if check.exercise.progress(answer)[0]]
    module = tally_of(check.exercise)
    if module is None or not made:
        return None
    found: Choices = module.tally(check, made, t)
    return found if found.parts else None


def tally_of(exercise: Exercise) -> ModuleType | None:
    """The ``tally.py`` of a kind; None when there is none."""
    name = f"course.kinds.{exercise.kind}.tally"
    return import_module(name) if find_spec(name) else None
