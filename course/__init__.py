"""Seven principles of persuasion, learned by doing: what a notebook of the course imports."""

from course.hand_in import hand_in
from course.kinds import (
    Choose,
    Dilemma,
    Flashcards,
    Journey,
    Mark,
    Match,
    Reflect,
    Rewrite,
    Sort,
)

__all__ = [
    "Choose",
    "Dilemma",
    "Flashcards",
    "Journey",
    "Mark",
    "Match",
    "Reflect",
    "Rewrite",
    "Sort",
    "hand_in",
]
