"""What an instructor reads when a command cannot do its work."""

from __future__ import annotations

from typing import IO, Any

import click


class CommandError(click.ClickException):
    """A command cannot do its work. The message says why, in the instructor's language; the exit code is 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message alone, to stderr."""
        click.echo(self.format_message(), file=file, err=file is None)
