"""A whole class: what has to be done, doing it, and what is left for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from filelock import FileLock, Timeout
from nbgrader.api import Grade, SubmittedAssignment
from sqlalchemy import func

from course.collect import Collected, collect_all
from course.collect.people import class_list, enter
from course.command_error import CommandError
from course.errors import cannot_write
from course.grading.closed import is_closed
from course.grading.lateness import seconds_late, settle
from course.grading.released import released
from course.grading.run import changes
from course.grading.run.one import Job, Outcome, remarks_on
from course.grading.run.workers import outcomes
from course.grading.site import Site
from course.grading.submission.submitted import misplaced
from course.i18n import Message


@dataclass
class ClassRun:
    """One assignment of one class.

    Attributes:
        collected: what came of looking for new work, on the exchange and among downloads.
        misplaced: a message for each hand-in that stands where nobody looks.
        handed_in: everyone who handed in.
        done: what came of each hand-in, also of those that had not changed.
        waiting: how many open answers of each participant wait for a person.
        late: how many seconds after the deadline somebody handed in.
        holds_back: whether nobody should read feedback yet, as with a test that is still open.
    """

    assignment: str
    collected: list[Collected] = field(default_factory=list)
    misplaced: list[Message] = field(default_factory=list)
    handed_in: list[str] = field(default_factory=list)
    done: list[Outcome] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)
    holds_back: bool = False

    def count(self, status: str) -> int:
        """How many hand-ins have this status."""
        return sum(one.status == status for one in self.done)

    @property
    def is_complete(self) -> bool:
        """Whether every hand-in was collected and graded."""
        lost = self.misplaced or any(one.status == "refused" for one in self.collected)
        return not lost and not any(one.status in ("refused", "failed") for one in self.done)


def grade_class(
    site: Site,
    assignment: str,
    *,
    force: bool = False,
    scheduler: str | None = None,
    workers: int | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ClassRun:
    """Collect `assignment`, grade what is new or changed, and make the feedback that changed.

    Args:
        site: the course folder.
        assignment: its name.
        force: do everything again; what a person gave stays.
        scheduler: where the work is done; see `outcomes`.
        workers: how many processes; see `outcomes`.
        progress: is told how many are done and how many there are.

    Raises:
        CommandError: when grading cannot begin.
    """
    verify_name(site, assignment)
    with _alone(site, assignment):
        _prepare(site, assignment)
        try:
            collected = collect_all(site.app.config, assignment, site.coursedir)
        except OSError as error:
            raise CommandError(cannot_write(error)) from error
        with site.gradebook() as book:
            enter(class_list(site.root, site.coursedir.db_url, site.coursedir.course_id), book)
        settle(site.coursedir, assignment)
        lost = list(misplaced(site.coursedir, assignment))
        run = ClassRun(assignment, collected, lost, site.hand_ins(assignment))
        jobs = []
        for job in plan(site, assignment, run.handed_in, force=force):
            if isinstance(job, Outcome):
                run.done.append(job)
            else:
                jobs.append(job)
        progress(0, len(jobs))
        for count, outcome in enumerate(outcomes(site.root, jobs, scheduler, workers), start=1):
            run.done.append(outcome)
            progress(count, len(jobs))
        ungraded = {one.student for one in run.done if one.reason}
        waiting = open_answers(site, assignment)
        run.waiting = {who: count for who, count in waiting.items() if who not in ungraded}
        with site.gradebook() as book:
            run.late = seconds_late(book, assignment)
        is_test = released(site.coursedir, assignment).assignment.about.get("test")
        run.holds_back = bool(is_test) and not is_closed(site.coursedir, assignment)
        return run


def plan(site: Site, assignment: str, students: list[str], *, force: bool) -> Iterator[Job | Outcome]:
    """For each hand-in a `Job`, or the `Outcome` of before when nothing changed."""
    instructors = changes.instructors_part(site, assignment)
    scores, closed = changes.scores(site, assignment), changes.closed(site, assignment)
    for student in students:
        made_from = changes.hand_ins_part(
            site.folder("submitted_directory", student, assignment), instructors
        )
        graded = site.folder("autograded_directory", student, assignment)
        feedback = site.folder("feedback_directory", student, assignment)
        if force or student not in scores:  # the gradebook may be a new one
            changes.forget(graded)
            changes.forget(feedback)
        if changes.read_mark(graded) != made_from:
            yield Job(assignment, student, made_from)
        elif changes.read_mark(feedback) != made_from + scores.get(student, "") + closed:
            yield Job(assignment, student, made_from, grade=False)
        else:
            yield Outcome(student, "unchanged", remarks=remarks_on(graded, assignment))


def open_answers(site: Site, assignment: str) -> dict[str, int]:
    """How many open answers of each participant wait for a person."""
    with site.gradebook() as book:
        rows = (
            changes.of_class(book, assignment, Grade, func.count(Grade.id))
            .filter(Grade.needs_manual_grade, Grade.auto_score.is_(None) | Grade.manual_score.is_not(None))
            .group_by(SubmittedAssignment.student_id)
        )
        return dict(rows.all())


def verify_name(site: Site, assignment: str) -> None:
    """Raise `CommandError` when there is no such assignment."""
    if assignment not in site.assignments():
        known = ", ".join(site.assignments()) or Message("none yet")
        raise CommandError(
            Message(
                "There is no assignment {assignment}. There is: {known}.", assignment=assignment, known=known
            )
        )


def _prepare(site: Site, assignment: str) -> None:
    """See to it that the gradebook knows the assignment, and knows it as it is now."""
    if not site.release(assignment).is_file() or not site.knows(assignment) or site.is_outdated(assignment):
        site.generate(assignment)


@contextmanager
def _alone(site: Site, assignment: str) -> Iterator[None]:
    """Two runs on the same assignment would undo each other's work; a killed run lets go by itself."""
    try:
        with FileLock(site.root / f".grading-{assignment}.lock", timeout=0):
            yield
    except Timeout as error:
        raise CommandError(
            Message(
                "{assignment} is being graded at this moment. Wait until that is done and try again.",
                assignment=assignment,
            )
        ) from error
