"""Whether a run can keep what it makes, asked before it begins: then nothing is left half done."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile

from sqlalchemy.engine import make_url

from course.command_error import CommandError
from course.errors import cannot_write
from course.grading.site import Site
from course.grading.submission.submitted import root_of
from course.log_file import LOG

STEPS = ("submitted_directory", "autograded_directory", "feedback_directory")


def verify_writable(site: Site) -> None:
    """See to it that the folders, the log and the gradebook of `site` can be written to.

    Raises:
        CommandError: when one cannot.
    """
    files = [site.root / LOG]
    url = make_url(site.db_url)
    if url.get_backend_name() == "sqlite" and url.database:
        files.append(Path(url.database))
    # SQLite writes beside its file too.
    folders = [site.root, *(root_of(site.coursedir, step) for step in STEPS), *(one.parent for one in files)]
    for path in (*dict.fromkeys(folders), *files):
        try:
            _write_in(path) if path in folders else _write_to(path)
        except OSError as error:
            raise CommandError(cannot_write(error, path)) from error


def _write_in(folder: Path) -> None:
    while not folder.exists():
        folder = folder.parent
    with TemporaryFile(dir=folder):
        pass


def _write_to(file: Path) -> None:
    if file.exists():
        with file.open("r+b"):
            pass
