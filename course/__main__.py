"""The ``course`` command, for instructors: ``course grade``, ``report``, ``close`` and ``reopen``."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from course.command_error import told_by
from course.i18n import LANGUAGES, translator

COMMANDS = {
    "grade": "course.grading.run.command",
    "report": "course.report.command",
    "close": "course.grading.run.close",
    "reopen": "course.grading.run.close",
}
"""Where each command lives; it is imported only when it is asked for, because each imports a lot."""


class Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command `name`: the function of that name in its module."""
        command: Any = getattr(import_module(COMMANDS[name]), name) if name in COMMANDS else None
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What nobody foresaw is a sentence too, and the log has the rest."""
        with told_by(translator(LANGUAGES[0])):  # until the course is known
            return super().invoke(ctx)


@click.command(cls=Commands)
def main() -> None:
    """Kijk een hele groep na en lees hoe het ging. Werkt in de hoofdmap van de cursus."""


if __name__ == "__main__":
    main(prog_name="course")
