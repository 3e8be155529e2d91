"""One dot for each case, with the line that fits best; plotly adds the numbers of a dot on pointing at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from math import atanh, sqrt, tanh
from statistics import correlation, fmean, linear_regression, stdev
from typing import Any

from course.i18n import Message
from course.plot import BLUE, PAPER, QUIET, RULE, VERMILION, layout, value_axis

from ..error import EvidenceError
from ..model import Series
from ..numbers import written
from ..pooling import Z
from .axis import Axis, below, beside, room
from .chart import NARROW, Chart, Table
from .svg import MAIN, OTHER, SMALL, TEXT, Drawing, width_of, wrapped

HEIGHT = 300


class Scatter(Chart):
    """The rows of a ``series``; ``unit`` is that of y. The correlation and its interval (Fisher's z) are computed."""

    required = {"series": str}
    optional = {"unit": str}
    texts = {"axis": str, "x_axis": str}

    @classmethod
    def values_in(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        return ()

    @property
    def series(self) -> Series:
        if self.data.series is None:
            raise EvidenceError(f"figure {self.data.id!r} has no series")
        return self.data.series

    @cached_property
    def columns(self) -> tuple[list[float], list[float]]:
        x, y = zip(*self.series.rows, strict=True)
        return list(x), list(y)

    def r(self) -> tuple[float, float, float]:
        """Pearson's correlation with the ends of its 95% interval."""
        x, y = self.columns
        r, half = correlation(x, y), Z / sqrt(len(x) - 3)
        return r, tanh(atanh(r) - half), tanh(atanh(r) + half)

    def r_text(self) -> str:
        r, low, high = (written(number, self.t.language, 2) for number in self.r())
        span = self.t(Message("{low} to {high}", low=low, high=high))
        return f"r = {r} [{span}]"

    def line(self, r: float | None = None) -> list[tuple[float, float]]:
        """The ends of the line that fits, or of one with another correlation `r`."""
        x, y = self.columns
        slope, middle = linear_regression(x, y).slope, (fmean(x), fmean(y))
        if r is not None:
            slope = r * stdev(y) / stdev(x)
        return [(at, middle[1] + slope * (at - middle[0])) for at in (min(x), max(x))]

    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        x, y = self.columns
        narrow = drawing.width <= NARROW
        top = drawing.text(0, TEXT, wrapped(self.filled["axis"], drawing.width, SMALL), SMALL) + 12
        down = Axis(*room(y, 0.05), top + HEIGHT, top)
        left = max(width_of(self._mark(tick), SMALL) for tick in down.ticks()) + 12
        across = Axis(*room(x, 0.04), left, drawing.width - 8.0)
        beside(drawing, down, left, drawing.width - 8, self._mark)
        end = below(
            drawing,
            across,
            top,
            top + HEIGHT,
            self.filled["x_axis"],
            lambda t: self.mark(t, "count"),
            most=5 if narrow else 7,
        )
        for a, b in self.series.rows:
            drawing.add("circle", cx=across(a), cy=down(b), r=4, fill=MAIN, fill_opacity=0.65)
        drawing.path([(across(a), down(b)) for a, b in self.line()], stroke=OTHER, stroke_width=3)
        drawing.text(drawing.width - 10, top + 16, self.r_text(), anchor="end", bold=True, halo=True)
        if prediction is not None:
            ends = [(across(a), down(min(max(b, down.low), down.high))) for a, b in self.line(prediction)]
            drawing.dashed(ends)
            drawing.text(left + 8, top + 16, self.you(prediction, "r"), bold=True, halo=True)
        return end

    def _mark(self, tick: float) -> str:
        return self.mark(tick, self.data.fields.get("unit", "count"))

    def table(self) -> Table:
        rows = tuple((f"{x:g}", self._mark(y)) for x, y in sorted(self.series.rows))
        return Table((self.filled["x_axis"], self.filled["axis"]), rows)

    def plot(self) -> dict[str, Any]:
        x, y = self.columns
        names = (self.filled["x_axis"], self.filled["axis"])
        dots = {
            "type": "scatter",
            "mode": "markers",
            "x": x,
            "y": y,
            "marker": {"color": BLUE, "size": 9, "opacity": 0.7},
            "hovertemplate": f"{names[0]}: %{{x}}<br>{names[1]}: %{{y}}<extra></extra>",
        }
        line = {
            "type": "scatter",
            "mode": "lines",
            "x": [a for a, _ in self.line()],
            "y": [b for _, b in self.line()],
            "line": {"color": VERMILION, "width": 3},
            "hoverinfo": "skip",
        }
        down = {"range": list(room(y, 0.05)), "gridcolor": RULE, "zerolinecolor": QUIET, "fixedrange": True}
        # On a phone a title of one line would be cut off.
        titles = ["<br>".join(wrapped(name, 250, SMALL)) for name in names]
        look = layout(380, self.t, yaxis=down, xaxis=value_axis(titles[0], max(x), range=list(room(x, 0.04))))
        above = {"xref": "paper", "yref": "paper", "showarrow": False, "y": 1.02, "yanchor": "bottom"}
        look["annotations"] = [
            {
                **above,
                "x": 0,
                "xanchor": "left",
                "align": "left",
                "text": titles[1],
                "font": {"color": QUIET},
            },
            {**above, "x": 1, "xanchor": "right", "y": 0.94, "text": self.r_text(), "bgcolor": PAPER},
        ]
        look["margin"] = {"l": 50, "r": 14, "t": 56, "b": 76}
        return {"data": [dots, line], "layout": look}
