"""An Order by looks alone."""

from __future__ import annotations

from course.exercise import Answer
from course.kinds.order.exercise import Order
from course.kinds.ranking import Rank, Slot


def guess(exercise: Order, rank: Rank) -> Answer:
    """Behind each step the one that attracts most among those that are left; the question attracts the first."""
    order: list[str] = []
    before = exercise.question
    for number in range(len(exercise.steps)):
        free = {step: text for step, text in exercise.steps.items() if step not in order}
        order.append(rank(Slot(before, number, len(exercise.steps)), free)[0])
        before = exercise.steps[order[-1]]
    return {"order": order}
