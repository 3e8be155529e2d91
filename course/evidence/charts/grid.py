"""A hundred squares, as many in a colour as there are in a hundred people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..model import Value
from ..numbers import exact
from .chart import NARROW, Chart, Control, Table
from .svg import BASE, INK, MAIN, OTHER, PAPER, TEXT, Drawing, wrapped

SIDE = 10
STYLES: tuple[tuple[str, str], ...] = ((MAIN, "dot"), (OTHER, "bar"), (BASE, "cross"), (INK, "ring"))
"""A colour and a sign for each part, so that colour is never alone."""
MOVED = len(STYLES)
"""The part that the slider takes from another one."""


class Grid(Chart):
    """``values`` are percentages of one whole; what is left over is drawn empty, named by the text ``rest``.

    ``split`` is the id of the first one: a slider, named by the text ``share``, says how much of it would join the
    second, named by the text ``moved``.
    """

    summary_shown = True
    required = {"values": list}
    optional = {"split": str}
    texts = {"axis": str}
    more_texts = {"rest": str, "share": str, "moved": str}

    @classmethod
    def values_in(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        if fields.get("split", fields["values"][0]) != fields["values"][0]:
            raise ValueError("split must be the first of its values")
        return fields["values"]

    @classmethod
    def problem(cls, values: Sequence[Value]) -> str:
        if len(values) > len(STYLES):
            return f"it has more than {len(STYLES)} parts"
        if any(value.unit != "percent" for value in values):
            return "its numbers are no percentages"
        return "its parts add up to more than 100" if sum(_whole(value) for value in values) > 100 else ""

    def controls(self) -> tuple[Control, ...]:
        if "split" not in self.data.fields:
            return ()
        return (Control("share", "range", self.filled["share"], 0, low=0, high=100, step=5),)

    @property
    def moved(self) -> int:
        """How many squares of the first part would join the second, as the slider stands."""
        first = _whole(self.value(self.data.fields["values"][0]))
        return round(first * self.setting("share") / 100) if self.controls() else 0

    def summary(self) -> str:
        if not self.controls():
            return ""
        return f"{self.filled['share']}: {self.number(self.setting('share'), 'percent')}. {self._moved()}."

    def _moved(self) -> str:
        return f"{self.number(self.moved, 'percent')} {self.filled['moved']}"

    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        narrow = drawing.width <= NARROW
        y = drawing.text(0, TEXT, wrapped(self.filled["axis"], drawing.width, TEXT)) + 8
        step = 30.0 if narrow else 27.0
        parts = list(self.data.values.values())
        owner = [i for i, value in enumerate(parts) for _ in range(_whole(value))]
        first = owner.count(0)
        owner[first - self.moved : first] = [MOVED] * self.moved
        for cell in range(SIDE * SIDE):
            x, at = cell % SIDE * step, y + cell // SIDE * step
            _square(drawing, x, at, step - 4, owner[cell] if cell < len(owner) else None)
        if prediction is not None:
            self._boundary(drawing, y, step, round(prediction))
        x, at = (0.0, y + SIDE * step + 10) if narrow else (SIDE * step + 24, y)
        space = drawing.width - x - 34
        for i, value in enumerate(parts):
            _square(drawing, x, at, 22, i)
            words = wrapped(f"{self.write(value)} {self.label(value.id)}", space, TEXT)
            at += max(28.0, drawing.text(x + 32, at + 16, words)) + 6
        if self.moved:
            _square(drawing, x, at, 22, MOVED)
            at += max(28.0, drawing.text(x + 32, at + 16, wrapped(self._moved(), space, TEXT))) + 6
        if (left := 100 - len(owner)) and "rest" in self.filled:
            _square(drawing, x, at, 22, None)
            words = wrapped(f"{self.number(left, 'percent')} {self.filled['rest']}", space, TEXT)
            at += max(28.0, drawing.text(x + 32, at + 16, words)) + 6
        if prediction is not None:
            drawing.dashed([(x, at + 11), (x + 22, at + 11)])
            drawing.text(x + 32, at + 16, self.you(prediction, "percent"), bold=True)
            at += 34
        return max(at, y + SIDE * step + 4)

    def _boundary(self, drawing: Drawing, top: float, step: float, cells: int) -> None:
        """A dashed line after the first `cells` squares."""
        row, column = divmod(cells, SIDE)
        edge, upper, lower = -2.0, top + row * step - 2, top + (row + 1) * step - 2
        across, far = column * step - 2, SIDE * step - 2
        if column:
            drawing.dashed([(max(edge, 0), lower), (across, lower), (across, upper), (far, upper)])
        else:
            drawing.dashed([(0, upper), (far, upper)])

    def table(self) -> Table:
        rows = [(self.label(value.id), self.write(value)) for value in self.data.values.values()]
        left = 100 - sum(_whole(value) for value in self.data.values.values())
        if left and "rest" in self.filled:
            rows.append((self.filled["rest"], self.number(left, "percent")))
        return Table((self.t("Group"), self.filled["axis"]), tuple(rows))


def _whole(value: Value) -> int:
    return int(exact(value.found, 0))


def _square(drawing: Drawing, x: float, y: float, size: float, part: int | None) -> None:
    if part is None:
        drawing.add("rect", x=x + 0.75, y=y + 0.75, width=size - 1.5, height=size - 1.5, rx=3, fill="none",
                    stroke=BASE, stroke_width=1.5)  # fmt: skip
        return
    color, sign = (STYLES[1][0], "ring") if part == MOVED else STYLES[part]
    drawing.add("rect", x=x, y=y, width=size, height=size, rx=3, fill=color)
    middle, edge = size / 2, size * 0.3
    match sign:
        case "dot":
            drawing.add("circle", cx=x + middle, cy=y + middle, r=size * 0.16, fill=PAPER)
        case "bar":
            drawing.line(x + edge, y + middle, x + size - edge, y + middle, PAPER, stroke_width=2.5)
        case "cross":
            drawing.line(x + edge, y + edge, x + size - edge, y + size - edge, PAPER, stroke_width=2)
            drawing.line(x + edge, y + size - edge, x + size - edge, y + edge, PAPER, stroke_width=2)
        case "ring":
            drawing.add(
                "circle",
                cx=x + middle,
                cy=y + middle,
                r=size * 0.2,
                fill="none",
                stroke=PAPER,
                stroke_width=2,
            )
