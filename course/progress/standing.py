"""How far one notebook is: its parts, and the exercises in them.

A cell is called after its exercise. So only of what was answered the cell is read, as grading reads it; of a lesson
that nobody began, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from course.answers import Answers, Record, copies_in, newest
from course.answers.record import is_id
from course.assignment import HEADING, WORTH, OtherCodeError, read
from course.exercise import Exercise
from course.overview import Progress, state_of

PART = re.compile(r"^## +(\S(?:.*\S)?)\s*$", re.MULTILINE)
TITLE = re.compile(r"^# +(\S(?:.*\S)?)\s*$", re.MULTILINE)
MINUTES = re.compile(r" · (\d+) \w+$")
"""Behind the heading of a part that has its own."""


@dataclass(frozen=True)
class Task:
    """One exercise.

    Attributes:
        id: its id, and that of its cell.
        title: the nearest heading above it, without points.
        state: how far it is.
        moment: when it was last answered, in seconds since 1970; 0 when it was not.
        due: how many cards of it come back today.
    """

    id: str
    title: str
    state: Progress = "open"
    moment: float = 0
    due: int = 0


@dataclass(frozen=True)
class PartSeen:
    """What stands under one heading of the second level, or above the first.

    Attributes:
        title: the heading, without its minutes.
        cell: the cell that it begins in.
        minutes: as its heading says; 0 when that says nothing.
        tasks: in order.
    """

    title: str
    cell: str
    minutes: int = 0
    tasks: list[Task] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(task.state == "done" for task in self.tasks)


@dataclass(frozen=True)
class Standing:
    """How far a notebook is; `minutes` is what it takes in all, `lesson` what an assignment belongs to."""

    title: str
    minutes: int
    lesson: str
    parts: list[PartSeen]

    @property
    def tasks(self) -> list[Task]:
        """Of all parts, in order."""
        return [task for part in self.parts for task in part.tasks]

    @property
    def main(self) -> list[PartSeen]:
        """The parts that everybody does: those with minutes, if any has; the rest is extra."""
        return [part for part in self.parts if part.minutes] or self.parts


def standing_of(notebook: Any, answers: Answers, today: date) -> Standing:
    """How far a notebook is, given as JSON, with what was answered: beside it, or in it as a copy.

    Raises:
        TypeError or KeyError: it is no notebook.
    """
    about = _mapping(notebook["metadata"].get("course"))
    minutes = sum(one for one in _mapping(about.get("minutes")).values() if isinstance(one, int))
    return Standing(
        str(about.get("title", "")),
        minutes,
        str(about.get("lesson", "")),
        [part for part in _parts(notebook, answers, today) if part.tasks],
    )


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _parts(notebook: Any, answers: Answers, today: date) -> Iterator[PartSeen]:
    part, heading = PartSeen("", ""), ""
    copies = copies_in(notebook)
    beside = set(answers.names())
    for cell in notebook["cells"]:
        name, source = str(cell.get("id", "")), "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            if found := HEADING.findall(source):
                heading = WORTH.sub("", found[-1])
            if title := PART.findall(source) or ([] if part.title else TITLE.findall(source)):
                yield part
                part = _part(title[-1], name)
        elif cell["cell_type"] == "code" and is_id(name) and f"'{name}'" in source:
            records = (answers.load(name) if name in beside else None, copies.get(name))
            part.tasks.append(_task(name, source, heading, newest(records).get(name), today))
    yield part


def _part(heading: str, cell: str) -> PartSeen:
    minutes = MINUTES.search(heading)
    return PartSeen(MINUTES.sub("", heading), cell, int(minutes[1]) if minutes else 0)


def _task(name: str, source: str, heading: str, record: Record | None, today: date) -> Task:
    exercise = _exercise(source) if record else None
    if record is None or exercise is None:
        return Task(name, heading)
    answer, _problems = exercise.read(record)
    state = state_of(*exercise.progress(answer))
    return Task(name, heading, state, record.moment, exercise.due(answer, today))


def _exercise(source: str) -> Exercise | None:
    """The exercise in a cell; None when it is another one than the course makes."""
    try:
        (shown,) = read((source,))
    except OtherCodeError:
        return None
    return shown if isinstance(shown, Exercise) else None
