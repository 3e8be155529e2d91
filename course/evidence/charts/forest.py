"""Studies with their intervals, and the diamond of them together, which moves as studies are ticked on and off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, sqrt
from typing import Any

from course.i18n import Message

from ..model import Value
from ..numbers import written
from ..pooling import Pooled, Z, pooled
from .axis import Axis, below, room
from .chart import NARROW, Chart, Control, Table, flag
from .svg import BASE, INK, MAIN, OTHER, SMALL, SOFT, TEXT, Drawing, width_of, wrapped

ROW, DENSE, BIGGEST = 30, 22, 14
MANY = 40
"""Studies from which on the rows stand closer."""


class Forest(Chart):
    """``values`` with a standard error each; log odds ratios are shown as odds ratios.

    ``model`` is ``random`` (DerSimonian-Laird) or ``fixed`` at the start. ``sets`` names studies that are ticked
    together with one button, {set: ids}, each with a label in the text of that name.
    """

    summary_shown = True
    required = {"values": list}
    optional = {"model": str, "sets": dict}
    more_texts = {"sets": dict}

    @classmethod
    def values_in(cls, fields: Mapping[str, Any]) -> Iterable[str]:
        if fields.get("model", "random") not in ("random", "fixed"):
            raise ValueError("model must be random or fixed")
        for name, ids in fields.get("sets", {}).items():
            if not set(ids) <= set(fields["values"]):
                raise ValueError(f"set {name!r} holds a number that is not among its values")
        return fields["values"]

    @classmethod
    def problem(cls, values: Sequence[Value]) -> str:
        if len({value.unit for value in values}) > 1:
            return "its numbers have different units"
        return next((f"{value.id} has no se" for value in values if value.se is None), "")

    @property
    def rows(self) -> list[Value]:
        return list(self.data.values.values())

    @property
    def odds(self) -> bool:
        """Whether the effects are log odds ratios."""
        return self.rows[0].unit == "log_odds_ratio"

    def controls(self) -> tuple[Control, ...]:
        studies = {row.id: self.label(row.id) for row in self.rows}
        models = {
            "random": self.t("random effects (DerSimonian-Laird)"),
            "fixed": self.t("one fixed effect"),
        }
        return (
            Control(
                "studies",
                "ticks",
                self.t("Count these studies"),
                list(studies),
                studies,
                sets=self._sets(studies),
                fold=self.t("Study by study"),
            ),
            Control("model", "choice", self.t("Pool as"), self.data.fields.get("model", "random"), models),
        )

    def _sets(self, studies: Mapping[str, str]) -> dict[str, list[str]]:
        """What each button ticks, by its words; without sets of its own a figure has no buttons."""
        sets = self.data.fields.get("sets", {})
        named = {self.filled["sets"][name]: list(ids) for name, ids in sets.items()}
        return {self.t("All studies"): list(studies), **named} if named else {}

    @property
    def counted(self) -> list[Value]:
        """The studies that are ticked."""
        ticked = self.setting("studies")
        return [row for row in self.rows if row.id in ticked]

    def together(self) -> Pooled | None:
        """What the ticked studies say together."""
        rows = self.counted
        if not rows:
            return None
        effects, errors = [row.found for row in rows], [float(row.se or 0) for row in rows]
        return pooled(effects, errors, random=self.setting("model") == "random")

    def summary(self) -> str:
        all_of_them = self.together()
        if all_of_them is None:
            return self.t("No study is ticked, so there is nothing to pool.")
        return self.t(
            Message.plural(
                "Together ({n} study): {x}. Differences beyond chance (I²): {share}.",
                "Together ({n} studies): {x}. Differences beyond chance (I²): {share}.",
                len(self.counted),
                x=self._ends(all_of_them.estimate, *all_of_them.interval),
                share=self.number(100 * all_of_them.i2, "percent"),
            )
        )

    def _shown(self, effect: float) -> float:
        return exp(effect) if self.odds else effect

    def _ends(self, *numbers: float) -> str:
        middle, low, high = (written(self._shown(x), self.t.language, 2) for x in numbers)
        span = self.t(Message("{low} to {high}", low=low, high=high))
        return f"{middle} [{span}]"

    def _span(self, row: Value) -> tuple[float, float, float]:
        error = Z * float(row.se or 0)
        return row.found, row.found - error, row.found + error

    def draw(self, drawing: Drawing, prediction: float | None) -> float:
        narrow = drawing.width <= NARROW
        rows, counted, diamond = self.rows, self.counted, self.together()
        share = dict(zip((row.id for row in counted), diamond.weights if diamond else (), strict=True))
        spans = [self._span(row) for row in rows]
        none = 1.0 if self.odds else 0.0
        ends = (
            [self._shown(x) for span in spans for x in span] + [none] + ([prediction] if prediction else [])
        )
        widest = max(width_of(self._ends(*span), SMALL) for span in spans) + 4
        left = 6.0 if narrow else 178.0
        right = drawing.width - (8 if narrow else widest + 10)
        axis = Axis(*room(ends, 0.04, log_scale=self.odds), left, right, self.odds)
        wide_row = DENSE if len(rows) > MANY else ROW
        row_height = ROW + 22 if narrow else wide_row
        top = 28.0 if prediction is not None else 6.0
        foot = top + row_height * (len(rows) + 1) + 8
        end = below(
            drawing,
            axis,
            top,
            foot,
            self.filled["axis"],
            lambda tick: self.mark(tick, "d"),
            none,
            most=5 if narrow else 7,
        )

        if prediction is not None:
            drawing.dashed([(axis(prediction), top), (axis(prediction), foot)])
            flag(drawing, axis(prediction), 18, self.you(prediction, "d"))

        def words(y: float, label: str, span: str, color: str, bold: bool = False) -> float:
            """Label and numbers of a row; where its interval is drawn."""
            line = y + 16 if narrow else y + wide_row / 2 + 5
            room_for = drawing.width - widest - 10 if narrow else left - 12
            text = wrapped(label, room_for, TEXT, bold)
            drawing.text(
                0,
                line if narrow else line - 9 * (len(text) - 1),
                text,
                TEXT,
                color=color,
                bold=bold,
                halo=True,
            )
            drawing.text(drawing.width, line, span, SMALL, "end", color, bold, halo=True)
            return y + 34 if narrow else y + wide_row / 2

        for i, (row, span) in enumerate(zip(rows, spans, strict=True)):
            on = row.id in share
            color = MAIN if on else BASE
            at = words(top + i * row_height, self.label(row.id), self._ends(*span), INK if on else SOFT)
            middle, low, high = (axis(self._shown(x)) for x in span)
            drawing.line(low, at, high, at, color, stroke_width=2)
            half = 2.5 + sqrt(share.get(row.id, 0.0)) * BIGGEST / 2
            fill = color if on else "none"
            drawing.add(
                "rect", x=middle - half, y=at - half, width=2 * half, height=2 * half, fill=fill, stroke=color,
                stroke_width=1.5,
            )  # fmt: skip
        if diamond:
            y = top + row_height * len(rows) + 6
            span = (diamond.estimate, *diamond.interval)
            at = words(y, self.t("Together"), self._ends(*span), INK, bold=True)
            middle, low, high = (axis(self._shown(x)) for x in span)
            corners = [(low, at), (middle, at - 8), (high, at), (middle, at + 8), (low, at)]
            drawing.path(corners, fill=OTHER)
        return end

    def table(self) -> Table:
        diamond = self.together()
        rows = [(self.label(row.id), self._ends(*self._span(row))) for row in self.rows]
        if diamond:
            model = dict(self.controls()[1].options)[self.setting("model")]
            span = self._ends(diamond.estimate, *diamond.interval)
            rows.append((", ".join((self.t("Together"), model)), span))
        interval = self.t("95% interval")
        return Table((self.t("Study"), f"{self.filled['axis']} [{interval}]"), tuple(rows))
