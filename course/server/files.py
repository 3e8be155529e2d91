"""Which files of the course a server gives: lessons and releases to everybody, all the rest to an instructor alone.

The repository holds everything: assignments with their keys, tests, history. Who follows the README opens it whole.
What is not for participants is refused here, where every route to a file ends: opening, saving, copying, renaming,
downloading and converting all ask for the path on disk.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path
from typing import Any

from jupyter_server.files.handlers import FilesHandler
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from tornado.web import HTTPError
from traitlets import Bool, default

from course.i18n import Message, translator
from course.server.hand_ins import harmless, is_hand_in, without_programs

START_PAGE = "modules/nl/00-start.ipynb"
EXERCISES = "exercises/nl"
"""Where the assignments of that language are."""
GIVEN = ("modules", "exercises")
"""Folders of the course that participants work in."""
SOURCES = ".md"
"""The texts that lessons are built from."""


class NotGivenError(HTTPError, PermissionError):
    """What is asked for is not for participants. As with a hidden file, it is not told whether it is there.

    A list of files passes over what may not be read (``EACCES``).
    """

    def __init__(self, path: str) -> None:
        super().__init__(404, f"No file for participants: {path}")
        self.errno = errno.EACCES


class HandInStaysError(HTTPError):
    """A hand-in would be changed, or moved to where it counts as the course's own."""

    def __init__(self) -> None:
        told = translator("nl")(  # JupyterLab shows it as it is
            Message(
                "This may be somebody's hand-in: it stays as it is. You can make and change notebooks in 'modules', "
                "'exercises' and 'solutions'."
            )
        )
        super().__init__(403, told)


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

    async def get(self, path: str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """As always, without programs that would run by themselves; of a hand-in, only what can be read."""
        model: dict[str, Any] = await super().get(path, *args, **kwargs)
        if model["type"] == "notebook" and model["content"] is not None:
            without_programs(model["content"])
        if model["type"] != "directory" and self._is_hand_in(path, model["type"] == "notebook"):
            model["writable"] = False
            if model["type"] == "notebook" and model["content"] is not None:
                harmless(model["content"])
        return model

    async def save(self, model: dict[str, Any], path: str = "") -> Any:
        """As always; what is handed in already is not written over."""
        is_there = model.get("chunk", 1) == 1 and Path(self._get_os_path(path)).is_file()
        if is_there and self._is_hand_in(path, model.get("type") == "notebook"):
            raise HandInStaysError
        return await super().save(model, path)

    async def delete_file(self, path: str) -> None:
        """Delete it, unless the course would be none without it."""
        self._verify_course_stays(path)
        await super().delete_file(path)

    async def rename_file(self, old_path: str, new_path: str) -> None:
        """Rename or move it, unless the course would be none without it."""
        self._verify_course_stays(old_path)
        is_folder = await self.dir_exists(old_path)  # in which notebooks may be
        if self._is_hand_in(old_path, is_folder) and not self._is_hand_in(new_path, is_folder):
            raise HandInStaysError
        await super().rename_file(old_path, new_path)

    def _is_hand_in(self, path: str, is_notebook: bool) -> bool:
        place = Path(self._get_os_path(path)).resolve()
        course = course_around(place)
        is_notebook = is_notebook or place.suffix.lower() == ".ipynb"
        return course is not None and place != course and is_hand_in(place.relative_to(course), is_notebook)

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
    """The course that `place` is a part of; None when it is in no course.

    It is the outermost: a participant can make a start page inside the course, and that takes nothing away.
    """
    around = (*reversed(place.parents), place)
    return next((folder for folder in around if (folder / START_PAGE).is_file()), None)
