"""Copying a folder that somebody else can still change while it is being copied."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from course.collect.skipped import SPECIAL, Skipped
from course.errors import RefusedError
from course.i18n import Message

CHUNK = 1 << 16
MAX_FILES = 2_000
MAX_DEPTH = 8
# Windows has none of these, and no exchange either; the module is imported there all the same.
DIRECTORY = getattr(os, "O_DIRECTORY", 0)
ITSELF = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"))
"""Open the thing itself: never what it points to, and without waiting for the other end of a pipe."""


@dataclass
class Copying:
    """Copies one folder of a participant; what was left out is in `left_out`, and what is not wanted in `unwanted`.

    Args:
        max_file: most bytes of one file; a larger one is left out.
        max_total: most bytes of all; then nothing is copied.
        is_wanted: whether a file or folder is copied, by its path in the folder and whether it is a folder.
    """

    max_file: int
    max_total: int
    is_wanted: Callable[[PurePosixPath, bool], bool] = lambda _path, _is_folder: True
    unwanted: list[str] = field(default_factory=list)
    left_out: list[Skipped] = field(default_factory=list)
    owner: int = -1
    total: int = 0
    files: int = 0

    def folder(self, source: Path, target: Path) -> None:
        """Copy `source` to `target`, which does not exist yet. Modes and times stay behind.

        Every name is opened once, without following links, and looked at after that: whoever puts a link in its place
        in between is too late.

        Raises:
            RefusedError: when `source` is a link, or too large.
            OSError: when it cannot be read or is gone.
        """
        try:
            opened = os.open(source, ITSELF | DIRECTORY)
        except OSError as error:
            if source.is_symlink() or (source.exists() and not source.is_dir()):
                raise RefusedError(Message("It is a link or a special file and no folder.")) from error
            raise
        try:
            self.owner = os.fstat(opened).st_uid
            self._inside(opened, target, "", 0)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        finally:
            os.close(opened)

    def _inside(self, folder: int, target: Path, shown: str, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise RefusedError(Message("More than {most} folders are inside each other.", most=MAX_DEPTH))
        target.mkdir()
        for name in sorted(os.listdir(folder)):
            path = f"{shown}{name}"
            try:
                opened = os.open(name, ITSELF, dir_fd=folder)
            except OSError:
                # A link (ELOOP), a socket (ENXIO), or a file that may not be read or has just gone.
                self._leave_out(path, Message("It is a link, a special file, or it cannot be read."))
                continue
            try:
                about = os.fstat(opened)
                is_folder = stat.S_ISDIR(about.st_mode)
                if about.st_uid != self.owner:
                    self._leave_out(path, Message("It belongs to another user."))
                elif not (is_folder or stat.S_ISREG(about.st_mode)):
                    self._leave_out(path, SPECIAL)
                elif not self.is_wanted(PurePosixPath(path), is_folder):
                    self.unwanted.append(path)
                elif is_folder:
                    self._inside(opened, target / name, f"{path}/", depth + 1)
                elif about.st_size > self.max_file:
                    self._leave_out(path, Message("It is larger than {n} MB.", n=self.max_file // 1_000_000))
                else:
                    self._file(opened, target / name)
            finally:
                os.close(opened)

    def _file(self, opened: int, target: Path) -> None:
        self.files += 1
        if self.files > MAX_FILES:
            raise RefusedError(Message("It holds more than {most} files.", most=MAX_FILES))
        with target.open("xb") as file:
            while chunk := os.read(opened, CHUNK):  # it may grow while we read
                self.total += len(chunk)
                if self.total > self.max_total:
                    raise RefusedError(
                        Message("Together it is larger than {n} MB.", n=self.max_total // 1_000_000)
                    )
                file.write(chunk)

    def _leave_out(self, path: str, reason: Message) -> None:
        self.left_out.append(Skipped(path, reason))
