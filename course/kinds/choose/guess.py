"""A Choose by looks alone."""

from __future__ import annotations

from course.exercise import Answer
from course.kinds.choose.exercise import Choose
from course.kinds.ranking import Rank, Slot


def guess(exercise: Choose, rank: Rank) -> Answer:
    """The most attractive option; half of them where several may be right."""
    ranked = rank(Slot(exercise.question, 0, 2 if exercise.many else 1), exercise.options)
    answer: Answer = {"chosen": ranked[: len(ranked) // 2 if exercise.many else 1], "confidence": "guess"}
    if exercise.then:
        answer["committed"] = True
    return answer
