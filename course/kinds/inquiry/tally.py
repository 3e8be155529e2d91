"""How the report counts an Inquiry: which judgement was given for which, and on whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from course.assignment import Check
from course.exercise import Answer
from course.i18n import Translator
from course.kinds.inquiry.exercise import Inquiry
from course.kinds.sort.tally import placed
from course.report.choices import Choices


def tally(check: Check, answers: Sequence[Answer], t: Translator) -> Choices:
    """Subjects by judgement."""
    exercise = cast(Inquiry, check.exercise)
    return placed(check, answers, t, exercise.parts(), exercise.judgements)
