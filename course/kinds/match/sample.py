"""Plausible answers to a Match."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.match.exercise import Match


def sample(exercise: Match, key: Any, skill: float, random: Random) -> Answer:
    """An answer in which each left side has its partner with chance `skill`, and else one of those that are left."""
    pairs = {left: key[left] for left in exercise.left if key and random.random() < skill}
    free = [right for right in exercise.right if right not in pairs.values()]
    random.shuffle(free)
    for left in exercise.left:
        if left not in pairs:
            pairs[left] = free.pop() if free else random.choice(list(exercise.right))
    return {"pairs": pairs}
