"""The overview at the end of an assignment: what is still open, and how to hand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from course.answers import Answers
from course.exercise import Exercise
from course.i18n import translator

Progress = Literal["done", "partly", "open"]


def state_of(done: int, total: int) -> Progress:
    """How far an exercise is of which `done` parts of `total` are there."""
    return "open" if not done else "done" if done >= total else "partly"


@dataclass(frozen=True)
class Overview:
    """The state of a hand-in, a row for each of `exercises`; a live list in a notebook, last in an assignment."""

    exercises: Sequence[Exercise]
    language: str = "nl"

    def rows(self, answers: Answers | None = None) -> list[dict[str, Any]]:
        """One row for each exercise: id, question, state (done, partly, open) and detail."""
        return [self._row(exercise, answers) for exercise in self.exercises]

    def _row(self, exercise: Exercise, answers: Answers | None) -> dict[str, Any]:
        t = translator(self.language)
        _record, answer, problems = exercise.stored(answers)
        done, total = exercise.progress(answer)
        partly = t("{n} of at least {least} words.") if exercise.counts_words else t("{n} of {least} parts.")
        state = state_of(done, total)
        detail = {
            "open": t("Nothing has been filled in yet."),
            "partly": partly.format(n=done, least=total),
            "done": t("Complete."),
        }[state]
        question = exercise.question.strip().splitlines()[0]
        return {
            "id": exercise.id,
            "question": question,
            "state": state,
            "detail": " ".join([detail, *map(t, problems)]),
        }

    def steps(self) -> list[str]:
        """How to hand in, in the order of doing."""
        t = translator(self.language)
        return [
            t("Save this notebook: menu File, then Save Notebook (or Ctrl+S)."),
            t(
                "Does your instructor use nbgrader? Press Hand in, at the left of the page with this assignment in the "
                "course. Not there? Open the menu Nbgrader, then Assignment List, and press Submit."
            ),
            t(
                "Otherwise: menu File, then Download. Upload or mail that one file; your answers are inside it."
            ),
            t("You can hand in again until the closing date. The last one counts."),
        ]

    def _ipython_display_(self) -> None:
        from course.view import show_overview  # late: a grader or a test needs no widgets

        show_overview(self)
