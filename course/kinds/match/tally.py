"""How the report counts a Match: which partner each left side got."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import cast

from course.assignment import Check
from course.exercise import Answer
from course.i18n import Translator
from course.kinds.match.exercise import Match
from course.report.choices import ChoicePart, Choices, Row


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """A row for each left side."""
    exercise = cast(Match, check.exercise)
    columns = list(exercise.right)
    rows, parts = [], []
    for left, right in (check.key or {}).items():
        label, reason = exercise.left[left], (check.reasons or {}).get(left, "")
        given = [answer["pairs"].get(left) for answer in answers]
        counts = Counter(given)
        taken = tuple(counts[column] for column in columns)
        rows.append(Row(label, taken, frozenset([columns.index(right)]), counts[None]))
        parts.append(ChoicePart.counted(label, exercise.right[right], given, [right], exercise.right, reason))
    names = list(exercise.right.values())
    return Choices(len(answers), t("Needs a partner"), t("Left open"), parts, names, rows)
