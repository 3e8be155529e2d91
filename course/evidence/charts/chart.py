"""What every chart family is: data in, one drawing at any width, and the same numbers as a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from course.i18n import Translator

from ..model import FigureData, Value
from ..printing import interval_text, unit_text, with_unit
from .svg import TEXT, Drawing, width_of

NARROW, WIDE = 340, 600
"""The widths at which a chart is drawn: a phone, and the measure of a lesson."""

State = Mapping[str, Any]
"""What the reader has set, {control: value}."""


@dataclass(frozen=True)
class Table:
    """The numbers of a figure as text: column heads, then rows that start with their own head."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Control:
    """Something to set: a ``choice`` of one option, ``ticks`` (any of them), or a ``range``.

    ``sets`` are buttons for ticks, {what a button says: the options that it ticks}; the boxes then stand under `fold`.
    """

    id: str
    kind: str
    label: str
    value: Any
    options: Mapping[str, str] = field(default_factory=dict)
    low: float = 0
    high: float = 1
    step: float = 0.1
    sets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    fold: str = ""

    def clean(self, raw: Any) -> Any:
        """`raw` from the browser where it is possible, else the value at the start."""
        match self.kind, raw:
            case "choice", str() if raw in self.options:
                return raw
            case "ticks", list():
                return [option for option in self.options if option in raw]
            case "range", int() | float() if self.low <= raw <= self.high:
                return raw
        return self.value


@dataclass(frozen=True)
class Chart(ABC):
    """A figure's data in one language, as one family draws it.

    Args:
        data: the figure; its texts in the language of `t` must be there.
        t: the reader's translator.
        filled: the texts of the family, and ``labels``, with numbers in their places.
        state: what the reader has set, cleaned.
    """

    required: ClassVar[Mapping[str, Any]] = {}
    optional: ClassVar[Mapping[str, Any]] = {}
    texts: ClassVar[Mapping[str, Any]] = {"axis": str}
    more_texts: ClassVar[Mapping[str, Any]] = {}

    summary_shown: ClassVar[bool] = False
    """Whether the summary says more than the chart, and is there for all to read."""

    data: FigureData
    t: Translator
    filled: Mapping[str, Any]
    state: State = field(default_factory=dict)

    @classmethod
    @abstractmethod
    def values_in(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        """The ids of the numbers that a figure with these fields draws."""

    @classmethod
    def labelled(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        """The ids that need a label in every language."""
        return cls.values_in(fields)

    @classmethod
    def problem(cls, values: Sequence[Value]) -> str:
        """What makes these numbers unfit for the family; empty when nothing does."""
        return ""

    def can_mark(self, id: str) -> bool:
        """Whether a prediction of the number `id` has a place along the axis of this chart."""
        return False

    def controls(self) -> tuple[Control, ...]:
        """What the reader can set."""
        return ()

    def summary(self) -> str:
        """In a sentence, what the chart shows as it is set; empty when nothing can be set."""
        return ""

    @abstractmethod
    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        """Draw everything, with the reader's `prediction` in the unit of the axis; the height it takes."""

    @abstractmethod
    def table(self) -> Table:
        """The numbers as they are written."""

    def plot(self) -> dict[str, Any] | None:
        """The same as a plotly figure, where pointing at it earns its place."""
        return None

    def svg(self, width: int, title: str, alt: str, prediction: float | None = None, name: str = "") -> str:
        """The drawing at `width`, as SVG."""
        drawing = Drawing(width)
        height = self.draw(drawing, prediction)
        return drawing.svg(height, title, alt, name)

    # What the families share

    def setting(self, control: str) -> Any:
        """What a control is set to."""
        start = next(one for one in self.controls() if one.id == control)
        return start.clean(self.state.get(control))

    def label(self, id: str) -> str:
        """The label of a number."""
        return self.filled["labels"][id]

    def value(self, id: str) -> Value:
        """A number of the figure."""
        return self.data.values[id]

    def write(self, value: Value, sign: bool = False) -> str:
        """A number as it stands in the chart."""
        return with_unit(value, self.t.language, sign, short=True)

    def span(self, value: Value) -> str:
        """The interval of a number, or that there is none."""
        return interval_text(value, self.t.language) or self.t("not known")

    def number(self, value: float, unit: str, digits: int = 0) -> str:
        """Any number in a unit."""
        return unit_text(unit, value, self.t.language, digits)

    def mark(self, tick: float, unit: str) -> str:
        """A number along an axis."""
        digits = max(0, len(f"{tick:.4f}".rstrip("0").partition(".")[2]))
        return self.number(tick, "percent" if unit == "percent" else "count", digits)

    def you(self, prediction: float, unit: str) -> str:
        """The words at the reader's own prediction: ``Jij: 30%``."""
        digits = len(f"{prediction:.2f}".rstrip("0").partition(".")[2])
        return self.t("You: {x}").format(x=self.number(prediction, unit, digits))


def flag(drawing: Drawing, x: float, y: float, text: str) -> None:
    """A word at a place, kept within the drawing."""
    half = width_of(text, TEXT, bold=True) / 2
    x = min(max(x, half + 2), drawing.width - half - 2)
    drawing.text(x, y, text, TEXT, "middle", bold=True, halo=True)
