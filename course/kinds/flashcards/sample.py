"""Plausible answers to Flashcards."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.flashcards.exercise import Flashcards


def sample(exercise: Flashcards, key: Any, skill: float, random: Random) -> Answer:
    """Boxes after a first round: a card is known with chance `skill`."""
    boxes = {card: 2 if random.random() < skill else 1 for card in exercise.cards}
    due = {1: date(2026, 3, 2), 2: date(2026, 3, 3)}
    return {"boxes": {card: {"box": box, "due": due[box].isoformat()} for card, box in boxes.items()}}
