"""Lines between two columns: before and after, original and replication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, pairwise
from typing import Any

from ..model import Value
from .axis import Axis, room
from .chart import NARROW, Chart, Table, flag
from .svg import INK, MAIN, OTHER, SMALL, SOFT, TEXT, Drawing, wrapped

HEIGHT, LEAST = 270, 19
"""Height of the plot, and the least distance between two written numbers."""


class Slope(Chart):
    """``pairs`` of numbers in one unit; a line that falls below half of its start has a colour of its own.

    Labels stand at the first number of each pair; ``columns`` names the two sides.
    """

    required = {"pairs": list}
    texts = {"axis": str, "columns": list}

    @classmethod
    def values_in(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        return chain(*fields["pairs"])

    @classmethod
    def labelled(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        return [first for first, _ in fields["pairs"]]

    @property
    def pairs(self) -> list[tuple[Value, Value]]:
        return [(self.value(first), self.value(second)) for first, second in self.data.fields["pairs"]]

    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        narrow = drawing.width <= NARROW
        pairs = self.pairs
        numbers = [value.found for pair in pairs for value in pair]
        ends = [*numbers, 0.0, *([prediction] if prediction is not None else [])]
        left, right = (54.0, 150.0) if narrow else (190.0, 372.0)
        y = drawing.text(0, TEXT, wrapped(self.filled["axis"], drawing.width, SMALL), SMALL, color=SOFT) + 14
        names = [wrapped(name, 120, SMALL, True) for name in self.filled["columns"]]
        tall = max(len(lines) for lines in names) * SMALL * 1.3
        for x, lines, anchor in zip(
            (left, right), names, ("middle", "start" if narrow else "middle"), strict=True
        ):
            drawing.text(x - (12 if anchor == "start" else 0), y + SMALL, lines, SMALL, anchor, bold=True)
        top = y + tall + 20
        axis = Axis(*room(ends, 0.02, zero=True), top + HEIGHT, top)
        for x in (left, right):
            drawing.line(x, axis(axis.low), x, axis(axis.high), SOFT, stroke_width=1)
        bottom = axis(axis.low)
        at_left = _apart([axis(first.found) for first, _ in pairs], LEAST)
        beside = drawing.width - right - 14
        written = [self.write(second) for _, second in pairs]
        labels = [
            wrapped(f"{text} {self.label(first.id)}" if narrow else text, beside, TEXT)
            for text, (first, _) in zip(written, pairs, strict=True)
        ]
        sizes = [max(LEAST, 18.2 * len(lines) + 3) for lines in labels]
        at_right = _stacked([axis(second.found) for _, second in pairs], sizes)
        for (first, second), lines, y_left, y_right in zip(pairs, labels, at_left, at_right, strict=True):
            color = OTHER if second.found < first.found / 2 else MAIN
            ends_at = [(left, axis(first.found)), (right, axis(second.found))]
            drawing.path(ends_at, fill="none", stroke=color, stroke_width=2.5)
            for x, y in ends_at:
                drawing.add("circle", cx=x, cy=y, r=4.5, fill=color)
            start = self.write(first) if narrow else f"{self.label(first.id)}  {self.write(first)}"
            drawing.text(left - 11, y_left + 5, wrapped(start, left - 14, TEXT), anchor="end", bold=narrow)
            drawing.text(right + 11, y_right + 5, lines, bold=not narrow)
            bottom = max(bottom, y_right + 18.2 * len(lines))
        if prediction is not None:
            drawing.dashed([(left, axis(pairs[0][0].found)), (right, axis(prediction))])
            drawing.add(
                "circle", cx=right, cy=axis(prediction), r=4.5, fill="none", stroke=INK, stroke_width=2
            )
            text = self.you(prediction, pairs[0][1].unit)
            flag(drawing, (left + right) / 2, axis(prediction) - 8, text)
        return bottom + 14

    def table(self) -> Table:
        return Table(
            (self.filled["axis"], *self.filled["columns"]),
            tuple(
                (self.label(first.id), self._cell(first), self._cell(second)) for first, second in self.pairs
            ),
        )

    def _cell(self, value: Value) -> str:
        return self.write(value) if value.low is None else f"{self.write(value)} [{self.span(value)}]"


def _apart(places: list[float], least: float) -> list[float]:
    """`places` moved as little as needed for a distance of `least`, in the same order."""
    return _stacked(places, [least] * len(places))


def _stacked(places: list[float], sizes: list[float]) -> list[float]:
    """`places` from top to bottom, each at least its own size above the next."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + sizes[before])
    return moved
