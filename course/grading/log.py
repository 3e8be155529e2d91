"""What commands tell goes to a terminal, and names and messages in it may be anybody's."""

from __future__ import annotations

import logging

from traitlets.config.application import LevelFormatter

from course.printable import printable


class PlainLines(LevelFormatter):  # type: ignore[misc]  # traitlets' own, for the words in front of a line
    """Lines without characters that a terminal acts on, whatever they tell and wherever it came from."""

    def format(self, record: logging.LogRecord) -> str:
        """As always, line by line: a traceback keeps its lines."""
        return "\n".join(printable(line.replace("\t", "    ")) for line in super().format(record).split("\n"))


TO_TERMINAL = {"formatters": {"console": {"class": f"{PlainLines.__module__}.{PlainLines.__qualname__}"}}}
"""As traitlets takes it; the handlers stay its own."""
