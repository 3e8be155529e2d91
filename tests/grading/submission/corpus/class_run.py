"""The whole corpus graded as one class, by nbgrader's own command."""

from __future__ import annotations

import logging
import os
import resource
import time
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from nbgrader.coursedir import CourseDirectory

from course.grading.one import grade_one
from tests.fixture import NAME
from tests.grading.course import Course
from tests.grading.submission.corpus import CASES, Case, HandIn
from tests.grading.submission.corpus.case import Counting


class Seen(logging.Filter):
    """What nbgrader's command said and did.

    Attributes:
        reasons: why it refused whom; a traceback for whoever it could not handle.
        seconds: how long each took.
        failed: whether it ended as a command that failed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.reasons: dict[str, str] = {}
        self.seconds: dict[str, float] = {}
        self.failed = False
        self.current = ""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno >= logging.ERROR and isinstance(record.args, tuple) and record.args:
            _shown, *reason = map(str, record.args)
            self.reasons[self.current] = reason[0] if reason else "Traceback"
        return True

    def timed(self, coursedir: CourseDirectory, student: str, assignment: str) -> None:
        self.current, began = student, time.perf_counter()
        try:
            grade_one(coursedir, student, assignment)
        finally:
            self.seconds[student] = time.perf_counter() - began


@dataclass
class ClassRun:
    """The class after grading.

    Attributes:
        counting: what should count, for each participant.
        seen: what nbgrader's command said and did.
        megabytes: memory that was needed beside what the process already had.
        changed: what is not in ``submitted/`` as it was handed in.
    """

    course: Course
    counting: dict[str, Counting]
    seen: Seen
    megabytes: float
    changed: set[str]

    def is_graded(self, who: str) -> bool:
        return (self.course.root / "autograded" / who / NAME / f"{NAME}.ipynb").is_file()

    def expected(self, who: str) -> dict[str, float]:
        """Points for each check, asked from the check itself."""
        counting = self.counting[who] or {}
        return {
            name: check.result(counting.get(name, {})).score for name, check in self.course.checks.items()
        }

    def remarks(self, who: str) -> list[str]:
        return list(self.course.graded(who).metadata["overtuigen"]["remarks"])

    def told(self, who: str) -> list[str]:
        """What the instructor reads about this hand-in."""
        return self.remarks(who) if self.is_graded(who) else [self.seen.reasons[who]]


def autograde(course: Course, *options: str) -> Seen:
    """Run nbgrader's command, whatever it thinks of it."""
    seen = Seen()
    logger = logging.getLogger("AutogradeApp")
    logger.addFilter(seen)  # a handler would be taken away when nbgrader sets up its log
    try:
        with patch("course.grading.autograde.grade_one", seen.timed):
            course.run("autograde", NAME, *options)
    except RuntimeError:
        seen.failed = True
    finally:
        logger.removeFilter(seen)
    return seen


def run(folder: Path, cases: list[Case] = CASES) -> ClassRun:
    """Hand in every case, and grade them in one run."""
    course = Course(folder)
    course.run("generate_assignment", NAME)
    counting = {case.who: case.make(HandIn(course, case.who)) for case in cases}
    handed_in = everything_in(course.root / "submitted")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seen = autograde(course)
    used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    changed = {place for place, _what in handed_in ^ everything_in(course.root / "submitted")}
    return ClassRun(course, counting, seen, used, changed)


def everything_in(folder: Path) -> set[tuple[str, tuple[int, int, int]]]:
    """Every file and folder with its kind, size and time of change; no link is followed."""
    places = [Path(parent, name) for parent, folders, files in os.walk(folder) for name in [*folders, *files]]
    about = ((str(place), place.lstat()) for place in places if len(str(place)) < 4_000)
    return {(place, (one.st_mode, one.st_size, one.st_mtime_ns)) for place, one in about}
