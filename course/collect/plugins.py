"""What ``nbgrader zip_collect`` unpacks and collects with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin
from nbgrader.utils import parse_utc
from traitlets import Integer

from course.collect.archives import Limits, Unpacking
from course.collect.downloads import Heap, Upload, sort_out
from course.collect.names import as_folder
from course.collect.people import class_list
from course.collect.senders import Sender
from course.collect.skipped import Skipped
from course.grading.language import language_of
from course.i18n import Message, translator


class SafeExtractor(ExtractorPlugin):
    """nbgrader's plug-in, except that it believes nothing that a zip says about itself."""

    max_file = Integer(Limits.file, help="Most bytes of one file.").tag(config=True)
    max_total = Integer(Limits.total, help="Most bytes of all files together.").tag(config=True)
    max_entries = Integer(Limits.entries, help="Most files in one zip.").tag(config=True)

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack all zips and copy all other files."""
        t = translator(language_of(self.parent.coursedir))
        for one in self.unpack(Path(archive_path), Path(extracted_path)):
            self.log.warning(t(one.message))

    def unpack(self, source: Path, target: Path) -> list[Skipped]:
        """The same; what had to be left out, with the reasons."""
        limits = Limits(file=self.max_file, total=self.max_total, entries=self.max_entries)
        unpacking = Unpacking(limits)
        unpacking.folder(source, target)
        return unpacking.skipped


class UploadCollector(FileNameCollectorPlugin):
    """nbgrader's plug-in, except that it knows how learning platforms name files.

    ``named_regexp`` is only needed for names of another kind; when it is set, nothing else is looked at.
    """

    def sort_out(self, root: Path, assignment: str, **known: Any) -> Heap:
        """The hand-ins among the files under `root`; see `course.collect.downloads.sort_out`."""
        return sort_out(root, assignment, named=self._named if self.named_regexp else None, **known)

    def _named(self, path: Path) -> Sender | None:
        found = self._match(str(path))
        if not found or not found.get("student_id"):
            return None
        try:
            sent = parse_utc(found.get("timestamp") or None)
        except (ValueError, OverflowError):
            sent = None
        # file_id may name a notebook without its extension
        file = found.get("file_id") or path.name
        file = file if Path(file).suffix else f"{file}{path.suffix}"
        if not as_folder(found["student_id"]):
            return None
        return Sender(
            found["student_id"], PurePosixPath(file), sent=sent.replace(tzinfo=UTC) if sent else None
        )

    def collect(self, submitted_file: str) -> dict | None:
        """Whose `submitted_file` is, and what it is in the hand-in; None when it is not the one that counts."""
        if not hasattr(self, "_places"):
            self._places = self._all_places()
        place = self._places.get(submitted_file)
        if place is None:
            return None
        upload, name = place
        sent: datetime | None = upload.sent
        return {
            "student_id": upload.student,
            "file_id": name,
            **({"timestamp": f"{sent:%Y-%m-%d %H:%M:%S} UTC"} if sent else {}),
        }

    def _all_places(self) -> dict[str, tuple[Upload, str]]:
        app = self.parent
        root = Path(app._format_collect_path(app.extracted_directory))
        submitted = Path(app.coursedir.format_path(app.coursedir.submitted_directory, "x", "x")).parents[1]
        known = {path.name for path in submitted.iterdir()} if submitted.is_dir() else set()
        course = app.coursedir
        people = class_list(Path(course.root), course.db_url, course.course_id)
        heap = self.sort_out(root, course.assignment_id, known=known, people=people)
        t = translator(language_of(course))
        for one in heap.skipped:
            self.log.warning(t(one.message))
        for student, reason in heap.nothing.items():
            self.log.warning(
                t(Message("Nothing to grade of {student}. {reason}", student=student, reason=reason))
            )
        for upload in heap.uploads:
            for remark in upload.remarks:
                self.log.warning("%s: %s", upload.student, t(remark))
        return {str(file): (upload, name) for upload in heap.uploads for name, file in upload.files.items()}
