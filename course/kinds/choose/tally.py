"""How the report counts a Choose: each option of many, or the one choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

from course.assignment import Check
from course.exercise import Answer
from course.i18n import Translator
from course.kinds.choose.exercise import Choose
from course.report.choices import ChoicePart, Choices
from course.report.wording import either


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """A part for each option where many may be right, else one part for the question."""
    exercise = cast(Choose, check.exercise)
    key, reasons = list(check.key or ()), check.reasons or {}
    parts = []
    if exercise.many:
        for option, label in exercise.options.items():
            chosen = sum(option in answer["chosen"] for answer in answers)
            parts.append(_option(label, option in key, chosen, len(answers), reasons.get(option, ""), t))
    elif key:
        parts.append(_question(exercise, answers, key, reasons, t))
    return Choices(len(answers), t("Question or option"), t("Left open"), parts)


def _option(label: str, is_right: bool, chosen: int, people: int, reason: str, t: Translator) -> ChoicePart:
    if is_right:
        right, right_as, wrong_as = chosen, t("choose"), t("not chosen")
    else:
        right, right_as, wrong_as = people - chosen, t("do not choose"), t("chosen")
    wrong = people - right
    return ChoicePart(label, right_as, right, wrong, 0, wrong_as if wrong else "", wrong, reason)


def _question(
    exercise: Choose, answers: Sequence[Answer], key: Sequence[str], reasons: Mapping[str, str], t: Translator
) -> ChoicePart:
    given = [answer["chosen"][0] if answer["chosen"] else None for answer in answers]
    wrong = Counter(one for one in given if one is not None and one not in key)
    about = max(
        wrong, key=lambda option: wrong[option], default=key[0]
    )  # why what most people chose is wrong
    right_as = either([exercise.options[option] for option in key], t)
    question = exercise.question.split("\n\n")[0]
    return ChoicePart.counted(question, right_as, given, key, exercise.options, reasons.get(about, ""))
