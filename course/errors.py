"""What goes wrong in a way that a reader should know of, said before it is known who that is."""

from __future__ import annotations

from course.i18n import Message


class CourseError(Exception):
    """Something is wrong that a reader can do something about.

    Args:
        message: what, as whole sentences. Who knows the reader shows ``t(error.message)``; ``str`` gives English.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class RefusedError(CourseError):
    """What was handed in, or a part of it, cannot be used; the message says why and what to do."""
