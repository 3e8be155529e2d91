"""Plausible answers to a Scene."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.scene.exercise import TIMER, Scene


def sample(exercise: Scene, key: Any, skill: float, random: Random) -> Answer:
    """Any version and any choice, to the end: there is nothing to know."""
    answer: Answer = {"version": random.choice(list(exercise.versions))}
    if exercise.timer:
        answer["timer"] = random.choice(TIMER)
    if exercise.options:
        answer["chosen"] = [random.choice(list(exercise.options))]
    if exercise.is_prediction:
        answer["committed"] = True
    return answer
