"""How an exercise appears: a live widget in a notebook, plain HTML where no one is there to click."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.exercise import Exercise
    from course.overview import Overview
    from course.seven import Seven
    from course.statement_filter import StatementFilter


def show(exercise: Exercise) -> None:
    """Display `exercise` where the cell that runs stands."""
    from IPython.display import display

    from course.view.static import bundle

    if is_grading():
        # No widgets while nbgrader runs: their state would not survive, and nbconvert would prefer it.
        record, answer, problems = exercise.stored()
        display(bundle(exercise, record, answer, problems), raw=True)
        return
    from course.view.live import LiveExercise

    LiveExercise.show(exercise)


def show_overview(overview: Overview) -> None:
    """Display the overview of a hand-in; live, except while nbgrader runs."""
    from IPython.display import display

    from course.view.static import overview_bundle

    if is_grading():
        display(overview_bundle(overview), raw=True)
        return
    from course.view.live import LiveOverview

    LiveOverview.show(overview)


def show_filter(chosen_from: StatementFilter) -> None:
    """Display the choice from all statements; without a live page all of them stand below, and that is enough."""
    if not is_grading():
        from course.view.live_filter import LiveFilter

        LiveFilter.show(chosen_from)


def show_seven(seven: Seven) -> None:
    """Display how far each principle is; live, except while nbgrader runs."""
    from IPython.display import display

    from course.view.static import seven_bundle

    if is_grading():
        display(seven_bundle(seven), raw=True)
        return
    from course.view.live_seven import LiveSeven

    LiveSeven.show(seven)


def is_grading() -> bool:
    """Whether nbgrader runs this notebook."""
    return "NBGRADER_EXECUTION" in os.environ
