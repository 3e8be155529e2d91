"""``course report``: the report of one assignment or of all, as pages that open offline."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from course.command_error import CommandError, told_by
from course.errors import cannot_write
from course.i18n import LANGUAGES, Message, translator

t = translator(LANGUAGES[0])


@click.command(
    help="\n\n".join(
        (
            t("Make two reports of each ASSIGNMENT: by name, and anonymous to show in the group."),
            t("Without ASSIGNMENT each assignment for which something was handed in gets a report."),
        )
    )
)
@click.argument("assignments", metavar=t("[ASSIGNMENT]…"), nargs=-1)
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    help=t("Folder for the reports; by default ‘reports’ in the main folder of the course."),
)
@click.option(
    "--course-dir",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=True,
    help=t("Main folder of the course."),
)
def report(assignments: tuple[str, ...], output: Path | None, course_dir: Path) -> None:
    """Write two pages for each assignment."""
    # Late: they import nbgrader and its database, which takes a second that --help need not wait for.
    from course.grading.site import site_at
    from course.report.facts import facts_of
    from course.report.page import pages, write
    from course.report.scores import assignments_in

    output = output or course_dir / "reports"
    folder = output.absolute()
    made: dict[str, str] = {}
    site = site_at(course_dir.absolute())
    with told_by(site.t):
        with site.gradebook(new=False) as book:
            for name in chosen(assignments, assignments_in(book)):
                made |= pages(facts_of(site, book, name))
        try:
            written = write(made, folder)
        except OSError as error:
            raise CommandError(cannot_write(error, output)) from error
    for path in written:
        click.echo(f"{output / path.name}")


def chosen(asked: tuple[str, ...], known: dict[str, int]) -> list[str]:
    """The assignments to report on; `known` has the number of hand-ins of each.

    Raises:
        CommandError: when one does not exist, or nobody handed in.
    """
    for name in asked:
        if name not in known:
            raise CommandError(_unknown(name, list(known)))
        if not known[name]:
            told = Message(
                "Nothing was handed in and graded yet for “{name}”: there is nothing to report.", name=name
            )
            raise CommandError(told)
    names = list(dict.fromkeys(asked)) or [name for name, handed_in in known.items() if handed_in]
    if not names:
        told = Message("Nothing was handed in and graded yet for any assignment: there is nothing to report.")
        raise CommandError(told)
    return names


def _unknown(name: str, known: list[str]) -> Message:
    near = get_close_matches(name, known, n=3, cutoff=0.4) or known
    there = Message("The gradebook is still empty.")
    if near:
        there = Message("Do you mean {names}?", names=", ".join(near))
    return Message("Assignment “{name}” is not in the gradebook. {there}", name=name, there=there)
