"""Plausible answers to a Reflect."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.reflect.exercise import Reflect

WORDS = "ik schrijf hier wat ik deze week anders doe en voor wie dat iets betekent".split()  # noqa: SIM905


def sample(exercise: Reflect, key: Any, skill: float, random: Random) -> Answer:
    """A text that is as long as was asked with chance `skill`, and else shorter."""
    least = max(1, exercise.min_words)
    length = least if random.random() < skill else random.randint(1, least)
    return {"text": prose(length)}


def prose(length: int) -> str:
    """A text of so many words."""
    return " ".join(WORDS[at % len(WORDS)] for at in range(length))
