"""Putting a hand-in in ``submitted``: whole or not at all, and never over what a person put there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

from course.folders import write_at_once
from course.grading.submission.parts import HOUSEKEEPING, TIMESTAMP


@contextmanager
def workplace(submitted: Path) -> Iterator[Path]:
    """An empty folder on the same disk as `submitted`, so that one rename puts a hand-in in place."""
    home = submitted / HOUSEKEEPING
    home.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(dir=home, prefix="work-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fingerprint(folder: Path) -> str:
    """Of every file in a hand-in except its time. Links are not followed."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name == TIMESTAMP or (path.is_dir() and not path.is_symlink()):
            continue
        digest.update(f"{len(os.fsencode(name))}:".encode() + os.fsencode(name))
        if path.is_symlink():
            digest.update(b"->" + os.fsencode(os.readlink(path)))
        elif path.is_file():
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def as_timestamp(moment: datetime) -> str:
    """`moment`, which is in UTC, as nbgrader writes it."""
    return f"{moment:%Y-%m-%d %H:%M:%S.%f} UTC"


@dataclass
class Entry:
    """What was put in place for one participant.

    Attributes:
        put: fingerprints of what may stand there: of the last one, and of the one before it while that is replaced.
        sent: when it was handed in, in ISO 8601; empty when that is not known.
        arrived: when its archive was downloaded, in seconds since 1970.
        number: the platform's number of whoever sent it.
    """

    put: list[str]
    sent: str
    arrived: float
    number: str = ""


@dataclass
class Ledger:
    """What was put in ``submitted`` for one assignment: what else stands there, a person put there."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def of(cls, submitted: Path, assignment: str) -> Ledger:
        """The ledger on disk; an empty one when there is none or it cannot be read."""
        ledger = cls(submitted / HOUSEKEEPING / f"{assignment}.json")
        with suppress(OSError, ValueError, TypeError, AttributeError):
            read = json.loads(ledger.path.read_text("utf-8"))
            ledger.entries = {who: Entry(**entry) for who, entry in read.items()}
        return ledger

    def write(self, student: str, entry: Entry) -> None:
        """Keep `entry` on disk, before and after a hand-in is put in place."""
        self.entries[student] = entry
        self.path.parent.mkdir(parents=True, exist_ok=True)
        entries = {who: asdict(one) for who, one in self.entries.items()}
        write_at_once(self.path, json.dumps(entries, indent=1).encode())
