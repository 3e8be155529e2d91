"""One hand-in, from what was handed in to its feedback page."""

from __future__ import annotations

import json
import os
import time
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from nbgrader.converters import GenerateFeedback
from nbgrader.converters.base import NbGraderException

from course.errors import RefusedError, cannot_write
from course.grading.graded_notebook import ABOUT
from course.grading.one import grade_one
from course.grading.run import changes
from course.grading.site import Site, site_at
from course.i18n import Message
from course.log_file import LOG
from course.printable import printable

OUTGROWN = Message(
    "The gradebook was busy for too long. SQLite lets one writer in at a time: run the command again with fewer "
    "workers, or put the gradebook in PostgreSQL."
)


@dataclass(frozen=True)
class Job:
    """What has to be done for one hand-in.

    Attributes:
        made_from: fingerprint of the hand-in and of what it is graded with.
        grade: whether it has to be graded; otherwise only its feedback is made again.
    """

    assignment: str
    student: str
    made_from: str
    grade: bool = True


@dataclass(frozen=True)
class Outcome:
    """What came of one hand-in.

    Attributes:
        reason: why it was refused or failed.
        remarks: what an instructor should look at, though it was graded; as it stands in the graded notebook.
        seconds: time spent on each step.
    """

    student: str
    status: Literal["graded", "feedback", "unchanged", "refused", "failed"]
    reason: Message | None = None
    remarks: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)


class _Feedback(GenerateFeedback):
    """nbgrader's converter for one known hand-in, of which an error keeps its reason."""

    error: Exception | None = None
    student = ""

    def init_notebooks(self) -> None:
        """What nbgrader looks for with a pattern is known here."""
        folder = self._format_source(self.coursedir.assignment_id, self.student)
        self.assignments = {folder: [str(Path(folder, f"{self.coursedir.assignment_id}.ipynb"))]}

    def convert_single_notebook(self, notebook_filename: str) -> None:
        try:
            super().convert_single_notebook(notebook_filename)
        except Exception as error:
            self.error = error
            raise


def do(root: Path, job: Job) -> Outcome:
    """Grade and make feedback. May be done twice: the second time finds the marks and does nothing."""
    site = site_at(root)
    place = graded = site.folder("autograded_directory", job.student, job.assignment)
    seconds = {}
    try:
        if job.grade and changes.read_mark(graded) != job.made_from:
            site.app.log.info("Grading %s, %s", job.assignment, printable(job.student))
            began = time.perf_counter()
            with chdir(site.root):  # nbgrader's folders are relative to it
                grade_one(site.coursedir, job.student, job.assignment)
            seconds["grade"] = time.perf_counter() - began
            changes.write_mark(graded, job.made_from)
        scores = changes.scores(site, job.assignment, job.student).get(job.student, "")
        shown = job.made_from + scores + changes.closed(site, job.assignment)
        place = feedback = site.folder("feedback_directory", job.student, job.assignment)
        if changes.read_mark(feedback) != shown:
            seconds["feedback"] = _make_feedback(site, job)
            changes.write_mark(feedback, shown)
    except RefusedError as refusal:  # nothing has changed
        return Outcome(job.student, "refused", refusal.message, seconds=seconds)
    except Exception as error:  # whatever it is, the rest of the class goes on
        reason = Message(
            "Something went wrong in grading ({error}). Look in {log}.", error=printable(repr(error)), log=LOG
        )
        if "database is locked" in str(error):
            reason = OUTGROWN
        elif isinstance(error, OSError):
            reason = cannot_write(error, os.path.relpath(place, root))
        site.app.log.exception("%s, %s", job.assignment, job.student)
        return Outcome(job.student, "failed", reason, seconds=seconds)
    return Outcome(
        job.student,
        "graded" if job.grade else "feedback",
        remarks=remarks_on(graded, job.assignment),
        seconds=seconds,
    )


def remarks_on(graded: Path, assignment: str) -> tuple[str, ...]:
    """What stands on top of a graded notebook for the instructor to look at."""
    notebook = json.loads((graded / f"{assignment}.ipynb").read_text("utf-8"))
    return tuple(notebook["metadata"].get(ABOUT, {}).get("remarks", ()))


def _make_feedback(site: Site, job: Job) -> float:
    """Run nbgrader's converter; the seconds it took. Raises what went wrong inside it."""
    began = time.perf_counter()
    site.coursedir.assignment_id, site.coursedir.student_id = job.assignment, "*"
    converter = _Feedback(coursedir=site.coursedir, parent=site.app)
    converter.force, converter.student = True, job.student
    try:
        converter.start()
    except NbGraderException:
        raise converter.error or NbGraderException(f"see {LOG}") from None
    return time.perf_counter() - began
