"""Plausible answers to an OwnCase."""

from __future__ import annotations

from random import Random
from typing import Any

from course.answers import Reader
from course.exercise import Answer
from course.kinds.owncase.exercise import OwnCase
from course.kinds.reflect.sample import prose


def sample(exercise: OwnCase, key: Any, skill: float, random: Random) -> Answer:
    """Each field is filled in with chance `skill`, and the first one always."""
    fields = {name: prose(6) for at, name in enumerate(exercise.fields) if not at or random.random() < skill}
    return exercise.clean({"fields": fields}, Reader())
