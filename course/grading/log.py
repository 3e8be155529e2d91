"""What commands tell goes to a terminal, and names and messages in it may be anybody's."""

from __future__ import annotations

import logging
from copy import copy
from typing import Any

from tornado.log import LogFormatter

from course.printable import printable


class PlainLines(LogFormatter):  # type: ignore[misc]  # tornado's, as in nbgrader
    """Lines without characters that a terminal acts on, whatever they tell; its own colours stay."""

    def format(self, record: logging.LogRecord) -> str:
        """As always, with the message in plain lines."""
        plain = copy(record)
        plain.msg, plain.args, plain.exc_text = _plain(record.getMessage()), None, None
        return str(super().format(plain))

    def formatException(self, ei: Any) -> str:  # noqa: N802  logging's name
        """A traceback tells of names too."""
        return _plain(super().formatException(ei))


def _plain(text: str) -> str:
    return "\n".join(printable(line) for line in text.split("\n"))


TO_TERMINAL = {"formatters": {"console": {"class": f"{PlainLines.__module__}.{PlainLines.__qualname__}"}}}
"""As traitlets takes it; the handlers stay its own."""
