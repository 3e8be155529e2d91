"""A Journey by looks alone."""

from __future__ import annotations

from course.exercise import Answer
from course.kinds.journey.exercise import Journey
from course.kinds.journey.sample import MOTIVE
from course.kinds.ranking import Rank, Slot, favourites


def guess(exercise: Journey, rank: Rank) -> Answer:
    """The cards and phases that attract most, with a motive that says nothing, and for each moment such a label."""
    cards = dict(exercise.cards)
    if exercise.at_most:
        best = rank(Slot(exercise.question, 0, exercise.at_most), cards)[: exercise.at_most]
        cards = {card: cards[card] for card in best}
    answer: Answer = {
        "feelings": dict.fromkeys(exercise.phases, 0) if exercise.feelings else {},
        "placed": favourites(cards, exercise.phases, rank),
        "motives": dict.fromkeys(cards, MOTIVE) if exercise.motives else {},
    }
    if exercise.labels:
        answer["labels"] = favourites(exercise.judged, exercise.labels, rank)
    return answer
