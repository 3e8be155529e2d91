"""How the report counts a Journey: which phase was taken for which, and where each card went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from course.assignment import Check
from course.exercise import Answer
from course.i18n import Translator
from course.kinds.journey.exercise import Journey
from course.kinds.sort.tally import placed
from course.report.choices import Choices


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """Cards by phase."""
    exercise = cast(Journey, check.exercise)
    return placed(check, answers, t, exercise.cards, exercise.phases)


def progress(exercise: Journey, answer: Answer) -> tuple[int, int]:
    """The exercise's own `progress` without the feelings, which earn nothing: without them a journey can be whole."""
    return replace(exercise, feelings=False).progress(answer)
