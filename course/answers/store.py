"""Answers on disk: one JSON file for each exercise, beside the notebook.

"Opgeslagen" is a promise, so a save returns only once the file would survive a power cut: written to a
temporary file, flushed to disk, put in place by one rename, and the folder flushed as well.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from course.answers.newest import newest
from course.answers.record import MAX_BYTES, Checked, Record, is_id
from course.errors import WHY
from course.i18n import Message

READ_ONLY = Message("this folder is read-only")
REASONS = {
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    errno.ENOSPC: WHY[errno.ENOSPC],
    errno.EDQUOT: WHY[errno.EDQUOT],
}


class UnkeptError(Exception):
    """An answer is not kept.

    Attributes:
        record: what is not kept.
        passing: whether it may be kept when that is tried again.
        message: what the participant should know.
    """

    def __init__(self, why: Message | str, record: Record, *, passing: bool = False) -> None:
        super().__init__(str(why))
        self.record, self.passing = record, passing
        self.message = (
            Message("Not saved: {why}. Leave this page open: we keep trying.", why=why)
            if passing
            else Message("Not saved: {why}.", why=why)
        )


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
            self.refuse(path)
            return None
        return record

    def refuse(self, path: Path) -> None:
        """Set a file aside that cannot be read."""
        _set_aside(path, "unreadable")

    def save(
        self, exercise: str, kind: str, answer: dict[str, Any], checked: Checked | None = None
    ) -> Record:
        """Keep `answer`, with the last check of it, and return its record once it is on disk.

        Raises:
            UnkeptError: when it could not be kept, for example because the disk is full.
        """
        record = Record.made(exercise, kind, answer, after=self.load(exercise), checked=checked)
        self.put(record)
        return record

    def put(self, record: Record) -> None:
        """Return once `record` is on disk, in place of what was there.

        Raises:
            UnkeptError: as `save` does.
        """
        path = self.path(record.exercise)
        data = record.dumps().encode()
        if len(data) > MAX_BYTES:  # it could not be read back
            raise UnkeptError(Message("this answer is too large"), record)
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
            why = REASONS.get(error.errno or 0, error.strerror or str(error))
            raise UnkeptError(why, record, passing=True) from error
        if not is_lasting(self.folder):
            raise UnkeptError(Message("this folder is gone when the browser closes"), record)

    def adopt(self, record: Record) -> None:
        """Keep a record from elsewhere when it is the newest; what was here is then set aside, not lost.

        Raises:
            UnkeptError: as `save` does.
        """
        here = self.load(record.exercise)
        if newest((here, record))[record.exercise] is here:
            return
        if here and here.answer != record.answer:
            _set_aside(self.path(record.exercise), "older")
        self.put(record)

    def set_aside(self, exercise: str) -> list[str]:
        """Names of the files that were once this answer and could not be read."""
        return sorted(path.name for path in self.folder.glob(f"{self.path(exercise).stem}.unreadable-*"))

    def names(self) -> list[str]:
        """The exercises that have a file here; looking once is faster than asking for each, above all in a browser."""
        return sorted(path.stem for path in self.folder.glob("*.json") if is_id(path.stem))

    def all(self) -> dict[str, Record]:
        """Every readable record in the folder, by exercise."""
        records = ((name, self.load(name)) for name in self.names())
        return {name: record for name, record in records if record}


class SeenAnswers(Answers):
    """The same for who looks on from elsewhere: a file that cannot be read stays where it is."""

    def refuse(self, path: Path) -> None:
        """Leave it to the notebook that it belongs to."""


def is_lasting(folder: Path) -> bool:
    """Whether files in `folder` outlive the page: in the browser only those under ``/drive`` do."""
    return sys.platform != "emscripten" or folder.resolve().is_relative_to("/drive")


def _set_aside(path: Path, why: str) -> None:
    with suppress(OSError):  # a folder that cannot be written to; the file stays as it is
        path.replace(path.with_suffix(f".{why}-{datetime.now():%Y%m%dT%H%M%S%f}"))


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; its rename is enough
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
