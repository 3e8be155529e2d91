"""How the report counts a Sort: which bin was taken for which, and where each card went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

from course.assignment import Check
from course.exercise import Answer
from course.i18n import Translator
from course.kinds.sort.exercise import Sort, accepted
from course.report.choices import ChoicePart, Choices, Row
from course.report.wording import either, head


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """Cards by bin."""
    exercise = cast(Sort, check.exercise)
    return placed(check, answers, t, exercise.cards, exercise.bins)


def placed(
    check: Check,
    answers: Sequence[Answer],
    t: Translator,
    cards: Mapping[str, str],
    places: Mapping[str, str],
) -> Choices:
    """`cards` by the place that they have in ``answer["placed"]``."""
    names = {place: head(name) for place, name in places.items()}
    taken: dict[str, Counter[str | None]] = {place: Counter() for place in places}
    parts = []
    for card, key in (check.key or {}).items():
        right = accepted(key)
        given = [answer["placed"].get(card) for answer in answers]
        for place in given:  # where several places are right, a right choice is nobody's confusion
            taken[place if place in right else right[0]][place] += 1
        right_as = either([names[place] for place in right], t)
        parts.append(
            ChoicePart.counted(
                cards[card], right_as, given, right, names, (check.reasons or {}).get(card, "")
            )
        )
    rows = [
        Row(names[right], tuple(counts[place] for place in places), frozenset([at]), counts[None])
        for at, (right, counts) in enumerate(taken.items())
        if counts
    ]
    return Choices(
        len(answers), t("Card"), t("Left open"), parts, list(names.values()), rows, has_categories=True
    )
