"""An Experiment by looks alone."""

from __future__ import annotations

from course.exercise import Answer
from course.kinds.experiment.exercise import Experiment
from course.kinds.ranking import Rank, Slot


def guess(exercise: Experiment, rank: Rank) -> Answer:
    """One round as the author set it, and the most attractive conclusion."""
    settings = dict(exercise.at_first)
    return {
        "guess": exercise.lab.guess[0],
        "seed": 0,
        "settings": settings,
        "tried": [{"settings": dict(settings), "rounds": 1}],
        "conclusion": rank(Slot(exercise.question, 0, 1), exercise.options)[0],
    }
