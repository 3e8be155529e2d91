"""Which files of the course a server gives: lessons and releases to everybody, all the rest to an instructor alone.

The repository holds everything: assignments with their keys, tests, history. Who follows the README opens it whole.
What is not for participants is refused here, where every route to a file ends: opening, saving, copying, renaming,
downloading and converting all ask for the path on disk.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path

from jupyter_server.files.handlers import FilesHandler
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from tornado.web import HTTPError
from traitlets import Bool, default

START_PAGE = "modules/nl/00-start.ipynb"
GIVEN = ("modules", "exercises")
"""Folders of the course that participants work in."""
SOURCES = ".md"
"""The texts that lessons are built from."""


class NotGivenError(HTTPError, PermissionError):
    """What is asked for is not for participants. As with a hidden file, it is not told whether it is there.

    A list of files passes over what may not be read (``EACCES``).
    """

    def __init__(self, path: str) -> None:
        super().__init__(404, "No file for participants: %s", path)
        self.errno = errno.EACCES


class CourseFiles(AsyncLargeFileManager):
    """Jupyter Server's own, without what is not for participants. In any other folder than a course it is the same."""

    everything = Bool(
        False, help="Give every file of the course, as an instructor and an author need it."
    ).tag(config=True)

    @default("files_handler_class")
    def _files_handler_class_default(self) -> type:
        return FilesHandler  # the usual one reads from disk by itself

    def _get_os_path(self, path: str) -> str:
        place: str = super()._get_os_path(path)
        if not self.everything and not is_given(Path(place)):
            raise NotGivenError(path)
        return place

    async def file_exists(self, path: str) -> bool:
        """Whether there is such a file for who asks."""
        with suppress(NotGivenError):
            return bool(await super().file_exists(path))
        return False

    async def dir_exists(self, path: str) -> bool:
        """Whether there is such a folder for who asks."""
        with suppress(NotGivenError):
            return bool(await super().dir_exists(path))
        return False

    async def delete_file(self, path: str) -> None:
        """Delete it, unless the course would be none without it."""
        self._verify_course_stays(path)
        await super().delete_file(path)

    async def rename_file(self, old_path: str, new_path: str) -> None:
        """Rename or move it, unless the course would be none without it."""
        self._verify_course_stays(old_path)
        await super().rename_file(old_path, new_path)

    def _verify_course_stays(self, path: str) -> None:
        """A course is known by its start page: who could take that away, would be given everything."""
        place = Path(self._get_os_path(path)).resolve()
        course = course_around(place)
        if course and not self.everything and (course / START_PAGE).is_relative_to(place):
            raise NotGivenError(path)


def is_given(place: Path) -> bool:
    """Whether participants may have what is at `place`: it is no part of a course, or one that they work in."""
    real = place.resolve()  # a link to a key is a key
    course = course_around(real)
    if course is None or real == course:
        return True
    return real.relative_to(course).parts[0] in GIVEN and real.suffix.lower() != SOURCES


def course_around(place: Path) -> Path | None:
    """The course that `place` is a part of; None when it is in no course."""
    return next((folder for folder in (place, *place.parents) if (folder / START_PAGE).is_file()), None)
