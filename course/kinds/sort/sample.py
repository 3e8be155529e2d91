"""Plausible answers to a Sort."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.sort.exercise import Sort, accepted


def sample(exercise: Sort, key: Any, skill: float, random: Random) -> Answer:
    """An answer in which each card stands right with chance `skill`, and else anywhere."""
    return {"placed": placed(exercise.cards, exercise.bins, key, skill, random)}


def placed(cards: Any, places: Any, key: Any, skill: float, random: Random) -> dict[str, str]:
    """A place for each of `cards`: a right one with chance `skill`, and else any of `places`."""
    return {
        card: random.choice(accepted(key[card]) if key and random.random() < skill else list(places))
        for card in cards
    }
