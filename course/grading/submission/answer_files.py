"""The folder ``answers/`` of a hand-in, read without following, changing or believing anything in it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from pathlib import Path

from course.answers import Record
from course.answers.record import MAX_BYTES, is_id
from course.grading.submission.lenient import parse, text_of
from course.grading.submission.plain_file import NotPlainError, is_folder, kind_of, read_plain
from course.i18n import Message

MAX_ENTRIES = 2_000
"""Files looked at for exercises that the assignment does not have."""


def read_answers(folder: Path, exercises: Collection[str]) -> tuple[dict[str, Record], list[Message]]:
    """The records in `folder` by exercise, and a remark for each file that could not be used.

    Args:
        folder: the folder ``answers`` of a hand-in, which need not exist.
        exercises: the exercises of the assignment.
    """
    if not is_folder(folder):
        kind = kind_of(folder)
        return {}, [Message("{name} is {kind} and was not read.", name="answers", kind=kind)] if kind else []
    try:
        there = {path.stem for path in islice(folder.iterdir(), MAX_ENTRIES) if path.suffix == ".json"}
    except OSError as error:
        return {}, [Message("{name} cannot be opened: {why}.", name="answers", why=error.strerror)]
    records: dict[str, Record] = {}
    remarks = []
    for name in sorted({name for name in there if is_id(name)} | set(exercises)):
        record, remark = _read(folder / f"{name}.json")
        if record:
            records[name] = record
        elif remark and name in exercises:
            remarks.append(remark)
    return records, remarks


def _read(path: Path) -> tuple[Record | None, Message | None]:
    if not kind_of(path):
        return None, None
    name = f"answers/{path.name}"
    try:
        data = read_plain(path, MAX_BYTES + 1)
    except NotPlainError as error:
        return None, Message("{name} is {kind} and was not read.", name=name, kind=error.message)
    except OSError as error:
        return None, Message("{name} cannot be opened: {why}.", name=name, why=error.strerror)
    if len(data) > MAX_BYTES:
        return None, Message("{name} is larger than 1 MB and was not read.", name=name)
    try:
        record = Record.parse(parse(text_of(data)))
    except (ValueError, RecursionError):
        record = None
    if record is None or record.exercise != path.stem:
        return None, Message("{name} is no valid answer to this exercise and does not count.", name=name)
    return record, None
