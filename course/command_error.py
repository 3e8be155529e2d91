"""What an instructor reads when a command cannot do its work."""

from __future__ import annotations

import logging
from typing import IO, Any

import click

from course.errors import CourseError
from course.i18n import LANGUAGES, Message, Translator, translator
from course.log_file import LOG
from course.printable import printable

log = logging.getLogger("course.grading")


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


def unforeseen(error: Exception) -> CommandError:
    """What to tell of an `error` that should not have been; once the course is known, the log has the rest."""
    told = Message("Something went wrong that nobody foresaw: {error}.", error=printable(repr(error)))
    if log.handlers:
        log.error("unforeseen", exc_info=error)
        told = Message("{told} {log} tells more.", told=told, log=LOG)
    return CommandError(told)
