"""What an instructor reads when a command cannot do its work."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from course.errors import CourseError, cannot_write
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


@contextmanager
def told_by(t: Translator) -> Iterator[None]:
    """Whatever goes wrong in here ends as a `CommandError` that is told by `t`, unless an inner one knew better."""
    try:
        yield
    except (click.exceptions.Exit, click.Abort):
        raise
    except Exception as error:
        told = error if isinstance(error, click.ClickException) else _told(error)
        vars(told).setdefault("t", t)
        if told is error:
            raise
        raise told from error


def _told(error: Exception) -> CommandError:
    if isinstance(error, CourseError):
        return CommandError(error.message)
    if isinstance(error, OSError) and error.filename:
        log.error("not written", exc_info=error)
        return CommandError(cannot_write(error))
    return unforeseen(error)


def unforeseen(error: Exception) -> CommandError:
    """What to tell of an `error` that should not have been; once the course is known, the log has the rest."""
    told = Message("Something went wrong that nobody foresaw: {error}.", error=printable(repr(error)))
    if log.handlers:
        log.error("unforeseen", exc_info=error)
        told = Message("{told} {log} tells more.", told=told, log=LOG)
    return CommandError(told)
