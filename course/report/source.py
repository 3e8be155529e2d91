"""What the instructor's own notebook tells about an assignment: headings, goals, exercises and keys."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from course.exercise import Exercise
from course.grading.autograde.assignment import Check, NotOnlyExercisesError, assignment_in
from course.grading.cells import grade_id
from course.grading.site import Site

POINTS = re.compile(r"\s*\([\d.,½]+\s+punt(en)?\)\s*$")
HEADING = re.compile(r"^#+\s+(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """An assignment as its author wrote it; empty when its notebook cannot be read."""

    title: str
    order: Sequence[str] = ()
    """Names of the cells, from top to bottom."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What to call each exercise."""
    goals: Mapping[str, str] = field(default_factory=dict)
    compare_with: str = ""
    """The assignment that was the start test of this one."""
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    checks: Mapping[str, Check] = field(default_factory=dict)
    without_answers: str = ""
    """Why the answers cannot be read; empty when they can."""

    def label(self, exercise: str) -> str:
        """What to call an exercise."""
        return self.labels.get(exercise, exercise)


def source_of(site: Site, assignment: str) -> Source:
    """The source of an assignment."""
    path = site.folder("source_directory", ".", assignment) / f"{assignment}.ipynb"
    return read(path, assignment)


def read(path: Path, assignment: str) -> Source:
    """The source at `path`; whatever is wrong with it is said in ``without_answers``."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:  # not there, not JSON, no notebook: the scores are worth a report without it
        why = "staat er niet" if isinstance(error, FileNotFoundError) else "is niet te lezen"
        return Source(assignment, without_answers=f"Het bronnotebook {path.name} {why}.")
    written = notebook.metadata.get("course", {})
    header: Mapping[str, Any] = written if isinstance(written, Mapping) else {}
    goals = header.get("goals")
    about: dict[str, Any] = {
        "title": str(header.get("title") or assignment),
        "order": [name for cell in notebook.cells if (name := grade_id(cell))],
        "goals": {str(goal): str(text) for goal, text in goals.items()} if isinstance(goals, Mapping) else {},
        "compare_with": str(header.get("compare_with") or ""),
    }
    try:
        found = assignment_in(notebook)
    except NotOnlyExercisesError:
        why = "Deze opdracht bevat gewone code. Alleen antwoorden op oefeningen van de cursus zijn te vergelijken."
        return Source(**about, labels=_labels(notebook, {}), without_answers=why)
    exercises = {one.id: one for one in found.shown if isinstance(one, Exercise)}
    exercises |= {name: check.exercise for name, check in found.checks.items() if name not in exercises}
    return Source(**about, labels=_labels(notebook, exercises), exercises=exercises, checks=found.checks)


def _labels(notebook: NotebookNode, exercises: Mapping[str, Exercise]) -> dict[str, str]:
    """The heading above each exercise, or its question when exercises share one."""
    above: dict[str, str] = {}
    heading = ""
    for cell in notebook.cells:
        name = grade_id(cell).removesuffix("-check").removesuffix("-open")
        if name and heading:
            above.setdefault(name, heading)
        if cell.cell_type == "markdown" and not name.endswith("-open"):
            headings = HEADING.findall(cell.source)
            heading = POINTS.sub("", headings[-1]) if headings else heading
    shared = Counter(above.values())
    asked = {name: one.question.split("\n\n")[0].strip() for name, one in exercises.items()}
    own = {name: text for name, text in above.items() if shared[text] == 1}
    return {**asked, **own}
