"""Unpacking what came from elsewhere, without believing a word of what it says about itself.

An archive of a whole group holds files of everyone. So a file in it that cannot be trusted is left out and named, and
the rest goes on; only an archive that is broken as a whole is left out as a whole. Sizes are counted while reading.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import stat
import tarfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import RawIOBase
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from course.collect.names import BadNameError, parts_of

CHUNK = 1 << 16
NOTEBOOK = re.compile(r"(\.ipynb)\.(txt|json)$", re.IGNORECASE)
"""Browsers and mail programs put something behind a name that they do not know."""
ENDINGS = (".zip", ".tar.gz", ".tgz", ".tar")
OTHERS = (".rar", ".7z", ".gz", ".bz2", ".xz", ".zst")
NOISE = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints")
"""What computers add by themselves; nobody misses it."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Python gives the others back in one piece, however large it is."""


@dataclass(frozen=True)
class Limits:
    """How much may come out of an archive; sizes in bytes."""

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


@dataclass(frozen=True)
class Skipped:
    """A file that was left out.

    Attributes:
        path: where it was, for a person to read; the archive is its first part.
        reason: why, in the instructor's language.
    """

    path: str
    reason: str


class RefusedArchiveError(ValueError):
    """Nothing of this archive can be trusted; the message says why, in the instructor's language."""


class RefusedFileError(ValueError):
    """This one file is left out; the message says why, in the instructor's language."""


@dataclass(frozen=True)
class Entry:
    """One file in an archive.

    Attributes:
        packed: how many bytes it takes in the archive; 0 when that is not known for one file.
        refused: why it may not be unpacked; empty when it may.
    """

    name: str
    packed: int
    open: Callable[[], IO[bytes]]
    refused: str = ""


@dataclass
class Unpacking:
    """One run of unpacking; what had to be left out is in `skipped`."""

    limits: Limits = field(default_factory=Limits)
    skipped: list[Skipped] = field(default_factory=list)
    written: int = 0

    def folder(self, source: Path, target: Path) -> None:
        """Unpack or copy everything in `source` to `target`, which is empty. Links are not followed."""
        for path in sorted(source.rglob("*")):
            shown = str(path.relative_to(source))
            if any(part in NOISE for part in path.relative_to(source).parts):
                continue
            about = path.lstat()
            if stat.S_ISDIR(about.st_mode):
                continue
            try:
                if not stat.S_ISREG(about.st_mode):
                    raise RefusedFileError("het is een koppeling of een speciaal bestand")
                *folders, name = parts_of(shown)
                place = target.joinpath(*folders, NOTEBOOK.sub(r"\1", name))
                self._arrived(path, place, shown, about.st_mtime)
            except (RefusedFileError, BadNameError) as why:
                self._skip(shown, str(why))
            except OSError as error:
                self._skip(shown, f"het is niet te lezen ({error.strerror or error})")

    def _skip(self, shown: str, reason: str) -> None:
        printable = "".join(sign if sign.isprintable() else "�" for sign in shown)
        self.skipped.append(Skipped(printable, reason))

    def _arrived(self, path: Path, target: Path, shown: str, when: float) -> None:
        if is_archive(path.name):
            self._archive(path, _own_folder(target), shown, 0, when)
        else:
            size = path.stat().st_size
            self._write(Entry(shown, 0, lambda: path.open("rb")), target, when)
            self.written += size

    def _archive(self, path: Path, target: Path, shown: str, depth: int, when: float) -> None:
        inner = depth > 0
        most = self.limits.inner_total if inner else self.limits.total
        entries = self.limits.inner_entries if inner else self.limits.entries
        before = self.written
        nested: list[tuple[Path, str]] = []
        try:
            with _opened(path, self.limits) as files:
                for count, entry in enumerate(files, start=1):
                    if count > entries:
                        raise RefusedArchiveError(f"er zitten meer dan {entries} bestanden in")
                    if self.written - before > most or self.written > self.limits.total:
                        raise RefusedArchiveError("er komt te veel uit")
                    file = self._entry(entry, target, f"{shown}/{entry.name}", when)
                    if file is not None and is_archive(file.name):
                        nested.append((file, f"{shown}/{entry.name}"))
        except RefusedArchiveError as why:
            shutil.rmtree(target, ignore_errors=True)
            self._skip(shown, str(why))
            return
        except Exception as error:  # whatever a reader of zip or tar makes of hostile bytes
            shutil.rmtree(target, ignore_errors=True)
            self._skip(shown, f"het archief is kapot of onvolledig ({type(error).__name__})")
            return
        for file, name in nested:
            if depth >= self.limits.depth:
                self._skip(name, "er zit een archief in een archief in een archief")
            elif file.stat().st_size > self.limits.inner_archive:
                self._skip(name, "het archief is te groot")
            else:
                self._archive(file, _own_folder(file), name, depth + 1, when)
            file.unlink()

    def _entry(self, entry: Entry, folder: Path, shown: str, when: float) -> Path | None:
        try:
            parts = parts_of(entry.name)
            if any(part in NOISE for part in parts):
                return None
            if entry.refused:
                raise RefusedFileError(entry.refused)
            target = folder.joinpath(*parts[:-1], NOTEBOOK.sub(r"\1", parts[-1]))
            self._write(entry, target, when)
            self.written += target.stat().st_size
        except (BadNameError, RefusedFileError) as why:
            self._skip(shown, str(why))
        except Exception as error:  # a wrong checksum, half a file, a name that is a folder too
            self._skip(shown, f"het bestand is kapot of onvolledig ({type(error).__name__})")
        else:
            return target
        return None

    def _write(self, entry: Entry, target: Path, when: float) -> None:
        """Write one file, counting; nothing is left of a file that was refused."""
        target.parent.mkdir(parents=True, exist_ok=True)
        size = 0
        try:
            with entry.open() as source, target.open("xb") as file:
                while chunk := source.read(CHUNK):
                    size += len(chunk)
                    if size > self.limits.file:
                        raise RefusedFileError(f"het is groter dan {self.limits.file // 1_000_000} MB")
                    if entry.packed and size > self.limits.free and size > self.limits.ratio * entry.packed:
                        raise RefusedFileError("het is verdacht sterk ingepakt (een zipbom)")
                    file.write(chunk)
        except FileExistsError:
            raise RefusedFileError("er is al een bestand met deze naam") from None
        except BaseException:
            target.unlink(missing_ok=True)
            self.written += size  # it did take time and disk; many of them have to end somewhere
            raise
        os.utime(target, (when, when))


def is_archive(name: str) -> bool:
    """Whether a file with this `name` is tried as an archive."""
    return name.lower().endswith(ENDINGS)


def _own_folder(file: Path) -> Path:
    """The folder for what is in `file`: its name without the ending, as nbgrader does."""
    stem = next(file.name[: -len(end)] for end in ENDINGS if file.name.lower().endswith(end)) or file.name
    folder = file.with_name(stem)
    return file.with_name(f"{file.name}.d") if folder.exists() or stem in (".", "..") else folder


@contextmanager
def _opened(path: Path, limits: Limits) -> Iterator[Iterator[Entry]]:
    name = path.name.lower()
    if name.endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            yield _in_zip(archive, path.stat().st_size)
    else:
        with TemporaryFile() as plain:
            if name.endswith(".tar"):
                with path.open("rb") as packed:
                    shutil.copyfileobj(packed, plain, CHUNK)
            else:
                _gunzip(path, plain, limits)
            plain.seek(0)
            with tarfile.open(fileobj=_Guarded(plain), mode="r:", errors="strict") as tar:
                yield _in_tar(tar)


def _in_zip(archive: zipfile.ZipFile, size: int) -> Iterator[Entry]:
    infos = archive.infolist()
    names = Counter(unicodedata.normalize("NFC", _name_in(info)) for info in infos)
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        # 30 bytes is the smallest header; a packed file has no room for another one inside it.
        if info.header_offset < 0:
            raise RefusedArchiveError("het archief is kapot of onvolledig")
        if info.header_offset < end:
            raise RefusedArchiveError("er liggen bestanden over elkaar heen (een zipbom)")
        end = info.header_offset + 30 + info.compress_size
    if end > size:
        raise RefusedArchiveError("het archief is kapot of onvolledig")
    for info in infos:
        name = _name_in(info)
        if name.endswith("/") and not info.file_size:
            continue
        kind = stat.S_IFMT(info.external_attr >> 16)
        why = ""
        if names[unicodedata.normalize("NFC", name)] > 1:
            why = "er zijn twee bestanden met deze naam"
        elif kind not in (0, stat.S_IFREG):
            why = "het is een koppeling of een speciaal bestand"
        elif info.flag_bits & 0x1:
            why = "het is beveiligd met een wachtwoord"
        elif info.compress_type not in METHODS:
            why = "het is ingepakt op een manier die hier niet gelezen wordt"
        yield Entry(name, max(info.compress_size, 1), lambda one=info: archive.open(one), why)  # type: ignore[misc]


def _name_in(info: zipfile.ZipInfo) -> str:
    """The name as it was written: macOS writes UTF-8 without saying so, and zipfile reads that as cp437."""
    name = info.orig_filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            return name.encode("cp437").decode("utf-8")
    return name


def _in_tar(tar: tarfile.TarFile) -> Iterator[Entry]:
    seen: set[str] = set()
    for member in tar:
        if member.isdir():
            continue
        name = unicodedata.normalize("NFC", member.name)
        why = ""
        if member.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or member.sparse:
            why = "het is een koppeling of een speciaal bestand"
        elif name in seen:
            why = "er is al een bestand met deze naam"
        seen.add(name)
        yield Entry(member.name, 0, lambda one=member: _reader(tar, one), why)  # type: ignore[misc]


def _reader(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    file = tar.extractfile(member)
    if file is None:
        raise RefusedFileError("het is een koppeling of een speciaal bestand")
    return file


def _gunzip(path: Path, plain: IO[bytes], limits: Limits) -> None:
    packed, size = path.stat().st_size, 0
    with gzip.open(path) as source:
        while chunk := source.read(CHUNK):
            size += len(chunk)
            if size > limits.total or (size > limits.free and size > limits.ratio * packed):
                raise RefusedArchiveError("het is verdacht sterk ingepakt (een zipbom)")
            plain.write(chunk)


class _Guarded(RawIOBase):
    """A file that never gives a large piece at once: a tar may say that its header is gigabytes long."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= 16 * CHUNK:
            raise RefusedArchiveError("het archief is kapot of onvolledig")
        return self.file.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        return self.file.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)
