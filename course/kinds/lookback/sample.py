"""Plausible answers to a Lookback."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.choose.exercise import CONFIDENCE
from course.kinds.lookback.exercise import Lookback


def sample(exercise: Lookback, key: Any, skill: float, random: Random) -> Answer:
    """Somebody who gets each question right with chance `skill`, and else by a coin."""
    taken = {
        name: {
            "chosen": item["key"] if random.random() < skill else random.choice(list(item["options"])),
            "confidence": random.choice(CONFIDENCE),
        }
        for name, item in exercise.items.items()
    }
    return {"guess": round(skill * exercise.most), "taken": taken, "committed": True}
