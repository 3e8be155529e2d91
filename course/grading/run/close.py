"""``course close`` and ``course reopen``: when feedback may tell the answers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from course.grading.run.command import CANNOT_BEGIN, grade_all
from course.i18n import Message

CLOSED = Message("Closed: feedback now tells every reason and the model answers.")
OPEN = Message("Open again: feedback tells what is right, without reasons and model answers.")


def _with_its_name(command: Callable[..., Any]) -> Callable[..., Any]:
    """The argument and the option that both commands have."""
    place = click.option(
        "--course-dir",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=".",
        help="De hoofdmap van de cursus.",
    )
    return click.argument("assignment", metavar="OPDRACHT")(place(command))


@click.command()
@_with_its_name
def close(assignment: str, course_dir: Path) -> None:
    """Sluit OPDRACHT: feedback krijgt alle redenen en de modelantwoorden.

    Haalt eerst op wat nog is ingeleverd en kijkt dat na. Doe dit als niemand meer mag inleveren.
    """
    _set(assignment, course_dir, True)


@click.command()
@_with_its_name
def reopen(assignment: str, course_dir: Path) -> None:
    """Open OPDRACHT weer: feedback zegt wat klopt, zonder redenen en modelantwoorden."""
    _set(assignment, course_dir, False)


def _set(assignment: str, course_dir: Path, closed: bool) -> None:
    """Close or open; grading then makes anew each page that tells something else now."""
    from course.grading.closed import set_closed  # late: nbgrader takes seconds
    from course.grading.run.group import verify_name
    from course.grading.site import Site, site_at

    def first(site: Site) -> None:
        verify_name(site, assignment)
        set_closed(site.coursedir, assignment, closed)

    code = grade_all([assignment], course_dir, first=first)
    if code < CANNOT_BEGIN:
        click.echo(site_at(course_dir.resolve()).t(CLOSED if closed else OPEN))
    sys.exit(code)
