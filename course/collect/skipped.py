"""A file that was left out, and why."""

from __future__ import annotations

from dataclasses import dataclass

from course.i18n import Message
from course.printable import printable

SPECIAL = Message("It is a link or a special file.")


@dataclass(frozen=True)
class Skipped:
    """A file that was left out.

    Attributes:
        path: where it was, a zip with its own name. Others chose it, so it is not for a person to read.
        reason: why, as a sentence.
    """

    path: str
    reason: Message

    @property
    def shown(self) -> str:
        """The path, for a person to read."""
        return printable(self.path)

    @property
    def message(self) -> Message:
        """Which file, and why."""
        return Message("'{file}' was left out. {reason}", file=self.shown, reason=self.reason)
