"""One stored answer, and when it was given."""

from __future__ import annotations

import json
import re
import time
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""An exercise id is also a file name: nothing that could be a path may pass."""
MAX_ID = 64
MAX_BYTES = 1_000_000
"""A file larger than this is no answer of ours."""
EARLIEST = datetime(2020, 1, 1).timestamp()
LATEST = 24 * 60 * 60
"""A clock that says it is before the course was made, or so many seconds from now, is wrong."""
MAX_DEPTH = 20
"""Our deepest answer has 4 levels; thousands of them would exhaust the stack of whoever copies it."""
MAX_VALUES = 10_000
"""Our largest answer has a fifth of that; half a million of them fit in a file, and take fifty times its size."""
VERSION = 1


def is_id(name: object) -> bool:
    """Whether `name` may be the id of an exercise, and so the name of a file."""
    return isinstance(name, str) and len(name) <= MAX_ID and ID.fullmatch(name) is not None


@dataclass(frozen=True)
class Checked:
    """The answer that was last checked in a lesson, and how many times one was."""

    answer: dict[str, Any]
    times: int

    @classmethod
    def parse(cls, data: Any) -> Checked | None:
        """The check in `data`, or None when it is not one. Its answer is still unchecked."""
        if not isinstance(data, dict) or not isinstance(data.get("answer"), dict):
            return None
        if not isinstance(data.get("times"), int) or _count(data["answer"], MAX_DEPTH) > MAX_VALUES:
            return None
        return cls(data["answer"], data["times"])


@dataclass(frozen=True)
class Record:
    """One stored answer, with what is needed to read it back years later.

    `saved` is local time in ISO 8601 with offset and microseconds.
    """

    exercise: str
    kind: str
    saved: str
    answer: dict[str, Any]
    version: int = VERSION
    checked: Checked | None = None

    @classmethod
    def made(
        cls,
        exercise: str,
        kind: str,
        answer: dict[str, Any],
        after: Record | None = None,
        checked: Checked | None = None,
    ) -> Record:
        """The record of an answer that is given now.

        Args:
            exercise: its id.
            kind: the kind of exercise.
            answer: in the kind's own JSON form.
            after: the record that it takes the place of. The new one is newer, also when the clock was put back
                since: then it says a microsecond later than that one.
            checked: the last check, if there was one.
        """
        now = datetime.fromtimestamp(time.time()).astimezone()
        record = cls(exercise, kind, now.isoformat(), answer, checked=checked)
        if after is None or record.rank > after.rank:
            return record
        try:
            later = datetime.fromisoformat(after.saved) + timedelta(microseconds=1)
        except (ValueError, OverflowError):  # nobody can say what comes after that
            return record
        return replace(record, saved=later.isoformat())

    @classmethod
    def parse(cls, data: Any) -> Record | None:
        """The record in `data`, or None when it is not one. Its answer is still unchecked."""
        if not isinstance(data, dict) or not is_id(data.get("exercise")):
            return None
        answer, kind, saved = data.get("answer"), data.get("kind"), data.get("saved")
        if not isinstance(answer, dict) or not isinstance(kind, str) or not isinstance(saved, str):
            return None
        if _count(answer, MAX_DEPTH) > MAX_VALUES:
            return None
        checked = Checked.parse(data.get("checked"))
        return cls(data["exercise"], kind[:40], saved[:40], answer, checked=checked)

    @classmethod
    def loads(cls, text: str | bytes) -> Record | None:
        """The record in JSON `text`, or None: too large, too deep, not JSON, not a record."""
        if len(text) > MAX_BYTES:
            return None
        try:
            return cls.parse(json.loads(text, parse_constant=_refuse_constant))
        except (ValueError, RecursionError):
            return None

    def dumps(self) -> str:
        """The record as JSON."""
        return json.dumps(self.data(), ensure_ascii=False, indent=1)

    def data(self) -> dict[str, Any]:
        """The record as plain data; what was never checked says nothing about it."""
        data = asdict(self)
        if self.checked is None:
            del data["checked"]
        return data

    @property
    def moment(self) -> float:
        """When it was saved, in seconds since 1970; 0 when that cannot be read."""
        try:
            return datetime.fromisoformat(self.saved).timestamp()
        except (ValueError, OverflowError, OSError):
            return 0.0

    @property
    def rank(self) -> tuple[bool, float]:
        """What the newest of several is chosen by; see `course.answers.newest`."""
        return self.has_right_clock, self.moment

    @property
    def has_right_clock(self) -> bool:
        """Whether it can have been saved when it says so."""
        return EARLIEST <= self.moment <= time.time() + LATEST


def _count(value: Any, levels: int) -> int:
    """How many values there are in `value`; more than `MAX_VALUES` when they are too many or too deep."""
    if not levels:
        return MAX_VALUES + 1
    count = 1
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        count += _count(one, levels - 1)
        if count > MAX_VALUES:
            break
    return count


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
