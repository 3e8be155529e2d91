"""Bars from zero, with intervals where they are known: one panel, several below each other, or one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from ..model import Value
from .axis import Axis, below
from .chart import NARROW, Chart, Control, Table, flag
from .svg import BASE, MAIN, OTHER, TEXT, Drawing, width_of, wrapped

BAR, GAP, LABELS = 22, 14, 196


class Bars(Chart):
    """``panels`` of numbers with a unit of their own; ``choose`` shows one panel at a time, with a switch.

    The first bar of a panel is what the others are compared with, unless ``base`` names other ids; ``other`` names bars
    that stand apart; ``predicted`` is the panel that a prediction is about, the first one at first.
    """

    required = {"panels": list}
    optional = {"choose": bool, "base": list, "other": list, "predicted": int}
    texts = {"axes": list}
    more_texts = {"headings": list}

    @classmethod
    def values_in(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        return chain(*fields["panels"])

    @property
    def panels(self) -> list[list[Value]]:
        return [[self.value(id) for id in panel] for panel in self.data.fields["panels"]]

    @property
    def shown(self) -> list[int]:
        """The panels in sight."""
        return [int(self.setting("panel"))] if self.controls() else list(range(len(self.panels)))

    def can_mark(self, id: str) -> bool:
        return id in self.data.fields["panels"][self.predicted]

    def controls(self) -> tuple[Control, ...]:
        if not self.data.fields.get("choose"):
            return ()
        options = {str(i): heading for i, heading in enumerate(self.filled["headings"])}
        return (Control("panel", "choice", self.t("Show"), "0", options),)

    def summary(self) -> str:
        if not self.controls():
            return ""
        rows = self.panels[self.shown[0]]
        return "; ".join(f"{self.label(row.id)}: {self.write(row, self._signed(row))}" for row in rows) + "."

    def _signed(self, value: Value) -> bool:
        """A computed change shows its sign: its panel begins with what has not changed."""
        panel = next(panel for panel in self.panels if any(one.id == value.id for one in panel))
        return bool(value.formula) and bool(value.number) and not panel[0].number

    def _color(self, value: Value, panel: list[Value]) -> str:
        fields = self.data.fields
        if value.id in fields.get("base", [panel[0].id]):
            return BASE
        return OTHER if value.id in fields.get("other", ()) else MAIN

    def _left(self) -> float:
        """Room for the labels of all panels, so that the panels share an edge."""
        labels = (self.label(row.id) for i in self.shown for row in self.panels[i])
        return max(width_of(line) for label in labels for line in wrapped(label, LABELS)) + 14

    @property
    def predicted(self) -> int:
        """The panel that a prediction is about."""
        return int(self.data.fields.get("predicted", 0))

    def _range(self, unit: str, prediction: float | None, width: float) -> tuple[float, float]:
        """The values at the edges: zero or what lies below it, and where each written number fits beside its bar.

        Panels with one unit share it, so that their bars can be compared.
        """
        rows = [row for i in self.shown for row in self.panels[i] if row.unit == unit]
        low = min([0.0, *(row.found if row.low is None else float(row.low) for row in rows)])
        texts = [width_of(self.write(row, self._signed(row)), 15, bold=True) + 16 for row in rows]
        ends = [
            low + (_end(row) - low) * width / (width - text) for row, text in zip(rows, texts, strict=True)
        ]
        is_about = self.panels[self.predicted][0].unit == unit
        high = max([*ends, (prediction or 0) * 1.04 if is_about else 0])
        return low, high if high > low else low + 1

    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        y = 4.0
        for i in self.shown:
            y = self._panel(drawing, y, i, prediction) + 26
        return y - 22

    def _panel(self, drawing: Drawing, y: float, i: int, prediction: float | None) -> float:
        guess = prediction if i == self.predicted else None
        rows = self.panels[i]
        unit = rows[0].unit
        narrow = drawing.width <= NARROW
        headings = self.filled.get("headings", ())
        if headings and not self.controls():
            lines = wrapped(headings[i], drawing.width, TEXT, bold=True)
            y += drawing.text(0, y + TEXT, lines, bold=True) + 10
        if guess is not None:
            y += 24
        left = 4.0 if narrow else self._left()
        written = [self.write(row, self._signed(row)) for row in rows]
        ends = [_end(row) for row in rows]
        edges = self._range(unit, prediction, drawing.width - left - 6)
        axis = Axis(*edges, left, drawing.width - 6)
        start = y
        places = []
        for row in rows:
            label = wrapped(self.label(row.id), drawing.width - 8 if narrow else left - 12)
            tall = 18.2 * len(label)
            if narrow:
                places.append((y + TEXT, y + tall + 4, label))
                y += tall + 4 + BAR + GAP
            else:
                high = max(BAR, tall)
                places.append((y + (high - tall) / 2 + TEXT, y + (high - BAR) / 2, label))
                y += high + GAP
        end = below(
            drawing,
            axis,
            start - 4,
            y - 4,
            self.filled["axes"][i],
            lambda tick: self.mark(tick, unit),
            most=5 if narrow else 7,
        )
        for row, (_base, bar, _label) in zip(rows, places, strict=True):
            drawing.add(
                "rect", x=min(axis(0), axis(row.found)), y=bar, width=abs(axis(row.found) - axis(0)), height=BAR, rx=2,
                fill=self._color(row, rows),
            )  # fmt: skip
            if row.low is not None and row.high is not None:
                middle = bar + BAR / 2
                drawing.whisker(axis(float(row.low)), middle, axis(float(row.high)), middle)
        if guess is not None:
            drawing.dashed([(axis(guess), start - 6), (axis(guess), y - 4)])
            flag(drawing, axis(guess), start - 12, self.you(guess, unit))
        for base, _bar, label in places:  # last: in a narrow drawing they lie over the lines
            drawing.text(
                left - 12 if not narrow else 4, base, label, anchor="start" if narrow else "end", halo=narrow
            )
        for text, edge, (_base, bar, _label) in zip(written, ends, places, strict=True):
            drawing.text(axis(edge) + 7, bar + BAR / 2 + 5.2, text, 15, bold=True, halo=True)
        return end

    def table(self) -> Table:
        panels = self.panels
        labels = [[self.label(row.id) for row in panel] for panel in panels]
        if self.controls() and all(rows == labels[0] for rows in labels):  # the same groups, measured twice
            columns = (self.t("Group"), *self.filled["axes"])
            return Table(columns, tuple(
                (self.label(rows[0].id), *(self.write(row, self._signed(row)) for row in rows))
                for rows in zip(*panels, strict=True)
            ))  # fmt: skip
        headings = self.filled.get("headings") or [""] * len(panels)
        single = len(panels) == 1
        return Table(
            (
                self.t("Group"),
                self.filled["axes"][0] if single else self.t("Outcome"),
                self.t("95% interval"),
            ),
            tuple(
                (
                    self.label(row.id) if single else f"{heading}: {self.label(row.id)}",
                    self.write(row) if single else f"{self.write(row)} ({axis})",
                    self.span(row),
                )
                for panel, heading, axis in zip(panels, headings, self.filled["axes"], strict=True)
                for row in panel
            ),
        )


def _end(row: Value) -> float:
    """Where a bar with its interval ends."""
    return float(row.high) if row.high is not None else row.found
