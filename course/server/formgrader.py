"""nbgrader's own pages for an instructor, on which a name is text and an address runs nothing.

nbgrader writes names in its pages as they are, in sentences and between quotes in scripts, also when the name comes
from the address. And it runs the ``nbgrader_config.py`` of any folder that an address names: a picture in a hand-in
could name the folder of that hand-in, or the exchange, where everybody may write.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from nbgrader.server_extensions.formgrader.base import BaseHandler
from nbgrader.server_extensions.formgrader.handlers import FormgraderHandler, template_path
from tornado.web import HTTPError

from course.folders import HAND_INS

QUOTED = re.compile(r'(var \w+ = )"\{\{ (\w+) \}\}"')
"""A value in a script: there quotes and backslashes end a text, and entities are no characters."""


class Templates(FileSystemLoader):
    """nbgrader's templates, with each value in a script as JSON."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """As always, but for those values."""
        source, path, is_fresh = super().get_source(environment, template)
        return QUOTED.sub(r"\1{{ \2 | tojson }}", source), path, is_fresh


PAGES = Environment(loader=Templates(template_path), autoescape=True)


def page_of(_handler: BaseHandler, name: str, **values: Any) -> str:
    """The page `name`, with `values` as text."""
    return PAGES.get_template(name).render(**values)


_open = FormgraderHandler.get


def open_course(handler: FormgraderHandler) -> Any:
    """Open the course in the folder that the address names, if it is one of the instructor's own."""
    path, root = handler.get_argument("path", ""), Path(handler.settings["nbgrader_formgrader"].root_dir)
    if path and not is_own(Path(path).resolve(), root.resolve()):
        raise HTTPError(403, f"No course of yours: {path}")
    return _open(handler)


def is_own(folder: Path, root: Path) -> bool:
    """Whether `folder` is in what the server serves, and no folder with hand-ins nor the exchange."""
    if not folder.is_relative_to(root):
        return False
    return HAND_INS.isdisjoint(folder.relative_to(root).parts)


def make_safe() -> None:
    """Put these in nbgrader's handlers."""
    BaseHandler.render = page_of
    FormgraderHandler.get = open_course
