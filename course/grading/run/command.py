"""``course grade``: collect, grade and make feedback for a whole class."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from course.command_error import CommandError, told_by
from course.errors import CourseError
from course.grading.run import LOCAL
from course.i18n import LANGUAGES, Message, Translator, translator

if TYPE_CHECKING:
    from course.grading.run.group import ClassRun
    from course.grading.site import Site

ASKS_A_HUMAN, CANNOT_BEGIN, STOPPED = 1, 2, 130


@click.command()
@click.argument("assignments", metavar="[OPDRACHT]...", nargs=-1)
@click.option("--force", is_flag=True, help="Kijk alles opnieuw na, ook wat niet is veranderd.")
@click.option(
    "--scheduler",
    metavar="[ADRES]",
    is_flag=False,
    flag_value=LOCAL,
    help="Verdeel het werk met Dask: zonder adres over de kernen van deze computer, met adres over een cluster.",
)
@click.option("--workers", type=click.IntRange(1, 64), help="Aantal werkers op deze computer.")
@click.option(
    "--course-dir",
    type=click.Path(path_type=Path),
    default=".",
    help="De hoofdmap van de cursus.",
)
def grade(
    assignments: tuple[str, ...], force: bool, scheduler: str | None, workers: int | None, course_dir: Path
) -> None:
    r"""Haal op, kijk na en maak feedback. Zonder OPDRACHT: alle opdrachten.

    Alleen wat nieuw of veranderd is, wordt gedaan. Stoppen mag altijd, met Ctrl+C: de volgende keer gaat het
    verder waar het bleef.

    \b
    Einde met code 0: alles is nagekeken.
                   1: van sommige deelnemers kon het werk niet worden nagekeken.
                   2: het nakijken kon niet beginnen.
                 130: gestopt met Ctrl+C.
    """
    sys.exit(grade_all(assignments, course_dir, force=force, scheduler=scheduler, workers=workers))


def grade_all(
    assignments: Sequence[str],
    course_dir: Path,
    *,
    force: bool = False,
    scheduler: str | None = None,
    workers: int | None = None,
    first: Callable[[Site], None] = lambda _site: None,
) -> int:
    """Grade `assignments`, or all of them when none is named, and tell what came of it.

    Args:
        assignments: their names.
        course_dir: the course folder.
        force: see `grade_class`, as for the next two.
        scheduler: where the work is done.
        workers: how many processes.
        first: is done before anything is graded.

    Returns:
        The exit code of the command.
    """
    console, t = Console(highlight=False), translator(LANGUAGES[0])
    if workers and not scheduler:
        scheduler = LOCAL
    code = 0
    stop = CtrlC()
    try:
        with console.status(t("Loading …")):
            # Late: nbgrader takes seconds, --help need not wait for it.
            from course.grading.run.writable import verify_writable
            from course.grading.site import site_at

            site = site_at(course_dir.resolve())
        t = site.t
        with told_by(t):
            verify_writable(site)
            first(site)
            for name in assignments or _every(site):
                try:
                    run = _grade_one(console, site, name, force, scheduler, workers, t, stop)
                    code = max(code, 0 if run.is_complete else ASKS_A_HUMAN)
                except CourseError as error:  # the other assignments can still be graded
                    told = CommandError(error.message)
                    told.t = t
                    told.show()
                    code = CANNOT_BEGIN
    except KeyboardInterrupt:
        console.print(t("Stopped. What is done stays done. The same command goes on."))
        code = STOPPED
    return code


class CtrlC:
    """Ctrl+C counts at the next hand-in too: Python drops it where an object is just being cleared away."""

    def __init__(self) -> None:
        self.pressed = False
        signal.signal(signal.SIGINT, self._press)
        sys.unraisablehook = self._dropped

    @staticmethod
    def _dropped(about: sys.UnraisableHookArgs) -> None:
        if about.exc_type is not KeyboardInterrupt:
            sys.__unraisablehook__(about)

    def _press(self, *_about: object) -> None:
        self.pressed = True
        raise KeyboardInterrupt

    def verify(self) -> None:
        """Raise `KeyboardInterrupt` when it was pressed."""
        if self.pressed:
            raise KeyboardInterrupt


def _grade_one(
    console: Console,
    site: Site,
    assignment: str,
    force: bool,
    scheduler: str | None,
    workers: int | None,
    t: Translator,
    stop: CtrlC,
) -> ClassRun:
    from course.grading.run import summary
    from course.grading.run.group import grade_class

    began = time.perf_counter()
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    ) as bar:
        task = bar.add_task(t(Message("Grading {assignment}", assignment=assignment)), total=None)

        def progress(done: int, total: int) -> None:
            stop.verify()
            bar.update(task, completed=done, total=total)

        run = grade_class(
            site,
            assignment,
            force=force,
            scheduler=scheduler,
            workers=workers,
            progress=progress,
        )
    summary.show(console, run, time.perf_counter() - began, t)
    return run


def _every(site: Site) -> list[str]:
    """The names of all assignments.

    Raises:
        CommandError: when there are none.
    """
    if found := site.assignments():
        return found
    raise CommandError(
        Message("There are no assignments in {folder}.", folder=site.coursedir.source_directory)
    )
