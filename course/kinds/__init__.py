"""The kinds of exercise, one module each."""

from course.kinds.choose import Choose
from course.kinds.dilemma import Dilemma
from course.kinds.flashcards import Flashcards
from course.kinds.journey import Journey
from course.kinds.mark import Mark
from course.kinds.match import Match
from course.kinds.reflect import Reflect
from course.kinds.rewrite import Rewrite
from course.kinds.sort import Sort

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
]
