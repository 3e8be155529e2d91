"""Two overlapping hills: how far apart groups stand that differ by d standard deviations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, sqrt
from statistics import NormalDist
from typing import Any

from ..numbers import written
from .axis import Axis
from .chart import Chart, Control, Table
from .svg import INK, LINE, MAIN, OTHER, SMALL, SOFT, TEXT, Drawing, wrapped

HEIGHT, SIDE, STEPS, FARTHEST = 190, 3.2, 100, 2.0
NORMAL = NormalDist()


def overlap(d: float) -> float:
    """The share that two normal hills of equal width have in common, 0 to 1 (Cohen's OVL)."""
    return 2 * NORMAL.cdf(-abs(d) / 2)


def superiority(d: float) -> float:
    """The chance that a random case of the one hill beats one of the other, 0 to 1."""
    return NORMAL.cdf(d / sqrt(2))


class Hills(Chart):
    """``values`` are the d's found, of which the first is drawn; a slider moves the hill of the second group."""

    required = {"values": list}
    texts = {"axis": str, "hills": list}

    @classmethod
    def values_in(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        return fields["values"]

    def can_mark(self, id: str) -> bool:
        return id in self.data.fields["values"]

    def controls(self) -> tuple[Control, ...]:
        start = next(iter(self.data.values.values())).found
        label = self.t("Distance between the hills (d)")
        return (Control("d", "range", label, start, low=0, high=FARTHEST, step=0.01),)

    @property
    def d(self) -> float:
        return float(self.setting("d"))

    def summary(self) -> str:
        return " ".join((self._d_text(), *self._sentences()))

    def _d_text(self) -> str:
        near = [id for id, value in self.data.values.items() if abs(value.found - self.d) < 0.005]
        name = f" ({self.label(near[0])})" if near else ""
        return f"d = {written(self.d, self.t.language, 2)}{name}."

    def _sentences(self) -> tuple[str, str]:
        first, second = self.filled["hills"]
        share = self.number(100 * overlap(self.d), "percent")
        chance = self.number(100 * superiority(self.d), "percent")
        return (
            self.t("The hills overlap for {x}.").format(x=share),
            self.t("In {x} of all random pairs, “{second}” stands higher than “{first}”.").format(
                x=chance, first=first, second=second
            ),
        )

    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        top = 2.0
        axis = Axis(-SIDE, FARTHEST + SIDE, 4.0, drawing.width - 4.0)
        for color, name in zip((MAIN, OTHER), self.filled["hills"], strict=True):
            drawing.add("rect", x=0, y=top, width=14, height=14, rx=3, fill=color)
            top += drawing.text(22, top + 12, wrapped(name, drawing.width - 24, TEXT)) + 4
        bottom = top + HEIGHT

        def hill(middle: float) -> list[tuple[float, float]]:
            places = [middle - SIDE + 2 * SIDE * i / STEPS for i in range(STEPS + 1)]
            return [(axis(x), bottom - HEIGHT * 0.94 * exp(-((x - middle) ** 2) / 2)) for x in places]

        for middle, color in ((0.0, MAIN), (self.d, OTHER)):
            drawing.path(hill(middle), fill=color, fill_opacity=0.3, stroke=color, stroke_width=2.5)
            drawing.line(axis(middle), top + HEIGHT * 0.06, axis(middle), bottom, color, stroke_width=1.5)
        drawing.line(4, bottom, drawing.width - 4, bottom, SOFT, stroke_width=1.5)
        if prediction is not None:
            drawing.dashed(hill(prediction))
            words = self.you(prediction, "d")
            drawing.text(axis(prediction) + 8, top + 10, words, bold=True, halo=True)
        y = bottom + 20
        y += (
            drawing.text(0, y, wrapped(self.filled["axis"] + " →", drawing.width, SMALL), SMALL, color=SOFT)
            + 8
        )
        drawing.line(0, y - 14, drawing.width, y - 14, LINE)
        for sentence in (self._d_text(), *self._sentences()):
            y += drawing.text(0, y + 4, wrapped(sentence, drawing.width, TEXT), color=INK) + 3
        return y

    def table(self) -> Table:
        heads = (self.t("Group"), "d", self.t("Overlap"), self.t("Chance that “{x}” stands higher"))
        return Table(
            (*heads[:3], heads[3].format(x=self.filled["hills"][1])),
            tuple(
                (
                    self.label(id),
                    self.write(value),
                    self.number(100 * overlap(value.found), "percent"),
                    self.number(100 * superiority(value.found), "percent"),
                )
                for id, value in self.data.values.items()
            ),
        )
