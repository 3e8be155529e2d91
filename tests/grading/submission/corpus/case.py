"""What a case is, and what making one needs."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from course.answers import MIME_TYPE, Record
from course.exercise import Answer
from tests.fixture import NAME
from tests.grading.course import Course

Counting = dict[str, Answer] | None
"""The answers that should count, by exercise; None when the hand-in should be refused."""


@dataclass(frozen=True)
class Case:
    """One hand-in.

    Attributes:
        group: under which heading it stands in the table.
        what: what was handed in, in the instructor's language.
        make: hands it in, and returns what should count.
        who: name of the participant, which is also the name of the folder.
        alone: whether a command line can name this participant.
    """

    group: str
    what: str
    make: Callable[[HandIn], Counting]
    who: str
    alone: bool = True


CASES: list[Case] = []


def case(group: str, what: str, who: str = "", *, alone: bool = True) -> Callable:
    """Add the decorated function to `CASES`; without a name its participant is called after it."""

    def add(make: Callable[[HandIn], Counting]) -> Callable[[HandIn], Counting]:
        CASES.append(Case(group, what, make, who or make.__name__.replace("_", "-"), alone))
        return make

    return add


@dataclass
class HandIn:
    """Where one participant hands in, and what with."""

    course: Course
    who: str

    @property
    def folder(self) -> Path:
        return self.course.put(self.who)

    @property
    def place(self) -> Path:
        """The same place without a folder in it yet."""
        return self.course.make("course", "submitted", self.who) / NAME

    @property
    def half(self) -> dict[str, Answer]:
        return self.course.half()

    def record(self, name: str, answer: Any, saved: str = "", kind: str = "") -> dict[str, Any]:
        """A record that is the same in every run, saved at a moment that nobody else in the class has."""
        moment = (
            saved or f"2026-03-01T12:00:00.{zlib.crc32(self.who.encode('utf-8', 'replace')) % 10**6:06}+01:00"
        )
        known = self.course.checks.get(name)
        return asdict(Record(name, kind or (known.exercise.kind if known else "reflect"), moment, answer))

    def records(self, answers: dict[str, Answer], saved: str = "") -> dict[str, dict[str, Any]]:
        return {name: self.record(name, answer, saved) for name, answer in answers.items()}

    def notebook(self, answers: dict[str, Answer] | None = None, saved: str = "") -> dict[str, Any]:
        """The released notebook as plain data, with these answers in it."""
        notebook = json.loads(json.dumps(self.course.released()))
        records = self.records(self.half if answers is None else answers, saved)
        for cell in notebook["cells"]:
            if record := records.get(cell["id"]):
                data = {MIME_TYPE: record, "text/html": ""}
                cell["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
        return notebook

    def save(self, notebook: Any, name: str = f"{NAME}.ipynb", encoding: str = "utf-8") -> Path:
        return self.write(json.dumps(notebook, ensure_ascii=False).encode(encoding), name)

    def write(self, data: bytes, name: str = f"{NAME}.ipynb") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def keep(self, answers: dict[str, Answer], saved: str = "") -> None:
        """Put these in the folder ``answers``."""
        for name, record in self.records(answers, saved).items():
            self.write(json.dumps(record).encode(), f"answers/{name}.json")

    def trap(self, name: str) -> str:
        return self.course.trap(f"{self.who}-{name}".replace("/", "-"))
