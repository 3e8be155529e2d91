"""The folder ``answers/`` of a hand-in, read without following, changing or believing anything in it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from pathlib import Path

from course.answers import Record
from course.answers.store import MAX_BYTES, is_id
from course.grading.submission.lenient import parse, text_of
from course.grading.submission.plain_file import NotPlainError, is_folder, kind_of, read_plain
from course.i18n import translator

MAX_ENTRIES = 2_000
"""Files looked at for exercises that the assignment does not have."""
NO_FOLDER = "answers is {kind} en is niet gelezen."
NO_FILE = "answers/{name} is {kind} en is niet gelezen."
TOO_LARGE = "answers/{name} is groter dan 1 MB en is niet gelezen."
UNREADABLE = "answers/{name} is geen geldig antwoord op deze oefening en telt niet mee."


def read_answers(folder: Path, exercises: Collection[str] | None) -> tuple[dict[str, Record], list[str]]:
    """The records in `folder` by exercise, and a remark for each file that could not be used.

    Args:
        folder: the folder ``answers`` of a hand-in, which need not exist.
        exercises: the exercises of the assignment; None when they are not known.
    """
    if not is_folder(folder):
        kind = kind_of(folder)
        return {}, [NO_FOLDER.format(kind=translator("nl")(kind))] if kind else []
    try:
        there = {path.stem for path in islice(folder.iterdir(), MAX_ENTRIES) if path.suffix == ".json"}
    except OSError as error:
        return {}, [NO_FOLDER.format(kind=f"niet te openen ({error.strerror})")]
    records: dict[str, Record] = {}
    remarks = []
    for name in sorted({name for name in there if is_id(name)} | set(exercises or ())):
        record, remark = _read(folder / f"{name}.json")
        if record:
            records[name] = record
        elif remark and (exercises is None or name in exercises):
            remarks.append(remark)
    return records, remarks


def _read(path: Path) -> tuple[Record | None, str]:
    if not kind_of(path):
        return None, ""
    try:
        data = read_plain(path, MAX_BYTES + 1)
    except NotPlainError as error:
        return None, NO_FILE.format(name=path.name, kind=translator("nl")(error.message))
    except OSError as error:
        return None, NO_FILE.format(name=path.name, kind=f"niet te openen ({error.strerror})")
    if len(data) > MAX_BYTES:
        return None, TOO_LARGE.format(name=path.name)
    try:
        record = Record.parse(parse(text_of(data)))
    except (ValueError, RecursionError):
        record = None
    if record is None or record.exercise != path.stem:
        return None, UNREADABLE.format(name=path.name)
    return record, ""
