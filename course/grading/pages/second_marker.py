"""Where the formgrader keeps points and comments: what another marker gave in the meantime is not overwritten unasked.

nbgrader keeps whatever comes last, also from a page that was opened yesterday. Our page tells what it was shown; when
something else is kept by now, it hears so (409 Conflict) and asks. Both values go into the log, whatever is answered.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.server_extensions.formgrader.apihandlers import (
    CommentCollectionHandler,
    CommentHandler,
    GradeCollectionHandler,
    GradeHandler,
)
from nbgrader.server_extensions.formgrader.base import BaseApiHandler, check_notebook_dir, check_xsrf
from tornado import web

from course.log_file import log_file
from course.printable import printable

log = logging.getLogger("course.grading.marks")


def ask_before_overwriting() -> None:
    """Let nbgrader's handlers of points and comments ask first, and show what is kept now."""
    for lists in (GradeCollectionHandler, CommentCollectionHandler):
        if not hasattr(lists.get, "anew"):
            lists.get = _anew(lists.get)
    for handler, find, fields in (
        (GradeHandler, "find_grade_by_id", ("manual_score", "extra_credit")),
        (CommentHandler, "find_comment_by_id", ("manual_comment",)),
    ):
        if not hasattr(handler.put, "asks"):
            handler.put = _asking(handler.put, find, fields)


def _anew(get: Callable[..., Any]) -> Callable[..., Any]:
    def anew(self: BaseApiHandler) -> None:
        self.gradebook.db.expire_all()  # another server may have written
        get(self)

    anew.anew = True  # type: ignore[attr-defined]
    return anew


def _asking(put: Callable[..., Any], find: str, fields: Sequence[str]) -> Callable[..., Any]:
    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    def asking(self: BaseApiHandler, key: str) -> None:
        offered = self.get_json_body()
        try:
            row = getattr(self.gradebook, find)(key)
        except MissingEntry as error:
            raise web.HTTPError(404) from error
        self.gradebook.db.refresh(row)  # another server may have written
        kept = {name: getattr(row, name) for name in fields}
        if "seen" not in offered or _same(kept, offered["seen"]) or _same(kept, offered):
            put(self, key)
            return
        student = row.notebook.assignment.student_id
        log.handlers, log.propagate = [log_file(Path(self.coursedir.root))], False
        log.warning(
            "%s, %s: %s is kept, %s came from an older page",
            printable(student),
            row.name,
            kept,
            {name: offered.get(name) for name in fields},
        )
        self.set_status(409)
        self.write(json.dumps(row.to_dict()))

    asking.asks = True  # type: ignore[attr-defined]
    return asking


def _same(kept: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two have the same values; a page writes a number as a text, and nothing as an empty one."""
    return all(_plain(value) == _plain(other.get(name)) for name, value in kept.items())


def _plain(value: Any) -> Any:
    try:
        return float(value)
    except (TypeError, ValueError):
        return value or None
