"""What an instructor reads when a command cannot do its work."""

from __future__ import annotations

from typing import IO, Any

import click

from course.errors import CourseError
from course.i18n import LANGUAGES, Translator, translator
from course.printable import printable


class CommandError(CourseError, click.ClickException):  # type: ignore[misc]  # click's message is a text
    """A command cannot do its work. The message says why; the exit code is 2."""

    exit_code = 2
    t: Translator = translator(LANGUAGES[0])
    """The reader's language, as soon as the course is known."""

    def format_message(self) -> str:
        """The message in the reader's language."""
        return self.t(self.message)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message alone, to stderr."""
        click.echo(printable(self.format_message()), file=file, err=file is None)
