"""Grading itself: from what was handed in to a result for each check. Pure; nothing of a participant is run."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from course.assignment import Assignment
from course.grading.submission.hand_in import HandIn
from course.result import Result

log = logging.getLogger(__name__)


def grade(hand_in: HandIn, assignment: Assignment) -> Mapping[str, Result | None]:
    """The result of each check of `assignment` for `hand_in`, by exercise; None for a check that failed."""
    results: dict[str, Result | None] = {}
    for name, check in assignment.checks.items():
        try:
            results[name] = check.result_of(hand_in.answers.get(name))
        except MemoryError:
            raise
        except Exception:  # one answer that a check cannot take may not stop the hand-in
            log.exception("check of %s", name)
            results[name] = None
    return results
