"""What goes wrong in a way that a reader should know of, said before it is known who that is."""

from __future__ import annotations

import errno

from course.i18n import Message

WHY = {
    errno.EACCES: Message("there is no permission"),
    errno.EPERM: Message("there is no permission"),
    errno.EROFS: Message("the disk can only be read"),
    errno.ENOSPC: Message("the disk is full"),
    errno.EDQUOT: Message("the disk is full"),
    errno.ENOENT: Message("the folder is not there"),
    errno.ENOTDIR: Message("a file stands where a folder should be"),
    errno.EEXIST: Message("something else stands there"),
    errno.EISDIR: Message("a folder stands where a file should be"),
}
"""What a system says of a file, as a part of a sentence."""


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


def cannot_write(error: OSError, path: object = None) -> Message:
    """Where the system did not let something be kept, why, and what to do."""
    return Message(
        "{path} cannot be written to: {why}. See to it that you may write there, and run the command again.",
        path=path or error.filename,
        why=WHY.get(error.errno or 0, error.strerror or type(error).__name__),
    )
