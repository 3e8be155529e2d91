"""An assignment as data: which exercises it shows and which checks it makes.

A notebook that holds nothing but our exercises needs no kernel: what its cells do is known from their text. They are
read once; grading a participant is then a matter of asking each check.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils

import course
from course.answers import Answers
from course.exercise import Answer, Exercise
from course.hand_in import Overview
from course.result import Result

PLAIN = (
    ast.Constant,
    ast.Dict,
    ast.List,
    ast.Tuple,
    ast.Set,
    ast.UnaryOp,
    ast.USub,
    ast.Name,
    ast.Load,
    ast.Call,
    ast.keyword,
)
"""What an expression in such a cell is made of: values written out, names, and calls of the course's own."""


@dataclass(frozen=True)
class Check:
    """One hidden check, as its author wrote it."""

    exercise: Exercise
    points: float = 1
    key: Any = None
    reasons: Mapping[str, str] | None = None
    model: Answer | None = None

    @property
    def answer(self) -> Answer:
        """The model answer: written by the author, or what follows from the key; empty without either."""
        return self.model or self.exercise.model(self.key) or {}

    def result(self, answer: Answer | None = None, *, answers: Answers | None = None) -> Result:
        """The result for `answer`; without one, for what is stored in `answers`."""
        return self.exercise.check(
            answer, key=self.key, reasons=self.reasons, points=self.points, answers=answers
        )


Shown = Exercise | Overview | Check | None
"""What a cell displays; None for nothing."""


class NotOnlyExercisesError(ValueError):
    """A cell holds ordinary code, so the notebook needs a kernel; the message says which."""


@dataclass(frozen=True)
class Assignment:
    """What each code cell of an assignment displays, in the order of the notebook."""

    shown: Sequence[Shown]

    @property
    def checks(self) -> dict[str, Check]:
        """Every check by the id of its exercise, in the order of the notebook."""
        return {one.exercise.id: one for one in self.shown if isinstance(one, Check)}


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """The code cells of `notebook`, in order."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def assignment_in(notebook: NotebookNode) -> Assignment:
    """The assignment that an instructor's `notebook` is: the source, or what is about to be graded.

    Raises:
        NotOnlyExercisesError: when it holds ordinary code, or a place for a participant's code.
    """
    cells = code_cells(notebook)
    if any(utils.is_solution(cell) for cell in cells):
        raise NotOnlyExercisesError("participants write code in it")
    return _read(tuple(cell.source for cell in cells))


@lru_cache(maxsize=32)
def _read(sources: tuple[str, ...]) -> Assignment:
    names: dict[str, Any] = {}
    return Assignment([_read_cell(source, names) for source in sources])


def _read_cell(source: str, names: dict[str, Any]) -> Shown:
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise NotOnlyExercisesError(f"not Python: {source[:80]!r}") from error
    shown: Any = None
    for statement in statements:
        shown = None
        match statement:
            case ast.ImportFrom(module="course", level=0):
                for alias in statement.names:
                    if alias.name not in course.__all__:
                        raise NotOnlyExercisesError(ast.unparse(statement))
                    names[alias.asname or alias.name] = getattr(course, alias.name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                names[name] = _value(statement.value, names)
            case ast.Expr():
                shown = _value(statement.value, names)
            case _:
                raise NotOnlyExercisesError(ast.unparse(statement)[:80])
    return shown if isinstance(shown, Exercise | Overview | Check) else None


def _value(node: ast.expr, names: dict[str, Any]) -> Any:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="check"), args=[]):
            exercise = names.get(name)
            if not isinstance(exercise, Exercise):
                raise NotOnlyExercisesError(ast.unparse(node)[:80])
            given = {str(keyword.arg): _value(keyword.value, names) for keyword in node.keywords}
            try:
                return Check(exercise, **given)
            except TypeError as error:
                raise NotOnlyExercisesError(str(error)) from error
    for part in ast.walk(node):
        if not isinstance(part, PLAIN) or (
            isinstance(part, ast.Call) and not isinstance(part.func, ast.Name)
        ):
            raise NotOnlyExercisesError(ast.unparse(part)[:80])
    try:
        # The author's own expression, made of literals and the course's names alone.
        return eval(  # noqa: S307
            compile(ast.Expression(node), "<exercise>", "eval"), {"__builtins__": {}, **names}
        )
    except Exception as error:  # a mistake of the author; the kernel will show it as it would anywhere
        raise NotOnlyExercisesError(str(error)) from error
