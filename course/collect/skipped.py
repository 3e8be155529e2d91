"""A file that was left out, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.i18n import Message
from course.printable import printable

MAX_NAMED = 5
"""Files of one hand-in that are named; of thousands the first few tell enough."""
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


def told(left_out: Sequence[Skipped]) -> list[Message]:
    """What to say of all that was left out of one hand-in."""
    found = [one.message for one in left_out[:MAX_NAMED]]
    if more := len(left_out) - len(found):
        found.append(Message.plural("{n} more file was left out.", "{n} more files were left out.", more))
    return found
