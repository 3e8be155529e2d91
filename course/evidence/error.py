"""What goes wrong with evidence."""

from __future__ import annotations

from course.i18n import Message


class EvidenceError(ValueError):
    """Data that does not hold together, or a number that may not be printed."""

    def __init__(self, message: str | Message) -> None:
        super().__init__(str(message))
        self.message = message
        """The same, for a reader whose language is known: ``t(error.message)``."""
