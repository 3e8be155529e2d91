"""How the report counts a Journey: what was taken for what, where each card went and what each moment was called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from course.assignment import Check
from course.exercise import Answer
from course.i18n import Translator
from course.kinds.journey.exercise import Journey
from course.kinds.sort.exercise import accepted
from course.kinds.sort.tally import placed
from course.report.choices import Choices


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """Moments by label, and cards by phase; a card that fits nowhere has no row."""
    exercise = cast(Journey, check.exercise)
    key = {name: right for name, right in (check.key or {}).items() if accepted(right)}
    given = [{"placed": {**answer["placed"], **answer.get("labels", {})}} for answer in answers]
    return placed(
        replace(check, key=key), given, t, dict(exercise.parts()), {**exercise.labels, **exercise.phases}
    )


def progress(exercise: Journey, answer: Answer) -> tuple[int, int]:
    """The exercise's own `progress` without the feelings, which earn nothing: without them a journey can be whole."""
    return replace(exercise, feelings=False).progress(answer)
