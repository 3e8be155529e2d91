"""Answers on disk: one JSON file for each exercise, beside the notebook.

"Opgeslagen" is a promise, so a save returns only once the file would survive a power cut: written to a
temporary file, flushed to disk, put in place by one rename, and the folder flushed as well.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from course.i18n import _

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""An exercise id is also a file name: nothing that could be a path may pass."""
MAX_ID = 64
MAX_BYTES = 1_000_000
"""A file larger than this is no answer of ours."""
EARLIEST = datetime(2020, 1, 1).timestamp()
LATEST = 24 * 60 * 60
"""A clock that says it is before the course was made, or so many seconds from now, is wrong."""
MAX_DEPTH = 20
"""Our deepest answer has 4 levels; thousands of them would exhaust the stack of whoever copies it."""
VERSION = 1


def is_id(name: object) -> bool:
    """Whether `name` may be the id of an exercise, and so the name of a file."""
    return isinstance(name, str) and len(name) <= MAX_ID and ID.fullmatch(name) is not None


class UnkeptError(Exception):
    """The answer could not be kept here; the message says why, and `record` is what was not kept."""

    def __init__(self, why: str, record: Record) -> None:
        super().__init__(why)
        self.record = record


@dataclass(frozen=True)
class Record:
    """One stored answer, with what is needed to read it back years later.

    `saved` is local time in ISO 8601 with offset and microseconds.
    """

    exercise: str
    kind: str
    saved: str
    answer: dict[str, Any]
    version: int = VERSION

    @classmethod
    def parse(cls, data: Any) -> Record | None:
        """The record in `data`, or None when it is not one. Its answer is still unchecked."""
        if not isinstance(data, dict) or not is_id(data.get("exercise")):
            return None
        answer, kind, saved = data.get("answer"), data.get("kind"), data.get("saved")
        if not isinstance(answer, dict) or not isinstance(kind, str) or not isinstance(saved, str):
            return None
        if not _is_shallow(answer, MAX_DEPTH):
            return None
        return cls(data["exercise"], kind[:40], saved[:40], answer)

    @classmethod
    def loads(cls, text: str | bytes) -> Record | None:
        """The record in JSON `text`, or None: too large, too deep, not JSON, not a record."""
        if len(text) > MAX_BYTES:
            return None
        try:
            return cls.parse(json.loads(text, parse_constant=_refuse_constant))
        except (ValueError, RecursionError):
            return None

    def dumps(self) -> str:
        """The record as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @property
    def moment(self) -> float:
        """When it was saved, in seconds since 1970; 0 when that cannot be read."""
        try:
            return datetime.fromisoformat(self.saved).timestamp()
        except (ValueError, OverflowError, OSError):
            return 0.0

    @property
    def rank(self) -> tuple[bool, float]:
        """What the newest of several is chosen by: a clock that is wrong loses from one that may be right."""
        return self.has_right_clock, self.moment

    @property
    def has_right_clock(self) -> bool:
        """Whether it can have been saved when it says so."""
        return EARLIEST <= self.moment <= time.time() + LATEST


def _is_shallow(value: Any, levels: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels > 0 and all(_is_shallow(one, levels - 1) for one in inner)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


class Answers:
    """The answers in one folder.

    Args:
        folder: where the files are; by default ``answers`` in the working folder of the kernel, which is
            the folder of the notebook.
    """

    def __init__(self, folder: str | os.PathLike[str] = "answers") -> None:
        self.folder = Path(folder)

    def path(self, exercise: str) -> Path:
        """The file of one exercise. Raises ValueError for anything that is not an id."""
        if not is_id(exercise):
            raise ValueError(f"{exercise!r} is not the id of an exercise")
        return self.folder / f"{exercise}.json"

    def load(self, exercise: str) -> Record | None:
        """The stored record, or None. A file that cannot be read is set aside, never overwritten."""
        path = self.path(exercise)
        try:
            if path.is_symlink() or not path.is_file():
                return None
            with path.open("rb") as file:
                record = Record.loads(file.read(MAX_BYTES + 1))
        except OSError:
            return None
        if record is None or record.exercise != exercise:
            _set_aside(path)
            return None
        return record

    def save(self, exercise: str, kind: str, answer: dict[str, Any]) -> Record:
        """Keep `answer` and return its record once it is on disk.

        Raises:
            UnkeptError: when it could not be kept, for example because the disk is full.
        """
        record = Record(exercise, kind, datetime.now().astimezone().isoformat(), answer)
        path = self.path(exercise)
        data = record.dumps().encode()
        if len(data) > MAX_BYTES:  # it could not be read back
            raise UnkeptError(_("this answer is too large"), record)
        draft = path.with_suffix(f".{os.getpid()}.tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, path)
            _flush_folder(self.folder)
        except OSError as error:
            with suppress(OSError):
                draft.unlink()
            raise UnkeptError(error.strerror or str(error), record) from error
        if not is_lasting(self.folder):
            raise UnkeptError(_("this folder is gone when the browser closes"), record)
        return record

    def set_aside(self, exercise: str) -> list[str]:
        """Names of the files that were once this answer and could not be read."""
        return sorted(path.name for path in self.folder.glob(f"{self.path(exercise).stem}.unreadable-*"))

    def all(self) -> dict[str, Record]:
        """Every readable record in the folder, by exercise."""
        names = sorted(path.stem for path in self.folder.glob("*.json") if is_id(path.stem))
        records = ((name, self.load(name)) for name in names)
        return {name: record for name, record in records if record}


def is_lasting(folder: Path) -> bool:
    """Whether files in `folder` outlive the page: in the browser only those under ``/drive`` do."""
    return sys.platform != "emscripten" or folder.resolve().is_relative_to("/drive")


def _set_aside(path: Path) -> None:
    with suppress(OSError):  # a folder that cannot be written to; the file stays as it is
        path.replace(path.with_suffix(f".unreadable-{datetime.now():%Y%m%dT%H%M%S%f}"))


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; its rename is enough
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
