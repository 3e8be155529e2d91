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

    def can_mark(self, id: str) -> bool:
        return id == self.data.fields["pairs"][0][1]

    @property
    def pairs(self) -> list[tuple[Value, Value]]:
        return [(self.value(first), self.value(second)) for first, second in self.data.fields["pairs"]]

    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        pairs = self.pairs
        left, right = (54.0, 150.0) if drawing.width <= NARROW else (60.0, 340.0)
        y = drawing.text(0, TEXT, wrapped(self.filled["axis"], drawing.width, SMALL), SMALL, color=SOFT) + 14
        names = [wrapped(name, 120, SMALL, True) for name in self.filled["columns"]]
        for x, lines, anchor in zip((left, right - 12), names, ("middle", "start"), strict=True):
            drawing.text(x, y + SMALL, lines, SMALL, anchor, bold=True)
        top = y + max(map(len, names)) * SMALL * 1.3 + 20
        numbers = [value.found for pair in pairs for value in pair]
        axis = Axis(*room([*numbers, 0.0, *_known(prediction)], 0.02, zero=True), top + HEIGHT, top)
        for x in (left, right):
            drawing.line(x, axis(axis.low), x, axis(axis.high), SOFT)
        space = drawing.width - right - 14
        labels = [wrapped(f"{self.write(second)}  {self.label(first.id)}", space) for first, second in pairs]
        sizes = [max(LEAST, 18.2 * len(lines) + 3) for lines in labels]
        at_left = _stacked([axis(first.found) for first, _ in pairs], [LEAST] * len(pairs))
        at_right = _stacked([axis(second.found) for _, second in pairs], sizes)
        for (first, second), lines, y_left, y_right in zip(pairs, labels, at_left, at_right, strict=True):
            color = OTHER if second.found < first.found / 2 else MAIN
            ends = [(left, axis(first.found)), (right, axis(second.found))]
            drawing.path(ends, fill="none", stroke=color, stroke_width=2.5)
            for x, at in ends:
                drawing.add("circle", cx=x, cy=at, r=4.5, fill=color)
            drawing.text(left - 11, y_left + 5, self.write(first), anchor="end")
            drawing.text(right + 11, y_right + 5, lines)
        if prediction is not None:
            ends = [(left, axis(pairs[0][0].found)), (right, axis(prediction))]
            drawing.dashed(ends)
            drawing.add(
                "circle", cx=right, cy=axis(prediction), r=4.5, fill="none", stroke=INK, stroke_width=2
            )
            middle = (ends[0][1] + ends[1][1]) / 2
            flag(drawing, (left + right) / 2, middle + 5, self.you(prediction, pairs[0][1].unit))
        lowest = max(place + size for place, size in zip(at_right, sizes, strict=True))
        return max(axis(axis.low), lowest) + 4

    def table(self) -> Table:
        return Table(
            (self.filled["axis"], *self.filled["columns"]),
            tuple(
                (self.label(first.id), self._cell(first), self._cell(second)) for first, second in self.pairs
            ),
        )

    def _cell(self, value: Value) -> str:
        return self.write(value) if value.low is None else f"{self.write(value)} [{self.span(value)}]"


def _known(prediction: float | None) -> list[float]:
    return [] if prediction is None else [prediction]


def _stacked(places: list[float], sizes: list[float]) -> list[float]:
    """`places` from top to bottom, each at least its own size above the next."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + sizes[before])
    return moved
