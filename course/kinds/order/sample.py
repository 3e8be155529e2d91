"""Plausible answers to an Order."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.order.exercise import Order


def sample(exercise: Order, key: Any, skill: float, random: Random) -> Answer:
    """The right order, in which each step is taken out with chance 1 - `skill` and put back anywhere."""
    order = list(key or exercise.steps)
    for step in list(order):
        if random.random() >= skill:
            order.remove(step)
            order.insert(random.randrange(len(order) + 1), step)
    return {"order": order}
