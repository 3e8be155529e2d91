"""``course report``: the report of one assignment or of all, as pages that open offline."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from course.command_error import CommandError
from course.i18n import Message


@click.command()
@click.argument("assignments", metavar="[OPDRACHT]…", nargs=-1)
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Map waarin de rapporten komen.",
)
@click.option(
    "--course-dir",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=True,
    help="Hoofdmap van de cursus.",
)
def report(assignments: tuple[str, ...], output: Path, course_dir: Path) -> None:
    """Maak van elke OPDRACHT twee rapporten: op naam, en anoniem om in de groep te laten zien.

    Zonder OPDRACHT krijgt elke opdracht waarvoor iets is ingeleverd een rapport.
    """
    # Late: they import nbgrader and its database, which takes a second that --help need not wait for.
    from course.grading.site import site_at
    from course.report.facts import facts_of
    from course.report.page import pages, write
    from course.report.scores import assignments_in

    folder = output.absolute()
    made: dict[str, str] = {}
    site = site_at(course_dir.absolute())
    with site.gradebook(new=False) as book:
        for name in chosen(assignments, assignments_in(book)):
            made |= pages(facts_of(site, book, name))
    try:
        written = write(made, folder)
    except OSError as error:
        raise CommandError(
            Message("The folder {folder} cannot be written to: {error}.", folder=output, error=error.strerror)
        ) from error
    for path in written:
        click.echo(f"{output / path.name}")


def chosen(asked: tuple[str, ...], known: dict[str, int]) -> list[str]:
    """The assignments to report on; `known` has the number of hand-ins of each.

    Raises:
        CommandError: when one does not exist, or nobody handed in.
    """
    for name in asked:
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.4) or list(known)
            listed = ", ".join(near)
            there = (
                Message("Do you mean {names}?", names=listed)
                if listed
                else Message("The gradebook is still empty.")
            )
            raise CommandError(
                Message("Assignment “{name}” is not in the gradebook. {there}", name=name, there=there)
            )
        if not known[name]:
            raise CommandError(
                Message(
                    "Nothing was handed in and graded yet for “{name}”: there is nothing to report.",
                    name=name,
                )
            )
    names = list(dict.fromkeys(asked)) or [name for name, handed_in in known.items() if handed_in]
    if not names:
        raise CommandError(
            Message("Nothing was handed in and graded yet for any assignment: there is nothing to report.")
        )
    return names
