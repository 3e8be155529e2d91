"""Plausible answers to a Journey."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.journey.exercise import Journey
from course.kinds.sort.exercise import accepted
from course.kinds.sort.sample import placed

MOTIVE = "Hier heeft iemand er op dit moment het meest aan."
CONTACT = "een gesprek aan de balie"


def sample(exercise: Journey, key: Any, skill: float, random: Random) -> Answer:
    """An answer in which each card and label is right with chance `skill`, with a feeling for each phase."""
    cards = {**exercise.cards}
    if exercise.at_most:
        fitting = [card for card in cards if key and accepted(key.get(card, ()))]
        chosen = fitting if random.random() < skill and fitting else list(cards)
        cards = {card: cards[card] for card in random.sample(chosen, min(exercise.at_most, len(chosen)))}
    # Who does not see that a card fits nowhere puts it somewhere.
    known = key if key and all(accepted(key.get(card, ())) for card in cards) else None
    answer: Answer = {
        "feelings": {phase: random.randint(-2, 2) for phase in exercise.phases} if exercise.feelings else {},
        "placed": placed(cards, exercise.phases, known, skill, random),
        "motives": dict.fromkeys(cards, MOTIVE) if exercise.motives else {},
    }
    if exercise.labels:
        right = key if key and all(name in key for name in exercise.judged) else None
        answer["labels"] = placed(exercise.judged, exercise.labels, right, skill, random)
    if exercise.own:
        answer |= {"names": dict(exercise.phases), "contacts": dict.fromkeys(exercise.phases, CONTACT)}
    return answer
