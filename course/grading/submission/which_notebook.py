"""Which file in a hand-in is its notebook, when it does not have the name that it was given."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from course.grading.submission.plain_file import is_folder, is_plain, kind_of
from course.i18n import translator

NOTEBOOK = re.compile(r"[^.].*\.ipynb(\.(txt|json))?", re.IGNORECASE | re.DOTALL)
"""Some browsers put a second ending behind the first."""
MAX_ENTRIES = 5_000
SPECIAL = "{name} is {kind} en is niet geopend. Het echte notebook is nog nodig van de deelnemer."
OTHER_NAME = "Er zat geen {name} bij. Dit notebook is nagekeken: {other}."
SEVERAL = (
    "Er zat geen {name} bij, wel {count} andere notebooks: {others}. "
    "Geef het goede notebook de naam {name} en draai ‘course grade’ nog eens."
)
NONE = "Er zat geen {name} bij. Het notebook is nog nodig van de deelnemer."


class MissingNotebookError(ValueError):
    """There is no notebook to read; the message says what is there, in the instructor's language."""


def notebook_at(path: Path) -> tuple[Path, str]:
    """The file to read where a notebook is expected at `path`, and a remark when it is another one.

    Raises:
        MissingNotebookError: when there is none, or no way to tell which.
    """
    if is_plain(path):
        return path, ""
    if kind := kind_of(path):
        raise MissingNotebookError(SPECIAL.format(name=path.name, kind=translator("nl")(kind)))
    others = _notebooks_in(path.parent)
    own = [other for other in others if path.stem in other.name]
    if len(others) == 1 or len(own) == 1:
        other = (own if len(own) == 1 else others)[0]
        return other, OTHER_NAME.format(name=path.name, other=other.relative_to(path.parent))
    if others:
        names = ", ".join(str(other.relative_to(path.parent)) for other in others[:5])
        raise MissingNotebookError(SEVERAL.format(name=path.name, count=len(others), others=names))
    raise MissingNotebookError(NONE.format(name=path.name))


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
