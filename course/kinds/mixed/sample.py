"""Plausible answers to a Mixed."""

from __future__ import annotations

from random import Random
from typing import Any

from course.answers import Reader
from course.exercise import Answer
from course.kinds.mixed.exercise import NONE, Mixed


def sample(exercise: Mixed, key: Any, skill: float, random: Random) -> Answer:
    """Every fragment judged once; labels and honesty of each are right with chance `skill`, and else anything."""
    names = list(exercise.fragments)
    answer = exercise.clean({"seed": random.randrange(100)}, Reader())
    answer["round"] = -(-len(names) // exercise.at_once)
    for turn, name in enumerate(random.sample(names, len(names)), start=1):
        fragment = exercise.fragments[name]
        right = [label for label in exercise.options if label in fragment["is"]]
        some = [label for label in exercise.labels if random.random() < 0.2] or [NONE]
        answer["judged"][name] = {
            "turn": turn,
            "labels": right if random.random() < skill else some,
            "honest": fragment["honest"] if random.random() < skill else random.random() < 0.5,
        }
    return answer
