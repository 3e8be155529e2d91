"""Plausible answers to a Rewrite."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.reflect.sample import prose
from course.kinds.rewrite.exercise import Rewrite


def sample(exercise: Rewrite, key: Any, skill: float, random: Random) -> Answer:
    """A text of one's own with chance `skill`, and else the original again."""
    own = prose(max(8, exercise.min_words))
    return {"text": own if random.random() < skill else exercise.original, "versions": []}
