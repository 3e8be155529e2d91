"""A manuscript becomes a notebook.

What JupyterLab and nbgrader need (cell ids, folded code, checks, points in headings, the overview of a hand-in)
follows from the blocks, so it is added here and nowhere by hand.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.authoring.block import ByHand
from course.authoring.code import (
    check_code,
    exercise_code,
    filter_code,
    import_code,
    overview_code,
    seven_code,
)
from course.authoring.errors import AuthoringError, Mistake
from course.authoring.manuscript import PART, PART_MINUTES, Manuscript, Place, Statements, Written
from course.authoring.markdown import Prose
from course.authoring.opening import manuscript
from course.authoring.rubric import points, rubric_lines
from course.authoring.sources import cited
from course.authoring.statements import (
    Lesson,
    Use,
    below_exercise,
    grounds,
    said_at,
    sections,
    strengths,
    with_sources,
)
from course.first_lines import CellRole, first_line
from course.i18n import Message

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
FIXED = {"editable": False, "deletable": False}
COLLAPSED = "jp-MarkdownHeadingCollapsed"
"""Folds what stands under a heading, up to the next one as high; its cells still run with all others."""
HEADING = re.compile(r"^(#{1,6} .*?)[ \t]*$", re.MULTILINE)
SEVEN = "{{ seven }}"
"""Between two breaks (``+++``): the rings of the seven principles."""
DERIVED = re.compile(r"\{\{ *([\w-]+) *\}\}")


def notebook_from(path: Path) -> NotebookNode:
    """The notebook for the text at `path`. The same text always gives the same notebook.

    Raises:
        AuthoringError: with file, line, field and what is wrong, for every mistake.
    """
    return Builder(manuscript(path)).notebook()


class Builder:
    """Makes the cells of one notebook, in order."""

    def __init__(self, text: Manuscript) -> None:
        self.text, self.t = text, text.t
        self.taken: set[str] = set()
        self._sittings = iter(text.sittings)
        self._part = ""
        self.uses: list[Use] = []

    def notebook(self) -> NotebookNode:
        """The whole."""
        header = self.text.header.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
        made = new_notebook(cells=list(self._cells()))
        made.metadata = NotebookNode(
            {
                "course": {**header, "minutes": self.text.minutes},
                "kernelspec": KERNEL,
                "language_info": {"name": "python"},
            }
        )
        made.nbformat, made.nbformat_minor = 4, 5
        return made

    def _cells(self) -> Iterator[NotebookNode]:
        is_set_up = False
        for part in self._with_points():
            if isinstance(part, Statements):
                yield from self._statements()
                continue
            is_seven = isinstance(part, Prose) and part.text == SEVEN
            if isinstance(part, Prose) and not is_seven:
                yield self._prose(part)
                continue
            if not is_set_up:
                is_set_up = True
                yield self._setup()
            if isinstance(part, Written):
                yield from self._exercise(part)
            else:
                yield self._code("seven", "exercise", seven_code(self.t.language))
        if self.text.is_assignment:
            exercises = [one.exercise for one in self.text.exercises]
            yield self._code("overview", "exercise", overview_code(exercises, self.t.language))

    def _with_points(self) -> list[Prose | Written]:
        """The parts, with in each heading what stands under it is worth."""
        parts: list[Prose | Written] = list(self.text.parts)
        at, worth = -1, 0.0

        def close() -> None:
            prose = parts[at]
            if at < 0 or not worth or not isinstance(prose, Prose):
                return
            heading = list(HEADING.finditer(prose.text))[-1]
            told = f"{heading[1]} ({points(worth, self.t)})"
            parts[at] = Prose(prose.text[: heading.start()] + told + prose.text[heading.end() :], prose.line)

        for count, part in enumerate(self.text.parts):
            if isinstance(part, Written):
                worth += part.points
            elif HEADING.search(part.text):
                close()
                at, worth = count, 0.0
        close()
        return parts

    def _prose(self, part: Prose) -> NotebookNode:
        text = (
            part.text if self.text.is_assignment else with_sources(part, self.t.language, self.text.figures)
        )
        text = PART.sub(self._with_minutes, text)
        text = DERIVED.sub(lambda found: self._derived(found[1], part), text)
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        metadata: dict[str, Any] = dict(FIXED)
        extra = self.t("More practice")
        if text.split("\n", 1)[0] == f"## {extra}":
            metadata[COLLAPSED] = True
        name = self._unique(f"text-{digest}")
        self._lean(name, (number.id for number in part.numbers))
        return new_markdown_cell(text, id=name, metadata=metadata)

    def _lean(self, cell: str, numbers: Iterable[str], shown: Iterable[str] = ()) -> None:
        """Remember what a cell leans on: numbers, and statements that it shows itself."""
        found = [one.statement.id for one in grounds(numbers, self.t.language, self.text.figures)]
        self.uses += [Use(one, cell, self._part) for one in dict.fromkeys([*shown, *found])]

    def _with_minutes(self, heading: re.Match[str]) -> str:
        """The heading of a part, the next one, with what stands for ``{{ part }}`` in it."""
        self._part = heading[1].partition(" · {{")[0]
        minutes = round(next(self._sittings).minutes)
        return PART_MINUTES.sub(str(max(1, minutes)), heading[0])

    @cached_property
    def _values(self) -> Mapping[str, Any]:
        """What stands for each ``{{ name }}``."""
        minutes = self.text.minutes
        return {
            "reading": minutes["reading"],
            "exercises": minutes["exercises"],
            "minutes": sum(minutes.values()),
            "points": points(self.text.points, self.t),
            "tasks": len(self.text.exercises),
            "goals": "\n".join(f"- {goal}" for goal in self.text.header.goals.values()),
            "strengths": strengths(self.t),
            "sources": "\n".join(f"- {source}" for source in cited(self.text)),
        }

    def _derived(self, name: str, part: Prose) -> str:
        if name not in self._values:
            known = ", ".join(self._values)
            what = Message("Nothing is called {name} here. There is: {known}.", name=name, known=known)
            raise AuthoringError(self.text.path, [Mistake(part.line, what)], self.t)
        return str(self._values[name])

    def _setup(self) -> NotebookNode:
        names = {type(one.exercise).__name__ for one in self.text.exercises}
        if self.text.is_assignment:
            names.add("Overview")
        if any(isinstance(part, Prose) and part.text == SEVEN for part in self.text.parts):
            names.add("Seven")
        return self._code("setup", "setup", import_code(sorted(names)))

    def _exercise(self, one: Written) -> Iterator[NotebookNode]:
        exercise, name = one.exercise, one.exercise.id
        if not self.text.is_assignment:
            yield self._code(name, "exercise", exercise_code(exercise))
            yield from self._sources_of(one)
            return
        shown = replace(exercise, key=None, reasons={})  # as participants get it
        hidden_goal = ""
        if self.text.header.test:
            shown, hidden_goal = replace(shown, goal=""), exercise.goal
        yield self._code(name, "exercise", exercise_code(shown))
        worth = one.block.points or 0
        check = check_code(shown, worth, exercise.key, exercise.reasons, one.block.model(), hidden_goal)
        yield self._code(f"{name}-check", "check", check, points=worth)
        if one.block.by_hand:
            yield self._open_answer(one, one.block.by_hand)

    def _sources_of(self, one: Written) -> Iterator[NotebookNode]:
        """A line below an exercise that prints numbers, unless a figure in it has their source."""
        name, figures = one.exercise.id, one.block.figures()
        numbers = [*(number.id for number in one.numbers), *one.block.numbers()]
        said = said_at(name, self.t.language)
        self._lean(name, numbers, [*figures, *(one.statement.id for one in said)])
        all_of_it = [*grounds(numbers, self.t.language, self.text.figures), *said]
        found = [one for one in all_of_it if one.statement.id not in figures]
        if found:
            yield new_markdown_cell(
                below_exercise(found), id=self._unique(f"{name}-source"), metadata=dict(FIXED)
            )

    def _statements(self) -> Iterator[NotebookNode]:
        """All that the lessons in this language lean on, each in a cell with its id, and a way to choose from them."""
        lessons = []
        for path in Place(self.text.path).lessons:
            if path != self.text.path:
                builder = Builder(manuscript(path))
                builder.notebook()
                lessons.append(Lesson(path.stem, builder.text.header.title, builder.uses))
        titles = {lesson.name: lesson.title for lesson in lessons if lesson.uses}
        yield self._code("filter", "setup", filter_code(titles, self.t.language))
        for title, entries in sections(self.t.language, lessons):
            yield new_markdown_cell(
                f"## {title}",
                id=self._unique(f"from-{title.lower()}".replace(" ", "-")),
                metadata=dict(FIXED),
            )
            for id, told in entries:
                yield new_markdown_cell(told, id=self._unique(id), metadata=dict(FIXED))

    def _code(self, name: str, role: CellRole, source: str, *, points: float | None = None) -> NotebookNode:
        metadata: dict[str, Any] = {**FIXED, "jupyter": {"source_hidden": True}}
        if self.text.is_assignment:
            metadata["nbgrader"] = nbgrader(name, points=points)
        return new_code_cell(
            f"{first_line(role, self.t)}\n{source}", id=self._unique(name), metadata=metadata
        )

    def _open_answer(self, one: Written, by_hand: ByHand) -> NotebookNode:
        name = f"{one.exercise.id}-open"
        title = self.t("Open answer")
        rubric = "\n".join("- " + line.replace("\n", "\n    - ") for line in rubric_lines(one.block, self.t))
        # nbgrader puts the participant's stub in this region; without one it would replace the rubric as well.
        told = self.t("(The model answer stands with the check above.)")
        region = f"### BEGIN SOLUTION\n{told}\n### END SOLUTION"
        metadata = {**FIXED, "nbgrader": nbgrader(name, points=by_hand.points, by_hand=True)}
        source = f"**{title}, {points(by_hand.points, self.t)}.** {by_hand.intro}\n\n{rubric}\n\n{region}"
        return new_markdown_cell(source, id=self._unique(name), metadata=metadata)

    def _unique(self, name: str) -> str:
        name = name[:60]
        candidates = [name, *(f"{name}-{n}" for n in range(2, 1000))]
        free = next(candidate for candidate in candidates if candidate not in self.taken)
        self.taken.add(free)
        return free


def nbgrader(name: str, *, points: float | None = None, by_hand: bool = False) -> dict[str, Any]:
    """Nbgrader's metadata: a locked cell, a check (`points`), or an open answer (`points`, `by_hand`)."""
    metadata: dict[str, Any] = {
        "grade": points is not None,
        "grade_id": name,
        "locked": not by_hand,
        "schema_version": 3,
        "solution": by_hand,
        "task": False,
    }
    if points is not None:
        metadata["points"] = int(points) if points == int(points) else points
    return metadata
