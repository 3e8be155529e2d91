"""The instructor's notebook as it was generated, with its hidden checks: what every hand-in is graded with."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.nbgraderformat import MetadataValidator

from course.assignment import Assignment, assignment_in, exercise_of, grade_id, is_by_hand
from course.errors import CourseError
from course.grading.places import folder_of
from course.i18n import Message


@dataclass(frozen=True, eq=False)
class Released:
    """One assignment as it was handed out, beside what only the instructor has of it.

    Attributes:
        name: of the assignment, its folder and its notebook.
        notebook: with its checks; not to be changed.
        assignment: the same, read as data.
        given: the text of every cell as participants got it: of a check there is no more than its first line.
        folder: where every assignment was released; None where only this one is known.
    """

    name: str
    notebook: NotebookNode
    assignment: Assignment
    given: frozenset[str]
    folder: Path | None = None

    @cached_property
    def open_cells(self) -> Mapping[str, str]:
        """The text of each cell in which a participant may write, by its exercise."""
        return {exercise_of(grade_id(cell)): cell.source for cell in self.notebook.cells if is_by_hand(cell)}

    @cached_property
    def names(self) -> frozenset[str]:
        """Nbgrader's name of every cell that has one."""
        return frozenset(filter(None, map(grade_id, self.notebook.cells)))

    def has(self, name: str, source: str) -> bool:
        """Whether a cell with this name and text is one of this assignment and of no other.

        Other assignments have the same words in their other cells, and in their checks as far as these were given.
        """
        return name in self._own_names or source in self._own_sources

    def others_with(self, exercises: Collection[str]) -> list[str]:
        """The names of the other assignments that have one of these `exercises`."""
        paths = sorted(self.folder.glob("*/*.ipynb")) if self.folder else []
        return [
            path.stem
            for path in paths
            if path.stem == path.parent.name != self.name and not _cells_of(path).isdisjoint(exercises)
        ]

    @cached_property
    def _own_names(self) -> frozenset[str]:
        return frozenset(name for name in self.names if exercise_of(name) in self.assignment.exercises)

    @cached_property
    def _own_sources(self) -> frozenset[str]:
        return frozenset(
            cell.source for cell in self.notebook.cells if grade_id(cell) in self.assignment.exercises
        )


def _cells_of(path: Path) -> set[str]:
    return {grade_id(cell) for cell in nbformat.read(path, as_version=4).cells}


def released(coursedir: CourseDirectory, assignment: str) -> Released:
    """The `assignment` as participants got it.

    nbgrader puts back the cells of each hand-in that the gradebook keeps the source of. Here it is done once.

    Raises:
        CourseError: when it was not generated, or holds other code than the course's own.
    """
    path = folder_of(coursedir, "release_directory", ".", assignment) / f"{assignment}.ipynb"
    try:
        generated = path.stat()
        return _restored(path, coursedir.db_url, generated.st_mtime_ns, generated.st_size)
    except MissingEntry:
        told = Message(
            "The gradebook does not have {assignment}; it may be a new one. Make the assignment again: 'nbgrader "
            "generate_assignment {assignment} --force'.",
            assignment=assignment,
        )
        raise CourseError(told) from None
    except FileNotFoundError:
        told = Message(
            "{path} is missing. Make the assignment first: 'nbgrader generate_assignment {assignment}'.",
            path=path,
            assignment=assignment,
        )
        raise CourseError(told) from None


@lru_cache(maxsize=16)
def _restored(path: Path, db_url: str, *_version: int) -> Released:
    notebook = nbformat.read(path, as_version=4)
    given = frozenset(cell.source for cell in notebook.cells)
    with Gradebook(db_url) as book:
        kept = book.find_notebook(path.stem, path.stem)
        notebook.metadata["kernelspec"] = json.loads(kept.kernelspec or "{}")
        sources = {cell.name: cell for cell in kept.source_cells}
        for cell in notebook.cells:
            if source := sources.get(grade_id(cell)):
                cell.metadata.nbgrader["checksum"] = source.checksum
                if source.locked:
                    cell.source = source.source
    MetadataValidator().validate_nb(notebook)
    return Released(path.stem, notebook, assignment_in(notebook), given, path.parents[1])
