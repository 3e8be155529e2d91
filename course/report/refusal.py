"""What an instructor reads when no report can be made."""

from __future__ import annotations

from typing import IO, Any

import click


class ReportError(click.ClickException):
    """The report cannot be made; the message is one sentence that says what to do. Exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone, to stderr."""
        click.echo(self.format_message(), file=file, err=file is None)
