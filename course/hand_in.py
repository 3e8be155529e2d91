"""The overview at the end of an assignment: what is still open, and how to hand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.answers import Answers
from course.exercise import Exercise
from course.i18n import _


def hand_in(*exercises: Exercise) -> Overview:
    """Show, for each of `exercises`, what is still open. Put it last in an assignment."""
    return Overview(exercises)


@dataclass(frozen=True)
class Overview:
    """The state of a hand-in; displayed as a live list in a notebook."""

    exercises: Sequence[Exercise]

    def rows(self, answers: Answers | None = None) -> list[dict[str, Any]]:
        """One row for each exercise: id, question, state (done, partly, open) and detail."""
        return [self._row(exercise, answers) for exercise in self.exercises]

    def _row(self, exercise: Exercise, answers: Answers | None) -> dict[str, Any]:
        _record, answer, problems = exercise.stored(answers)
        done, total = exercise.progress(answer)
        partly = _("{n} of at least {least} words.") if exercise.counts_words else _("{n} of {least} parts.")
        state = "open" if not done else "done" if done >= total else "partly"
        detail = {
            "open": _("Nothing has been filled in yet."),
            "partly": partly.format(n=done, least=total),
            "done": _("Complete."),
        }[state]
        question = exercise.question.strip().splitlines()[0]
        return {
            "id": exercise.id,
            "question": question,
            "state": state,
            "detail": " ".join([detail, *problems]),
        }

    def steps(self) -> list[str]:
        """How to hand in, in the order of doing."""
        return [
            _("Save this notebook: menu File, then Save Notebook (or Ctrl+S)."),
            _(
                "Does your instructor use nbgrader? Open the menu Nbgrader, then Assignment List, and press "
                "Submit beside this assignment."
            ),
            _(
                "Otherwise: menu File, then Download. Upload or mail that one file; your answers are inside it."
            ),
            _("You can hand in again until the closing date. The last one counts."),
        ]

    def _ipython_display_(self) -> None:
        from course.view import show_overview  # late: a grader or a test needs no widgets

        show_overview(self)
