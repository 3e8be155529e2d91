"""The coach: transparent criteria for a text, formative and never a judgement of persuasiveness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from course.coach import nl
from course.coach.criterion import Criterion
from course.coach.finding import Finding
from course.coach.text import Text

LANGUAGES: Mapping[str, Mapping[str, Criterion]] = {"nl": nl.CRITERIA}
CRITERIA = LANGUAGES["nl"]


def read(text: str, criteria: Iterable[str] = tuple(CRITERIA), language: str = "nl") -> list[Finding]:
    """What each of `criteria` says about `text`, in the order asked."""
    page = Text(text)
    return [LANGUAGES[language][name].read(page) for name in criteria]


__all__ = ["CRITERIA", "LANGUAGES", "Criterion", "Finding", "read"]
