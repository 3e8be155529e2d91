"""How the report counts an Order: what each step was put behind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from course.assignment import Check
from course.exercise import Answer
from course.i18n import Translator
from course.kinds.order.exercise import BEGIN, Order
from course.report.choices import ChoicePart, Choices


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """A part for each step: who stands directly before it."""
    exercise = cast(Order, check.exercise)
    behind = t("behind ‘{step}’")
    names = {step: behind.format(step=text.rstrip(".")) for step, text in exercise.steps.items()}
    names[BEGIN] = t("first")
    before = [
        {later: earlier for earlier, later in pairwise([BEGIN, *answer["order"]])} for answer in answers
    ]
    parts = [
        ChoicePart.counted(
            exercise.steps[step],
            names[right],
            [one.get(step) for one in before],
            [right],
            names,
            (check.reasons or {}).get(step, ""),
        )
        for right, step in pairwise([BEGIN, *(check.key or ())])
    ]
    return Choices(len(answers), t("Step"), t("Left open"), parts)
