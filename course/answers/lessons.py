"""Where the answers of the lessons are as seen from an assignment, which keeps its own beside it, and the other way."""

from __future__ import annotations

import re

from course.answers.store import Answers, SeenAnswers

FARTHEST = 5
"""Folders up in which the lessons may stand: ``exercises/nl/01-x/answers`` has them four up."""


ASSIGNMENT = re.compile(r"\w[\w-]*")
"""The name of one, and nothing that could be a path."""


def lesson_answers(answers: Answers, language: str) -> Answers | None:
    """The answers of the lessons in `language`, in the nearest folder above `answers` that has them."""
    for above in answers.folder.resolve().parents[:FARTHEST]:
        folder = above / "modules" / language / "answers"
        if folder.is_dir():
            return SeenAnswers(folder)
    return None


def handed_in_answers(answers: Answers, language: str, assignment: str) -> Answers | None:
    """The answers of an assignment in `language`, in the nearest folder above `answers` that has it or its releases."""
    if not ASSIGNMENT.fullmatch(assignment):
        return None
    for above in answers.folder.resolve().parents[:FARTHEST]:
        for place in (above / "exercises" / language / assignment, above / assignment):
            if (place / "answers").is_dir():
                return SeenAnswers(place / "answers")
    return None
