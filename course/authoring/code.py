"""Python for the cells of a notebook: plain, self-contained calls of literals, which grading reads as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from course.exercise import Exercise

WIDTH = 100
BEGIN, END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"
"""nbgrader takes what stands between these out of what participants get."""


def variable(exercise: Exercise) -> str:
    """The name of an exercise in the notebook."""
    return exercise.id.replace("-", "_")


def exercise_code(exercise: Exercise) -> str:
    """A cell that makes the exercise and shows it."""
    given = {}
    for one in fields(exercise):
        default = one.default if one.default is not MISSING else one.default_factory
        default = default() if callable(default) else default
        value = getattr(exercise, one.name)
        if one.name not in ("id", "question") and (value != default or one.name == "language"):
            given[one.name] = value
    call = _call(type(exercise).__name__, [exercise.id, exercise.question], given)
    return f"{variable(exercise)} = {call}\n{variable(exercise)}"


def check_code(
    exercise: Exercise, points: float, key: Any, reasons: Mapping[str, str], model: Any, goal: str = ""
) -> str:
    """A cell with the hidden check of an exercise."""
    given = {"points": _short(points), "key": key, "reasons": dict(reasons), "model": model, "goal": goal}
    call = _call(
        f"{variable(exercise)}.check",
        [],
        {name: one for name, one in given.items() if one not in (None, {}, "")},
    )
    return f"{BEGIN}\n{call}\n{END}"


def overview_code(exercises: list[Exercise], language: str) -> str:
    """A cell with the overview of a hand-in."""
    names = "".join(f"    {variable(one)},\n" for one in exercises)
    return f"Overview([\n{names}], language={language!r})"


def filter_code(lessons: Mapping[str, str], language: str) -> str:
    """A cell that lets one choose from the statements, {name of a lesson: its title}."""
    call = _call("StatementFilter", [], {"lessons": lessons, "language": language})
    return f"{import_code(['StatementFilter'])}\n\n{call}"


def seven_code(language: str) -> str:
    """A cell with how far each principle is."""
    return f"Seven(language={language!r})"


def import_code(names: list[str]) -> str:
    """A cell that imports what the notebook uses."""
    return f"from course import {', '.join(sorted(names))}"


def _short(points: float) -> float | int:
    return int(points) if points == int(points) else points


def _call(name: str, values: list[Any], given: Mapping[str, Any]) -> str:
    lines = [_literal(value, 4) for value in values]
    lines += [f"{key}={_literal(value, 4)}" for key, value in given.items()]
    return f"{name}(\n" + "".join(f"    {line},\n" for line in lines) + ")"


def _literal(value: Any, indent: int) -> str:
    """`value` as Python; on one line when that fits."""
    if isinstance(value, tuple | list):
        value = type(value)(value)
    short = repr(dict(value) if isinstance(value, Mapping) else value)
    if len(short) + indent <= WIDTH or not isinstance(value, Mapping | list | tuple):
        return short
    if isinstance(value, Mapping):
        inner = [f"{key!r}: {_literal(one, indent + 4)}" for key, one in value.items()]
    else:
        inner = [_literal(one, indent + 4) for one in value]
    begin, end = "{}" if isinstance(value, Mapping) else "[]" if isinstance(value, list) else "()"
    return f"{begin}\n" + "".join(f"{' ' * (indent + 4)}{one},\n" for one in inner) + f"{' ' * indent}{end}"
