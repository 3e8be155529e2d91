"""One download on disk, sorted out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from course.collect.downloads import Heap, sort_out
from course.collect.people import ClassList, Person

NAME = "01-wederkerigheid"


@dataclass(frozen=True)
class Download:
    """What an instructor put in the folder at one moment.

    Attributes:
        group: under which heading it stands in the table, such as the platform.
        what: what it shows.
        files: for each file the folder of whom it must become; empty when that cannot be told.
        people: the class list, when there is one.
    """

    group: str
    what: str
    files: Mapping[str, str]
    people: Sequence[Person] = ()


def sorted_out(files: Sequence[str], folder: Path, people: Sequence[Person] = ()) -> Heap:
    """What comes of these `files`, each with its own path for content."""
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return sort_out(folder, NAME, people=ClassList(people, bool(people)))


def owners(heap: Heap) -> dict[str, str]:
    """{content of a notebook that counts: the folder that it was put in}."""
    return {path.read_text("utf-8"): one.student for one in heap.uploads for path in one.files.values()}
