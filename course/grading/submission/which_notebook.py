"""Which file in a hand-in is its notebook, when it does not have the name that it was given."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from course.errors import CourseError
from course.grading.submission.plain_file import is_folder, is_plain, kind_of
from course.i18n import Message
from course.printable import printable

NOTEBOOK = re.compile(r"[^.].*\.ipynb(\.(txt|json))?", re.IGNORECASE | re.DOTALL)
"""Some browsers put a second ending behind the first."""
MAX_ENTRIES = 5_000


class MissingNotebookError(CourseError):
    """There is no notebook to read; the message says what is there."""


def notebook_at(path: Path) -> tuple[Path, Message | None]:
    """The file to read where a notebook is expected at `path`, and a remark when it is another one.

    Raises:
        MissingNotebookError: when there is none, or no way to tell which.
    """
    if is_plain(path):
        return path, None
    name = path.name
    if kind := kind_of(path):
        raise MissingNotebookError(
            Message(
                "{name} is {kind} and was not opened. The real notebook is still needed from the participant.",
                name=name,
                kind=kind,
            )
        )
    others = _notebooks_in(path.parent)
    own = [other for other in others if path.stem in other.name]
    if len(others) == 1 or len(own) == 1:
        other = (own if len(own) == 1 else others)[0].relative_to(path.parent)
        return path.parent / other, Message(
            "There was no {name} in it. This notebook was graded: {other}.", name=name, other=printable(other)
        )
    if others:
        listed = ", ".join(printable(other.relative_to(path.parent)) for other in others[:5])
        raise MissingNotebookError(
            Message(
                "There was no {name} in it, but {count} other notebooks: {others}. "
                "Give the right notebook the name {name} and run ‘course grade’ again.",
                name=name,
                count=len(others),
                others=listed,
            )
        )
    raise MissingNotebookError(
        Message("There was no {name} in it. The notebook is still needed from the participant.", name=name)
    )


def _notebooks_in(folder: Path) -> list[Path]:
    """The notebooks in `folder` and in the folders that are in it."""
    top = _entries(folder)
    inner = [
        entry for sub in top if is_folder(sub) and not sub.name.startswith(".") for entry in _entries(sub)
    ]
    return [path for path in [*top, *inner] if NOTEBOOK.fullmatch(path.name) and is_plain(path)]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(islice(folder.iterdir(), MAX_ENTRIES))
    except OSError:
        return []
