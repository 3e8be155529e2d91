"""Whether somebody else handed in the very same answers, saved at the very same moment.

Two people can give the same answer; they do not save it in the same microsecond. So equal records mean that one hand-in
stands under two names, or that a file was passed on. Each graded hand-in adds its records to one list, of which only
what is new is read: the price does not grow with the class, also when one hand-in alone is graded again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from course.answers import Record
from course.grading.submission.plain_file import NotPlainError, read_plain
from course.i18n import Message

LIST = ".saved-{assignment}.txt"
MAX_NAMES = 3


def same_as(records: Iterable[Record], autograded: Path, student: str, assignment: str) -> list[Message]:
    """A remark on who handed in the same `records`; none when nobody did.

    Args:
        records: what `student` handed in, already put where it is made: of two at the same moment, one sees the other.
        autograded: the folder with everybody's graded work.
        student: their name.
        assignment: its name.
    """
    mine = {_mark(record): record for record in records if "." in record.saved and record.answer}
    if not mine:
        return []
    known = _listed(autograded / LIST.format(assignment=assignment))
    known.add((mark, student) for mark in mine if student not in known.seen.get(mark, ()))
    names: set[str] = set()
    count, are_more = 0, False
    for mark, record in mine.items():
        others = known.seen.get(mark, set()) - {student}
        are_more |= len(others) > MAX_NAMES
        asked = (others & names) or set(sorted(others)[:MAX_NAMES])
        same = {other for other in asked if _has(autograded / other / assignment, record)}
        names |= same
        count += bool(same)
    if not names:
        return []
    same_records = Message.plural(
        "One of the answers is", "{n} of the {all} answers are", count, all=len(mine)
    )
    told_names = ", ".join(sorted(names))
    told = Message(
        "{these} the same as with {names}, and saved at the very same moment. See whether the work stands under the "
        "right name, or ask the participants how this can be.",
        these=Message("All answers are") if count == len(mine) else same_records,
        names=Message("{names} and others", names=told_names) if are_more else told_names,
    )
    return [told]


def _mark(record: Record) -> str:
    what = json.dumps([record.exercise, record.saved, record.answer], sort_keys=True)
    return hashlib.sha256(what.encode()).hexdigest()[:24]


def making(place: Path) -> Path:
    """Where a graded hand-in is made before it takes its `place`."""
    return place.with_name(f".making-{place.name}")


def _has(place: Path, record: Record) -> bool:
    """Whether the graded work at `place`, or what is on its way there, still has this record."""
    for folder in (making(place), place):  # in this order: it may move from the first to the second meanwhile
        try:
            found = Record.loads(read_plain(folder / "answers" / f"{record.exercise}.json", 2_000_000))
        except (OSError, NotPlainError):
            continue
        if found is not None and (found.saved, found.answer) == (record.saved, record.answer):
            return True
    return False


class _Marks:
    """The list of one assignment as far as it was read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.offset = 0
        self.seen: dict[str, set[str]] = {}

    def add(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Append `pairs` in one write, so that others who append at the same moment do not break it; then read."""
        lines = "".join(f"{mark}\t{student}\n" for mark, student in pairs)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if lines:
            with self.path.open("ab", buffering=0) as file:
                file.write(lines.encode())
        self.read()

    def read(self) -> None:
        """Read what was appended since the last time."""
        try:
            with self.path.open("rb") as file:
                if self.path.stat().st_size < self.offset:  # made anew
                    self.offset, self.seen = 0, {}
                file.seek(self.offset)
                data = file.read()
        except FileNotFoundError:
            self.offset, self.seen = 0, {}
            return
        whole = data[: data.rfind(b"\n") + 1]
        self.offset += len(whole)
        for line in whole.decode("utf-8", "replace").split("\n")[:-1]:
            mark, _tab, student = line.partition("\t")
            self.seen.setdefault(mark, set()).add(student)


_LISTS: dict[Path, _Marks] = {}


def _listed(path: Path) -> _Marks:
    marks = _LISTS.setdefault(path, _Marks(path))
    marks.read()
    return marks
