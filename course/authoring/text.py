"""One MyST Markdown text becomes one notebook.

The author writes prose, exercises and checks. What JupyterLab and nbgrader need on top (cell ids, folded code,
grades and points) follows from the text, so it is added here and nowhere by hand.
"""

from __future__ import annotations

import ast
import hashlib
import re
from pathlib import Path
from typing import Any

import jupytext
from nbformat import NotebookNode

HIDDEN = "### BEGIN HIDDEN TESTS"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}

FIRST_LINES = {
    "exercise": "# Oefening: kies in het menu Uitvoeren > Run All Cells",
    "check": "# Nakijken: hier hoef je niets te doen",
    "other": "# Voorbereiding: kies in het menu Uitvoeren > Run All Cells",
}
"""A folded cell shows its first line, so that line is written for the participant."""

SOLUTION_REGION = "### BEGIN SOLUTION\n(Het modelantwoord staat bij de controle hierboven.)\n### END SOLUTION"
"""nbgrader puts the participant's stub here; without such a region it would replace the rubric as well."""


class AuthoringError(ValueError):
    """The text cannot become a notebook; the message says where and why."""


def notebook_from(path: Path) -> NotebookNode:
    """The notebook for the text at `path`. The same text always gives the same notebook.

    Raises:
        AuthoringError: with the file, the cell and what is wrong with it.
    """
    try:
        notebook = jupytext.reads(path.read_text("utf-8"), fmt="md:myst")
    except Exception as error:  # jupytext and YAML raise many kinds; an author needs one sentence
        raise AuthoringError(f"{path}: this is not MyST Markdown: {error}") from error
    is_assignment = "solutions" in path.parts
    taken: set[str] = set()
    names: dict[str, str] = {}
    for cell in notebook.cells:
        try:
            metadata, name = _describe(cell, names, is_assignment)
        except (AuthoringError, SyntaxError) as error:
            raise AuthoringError(f"{path}: {error}, in the cell:\n{cell.source}") from error
        cell.metadata = NotebookNode(metadata)
        cell.id = _unique(name, taken)
    header = {key: value for key, value in notebook.metadata.items() if key != "jupytext"}
    notebook.metadata = NotebookNode(
        {"course": header, "kernelspec": KERNEL, "language_info": {"name": "python"}}
    )
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def _describe(cell: NotebookNode, names: dict[str, str], is_assignment: bool) -> tuple[dict[str, Any], str]:
    """Metadata and a name for one cell. `names` maps the variables met so far to exercise ids."""
    fixed = {"editable": False, "deletable": False}
    if cell.cell_type != "code":
        if "answer" in cell.metadata:
            metadata, name = _open_answer(cell, names)
            return {**fixed, **metadata}, name  # fixed: what was typed here would not be graded
        return fixed, "text-" + hashlib.sha256(cell.source.encode()).hexdigest()[:8]
    # "scrolled": without it, Notebook 7 puts a tall exercise in a box of its own that scrolls.
    folded = {**fixed, "jupyter": {"source_hidden": True}, "scrolled": False}
    made = _exercise_in(cell.source)
    if made:
        names[made[0]] = made[1]
    if HIDDEN in cell.source:
        name, points = _check_in(cell.source, names)
        cell.source = f"{FIRST_LINES['check']}\n{cell.source}"
        return {**folded, "nbgrader": nbgrader(f"{name}-check", points=points)}, f"{name}-check"
    name = made[1] if made else "code-" + hashlib.sha256(cell.source.encode()).hexdigest()[:8]
    cell.source = f"{FIRST_LINES['exercise' if made else 'other']}\n{cell.source}"
    if is_assignment:
        folded["nbgrader"] = nbgrader(name)
    return folded, name


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
        metadata["points"] = points
    return metadata


def _open_answer(cell: NotebookNode, names: dict[str, str]) -> tuple[dict[str, Any], str]:
    name, points = cell.metadata["answer"], cell.metadata.get("points")
    if name not in names.values():
        raise AuthoringError(f"there is no exercise {name!r} above this answer cell")
    if not isinstance(points, int | float):
        raise AuthoringError(f"the answer cell of {name!r} needs points")
    cell.source = f"{cell.source}\n\n{SOLUTION_REGION}"
    return {"nbgrader": nbgrader(f"{name}-open", points=points, by_hand=True)}, f"{name}-open"


def _exercise_in(source: str) -> tuple[str, str] | None:
    """The variable and the id of the exercise that a cell makes, or None."""
    for node in ast.parse(source).body:
        if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and node.value.args):
            continue
        target, first = node.targets[0], node.value.args[0]
        if isinstance(target, ast.Name) and isinstance(first, ast.Constant):
            return target.id, str(first.value)
    return None


def _check_in(source: str, names: dict[str, str]) -> tuple[str, float]:
    """The exercise and the points of the ``x.check(points=…)`` in a hidden cell."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr != "check" or not isinstance(node.func.value, ast.Name):
            continue
        points = next((k.value for k in node.keywords if k.arg == "points"), None)
        if not isinstance(points, ast.Constant) or not isinstance(points.value, int | float):
            raise AuthoringError("check() needs points=, a plain number")
        if node.func.value.id not in names:
            raise AuthoringError(f"there is no exercise {node.func.value.id!r} above this check")
        return names[node.func.value.id], points.value
    raise AuthoringError("a hidden cell holds one check: exercise.check(points=…)")


def _unique(name: str, taken: set[str]) -> str:
    name = re.sub(r"[^a-zA-Z0-9_-]", "-", name)[:60]
    candidates = [name, *(f"{name}-{n}" for n in range(2, 1000))]
    free = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(free)
    return free
