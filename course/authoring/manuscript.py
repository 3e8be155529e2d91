"""A lesson or an assignment as its author wrote it: header, prose and checked blocks, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from course.authoring.block import Block
from course.authoring.header import Header
from course.authoring.markdown import PrintedNumber, Prose
from course.exercise import Exercise
from course.i18n import LANGUAGES, Translator, translator
from course.material import Node, count_read

WORDS_A_MINUTE = 200
PART = re.compile(r"^## +(.+?)[ \t]*$", re.MULTILINE)
"""The heading of a part: what one does in one go, with a place to stop at its end."""
PART_MINUTES = re.compile(r"\{\{ *part *\}\}")
"""In the heading of a part: its own minutes."""


@dataclass(frozen=True)
class Place:
    """Where a text stands: ``modules/<language>/<name>.md`` or ``solutions/<language>/<name>/<name>.md``."""

    path: Path

    @property
    def is_assignment(self) -> bool:
        """Whether it is handed in and graded."""
        return self.path.parents[2].name == "solutions"

    @property
    def language(self) -> str:
        """The language that its folder is for; the first one for a folder that is no language."""
        return self._folder.name if self._folder.name in LANGUAGES else LANGUAGES[0]

    @property
    def first(self) -> Path | None:
        """The same text in the first language; None for a text that is in that language itself."""
        if self.language == LANGUAGES[0]:
            return None
        return self._folder.parent / LANGUAGES[0] / self.path.relative_to(self._folder)

    @property
    def lessons(self) -> list[Path]:
        """The lessons in its language."""
        root = self._folder.parents[1]
        return sorted((root / "modules" / self._folder.name).glob("*.md"))

    def items(self, name: str) -> Path | None:
        """The text with this name whose exercises another may stand for: an assignment, or a list of them beside it."""
        solutions = self._folder.parents[1] / "solutions" / self._folder.name
        places = (solutions / f"{name}.md", solutions / name / f"{name}.md")
        return next((path for path in places if path.is_file()), None)

    @property
    def _folder(self) -> Path:
        return self.path.parents[1] if self.is_assignment else self.path.parent


@dataclass(frozen=True, kw_only=True)
class Sheet(Prose):
    """Material by itself: a text of HTML, made of the elements in `node`."""

    node: Node

    @property
    def words(self) -> int:
        """How many there are to read, and no tags."""
        return count_read(self.node)


@dataclass(frozen=True)
class Statements(Prose):
    """The place for everything that the course says about research; made from the data, and read one by one."""


@dataclass(frozen=True)
class Written:
    """An exercise in a manuscript, beside the block that it was written as.

    `borrowed` is one of an assignment that stands in a lesson too; its answer is kept under the same id.
    """

    block: Block
    exercise: Exercise
    line: int
    borrowed: bool = False
    numbers: tuple[PrintedNumber, ...] = ()

    @property
    def points(self) -> float:
        """What it is worth in all."""
        return (self.block.points or 0) + (self.block.by_hand.points if self.block.by_hand else 0)

    @property
    def seconds(self) -> float:
        """Honest time for it, with what there is to read in its material and after it."""
        read = count_read(self.exercise.drawn()) if self.exercise.material else 0
        read += len((self.block.after or "").split())
        return self.exercise.seconds() + 60 * read / WORDS_A_MINUTE


@dataclass
class Sitting:
    """A part of a text, from one ``##`` heading to the next; what stands above the first one is read with it.

    Attributes:
        title: the heading.
        words: to read.
        seconds: for the exercises.
    """

    title: str
    words: int = 0
    seconds: float = 0

    @property
    def minutes(self) -> float:
        """Honest time."""
        return self.words / WORDS_A_MINUTE + self.seconds / 60


@dataclass(frozen=True)
class Manuscript:
    """One text.

    Attributes:
        path: where it stands.
        header: its front matter.
        parts: prose and exercises, in order.
        numbers: the ids of the numbers of the evidence that it prints.
    """

    path: Path
    header: Header
    parts: list[Prose | Written]
    numbers: Iterable[str] = ()

    @property
    def t(self) -> Translator:
        """Words in the language of the text."""
        return translator(self.header.language)

    @property
    def is_assignment(self) -> bool:
        """Whether it is handed in and graded."""
        return Place(self.path).is_assignment

    @cached_property
    def exercises(self) -> list[Written]:
        """Its exercises in order."""
        return [part for part in self.parts if isinstance(part, Written)]

    @property
    def minutes(self) -> dict[str, int]:
        """Honest minutes of reading and of exercises."""
        words = sum(part.words for part in self.parts if isinstance(part, Prose))
        seconds = sum(one.seconds for one in self.exercises)
        return {"reading": max(1, round(words / WORDS_A_MINUTE)), "exercises": round(seconds / 60)}

    @property
    def core(self) -> list[Sitting]:
        """The parts that everybody does, in order. Extra practice and the sources come after them."""
        parts = takewhile(lambda part: part.title != self.t("More practice"), self.sittings)
        return [part for part in parts if part.title]

    @cached_property
    def sittings(self) -> list[Sitting]:
        """All parts in order; one without a title when there is no heading."""
        found = [Sitting("")]
        for one in self.parts:
            if isinstance(one, Written):
                found[-1].seconds += one.seconds
                continue
            if isinstance(one, Sheet):
                found[-1].words += one.words
                continue
            above, *below = PART.split(one.text)
            found[-1].words += len(above.split())
            for title, text in zip(below[::2], below[1::2], strict=True):
                if len(found) == 1 and not found[0].title:
                    found[0].title = title
                else:
                    found.append(Sitting(title))
                found[-1].words += len(text.split())
        return found

    @property
    def points(self) -> float:
        """What an assignment is worth."""
        return sum(one.points for one in self.exercises)

    @property
    def figures(self) -> list[str]:
        """The ids of the figures that it shows."""
        return [figure for one in self.exercises for figure in one.block.figures()]
