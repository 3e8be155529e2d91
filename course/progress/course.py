"""How far the whole course is: every lesson and every assignment, where one was, and what comes back today."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from course.answers import Answers, SeenAnswers
from course.progress.standing import Standing, Task, standing_of

PRINCIPLES = ("reciprocity", "commitment", "social-proof", "liking", "authority", "scarcity", "unity")
"""In the order of their lessons, as the colours are called."""
FIRST_TEST = "00-begintoets"
NUMBER = re.compile(r"0([1-7])-")
FOUND = (OSError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, RecursionError)
"""What reading a file that anyone may have written can raise."""


@dataclass(frozen=True)
class SeenCourse:
    """Every notebook of the course by its path, in order.

    Attributes:
        lessons: by path.
        assignments: {name: (path, how far it is)}.
    """

    lessons: Mapping[str, Standing]
    assignments: Mapping[str, tuple[str, Standing]]

    @cached_property
    def done(self) -> frozenset[str]:
        """The ids of what is done. The first and the last test stand in two places: done in either is done."""
        every = (*self.lessons.values(), *(one for _path, one in self.assignments.values()))
        return frozenset(task.id for one in every for task in one.tasks if task.state == "done")

    def first_test(self) -> tuple[int, int]:
        """How many questions of the first test are done, and how many it has: in the lesson or in the assignment."""
        _path, handed_in = self.assignments.get(FIRST_TEST, ("", None))
        if handed_in is None:
            return 0, 0
        asked = {task.id for task in handed_in.tasks}
        return len(asked & self.done), len(asked)

    def principles(self) -> Iterator[tuple[str, str, Standing]]:
        """Each principle with the path of its lesson, and how far that is."""
        taken = set()
        for path, standing in self.lessons.items():
            number = NUMBER.match(path.rpartition("/")[2])
            if number and number[1] not in taken:  # a later one with that number is about all of them
                taken.add(number[1])
                yield PRINCIPLES[int(number[1]) - 1], path, standing

    def where_one_was(self) -> tuple[str, Standing, Task] | None:
        """The next thing to do after what was answered last; None when nothing was, or nothing is left.

        On from there to the end of the course, and only then back to what was passed over. What was passed over in an
        assignment comes at once, for it is handed in; but none is begun without being asked for.
        """
        every = [*self.lessons.items(), *self.assignments.values()]
        moments = [max((task.moment for task in one.tasks), default=0) for _path, one in every]
        if not any(moments):
            return None
        last = moments.index(max(moments))
        path, standing = every[last]
        own = _steps(path, standing)
        at = max(range(len(own)), key=lambda place: own[place][2].moment, default=0)
        lessons = list(self.lessons.items())
        before = own[:at]
        if path in self.lessons:
            before, after = [], lessons[last + 1 :]
        else:
            after = lessons[self._lesson_of(path, standing) + 1 :]
        ahead = (step for one in (*after, *lessons) for step in _steps(*one))
        return next((step for step in (*own[at:], *before, *ahead) if step[2].id not in self.done), None)

    def _lesson_of(self, path: str, assignment: Standing) -> int:
        """Which lesson an assignment belongs to; -1 for none."""
        name = Path(path).stem
        return next((at for at, lesson in enumerate(self.lessons) if belongs(name, assignment, lesson)), -1)


def belongs(name: str, assignment: Standing, lesson: str) -> bool:
    """Whether an assignment, of this `name`, belongs to the lesson at that path."""
    return Path(lesson).stem in (name, assignment.lesson)


def _steps(path: str, standing: Standing) -> list[tuple[str, Standing, Task]]:
    return [(path, standing, task) for part in standing.main for task in part.tasks]


def seven(course: SeenCourse) -> dict[str, Any]:
    """How far each principle and the first test are, as JSON for the drawing of both."""
    done, total = course.first_test()
    return {
        "principles": [
            {
                "name": name,
                "title": standing.title,
                "path": path,
                "parts": [
                    {"title": part.title, "done": part.done, "total": len(part.tasks)}
                    for part in standing.main
                ],
            }
            for name, path, standing in course.principles()
        ],
        "test": {"done": done, "total": total},
    }


def _notebook(path: Path) -> Any:
    return json.loads(path.read_bytes())


def _answers(path: Path) -> Answers:
    return SeenAnswers(path.parent / "answers")


def seen_course(
    folder: Path,
    language: str,
    today: date,
    opened: Path | None = None,
    load: Callable[[Path], Any] = _notebook,
    beside: Callable[[Path], Answers] = _answers,
) -> SeenCourse:
    """The course in `folder` as it is seen in `opened`, the folder that paths are told from.

    An assignment that was fetched stands in `opened` by its name; it goes before the one in the course.

    Args:
        folder: with the start page in it.
        language: of the lessons.
        today: for the cards that come back.
        opened: `folder`, or one above it.
        load: gives the JSON of a notebook, or raises one of `FOUND`.
        beside: gives the answers beside a notebook, or raises alike.
    """
    opened = opened or folder

    def seen(paths: Iterable[Path]) -> dict[str, tuple[str, Standing]]:
        found = {}
        for path in paths:
            try:
                standing = standing_of(load(path), beside(path), today)
            except FOUND:
                continue
            found[path.stem] = path.relative_to(opened).as_posix(), standing
        return found

    lessons = seen(sorted((folder / "modules" / language).glob("0*.ipynb")))
    own = [path.parent for path in sorted((folder / "exercises" / language).glob("0*/0*.ipynb"))]
    names = sorted({path.name for path in own})
    assignments = seen(folder / "exercises" / language / name / f"{name}.ipynb" for name in names)
    assignments |= seen(opened / name / f"{name}.ipynb" for name in names)
    return SeenCourse(dict(lessons.values()), {name: assignments[name] for name in sorted(assignments)})
