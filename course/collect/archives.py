"""Unpacking zips that came from elsewhere, without believing a word of what they say about themselves.

The zip of a whole group holds files of everyone. So a file in it that cannot be trusted is left out and named, and the
rest goes on; only a zip that is broken as a whole is left out as a whole. Sizes are counted while reading.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import unicodedata
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from course.collect.names import parts_of
from course.collect.skipped import SPECIAL, Skipped
from course.errors import RefusedError
from course.i18n import Message

CHUNK = 1 << 16
NOTEBOOK = re.compile(r"(\.ipynb)\.(txt|json)$", re.IGNORECASE)
"""Browsers and mail programs put something behind a name that they do not know."""
OTHERS = (".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar")
"""Packed files that are not read."""
NOISE = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints")
"""What computers add by themselves; nobody misses it."""
METHODS = (ZIP_STORED, ZIP_DEFLATED)
"""Python gives the others back in one piece, however large it is."""
HEADER = 30
"""Bytes of the smallest header; a packed file has no room for another one inside it."""
NOT_ZIP = Message(
    "Of packed files only zip is read. Download it again as a zip, or unpack it and make a zip of what is in it."
)
BROKEN = Message("The zip is broken or incomplete.")
BOMB = Message("It is packed suspiciously tightly (a zip bomb).")


@dataclass(frozen=True)
class Limits:
    """How much may come out of a zip; sizes in bytes."""

    file: int = 60_000_000
    total: int = 4_000_000_000
    entries: int = 50_000
    inner_archive: int = 25_000_000
    inner_total: int = 200_000_000
    inner_entries: int = 2_000
    depth: int = 2
    ratio: int = 100
    """How many times larger than its packed size a file may be, once it is larger than `free`."""
    free: int = 5_000_000


@dataclass
class Unpacking:
    """One run of unpacking; what had to be left out is in `skipped`."""

    limits: Limits = field(default_factory=Limits)
    skipped: list[Skipped] = field(default_factory=list)
    written: int = 0

    def folder(self, source: Path, target: Path) -> None:
        """Unpack or copy everything in `source` to `target`, which is empty. Links are not followed."""
        for path in sorted(source.rglob("*")):
            name = path.relative_to(source)
            about = path.lstat()
            if stat.S_ISDIR(about.st_mode) or any(part in NOISE for part in name.parts):
                continue
            try:
                if not stat.S_ISREG(about.st_mode):
                    raise RefusedError(SPECIAL)
                place = _place(target, str(name))
                if _is_zip(place):
                    self._zip(path, _own_folder(place), str(name), 0, about.st_mtime, self.limits.total)
                else:
                    with path.open("rb") as file:
                        self._write(file, place, about.st_mtime)
            except RefusedError as why:
                self._skip(str(name), why.message)
            except OSError as error:
                self._skip(
                    str(name), Message("It cannot be read ({error}).", error=error.strerror or str(error))
                )

    def _skip(self, path: str, reason: Message) -> None:
        self.skipped.append(Skipped(path, reason))

    def _zip(self, path: Path, target: Path, name: str, depth: int, when: float, most: int) -> None:
        """Unpack one zip and those in it, as long as no more than `most` bytes were written in all."""
        try:
            inner = self._out_of(path, target, name, depth, when, most)
        except Exception as error:  # refused, or whatever a reader of zips makes of hostile bytes
            shutil.rmtree(target, ignore_errors=True)
            self._skip(name, error.message if isinstance(error, RefusedError) else BROKEN)
            return
        for file, inside in inner:
            if depth >= self.limits.depth:
                self._skip(inside, Message("It is a zip in a zip in a zip."))
            elif file.stat().st_size > self.limits.inner_archive:
                self._skip(inside, Message("The zip is too large."))
            else:
                self._zip_of_one(file, inside, depth + 1, when, most)
            file.unlink()

    def _zip_of_one(self, path: Path, name: str, depth: int, when: float, most: int) -> None:
        """A zip in a zip is of one participant: all in it has one limit, and only what is kept counts for the class."""
        if depth > 1:
            self._zip(path, _own_folder(path), name, depth, when, most)
            return
        target, before = _own_folder(path), self.written
        self._zip(path, target, name, depth, when, min(most, before + self.limits.inner_total))
        self.written = before + sum(kept.stat().st_size for kept in target.rglob("*") if kept.is_file())

    def _out_of(
        self, path: Path, target: Path, name: str, depth: int, when: float, most: int
    ) -> list[tuple[Path, str]]:
        """Unpack one zip. Returns the zips that were in it, with what they are called."""
        limits = self.limits
        inner: list[tuple[Path, str]] = []
        entries = limits.inner_entries if depth else limits.entries
        with ZipFile(path) as archive:
            files = _files_in(archive, path.stat().st_size)
            if len(files) > entries:
                raise RefusedError(Message("It holds more than {most} files.", most=entries))
            for info, inside, refused in files:
                if self.written > most:
                    raise RefusedError(Message("Too much comes out of it."))
                try:
                    if refused:
                        raise RefusedError(refused)
                    place = _place(target, inside)
                    self._write_from(archive, info, place, when)
                except RefusedError as why:
                    self._skip(f"{name}/{inside}", why.message)
                    continue
                if _is_zip(place):
                    inner.append((place, f"{name}/{inside}"))
        return inner

    def _write_from(self, archive: ZipFile, info: ZipInfo, target: Path, when: float) -> None:
        try:
            with archive.open(info) as file:
                self._write(file, target, when, packed=max(info.compress_size, 1))
        except RefusedError:
            raise
        except Exception as error:  # a wrong checksum, half a file, a name that is a folder too
            raise RefusedError(Message("The file is broken or incomplete.")) from error

    def _write(self, source: IO[bytes], target: Path, when: float, packed: int | None = None) -> None:
        """Write one file, counting; nothing is left of a file that was refused."""
        target.parent.mkdir(parents=True, exist_ok=True)
        size = 0
        try:
            with target.open("xb") as file:
                while chunk := source.read(CHUNK):
                    size += len(chunk)
                    self.written += len(chunk)  # also of what is refused: it did take time and disk
                    if size > self.limits.file:
                        raise RefusedError(
                            Message("It is larger than {n} MB.", n=self.limits.file // 1_000_000)
                        )
                    if packed and size > self.limits.free and size > self.limits.ratio * packed:
                        raise RefusedError(BOMB)
                    file.write(chunk)
        except FileExistsError:
            raise RefusedError(Message("There already is a file of this name.")) from None
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        os.utime(target, (when, when))


def _is_zip(path: Path) -> bool:
    return path.name.lower().endswith(".zip")


def _place(folder: Path, name: str) -> Path:
    """Where in `folder` the file `name` goes."""
    *folders, file = parts_of(name)
    if file.lower().endswith(OTHERS):
        raise RefusedError(NOT_ZIP)
    return folder.joinpath(*folders, NOTEBOOK.sub(r"\1", file))


def _own_folder(file: Path) -> Path:
    """The folder for what is in `file`: its name without the ending, as nbgrader does."""
    stem = file.name[: -len(".zip")]
    taken = stem in ("", ".", "..") or file.with_name(stem).exists()
    return file.with_name(f"{file.name}.d" if taken else stem)


def _files_in(archive: ZipFile, size: int) -> list[tuple[ZipInfo, str, Message | None]]:
    """Every file with its name, and why it may not be unpacked.

    Raises:
        RefusedError: when the archive, of `size` bytes, is not what its contents say.
    """
    infos = archive.infolist()
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < 0:
            raise RefusedError(BROKEN)
        if info.header_offset < end:
            raise RefusedError(Message("Files in it lie over each other (a zip bomb)."))
        end = info.header_offset + HEADER + info.compress_size
    if end > size:
        raise RefusedError(BROKEN)
    named = [(info, _name_in(info)) for info in infos]
    times = Counter(unicodedata.normalize("NFC", name) for _info, name in named)
    return [
        (info, name, _why_not(info, times[unicodedata.normalize("NFC", name)]))
        for info, name in named
        if not any(part in NOISE for part in name.split("/")) and (info.file_size or not name.endswith("/"))
    ]


def _why_not(info: ZipInfo, times: int) -> Message | None:
    if times > 1:
        return Message("There are two files of this name.")
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return SPECIAL
    if info.flag_bits & 0x1:
        return Message("It is protected with a password.")
    if info.compress_type not in METHODS:
        return Message("It is packed in a way that is not read here.")
    return None


def _name_in(info: ZipInfo) -> str:
    """The name as it was written: macOS writes UTF-8 without saying so, and zipfile reads that as cp437."""
    name = info.orig_filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            return name.encode("cp437").decode("utf-8")
    return name
