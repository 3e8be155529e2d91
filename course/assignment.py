"""An assignment as data: its questions, what they show, and the checks that participants never see.

A notebook of the course holds nothing but calls of literals, so what its cells do is known from their text. It is
read once; everything else asks here. Nothing is run: not what a participant wrote, and not what the author wrote
either.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from course import kinds
from course.answers import Record
from course.errors import CourseError
from course.exercise import Answer, Exercise
from course.i18n import Message, Translator, translator
from course.overview import Overview
from course.result import Result
from course.seven import Seven
from course.statement_filter import StatementFilter

if TYPE_CHECKING:  # in the browser there is no nbformat
    from nbformat import NotebookNode

HEADING = re.compile(r"^#{1,4}[ \t]+(\S(?:.*\S)?)\s*$", re.MULTILINE)
WORTH = re.compile(r"(?<!\s)\s*\(\d+(?:[.,]\d+)? \w+\)$")
"""The points behind a heading."""
CHECK, OPEN = "-check", "-open"
"""How the name of a graded cell ends, behind the id of its exercise."""

CellPart = Literal["shown", "check", "open"]


class OtherCodeError(CourseError):
    """A cell of an assignment holds other code than the course's own; `code` is the beginning of it."""

    def __init__(self, code: str) -> None:
        first_line = code.splitlines()[0] if code else ""
        super().__init__(
            Message(
                "This assignment holds other code than exercises of the course: {code}. Ordinary code cannot be graded "
                "here: write the exercise as a block in the text, or use a course of its own with nbgrader alone.",
                code=first_line,
            )
        )


def grade_id(cell: NotebookNode) -> str:
    """Nbgrader's name of a cell that anyone may have written; empty when it has none."""
    about = cell.metadata.get("nbgrader")
    name = about.get("grade_id") if isinstance(about, dict) else None
    return name if isinstance(name, str) else ""


def exercise_of(name: str) -> str:
    """The exercise that a cell with this name belongs to."""
    return name.removesuffix(CHECK).removesuffix(OPEN)


def part_of(name: str) -> CellPart:
    """What a cell with this name is: the exercise itself, its check, or the answer that a person marks."""
    return "check" if name.endswith(CHECK) else "open" if name.endswith(OPEN) else "shown"


@dataclass(frozen=True)
class Check:
    """One hidden check, as its author wrote it."""

    exercise: Exercise
    points: float = 1
    key: Any = None
    reasons: Mapping[str, str] | None = None
    model: Answer | None = None
    goal: str = ""
    """The learning goal, where the exercise may not tell it."""

    @property
    def answer(self) -> Answer:
        """The model answer: written by the author, or what follows from the key; empty without either."""
        return self.model or self.exercise.model(self.key) or {}

    def result(self, answer: Answer) -> Result:
        """The result for `answer`, in the exercise's own JSON form."""
        return self.exercise.check(answer, key=self.key, reasons=self.reasons, points=self.points)

    def result_of(self, record: Record | None) -> Result:
        """The result for what is kept in `record`; for nothing when there is none."""
        return self.exercise.check_record(record, key=self.key, reasons=self.reasons, points=self.points)

    def while_open(self, record: Record | None) -> Result:
        """The same without what gives the key away: the author's reasons, and which parts were missed."""
        told = self.exercise.check_record(record, key=self.key, reasons={}, points=self.points)
        return told.without_key()


@dataclass
class Question:
    """The cells from one heading to the next.

    Attributes:
        title: the heading without its points; empty for what stands above the first one.
        cells: in the order of the notebook.
    """

    title: str
    cells: list[NotebookNode] = field(default_factory=list)

    @property
    def graded(self) -> list[NotebookNode]:
        """The cells that have points."""
        return [cell for cell in self.cells if cell.metadata.get("nbgrader", {}).get("grade")]

    @property
    def exercises(self) -> list[str]:
        """The ids of its exercises."""
        return list(dict.fromkeys(exercise_of(name) for cell in self.cells if (name := grade_id(cell))))

    @property
    def is_open(self) -> bool:
        """Whether a person marks a part of it."""
        return any(is_by_hand(cell) for cell in self.cells)


def is_by_hand(cell: NotebookNode) -> bool:
    """Whether a person gives the points of `cell`."""
    about = cell.metadata.get("nbgrader", {})
    return bool(about.get("grade") and about.get("solution"))


def questions_in(notebook: NotebookNode) -> list[Question]:
    """Everything in `notebook`, released or graded, split at the headings."""
    found = [Question("")]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not grade_id(cell):
            headings = HEADING.findall(cell.source)
            if headings:
                found.append(Question(WORTH.sub("", headings[-1])))
        found[-1].cells.append(cell)
    return [question for question in found if question.cells]


Shown = Exercise | Overview | Check | None
"""What a cell displays; None for nothing."""


@dataclass(frozen=True)
class Assignment:
    """What an instructor's notebook holds.

    Attributes:
        about: its front matter: ``title``, ``language``, ``goals`` and so on.
        shown: what each code cell displays, in order.
        questions: the cells of each question, in order.
    """

    about: Mapping[str, Any]
    shown: Sequence[Shown]
    questions: Sequence[Question]

    @property
    def language(self) -> str:
        """Of everything that a participant reads in it."""
        return str(self.about.get("language", "nl"))

    @property
    def t(self) -> Translator:
        """Words in its language."""
        return translator(self.language)

    @property
    def title(self) -> str:
        """As a participant sees it."""
        return str(self.about.get("title", ""))

    @property
    def goals(self) -> Mapping[str, str]:
        """The learning goals by id."""
        return dict(self.about.get("goals", {}))

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """Every exercise by id, in order."""
        return {one.id: one for one in self.shown if isinstance(one, Exercise)}

    @cached_property
    def checks(self) -> dict[str, Check]:
        """Every check by the id of its exercise, in order."""
        return {one.exercise.id: one for one in self.shown if isinstance(one, Check)}

    def goal_of(self, name: str) -> str:
        """The id of the learning goal that the exercise `name` is about; empty without one."""
        check, exercise = self.checks.get(name), self.exercises.get(name)
        return (check.goal if check else "") or (exercise.goal if exercise else "")

    @cached_property
    def cells(self) -> list[str]:
        """The names of the cells that have points, in order."""
        return [grade_id(cell) for question in self.questions for cell in question.graded]

    @cached_property
    def titles(self) -> dict[str, str]:
        """The heading above each exercise, or its question when exercises share a heading."""
        found = {}
        for question in self.questions:
            own = [name for name in question.exercises if name in self.exercises]
            for name in own:
                asked = self.exercises[name].question.split("\n\n")[0].strip()
                found[name] = question.title if question.title and len(own) == 1 else asked
        return found


def assignment_in(notebook: NotebookNode) -> Assignment:
    """The assignment that an instructor's `notebook` is, with its checks.

    Raises:
        OtherCodeError: when it holds other code than the course's own.
    """
    sources = tuple(cell.source for cell in notebook.cells if cell.cell_type == "code")
    if any(is_by_hand(cell) for cell in notebook.cells if cell.cell_type == "code"):
        raise OtherCodeError("### BEGIN SOLUTION")
    return Assignment(notebook.metadata.get("course", {}), read(sources), questions_in(notebook))


# What the cells of a notebook do -----------------------------------------------------------------

NAMES: Mapping[str, Any] = {one.__name__: one for one in (Overview, Seven, StatementFilter, *kinds.KINDS)}
"""What a notebook of the course may call."""


MAX_CODE = 200_000
"""Characters in all of the code of a notebook; the longest lesson has 54,000."""


@lru_cache(maxsize=64)
def read(sources: tuple[str, ...]) -> tuple[Shown, ...]:
    """What code cells with these `sources` display, in order.

    A name stands for an exercise and for nothing else, and what an exercise is made of has no names in it: what is made
    is never larger than what was read.

    Raises:
        OtherCodeError: when one holds other code than imports, literals and calls of the course's own, or too much.
    """
    if sum(map(len, sources)) > MAX_CODE:
        raise OtherCodeError(sources[0][:80])
    made: dict[str, Exercise] = {}
    return tuple(_read_cell(source, made) for source in sources)


def _read_cell(source: str, made: dict[str, Exercise]) -> Shown:
    try:
        return _last_of(ast.parse(source).body, made)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise OtherCodeError(source[:80]) from error


def _last_of(statements: Iterable[ast.stmt], made: dict[str, Exercise]) -> Shown:
    """What the last of `statements` displays; the exercises that they name come into `made`."""
    shown: Any = None
    for statement in statements:
        shown = None
        match statement:
            case ast.ImportFrom(module="course", level=0, names=names):
                if any(alias.name not in NAMES or alias.asname for alias in names):
                    raise OtherCodeError(ast.unparse(statement)[:80])
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name not in NAMES:
                one = _value(value)
                if not isinstance(one, Exercise):
                    raise OtherCodeError(ast.unparse(statement)[:80])
                made[name] = one
            case ast.Expr(value=value):
                shown = _shown(value, made)
            case _:
                raise OtherCodeError(ast.unparse(statement)[:80])
    return shown if isinstance(shown, Exercise | Overview | Check) else None


def _shown(node: ast.expr, made: Mapping[str, Exercise]) -> Any:
    """What a cell that ends in `node` displays: an exercise by its name, its check, an overview, or a value."""
    match node:
        case ast.Name(id=name) if name in made:
            return made[name]
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="check"), args=[]) if name in made:
            return _called(Check, [made[name]], node)
        case ast.Call(func=ast.Name(id="Overview"), args=[ast.List(elts=parts)]):
            return _called(Overview, [[_shown(part, made) for part in parts]], node)
    return _value(node)


def _value(node: ast.expr) -> Any:
    """The value of a literal, or of a call of the course's own."""
    match node:
        case ast.Constant(value=value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
        case ast.List(elts=parts):
            return [_value(part) for part in parts]
        case ast.Tuple(elts=parts):
            return tuple(_value(part) for part in parts)
        case ast.Dict(keys=names, values=values) if all(isinstance(name, ast.Constant) for name in names):
            return {
                name.value: _value(value)
                for name, value in zip(names, values, strict=True)
                if isinstance(name, ast.Constant)
            }
        case ast.Call(func=ast.Name(id=name), args=args) if name in NAMES:
            return _called(NAMES[name], [_value(one) for one in args], node)
    raise OtherCodeError(ast.unparse(node)[:80])


def _called(what: Any, values: Iterable[Any], node: ast.Call) -> Any:
    given = {str(one.arg): _value(one.value) for one in node.keywords if one.arg}
    if len(given) != len(node.keywords):
        raise OtherCodeError(ast.unparse(node)[:80])
    try:
        return what(*values, **given)
    except Exception as error:  # a mistake of the author; what it leads to depends on the kind
        raise OtherCodeError(str(error)[:200]) from error
