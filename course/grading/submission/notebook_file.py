"""Reading a notebook that was handed in and may be anything: another format, half a file, or no notebook at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from course.answers import Record, copies_in, newest
from course.errors import CourseError
from course.grading.submission.lenient import parse, salvage, text_of
from course.grading.submission.plain_file import NotPlainError, read_plain
from course.grading.submission.which_notebook import MissingNotebookError, notebook_at
from course.i18n import Message

MAX_BYTES = 20_000_000
"""Read as JSON; small values in it take thirty times as much memory."""
MAX_SEARCHED = 60_000_000
"""Searched for copies of answers when it is larger."""
MAX_CELLS = 2_000
"""Kept to look at; answers are taken from all of them."""


@dataclass(frozen=True)
class ReadCell:
    """A cell that was handed in: nbgrader's name of it, if any, and its text."""

    name: str
    source: str


@dataclass(frozen=True)
class ReadNotebook:
    """What could be read.

    Attributes:
        cells: in order.
        copies: the answers that travelled in it, by exercise.
        missing: why there is no notebook.
        unreadable: why it cannot be read.
        remark: something else to know about it.
    """

    cells: Sequence[ReadCell] = ()
    copies: Mapping[str, Record] = field(default_factory=dict)
    missing: Message | None = None
    unreadable: Message | None = None
    remark: Message | None = None


class _UnreadableError(CourseError):
    """The file is there and is no notebook."""


def handed_in(path: Path) -> ReadNotebook:
    """The notebook that was handed in where one is expected at `path`. Never raises."""
    try:
        found, remark = notebook_at(path)
        return replace(read_notebook(read_plain(found, MAX_SEARCHED)), remark=remark)
    except MissingNotebookError as error:
        return ReadNotebook(missing=error.message)
    except NotPlainError as error:
        return ReadNotebook(missing=Message("{name} is {kind}.", name=path.name, kind=error.message))
    except OSError as error:
        return ReadNotebook(missing=Message("The notebook cannot be opened: {why}.", why=error.strerror))


def read_notebook(data: bytes | str) -> ReadNotebook:
    """The cells and answers in `data`, whatever it is. Never raises."""
    text = data if isinstance(data, str) else text_of(data)
    try:
        raw = _parsed(text)
    except _UnreadableError as error:
        return ReadNotebook(copies=newest(salvage(text)), unreadable=error.message)
    every = (cell for sheet in _sheets(raw) for cell in sheet["cells"] if isinstance(cell, dict))
    return ReadNotebook([_cell(cell) for cell in islice(every, MAX_CELLS)], copies_in(raw))


def _parsed(text: str) -> dict:
    if len(text) > MAX_BYTES:
        raise _UnreadableError(Message("it is larger than {n} MB", n=MAX_BYTES // 1_000_000))
    if not text.strip():
        raise _UnreadableError(Message("the file is empty"))
    try:
        raw = parse(text)
    except RecursionError:
        raise _UnreadableError(Message("it is nested too deep")) from None
    except ValueError:
        raise _UnreadableError(Message("the file is incomplete or no notebook")) from None
    if not isinstance(raw, dict) or not _sheets(raw):
        raise _UnreadableError(Message("it does not have the form of a notebook"))
    return raw


def _sheets(raw: dict) -> list[dict]:
    """What has cells: the notebook itself, or the worksheets of nbformat 3."""
    worksheets = raw.get("worksheets")
    sheets = [raw, *(worksheets if isinstance(worksheets, list) else [])]
    return [sheet for sheet in sheets if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)]


def _cell(raw: dict) -> ReadCell:
    metadata = raw.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = about.get("grade_id") if isinstance(about, dict) else None
    source = "".join(_texts(raw.get("source", raw.get("input"))))
    # Half a character cannot be written.
    return ReadCell(name if isinstance(name, str) else "", source.encode("utf-8", "replace").decode())


def _texts(source: Any) -> Iterator[str]:
    yield from (line for line in (source if isinstance(source, list) else [source]) if isinstance(line, str))
