"""One hand-in, from what was handed in to its feedback page."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import BaseConverter, NbGraderException

from course.errors import RefusedError
from course.grading.autograde.converter import notebooks_of
from course.grading.run import changes
from course.grading.site import LOG, Site, site_at
from course.i18n import Message
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


class _OneHandIn(BaseConverter):
    """A converter for one known hand-in, of which an error keeps its reason."""

    error: Exception | None = None
    student = ""

    def init_notebooks(self) -> None:
        """What nbgrader looks for with a pattern is known here."""
        folder = self._format_source(self.coursedir.assignment_id, self.student)
        self.assignments = {folder: self.notebooks_in(Path(folder))}

    def notebooks_in(self, folder: Path) -> list[str]:
        return sorted(str(path) for path in folder.glob("*.ipynb"))

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        return bool(self._keeping_error(super().init_destination, assignment_id, student_id))

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        self._keeping_error(super().init_assignment, assignment_id, student_id)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        self._keeping_error(super().convert_single_notebook, notebook_filename)

    def _keeping_error(self, step: Any, *given: str) -> Any:
        try:
            return step(*given)
        except Exception as error:
            self.error = error
            raise


class _Grade(_OneHandIn, Autograde):
    def notebooks_in(self, folder: Path) -> list[str]:
        return notebooks_of(self.coursedir, folder, self.coursedir.assignment_id)


class _Feedback(_OneHandIn, GenerateFeedback):
    pass


def do(root: Path, job: Job) -> Outcome:
    """Grade and make feedback. May be done twice: the second time finds the marks and does nothing."""
    site = site_at(root)
    graded = site.folder("autograded_directory", job.student, job.assignment)
    seconds = {}
    try:
        if job.grade and changes.read_mark(graded) != job.made_from:
            seconds["grade"] = _convert(_Grade, site, job)
            changes.write_mark(graded, job.made_from)
        scores = changes.scores(site, job.assignment, job.student).get(job.student, "")
        feedback = site.folder("feedback_directory", job.student, job.assignment)
        if changes.read_mark(feedback) != job.made_from + scores:
            seconds["feedback"] = _convert(_Feedback, site, job)
            changes.write_mark(feedback, job.made_from + scores)
    except RefusedError as refusal:
        _withdraw(site, job)
        return Outcome(job.student, "refused", refusal.message, seconds=seconds)
    except Exception as error:  # whatever it is, the rest of the class goes on
        _withdraw(site, job)
        reason = Message(
            "Something went wrong in grading ({error}). Look in {log}.", error=printable(repr(error)), log=LOG
        )
        if "database is locked" in str(error):
            reason = OUTGROWN
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
    notebook = nbformat.read(graded / f"{assignment}.ipynb", as_version=nbformat.NO_CONVERT)
    return tuple(notebook.metadata.get("overtuigen", {}).get("remarks", ()))


def _withdraw(site: Site, job: Job) -> None:
    """Take a hand-in that was never graded out of the gradebook: there it would count as zero points."""
    with site.gradebook() as book, suppress(MissingEntry):
        submission = book.find_submission(job.assignment, job.student)
        grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
        if all(grade.auto_score is None and grade.manual_score is None for grade in grades):
            book.remove_submission(job.assignment, job.student)


def _convert(kind: type[_Grade] | type[_Feedback], site: Site, job: Job) -> float:
    """Run nbgrader's converter; the seconds it took. Raises what went wrong inside it."""
    began = time.perf_counter()
    site.coursedir.assignment_id, site.coursedir.student_id = job.assignment, "*"
    converter = kind(coursedir=site.coursedir, parent=site.app)
    converter.force, converter.student = True, job.student
    try:
        converter.start()
    except NbGraderException:
        raise converter.error or NbGraderException(f"see {LOG}") from None
    return time.perf_counter() - began
