"""Whose file is this? What learning platforms make of a name when an instructor downloads all hand-ins.

A name counts only when the whole of it fits one row of `PATTERNS`, from a folder on: the outermost that fits, so that
nothing a participant can put in a file's own name is looked at before what the platform put in front of it. The name
of a person is never cut at an underscore, a hyphen or a space of its own. What fits no row may still stand in a folder
with somebody's name: `course.collect.folders`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import PurePosixPath
from unicodedata import normalize

from course.collect.copies import is_notebook, without_copies
from course.collect.names import as_folder

MOODLE, CANVAS, BRIGHTSPACE, BLACKBOARD = "Moodle", "Canvas", "Brightspace", "Blackboard"
TEAMS, ILIAS, GOOGLE, LOOSE = "Teams", "ILIAS", "Google", ""
ASSIGNMENT = "%assignment%"
"""Stands in a pattern for the name of the assignment."""
PER_ASSIGNMENT = (MOODLE,)
"""Platforms whose number is that of the hand-in in this assignment alone."""
DATE = (
    r"(?:(?P<day>\d{1,2}) (?P<month>[A-Za-z]{3,9})\.?|(?P<month_first>[A-Za-z]{3,9})\.? (?P<day_second>\d{1,2}),?)"
    r",? (?P<year>\d{4}),? (?P<hour>\d{1,2}):?(?P<minute>\d{2})(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
)
"""Brightspace writes it in the instructor's language and clock, hours and minutes without a colon."""


@dataclass(frozen=True)
class Pattern:
    """One way in which a platform names what was handed in.

    Attributes:
        pattern: of the whole path from some folder on, with groups `name` and `rest`, and where it has them `number`,
            `attempt` and parts of a date.
        example: a path that fits, for an assignment ``01-w``.
        source: where this is laid down, or how it is known.
    """

    platform: str
    pattern: str
    example: str
    source: str

    def compiled(self, assignment: str) -> re.Pattern[str]:
        """The expression for one assignment."""
        return re.compile(self.pattern.replace(ASSIGNMENT, re.escape(assignment)), re.DOTALL)


PATTERNS = (
    Pattern(
        MOODLE,  # a group's number may be absent; underscores in the name have become spaces
        # A folder that Moodle itself names has this once: twice, its beginning may be somebody else's.
        r"(?P<name>[^_/]+)(?:_(?P<number>\d{1,19}))?_assignsubmission_(?:file|onlinetext)"
        r"(?![^/]*_assignsubmission_(?:file|onlinetext)_?/)(?:[_/](?P<rest>.*))?",
        "Anna de Vries_12345_assignsubmission_file_/01-w.ipynb",
        "mod/assign/classes/downloader.php, with and without folders",
    ),
    Pattern(
        BRIGHTSPACE,  # each attempt has a folder of its own
        rf"(?P<number>\d{{1,19}})-\d+ - (?P<name>[^/]+?) - {DATE}(?:(?: - |/)(?P<rest>.+))?",
        "123-678 - Anna de Vries - 3 mrt. 2026 1345/01-w.ipynb",
        "D2L, Assignments > Download; folders, or all in one name",
    ),
    Pattern(
        BLACKBOARD,  # a username with an underscore can only be told from the title when that is the assignment's name
        rf"(?:{ASSIGNMENT}|[^_/]+(?=_[^_/]+_attempt_))_(?P<name>[^/]+?)_attempt_"
        r"(?P<stamp>\d{4}(?:-\d\d){5})(?:_|(?=\.txt$))(?P<rest>.+)",  # the text is Blackboard's own receipt
        "Opdracht 1_avries_attempt_2026-03-01-14-12-54_01-w.ipynb",
        "Blackboard Learn, Assignment File Download",
    ),
    Pattern(
        TEAMS,
        rf"(?:Submitted files/)+(?!Submitted files/)(?P<name>[^/]+)/{ASSIGNMENT}/(?:Version (?P<attempt>\d{{1,4}})/)?"
        r"(?P<rest>.+)",
        "Submitted files/Anna de Vries/01-w/Version 2/01-w.ipynb",
        "library Student Work in the SharePoint site of a class team",
    ),
    Pattern(
        CANVAS,
        r"(?:LATE_)?(?P<name>anon_[^\W_]+)_[1-9]\d*_(?P<rest>.+)",
        "anon_q7Xp2_98765_01-w.ipynb",
        "lib/content_zipper.rb, names hidden",
    ),
    Pattern(
        CANVAS,  # the name in lower case without spaces or signs; a second attempt has -1 behind the file's name
        r"(?P<name>\w*?)(?:_LATE)?_(?P<number>[1-9]\d{0,18})_[1-9]\d*_(?P<rest>.+)",
        "devriesanna_LATE_4312_98765_01-w.ipynb",
        "lib/content_zipper.rb",
    ),
    Pattern(
        ILIAS,  # each underscore is taken once, so that a long row of them takes no time
        r"(?P<name>[^/][^/_]*+_[^/][^/_]*+_[^/]+)_(?P<number>\d{1,19})/(?P<rest>.+)",
        "Vries_Anna de_avries_301/01-w.ipynb",
        "Modules/Exercise: <last name>_<first name>_<login>_<number>",
    ),
    Pattern(
        GOOGLE,
        rf"(?P<name>[^/]+) - (?P<rest>{ASSIGNMENT}\.ipynb)",
        "Anna de Vries - 01-w.ipynb",
        "Google Classroom, a copy for each student, in its folder in Drive",
    ),
    Pattern(
        LOOSE,  # also with the day of handing in, as in nbgrader's own example
        rf"(?!.*_(?:attempt|assignsubmission)_)(?P<name>[^/]+?)(?:_\d{{4}}-\d\d-\d\d)?_(?P<rest>{ASSIGNMENT})",
        "anna_de_vries_2026-03-01_01-w.ipynb",
        "docs/begeleiders/draaien.md: <name>_<assignment>.ipynb, without what marks a copy",
    ),
)
BY_FILE = (GOOGLE, LOOSE)
"""Here the file is named after a person. In a folder that may also be named after one, that does not tell."""
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


@dataclass(frozen=True)
class Sender:
    """Who handed in a file.

    Attributes:
        name: as the platform or the instructor wrote it.
        inside: the file as the participant called it, with its folders.
        platform: whose pattern it fits; empty for what a person named.
        number: the platform's own, at most 19 digits; empty when there is none.
        sent: when it was handed in; None when the platform does not say.
        attempt: which version it is; 0 when the platform does not say.
        place: the folders around it in the download, down to the one with their name where there is one. The same
            name in another place may be somebody else.
    """

    name: str
    inside: PurePosixPath
    platform: str = LOOSE
    number: str = ""
    sent: datetime | None = None
    attempt: int = 0
    place: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        """The name, safe as that of a folder. Of two names that differ it can be the same."""
        return as_folder(self.name)

    @property
    def folder(self) -> str:
        """Name and number together."""
        return f"{self.base}-{self.number}" if self.number else self.base

    @property
    def lasting(self) -> bool:
        """Whether the number is the same in every assignment."""
        return self.platform not in PER_ASSIGNMENT

    @property
    def key(self) -> tuple[str, str, str, tuple[str, ...]]:
        """The same for two files only when every sign of who sent them is the same."""
        return self.platform, self.name, self.number, self.place

    @property
    def label(self) -> str:
        """Name, number and place, for a person who must tell this one from another; a folder ends with a slash."""
        if self.place[-1:] == (self.name,):
            return "/".join((*self.place, ""))
        return "/".join((*self.place, f"{self.name} {self.number}".strip()))


def sender_of(path: PurePosixPath, assignment: str) -> Sender | None:
    """Who handed in the file at `path`; None when its name does not tell.

    Args:
        path: relative to the folder where downloads were unpacked; an archive is a folder there.
        assignment: the name of the assignment.
    """
    if sender := on_platform(path, assignment):
        return sender
    sender = named_after(path, assignment)
    return sender if sender and all(part in (path.parts[0], assignment) for part in sender.place) else None


def on_platform(path: PurePosixPath, assignment: str) -> Sender | None:
    """Who handed in the file at `path`, as a learning platform wrote it in front of it; None when none did."""
    for depth in range(len(path.parts)):
        below = "/".join(path.parts[depth:])
        for pattern, expression in _expressions(assignment):
            if pattern.platform not in BY_FILE and (found := expression.fullmatch(below)):
                return _sender(pattern.platform, found, path.parts[1:depth])
    return None


def named_after(path: PurePosixPath, assignment: str) -> Sender | None:
    """Whose name the notebook at `path` has by itself; None when it has nobody's."""
    if not is_notebook(path.name):
        return None
    subjects = {GOOGLE: path.name, LOOSE: without_copies(path.name, assignment)[0]}
    for pattern, expression in _expressions(assignment):
        found = expression.fullmatch(subjects.get(pattern.platform, ""))
        if found and (sender := _sender(pattern.platform, found, path.parts[1:-1])):
            return replace(sender, inside=PurePosixPath(path.name))
    return None


@cache
def _expressions(assignment: str) -> list[tuple[Pattern, re.Pattern[str]]]:
    return [(one, one.compiled(assignment)) for one in PATTERNS]


def _sender(platform: str, found: re.Match[str], place: tuple[str, ...]) -> Sender | None:
    has = found.groupdict(default="")
    number, inside = has.get("number", ""), has["rest"].strip("/")
    name = normalize("NFC", has["name"] or number)
    if not as_folder(name) or not inside:
        return None
    return Sender(
        name,
        PurePosixPath(inside),
        platform,
        number,
        _date_in(has),
        int(has.get("attempt") or 0),
        place,
    )


def _date_in(has: dict[str, str]) -> datetime | None:
    try:
        if stamp := has.get("stamp"):
            local = datetime(*map(int, stamp.split("-")))  # type: ignore[arg-type]
        elif has.get("year"):
            hour = int(has["hour"])
            if has["half"]:
                hour = hour % 12 + 12 * (has["half"].lower() == "p")
            month = MONTHS.get((has["month"] or has["month_first"]).lower(), 0)
            day = int(has["day"] or has["day_second"])
            local = datetime(int(has["year"]), month, day, hour, int(has["minute"]))
        else:
            return None
    except ValueError:
        return None
    return local.astimezone(UTC)  # written in the clock of whoever downloaded it: this one
