"""Lines of a formula, and measured points with their intervals; sliders bend the lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..formula import names, result
from ..model import Value
from .axis import Axis, below, beside
from .chart import NARROW, Chart, Control, Table
from .svg import INK, MAIN, OTHER, SMALL, SOFT, TEXT, Drawing, width_of, wrapped

HEIGHT, STEPS = 240, 120
COLORS = (MAIN, OTHER, SOFT)


class Curve(Chart):
    """``lines`` of ``{id, formula}`` in ``x``, sliders and ids of numbers; ``points`` at the ``n`` of numbers.

    ``x`` and ``y`` are ``{low, high}``, ``x`` with ``log = true`` for a logarithmic one; ``unit`` is the unit of y;
    ``sliders`` are ``{name = {low, high, step, start}}``. Labels name the lines and the sliders.
    """

    summary_shown = True
    required = {"x": dict, "y": dict, "unit": str}
    optional = {"lines": list, "points": list, "sliders": dict}
    texts = {"axis": str, "x_axis": str}
    more_texts = {"points": str}

    @classmethod
    def values_in(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        sliders = fields.get("sliders", {})
        found = list(fields.get("points", []))
        for line in fields.get("lines", []):
            for name in names(line["formula"]):
                if "." in name:
                    found.append(name)
                elif name != "x" and name not in sliders:
                    raise ValueError(f"formula {line['formula']!r}: {name!r} is neither x nor a slider")
        return found

    @classmethod
    def labelled(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        return [*(line["id"] for line in fields.get("lines", [])), *fields.get("sliders", {})]

    def can_mark(self, id: str) -> bool:
        return id in self.data.fields.get("points", [])

    def controls(self) -> tuple[Control, ...]:
        return tuple(
            Control(
                name, "range", self.label(name), float(slider["start"]),
                low=float(slider["low"]), high=float(slider["high"]), step=float(slider["step"]),
            )
            for name, slider in self.data.fields.get("sliders", {}).items()
        )  # fmt: skip

    @property
    def points(self) -> list[Value]:
        return [self.value(id) for id in self.data.fields.get("points", [])]

    def y(self, formula: str, x: float) -> float:
        """What a formula comes to at `x`, as the sliders stand."""
        known = {id: value.found for id, value in self.data.values.items()}
        known |= {control.id: float(self.setting(control.id)) for control in self.controls()}
        return result(formula, {**known, "x": x})

    def summary(self) -> str:
        if not self.controls():
            return ""
        end = (self.filled["x_axis"], self.mark(self._ticks()[-1], "count"))
        return " ".join(f"{head}: {cell}." for head, cell in (end, *self._line_rows(last=True)))

    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        fields = self.data.fields
        unit = fields["unit"]
        narrow = drawing.width <= NARROW
        top = drawing.text(0, TEXT, wrapped(self.filled["axis"], drawing.width, SMALL), SMALL) + 8
        lines = fields.get("lines", [])
        colors = dict(zip((line["id"] for line in lines), COLORS, strict=False))
        for line in lines:
            drawing.line(0, top + 8, 26, top + 8, colors[line["id"]], stroke_width=3)
            text = wrapped(self.label(line["id"]), drawing.width - 36, SMALL)
            top += drawing.text(34, top + 13, text, SMALL) + 3
        if self.points and "points" in self.filled:
            drawing.add("circle", cx=13, cy=top + 8, r=5, fill=INK)
            top += (
                drawing.text(34, top + 13, wrapped(self.filled["points"], drawing.width - 36, SMALL), SMALL)
                + 3
            )
        top += 14
        low, high = float(fields["y"]["low"]), float(fields["y"]["high"])
        y = Axis(low, high, top + HEIGHT, top)
        marks = [self.mark(tick, unit) for tick in y.ticks()]
        left = max(width_of(mark, SMALL) for mark in marks) + 12
        x = Axis(
            float(fields["x"]["low"]), float(fields["x"]["high"]), left, drawing.width - 14.0,
            bool(fields["x"].get("log")),
        )  # fmt: skip
        beside(drawing, y, left, drawing.width - 14, lambda tick: self.mark(tick, unit))
        end = below(
            drawing,
            x,
            top,
            top + HEIGHT,
            self.filled["x_axis"],
            lambda tick: self.mark(tick, "count"),
            most=5 if narrow else 8,
        )
        for line in lines:
            path = []
            for i in range(STEPS + 1):
                part = i / STEPS
                at = x.low * (x.high / x.low) ** part if x.log else x.low + part * (x.high - x.low)
                value = self.y(line["formula"], at)
                if low <= value <= high:
                    path.append((x(at), y(value)))
            if path:
                drawing.path(path, fill="none", stroke=colors[line["id"]], stroke_width=3)
        for point in self.points:
            at = x(point.n or 0)
            if point.low is not None and point.high is not None:
                drawing.whisker(at, y(float(point.low)), at, y(float(point.high)))
            drawing.add("circle", cx=at, cy=y(point.found), r=5, fill=INK)
        if prediction is not None and low <= prediction <= high:
            drawing.dashed([(left, y(prediction)), (drawing.width - 14, y(prediction))])
            words = self.you(prediction, unit)
            drawing.text(drawing.width - 16, y(prediction) - 7, words, anchor="end", bold=True, halo=True)
        return end

    def table(self) -> Table:
        rows = [
            (self.number(value.n or 0, "count"), f"{self.write(value)} ({self.span(value)})")
            for value in self.points
        ]
        if rows:
            interval = self.t("95% interval")
            return Table((self.filled["x_axis"], f"{self.filled['axis']} ({interval})"), tuple(rows))
        ticks = self._ticks()
        columns = tuple(self.mark(tick, "count") for tick in ticks)
        return Table((self.filled["x_axis"], *columns), tuple(self._line_rows()))

    def _ticks(self) -> list[float]:
        x = self.data.fields["x"]
        return Axis(float(x["low"]), float(x["high"]), 0, 1, bool(x.get("log"))).ticks()

    def _line_rows(self, last: bool = False) -> list[tuple[str, ...]]:
        unit = self.data.fields["unit"]
        digits = 0 if unit == "percent" else 2
        ticks = self._ticks()[-1:] if last else self._ticks()
        return [
            (
                self.label(line["id"]),
                *(self.number(self.y(line["formula"], tick), unit, digits) for tick in ticks),
            )
            for line in self.data.fields.get("lines", [])
        ]
