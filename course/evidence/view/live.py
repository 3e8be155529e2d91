"""The live side of a figure: controls in the browser, one drawing code here."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, ClassVar

import anywidget
import traitlets

from ..caption import table
from ..figure import NO_GUESS, Figure, Guess


class LiveFigure(anywidget.AnyWidget):
    """Shows a figure with its controls; what is set comes back as `state`, and `drawn` answers it."""

    html = traitlets.Unicode().tag(sync=True)
    controls: traitlets.List = traitlets.List().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    drawn = traitlets.Dict().tag(sync=True)

    _esm: ClassVar[str] = (files(__package__) / "figure.js").read_text("utf-8")

    def __init__(self, figure: Figure, guess: Guess = NO_GUESS) -> None:
        self.figure, self.guess = figure, guess
        controls = [vars(control) for control in figure.chart().controls()]
        state = {control["id"]: control["value"] for control in controls}
        super().__init__(html=figure.html(guess), controls=controls, state=state)
        self.observe(self._draw, names="state")

    def _draw(self, change: Any) -> None:
        state = change["new"]
        chart = self.figure.chart(state)
        self.drawn = {
            "chart": self.figure.drawings(self.guess.number, state),
            "table": table(chart.table()),
            "summary": chart.summary(),
        }
