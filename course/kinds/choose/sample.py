"""Plausible answers to a Choose."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.choose.exercise import CONFIDENCE, Choose


def sample(exercise: Choose, key: Any, skill: float, random: Random) -> Answer:
    """An answer in which each option is judged rightly with chance `skill`, and else by a coin."""
    options, right = list(exercise.options), set(key or ())
    knows = {option: random.random() < skill for option in options}
    if exercise.many:
        chosen = [o for o in options if (o in right if knows[o] else random.random() < 0.5)]
        chosen = chosen or [random.choice(options)]
    else:
        first = next(iter(right), options[0])
        chosen = [first if random.random() < skill else random.choice(options)]
    answer: Answer = {"chosen": chosen, "confidence": random.choice(CONFIDENCE)}
    if exercise.is_prediction:
        answer["committed"] = True
    return answer
