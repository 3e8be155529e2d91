"""Tips and sweets: Strohmetz, Rind, Fisher & Lynn (2002), experiment 2."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..figure import EvidenceFigure, Table, evidence_figure
from ..numbers import percent
from ..study import evidence
from ..style import BLUE, GREY, INK, PAPER, RULE, Bar, bars, flat, group_axis, layout, value_axis

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def rises(values: list[Decimal]) -> list[Decimal]:
    """Relative rise over the first value, in percent."""
    return [100 * (value / values[0] - 1) for value in values]


def _changes(traces: list[Any]) -> dict[str, Any]:
    return {key: [trace.get(key) for trace in traces] for key in ("x", "text", "customdata")}


def tips() -> EvidenceFigure:
    """Tip in percent of the bill for four ways of giving a sweet; a button shows the rise over none."""
    data = evidence().figures["tips"]
    points, labels = list(data.points.values()), data.labels
    values = [point.value for point in points]
    relative = rises(values)
    shown = [percent(value, 1) for value in values]
    risen = [percent(0)] + [percent(value, 1, sign=True) for value in relative[1:]]
    colors = [GREY, BLUE, BLUE, BLUE]
    table = Table(
        (labels["group"], flat(labels["absolute_axis"]), flat(labels["relative_axis"])),
        tuple((flat(p.label), *cells) for p, *cells in zip(points, shown, risen, strict=True)),
    )
    texts = dict(zip(data.points, shown, strict=True)) | {
        "again_rise": percent(relative[-1], 1),
        "again_whole": percent(values[-1]),
    }

    def draw(title: str) -> Figure:
        from plotly.graph_objects import Figure

        def view(key: str, numbers: list[Decimal], written: list[str]) -> tuple[str, list[Any], Any]:
            rows = zip([p.label for p in points], numbers, written, colors, strict=True)
            axis = value_axis(labels[f"{key}_axis"], 29, ticksuffix="%")
            return labels[key], bars([Bar(*row) for row in rows]), axis

        views = [view("absolute", values, shown), view("relative", relative, risen)]
        buttons = [
            {"label": name, "method": "update", "args": [_changes(traces), {"xaxis": axis}]}
            for name, traces, axis in views
        ]
        _, traces, axis = views[0]
        look = layout(title, 290, xaxis=axis, yaxis=group_axis())
        look["margin"]["t"] += 44
        look["updatemenus"] = [
            {
                "type": "buttons",
                "direction": "right",
                "buttons": buttons,
                "x": 0,
                "xanchor": "left",
                "y": 1,
                "yanchor": "bottom",
                "pad": {"b": 10},
                "bgcolor": PAPER,
                "bordercolor": RULE,
                "font": {"color": INK},
            }
        ]
        return Figure(data=traces, layout=look)

    return evidence_figure(data, texts, table, draw)
