"""Plausible answers to a Plan."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.plan.exercise import Plan
from course.kinds.reflect.sample import prose


def sample(exercise: Plan, key: Any, skill: float, random: Random) -> Answer:
    """A first step with chance `skill`."""
    return {"text": prose(8) if random.random() < skill else ""}
