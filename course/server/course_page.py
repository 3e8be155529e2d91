"""What the course panel of JupyterLab shows: how far the participant is, read from the own folder and never written.

Of a folder that the server does not give, that is hidden or that holds hand-ins, nothing is told.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado.web import HTTPError, authenticated

from course.answers import Answers, SeenAnswers
from course.grading.language import COURSE_IDS
from course.progress import panel_of, seen_course
from course.server.files import START_PAGE
from course.server.running import own_notebook, own_place

COURSE_ADDRESS = "overtuigen/course"
LANGUAGE = Path(START_PAGE).parent.name
GUIDE = "docs/begeleiders.md"
"""Where an instructor begins to read."""
NOT_GIVEN = (HTTPError, OSError, ValueError, RuntimeError)


class CoursePage(APIHandler):
    """``GET ?day=2026-11-30`` gets what `course_page` gives; ``{}`` where no course is. The day is the reader's."""

    auth_resource = "contents"

    @authenticated
    @authorized
    async def get(self) -> None:
        """Answer for the folder that the server opens."""
        today = date.today()
        with suppress(ValueError):
            today = date.fromisoformat(self.get_query_argument("day", ""))
        self.finish(await asyncio.to_thread(self._told, today))

    def _told(self, today: date) -> dict[str, Any]:
        manager: Any = self.contents_manager
        if not hasattr(manager, "_get_os_path"):  # elsewhere than on disk
            return {}
        return course_page(Given(manager), today)


class Given:
    """The files that a server gives to who asks, in the folder `root` that it opens."""

    def __init__(self, manager: Any) -> None:
        self.manager, self.root = manager, Path(manager.root_dir)
        self.everything = bool(getattr(manager, "everything", False))

    def place(self, path: Path) -> Path:
        """Where `path`, in the root, really is. Raises one of `NOT_GIVEN`."""
        self.manager._get_os_path(path.relative_to(self.root).as_posix())
        return own_place(path, self.root)

    def notebook(self, path: Path) -> Any:
        """The JSON of a notebook. Raises one of `NOT_GIVEN`, or what reading it raises."""
        self.place(path)
        return own_notebook(path, self.root)

    def answers(self, path: Path) -> Answers:
        """The answers beside the notebook at `path`, that was read: they stand there themselves."""
        return SeenAnswers(path.parent / "answers")

    def course(self) -> Path | None:
        """The folder with the course: the root, or the first one in it."""
        inside = sorted(path for path in self.root.iterdir() if path.is_dir())
        for folder in (self.root, *inside):
            with suppress(*NOT_GIVEN):
                if self.place(folder / START_PAGE).is_file():
                    return folder
        return None


def course_page(given: Given, today: date) -> dict[str, Any]:
    """All that the panel shows, as JSON; empty where no course is."""
    folder = given.course()
    if folder is None:
        return {}
    seen = seen_course(folder, LANGUAGE, today, given.root, given.notebook, given.answers)
    guide = folder / GUIDE
    return {
        "language": LANGUAGE,
        "course_id": COURSE_IDS[LANGUAGE],
        **panel_of(seen),
        "instructor": given.everything,
        "guide": guide.relative_to(given.root).as_posix() if given.everything and guide.is_file() else "",
    }
