"""Everything that was handed in, from wherever it is, in ``submitted``."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.apps.zipcollectapp import ZipCollectApp
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError, ExchangeFactory
from traitlets.config import Config

from course.collect.downloads import LONG_AGO, Upload
from course.collect.exchange import SafeCollect
from course.collect.outcome import BY_HAND, Collected
from course.collect.people import class_list
from course.collect.place import Entry, Ledger, as_timestamp, fingerprint, workplace
from course.collect.plugins import SafeExtractor, UploadCollector
from course.folders import put_in_place
from course.grading.submission.moment import note_moment
from course.grading.submission.parts import TIMESTAMP
from course.i18n import Message
from course.printable import printable

OLDER = Message("There already is newer work.")


def collect_all(config: Config, assignment: str, coursedir: CourseDirectory | None = None) -> list[Collected]:
    """Collect `assignment` from the exchange and from ``downloaded/<assignment>/archive``, where they exist.

    Only what is new or changed is touched; a stop at any moment leaves every hand-in whole, and the next call goes on.
    What a person put in ``submitted`` stays.

    Args:
        config: nbgrader's, with what `course.grading.configure` put in it.
        assignment: its name.
        coursedir: the course folder; by default the one in `config`.

    Returns:
        What came of each hand-in, and of each file that could not be used.

    Raises:
        OSError: when ``submitted`` cannot be written.
    """
    coursedir = coursedir or CourseDirectory(config=config)
    before = coursedir.assignment_id
    coursedir.assignment_id = assignment
    try:
        return [*from_exchange(config, coursedir), *from_downloads(config, coursedir)]
    finally:
        coursedir.assignment_id = before


def from_exchange(config: Config, coursedir: CourseDirectory) -> list[Collected]:
    """Collect what is new on the exchange; nothing when there is none, or another kind of exchange."""
    collect: Any = ExchangeFactory(config=config).Collect(
        coursedir=coursedir, authenticator=Authenticator(config=config), config=config
    )
    if (
        not isinstance(collect, SafeCollect)
        or not Path(collect.root, coursedir.course_id, "inbound").is_dir()
    ):
        return []
    collect.update = collect.leave_unsigned = True
    try:
        collect.start()
    except ExchangeError as error:
        reason = Message("nbgrader says: {error}", error=printable(error))
        return [*collect.collected, Collected("", "exchange", "refused", reason)]
    return list(collect.collected)


def from_downloads(config: Config, coursedir: CourseDirectory) -> list[Collected]:
    """Collect what was downloaded from a learning platform.

    Raises:
        CommandError: when the class list cannot be understood.
    """
    app = ZipCollectApp(config=config)
    app.coursedir = coursedir
    assignment = coursedir.assignment_id
    archive = Path(app._format_collect_path(app.archive_directory))
    if not archive.is_dir() or not any(archive.iterdir()):
        return []
    submitted = Path(coursedir.format_path(coursedir.submitted_directory, "x", assignment)).parents[1]
    people = class_list(Path(coursedir.root), coursedir.db_url, coursedir.course_id)
    release = Path(coursedir.format_path(coursedir.release_directory, ".", assignment), f"{assignment}.ipynb")
    known = {path.name for path in submitted.iterdir()} if submitted.is_dir() else set()
    with workplace(submitted) as work:
        (work / "unpacked").mkdir()
        skipped = SafeExtractor(config=config).unpack(archive, work / "unpacked")
        ledger = Ledger.of(submitted, assignment)
        given = {student: entry.number for student, entry in ledger.entries.items()}
        heap = UploadCollector(config=config).sort_out(
            work / "unpacked",
            assignment,
            skipped=skipped,
            release=release,
            known=known,
            given=given,
            people=people,
        )
        found = [_collect(one, submitted, assignment, ledger, work / "new") for one in heap.uploads]
    found += [Collected(student, "", "refused", reason) for student, reason in heap.nothing.items()]
    return found + [Collected("", one.shown, "refused", one.reason) for one in heap.skipped]


def _collect(upload: Upload, submitted: Path, assignment: str, ledger: Ledger, new: Path) -> Collected:
    target = submitted / upload.student / assignment
    ours = ledger.entries.get(upload.student)
    try:
        for name, file in upload.files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, new / name, follow_symlinks=False)
        made, there = fingerprint(new), fingerprint(target) if target.exists() else ""
        if there and (ours is None or there not in ours.put):
            if there == made:
                return Collected(upload.student, upload.came_as, "unchanged")
            return Collected(upload.student, upload.came_as, "kept", BY_HAND)
        if there == made:
            return Collected(upload.student, upload.came_as, "unchanged", None, upload.remarks)
        if there and ours and _moment(upload) < (_parsed(ours.sent), ours.arrived):
            return Collected(upload.student, upload.came_as, "kept", OLDER)
        # Without a time nbgrader counts nobody as late; but what replaces something has to be newer than it.
        if moment := upload.sent or (datetime.now(UTC) if there else None):
            (new / TIMESTAMP).write_text(as_timestamp(moment), "utf-8")
            note_moment(new, submitted, upload.student, assignment)
        sent = upload.sent.isoformat() if upload.sent else ""
        ledger.write(upload.student, Entry([made, there], sent, upload.arrived, upload.number))
        put_in_place(new, target)
    except OSError as error:
        reason = Message("It cannot be copied ({error}).", error=error.strerror or type(error).__name__)
        return Collected(upload.student, upload.came_as, "refused", reason)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return Collected(upload.student, upload.came_as, "updated" if there else "new", None, upload.remarks)


def _moment(upload: Upload) -> tuple[datetime, float]:
    return upload.sent or LONG_AGO, upload.arrived


def _parsed(sent: str) -> datetime:
    with suppress(ValueError):
        return datetime.fromisoformat(sent)
    return LONG_AGO
