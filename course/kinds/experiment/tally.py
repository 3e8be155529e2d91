"""How the report counts an Experiment: the conclusion that was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from course.assignment import Check
from course.exercise import Answer
from course.i18n import Translator
from course.kinds.experiment.exercise import Experiment
from course.report.choices import ChoicePart, Choices
from course.report.wording import either


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """One part: the conclusion."""
    exercise = cast(Experiment, check.exercise)
    key, reasons = list(check.key or ()), check.reasons or {}
    given = [answer["conclusion"] if answer["tried"] else None for answer in answers]
    right = either([exercise.options[option] for option in key], t)
    question = exercise.question.split("\n\n")[0]
    parts = [
        ChoicePart.counted(question, right, given, key, exercise.options, reasons.get(option, ""))
        for option in key[:1]
    ]
    return Choices(len(answers), t("Question or option"), t("Left open"), parts)
