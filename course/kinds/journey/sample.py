"""Plausible answers to a Journey."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.journey.exercise import Journey
from course.kinds.sort.sample import placed

MOTIVE = "Hier heeft iemand er op dit moment het meest aan."


def sample(exercise: Journey, key: Any, skill: float, random: Random) -> Answer:
    """An answer in which each card stands right with chance `skill`, with a feeling for each phase."""
    return {
        "feelings": {phase: random.randint(-2, 2) for phase in exercise.phases} if exercise.feelings else {},
        "placed": placed(exercise.cards, exercise.phases, key, skill, random),
        "motives": dict.fromkeys(exercise.cards, MOTIVE) if exercise.motives else {},
    }
