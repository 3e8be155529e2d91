"""The whole corpus graded as one class, by nbgrader's own command."""

from __future__ import annotations

import logging
import os
import re
import resource
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.grading.course import NAME, Course
from tests.grading.submission.corpus import CASES, Case, HandIn
from tests.grading.submission.corpus.case import Counting

REFUSED = re.compile(r"RefusedError: .*\n(.*)\Z")
"""In English, and below that in the language of the course."""


@dataclass
class Seen(logging.Filter):
    """What nbgrader said: why it refused whom, and how long each took."""

    reasons: dict[str, str] = field(default_factory=dict)
    ends: list[tuple[str, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.failed = ""

    __hash__ = object.__hash__

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if message.startswith("There was an error processing assignment: "):
            self.failed = Path(message.partition(": ")[2]).parent.name
        elif self.failed and message.startswith("Traceback"):
            found = REFUSED.search(message.rstrip())
            self.reasons[self.failed] = found.group(1) if found else message
            self.ends.append((self.failed, record.created))
            self.failed = ""
        elif message.startswith("Setting destination file permissions"):
            self.ends.append(("", record.created))
        return True


@dataclass
class ClassRun:
    """The class after grading.

    Attributes:
        counting: what should count, for each participant.
        reasons: why somebody was refused.
        seconds: how long each took.
        megabytes: memory that was needed beside what the process already had.
        changed: what is not in ``submitted/`` as it was handed in.
    """

    course: Course
    counting: dict[str, Counting]
    reasons: dict[str, str]
    seconds: dict[str, float]
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
        return self.remarks(who) if self.is_graded(who) else [self.reasons[who]]


def autograde(course: Course, *options: str) -> Seen:
    """Run nbgrader's command, whatever it thinks of it."""
    seen = Seen()
    logger = logging.getLogger("AutogradeApp")
    logger.addFilter(seen)  # a handler would be taken away when nbgrader sets up its log
    try:
        course.run("autograde", NAME, *options)
    except RuntimeError:
        pass  # somebody was refused
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
    began = time.time()
    seen = autograde(course)
    used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    order = sorted(counting, key=lambda who: str(course.root / "submitted" / who / NAME))
    times = [began, *(when for _who, when in seen.ends)]
    seconds = {who: end - start for who, start, end in zip(order, times, times[1:], strict=False)}
    changed = {place for place, _what in handed_in ^ everything_in(course.root / "submitted")}
    return ClassRun(course, counting, seen.reasons, seconds, used, changed)


def everything_in(folder: Path) -> set[tuple[str, tuple[int, int, int]]]:
    """Every file and folder with its kind, size and time of change; no link is followed."""
    places = [Path(parent, name) for parent, folders, files in os.walk(folder) for name in [*folders, *files]]
    about = ((str(place), place.lstat()) for place in places if len(str(place)) < 4_000)
    return {(place, (one.st_mode, one.st_size, one.st_mtime_ns)) for place, one in about}
