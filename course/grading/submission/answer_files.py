"""The folder ``answers/`` of a hand-in, read without following, changing or believing anything in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from course.answers import Record
from course.answers.record import MAX_BYTES, is_id
from course.grading.submission.lenient import parse, text_of
from course.grading.submission.plain_file import NotPlainError, is_folder, is_plain, kind_of, read_plain
from course.i18n import Message

MAX_ENTRIES = 2_000
"""Files looked at for exercises that the assignment does not have."""


@dataclass(frozen=True)
class AnswerFiles:
    """What is in the folder.

    Attributes:
        records: the answers to the assignment's own exercises. Nothing else is read.
        others: which other exercises there is a file for, by its name.
        remarks: on each file that could not be used.
    """

    records: Mapping[str, Record] = field(default_factory=dict)
    others: Collection[str] = ()
    remarks: Sequence[Message] = ()


def read_answers(folder: Path, exercises: Collection[str]) -> AnswerFiles:
    """What is in `folder`.

    Args:
        folder: the folder ``answers`` of a hand-in, which need not exist.
        exercises: the exercises of the assignment.
    """
    if not is_folder(folder):
        kind = kind_of(folder)
        told = Message("{name} is {kind} and was not read.", name="answers", kind=kind)
        return AnswerFiles(remarks=[told] if kind else [])
    try:
        there = [path for path in islice(folder.iterdir(), MAX_ENTRIES) if path.suffix == ".json"]
    except OSError as error:
        told = Message("{name} cannot be opened: {why}.", name="answers", why=error.strerror)
        return AnswerFiles(remarks=[told])
    records: dict[str, Record] = {}
    remarks = []
    for name in sorted(exercises):
        record, remark = _read(folder / f"{name}.json")
        if record:
            records[name] = record
        elif remark:
            remarks.append(remark)
    others = {
        path.stem for path in there if is_id(path.stem) and path.stem not in exercises and is_plain(path)
    }
    return AnswerFiles(records, others, remarks)


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
