"""The folder with everybody's hand-ins: whose they are, and which cannot be graded because of where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from dateutil.parser import ParserError
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc

from course.errors import RefusedError
from course.grading.submission.parts import HOUSEKEEPING, TIMESTAMP
from course.grading.submission.plain_file import KINDS, NotPlainError, is_folder, kind_of, read_plain
from course.i18n import Message
from course.names import MAX_NAME, why_no_name
from course.printable import printable

NAMES = {
    r"\.": Message("starts with a full stop"),
    r"\s|.*\s$": Message("starts or ends with a space"),
    r".*[*?\[]": Message("holds *, ? or [, which nbgrader takes for wildcards"),
}
"""What the name of a folder may not be, and how to say it; what no name may be is in `course.names`."""
TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?( ?[A-Za-z0-9+:-]{1,10})?")
"""A time as nbgrader writes it. More is not read: its reader would open a file that is named as a time zone."""


def root_of(coursedir: CourseDirectory, step: str = "submitted_directory") -> Path:
    """The folder in which every participant has a folder for this `step`."""
    return Path(coursedir.root, getattr(coursedir, step))


def students(
    coursedir: CourseDirectory, assignment: str, wanted: str = "*", *, step: str = "submitted_directory"
) -> list[str]:
    """Who handed in `assignment`, in order, also who cannot be graded; or of whom there is something in another `step`.

    Args:
        coursedir: nbgrader's description of the course folder.
        assignment: its name.
        wanted: a name, or a pattern in which ``*`` stands for any name. A name is first taken as it is.
        step: of which folder.
    """
    root = root_of(coursedir, step)
    there = sorted(path.name for path in root.iterdir()) if root.is_dir() else []
    named = [wanted] if wanted in there else [name for name in there if fnmatchcase(name, wanted)]
    return [name for name in named if kind_of(root / name / assignment)]


def verify_place(coursedir: CourseDirectory, student: str, assignment: str) -> None:
    """See to it that a hand-in stands in a folder that can be graded.

    Raises:
        RefusedError: when its name cannot be used, or when it is no folder.
    """
    no_folder = (why for pattern, why in NAMES.items() if re.match(pattern, student, re.DOTALL))
    if why := next(no_folder, None) or why_no_name(student):
        raise RefusedError(
            Message(
                "The name of the folder {name} {why}. Give the folder in submitted another name and run "
                "‘course grade’ again.",
                name=_quoted(student),
                why=why,
            )
        )
    root = root_of(coursedir)
    for path in (root / student, root / student / assignment):
        if not is_folder(path):
            place, folder = (_shown(coursedir, one) for one in (path, root / student / assignment))
            raise RefusedError(
                Message(
                    "{place} is {kind} and not an ordinary folder. Remove it, make a folder {folder} and put the "
                    "notebook in that.",
                    place=place,
                    kind=kind_of(path) or KINDS[0],
                    folder=folder,
                )
            )


def _quoted(name: str) -> str:
    """A name that may not be shown as it is."""
    return ascii(name) if len(name) <= MAX_NAME else f"{printable(name[:20])}…"


def _shown(coursedir: CourseDirectory, path: Path) -> str:
    return printable(path.relative_to(coursedir.root))


def misplaced(coursedir: CourseDirectory, assignment: str) -> Iterator[Message]:
    """A message for each hand-in of `assignment` that stands where nbgrader does not look."""
    root = root_of(coursedir)
    for person in sorted(root.iterdir()) if root.is_dir() else []:
        names = [assignment, f"{assignment}.ipynb"]
        if person.name in names:
            wrong = [person]
        elif not is_folder(person) or kind_of(person / assignment) or person.name == HOUSEKEEPING:
            continue
        else:
            inner = [path for path in sorted(person.iterdir()) if path.name == names[1] or is_folder(path)]
            wrong = [path for path in inner if path.name == names[1] or kind_of(path / assignment)]
        for path in wrong:
            place = path if path.name in names else path / assignment
            yield Message(
                "{place} is in the wrong place and is not graded. Put it in submitted/<name>/{assignment}/.",
                place=_shown(coursedir, place),
                assignment=assignment,
            )


def read_timestamp(folder: Path) -> str:
    """When the hand-in in `folder` was collected, as nbgrader wrote it; empty when that is not there or no time."""
    try:
        text = read_plain(folder / TIMESTAMP, 200).decode("ascii").strip()
        return text if TIME.fullmatch(text) and parse_utc(text).year >= 2000 else ""
    except (OSError, NotPlainError, UnicodeError, ParserError, ValueError, OverflowError):
        return ""
