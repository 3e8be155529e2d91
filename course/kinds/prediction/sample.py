"""Plausible answers to a Prediction."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.prediction.exercise import Prediction


def sample(exercise: Prediction, key: Any, skill: float, random: Random) -> Answer:
    """Any number or order, recorded: there is nothing to know yet."""
    if exercise.things:
        return {"order": random.sample(list(exercise.things), len(exercise.things)), "committed": True}
    stops = int((exercise.high - exercise.low) / exercise.step)
    guess = exercise.low + exercise.step * random.randint(0, stops)
    return {"guess": round(guess, 6), "committed": True}
