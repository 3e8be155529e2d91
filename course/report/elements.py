"""What a section of the report is made of. Everything in it is plain text; the page escapes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.i18n import Translator
from course.report.choices import Choices, Row
from course.report.wording import percent

BLUE_TINT, VERMILION_TINT = "0, 114, 178", "213, 94, 0"
LONG = 20
"""A longer name does not fit above a column of numbers; a letter stands for it."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `kind` is ``note`` for a reservation and ``lead`` for what matters most."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Findings:
    """A list; each entry is text with the id of the place in the page that it is about."""

    entries: Sequence[tuple[str, str]]
    kind: str = "findings"


@dataclass(frozen=True)
class TableElement:
    """Column heads, then rows that begin with their own head. Columns in `numbers` are set to the right."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int] = ()
    sortable: bool = False
    wide: bool = False
    """Whether it needs more room than a column of text."""
    kind: str = "table"


@dataclass(frozen=True)
class PlotElement:
    """A figure: its finding as title, what it shows in words, plotly's data, its source and its numbers."""

    id: str
    title: str
    alt: str
    plot: dict[str, Any]
    source: str
    table: TableElement
    kind: str = "chart"


@dataclass(frozen=True)
class MatrixCell:
    """One count, what share of its row that is, and whether it is right."""

    count: int
    share: str
    color: str
    right: bool


@dataclass(frozen=True)
class Matrix:
    """A confusion matrix: what was right against what was chosen."""

    caption: str
    columns: Sequence[tuple[str, str]]
    """(short head, full name); the names stand below the table when a letter is the head."""
    rows: Sequence[tuple[str, Sequence[MatrixCell]]]
    kind: str = "matrix"

    @property
    def legend(self) -> Sequence[tuple[str, str]]:
        """The letters that need explaining."""
        return [(short, full) for short, full in self.columns if short != full]


@dataclass(frozen=True)
class Heading:
    """A heading inside a section."""

    text: str
    id: str
    kind: str = "heading"


Element = Paragraph | Findings | TableElement | PlotElement | Matrix | Heading


@dataclass(frozen=True)
class ReportSection:
    """A part of the report."""

    id: str
    title: str
    elements: Sequence[Element]


def matrix(choices: Choices, t: Translator) -> Matrix:
    """The confusion matrix of one exercise."""
    names = list(choices.columns)
    lettered = any(len(name) > LONG for name in names)
    columns = [(chr(ord("A") + at) if lettered else name, name) for at, name in enumerate(names)]
    return Matrix(
        t("Row: what is right. Column: what participants chose. Blue is right, orange is confused."),
        [*columns, (choices.nothing, choices.nothing)],
        [(row.label, _cells(row, t)) for row in choices.rows],
    )


def _cells(row: Row, t: Translator) -> list[MatrixCell]:
    everything = max(1, sum(row.counts) + row.nothing)
    counted = [(count, at in row.right) for at, count in enumerate(row.counts)]
    counted.append((row.nothing, not row.right))  # without a right column, leaving it alone was right
    cells = []
    for count, right in counted:
        tint = f"rgba({BLUE_TINT if right else VERMILION_TINT}, {0.5 * count / everything:.2f})"
        cells.append(MatrixCell(count, percent(count / everything, t), tint, right))
    return cells
