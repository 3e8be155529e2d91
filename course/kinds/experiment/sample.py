"""Plausible answers to an Experiment."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.experiment.exercise import LAST_SEED, Experiment


def sample(exercise: Experiment, key: Any, skill: float, random: Random) -> Answer:
    """A prediction, some rounds, and the right conclusion with chance `skill`, else any."""
    options = list(exercise.options)
    right = next(iter(key or options))
    settings = dict(exercise.at_first)
    return {
        "guess": random.randint(*exercise.lab.guess),
        "seed": random.randint(0, LAST_SEED),
        "settings": settings,
        "tried": [{"settings": dict(settings), "rounds": random.randint(1, 3)}],
        "conclusion": right if random.random() < skill else random.choice(options),
    }
