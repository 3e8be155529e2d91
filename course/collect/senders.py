"""Whose file is this? What learning platforms make of a file name when an instructor downloads all hand-ins.

Moodle (``mod/assign/classes/downloader.php``): ``<name>_<number>_assignsubmission_file_/<path>``, or the same in one
name when downloaded without folders. Underscores in the name have become spaces. The number is that of the hand-in in
this assignment alone; with hidden names the name is *Participant* or *Deelnemer*. A group's number may be absent.

Canvas (``lib/content_zipper.rb``): ``<sortable name>[_LATE]_<user>_<file>_<file name>``, the name in lower case without
spaces or signs; ``anon_<code>`` instead when names are hidden. The user's number is the same in every assignment.
A second attempt has ``-1`` behind its name, a third ``-2``. Typed text is ``…_text.html``, a link ``…_link.html``.

Brightspace: ``<user>-<assignment> - <name> - <date>/<path>``, or all in one name with `` - `` between, and an
``index.html`` that lists them. The date is in the instructor's language and clock, its hours and minutes without a
colon: ``Mar 3, 2026 145 PM``, ``05 March 2026 612 PM``, ``3 mrt. 2026 1345``. Each attempt has a folder of its own.

Other files are understood when they are named ``<name>_…_<assignment>.ipynb``, or stand in a folder (or an archive)
with the name of the participant. Nothing that a participant can put in a file's own name is looked at before what the
platform put in front of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from course.collect.names import as_folder

MOODLE = re.compile(
    r"(?P<name>[^_]+)(?:_(?P<number>\d{1,19}))?_assignsubmission_(?P<kind>file|onlinetext)(?:_(?P<rest>.*))?",
    re.DOTALL,
)
CANVAS = re.compile(r"(?P<name>\w*?)(?:_LATE)?_(?P<number>[1-9]\d{0,18})_[1-9]\d*_(?P<rest>.+)", re.DOTALL)
CANVAS_HIDDEN = re.compile(r"(?:LATE_)?(?P<name>anon_[^\W_]+)_[1-9]\d*_(?P<rest>.+)", re.DOTALL)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januari",
            "feb february februari",
            "mar march mrt maart",
            "apr april",
            "may mei",
            "jun june juni",
            "jul july juli",
            "aug august augustus",
            "sep sept september",
            "oct october okt oktober",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
BRIGHTSPACE = re.compile(
    r"(?P<number>\d{1,19})-\d+ - (?P<name>.+?) - "
    r"(?:(?P<day>\d{1,2}) (?P<month>[A-Za-z]{3,9})\.?|(?P<month_first>[A-Za-z]{3,9})\.? (?P<day_second>\d{1,2}),?)"
    r",? (?P<year>\d{4}),? (?P<hour>\d{1,2}):?(?P<minute>\d{2})(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?: - (?P<rest>.+))?",
    re.DOTALL,
)


@dataclass(frozen=True)
class Sender:
    """Who handed in a file.

    Attributes:
        name: as the platform or the instructor wrote it, safe as the name of a folder.
        number: the platform's own, at most 19 digits; empty when there is none.
        lasting: whether that number is the same in every assignment.
        sent: when it was handed in; None when the platform does not say.
        inside: the file as the participant called it, with its folders.
    """

    name: str
    number: str
    lasting: bool
    sent: datetime | None
    inside: PurePosixPath

    @property
    def folder(self) -> str:
        """Name and number together: never the same for two people of one platform."""
        return f"{self.name}-{self.number}" if self.number else self.name

    @property
    def key(self) -> tuple[str, str]:
        """The same for two files of the same person, and different for two people of the same name."""
        return self.name.casefold(), self.number


def sender_of(path: PurePosixPath, assignment: str) -> Sender | None:
    """Who handed in the file at `path`; None when its name does not tell.

    Args:
        path: relative to the folder where downloads were unpacked; an archive is a folder there.
        assignment: the name of the assignment.
    """
    return on_platform(path) or _loose(path, assignment)


def on_platform(path: PurePosixPath) -> Sender | None:
    """Who handed in the file at `path`, as a learning platform wrote it; None when none did."""
    for depth, part in enumerate(path.parts):
        for read in (_moodle, _brightspace, _canvas):
            if sender := read(part, path.parts[depth + 1 :]):
                return sender
    return None


def _sender(
    name: str,
    number: str | None,
    lasting: bool,
    rest: str | None,
    below: tuple[str, ...],
    sent: datetime | None = None,
) -> Sender | None:
    folder = as_folder(name)
    inside = [part for part in (rest, *below) if part]
    return Sender(folder, number or "", lasting, sent, PurePosixPath(*inside)) if folder and inside else None


def _moodle(part: str, below: tuple[str, ...]) -> Sender | None:
    if found := MOODLE.fullmatch(part):
        return _sender(found["name"], found["number"], False, found["rest"], below)
    return None


def _canvas(part: str, below: tuple[str, ...]) -> Sender | None:
    if found := CANVAS_HIDDEN.fullmatch(part):
        return _sender(found["name"], "", True, found["rest"], below)
    if found := CANVAS.fullmatch(part):
        return _sender(found["name"] or found["number"], found["number"], True, found["rest"], below)
    return None


def _brightspace(part: str, below: tuple[str, ...]) -> Sender | None:
    found = BRIGHTSPACE.fullmatch(part)
    if not found:
        return None
    return _sender(found["name"], found["number"], True, found["rest"], below, _date_in(found))


def _date_in(found: re.Match[str]) -> datetime | None:
    month = MONTHS.get((found["month"] or found["month_first"]).lower())
    day, hour = int(found["day"] or found["day_second"]), int(found["hour"])
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"].lower() == "p")
    try:
        local = datetime(int(found["year"]), month or 0, day, hour, int(found["minute"]))
    except ValueError:
        return None
    return local.astimezone(UTC)  # written in the clock of whoever downloaded it: this one


def _loose(path: PurePosixPath, assignment: str) -> Sender | None:
    *folders, file = path.parts
    stem, _number = without_copies(file, assignment)
    name, mark, _rest = stem.partition("_")
    if mark and stem.endswith(assignment) and name.strip():
        return _sender(name, "", True, file, ())
    for depth in range(len(folders) - 1, 0, -1):
        folder = folders[depth]
        if folder != "answers" and without_copies(folder, assignment)[0] != assignment:
            return _sender(folder, "", True, None, path.parts[depth + 1 :])
    return None


def sender_of_all(path: PurePosixPath) -> Sender | None:
    """The archive that `path` came out of, as the participant whose name it has."""
    return _sender(path.parts[0], "", True, None, path.parts[1:])


COPY = re.compile(
    r"(.+?)(?: ?\((\d{1,3})\)|-(\d{1,2})|(?: ?- ?|-)(?:Copy|Kopie) ?(\d{0,2})|_(\d{1,2}))", re.IGNORECASE
)


def without_copies(file: str, assignment: str) -> tuple[str, int]:
    """The name of a notebook without its extension and without what marks a copy, and the number of that copy.

    ``01-w (2).ipynb``, ``01-w-2.ipynb`` and ``01-w-Copy2.ipynb`` are all ``("01-w", 2)``.
    """
    stem = re.sub(r"\.ipynb$", "", file, flags=re.IGNORECASE).strip()
    number = 0
    while not stem.endswith(assignment) and (found := COPY.fullmatch(stem)):
        stem, number = found[1], max(number, *(int(one or 0) for one in found.groups()[1:]))
    return stem, number


def is_notebook(file: str) -> bool:
    """Whether a file is called a notebook."""
    return file.lower().endswith(".ipynb")
