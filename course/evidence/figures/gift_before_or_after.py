"""A gift before, without conditions (Falk 2007), against a gift as a reward (Newman & Shen 2012)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..figure import EvidenceFigure, Table, evidence_figure
from ..numbers import dutch, percent, wilson_share
from ..study import evidence
from ..style import BLUE, EDGE, GREY, INK, LABELS, VERMILION, Bar, bars, flat, group_axis, layout, value_axis

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def gift_before_or_after() -> EvidenceFigure:
    """Two panels with their own units: percent of letters answered by a gift, and median dollars."""
    data = evidence().figures["gift_before_or_after"]
    words, labels, points = evidence().words, data.labels, data.points
    falk = evidence().studies["falk-2007"]
    # The size of each group is an assumption: equal thirds of about 10,000, to the nearest hundred.
    group_n = int(round(falk.size / 3, -2))
    before = [points[key] for key in ("none", "small", "large")]
    after = [points[key] for key in ("without", "with")]
    spans = [wilson_share(point.value, group_n) for point in before]
    texts = {point.id: percent(point.value) for point in before}
    texts |= {point.id: f"{dutch(point.value)} dollar" for point in after}
    rises = {f"{p.id}_rise": percent(100 * (p.value / before[0].value - 1)) for p in before[1:]}
    sizes = {"letters": dutch(falk.size), "group_n": dutch(group_n)}

    table = Table(
        (labels["group"], labels["value"], labels["interval"]),
        (
            *(
                (
                    f"{labels['before']}: {flat(point.label).lower()}",
                    f"{texts[point.id]} {labels['of_letters']}",
                    f"{percent(low, 1)} {words['to']} {percent(high, 1)}",
                )
                for point, (low, high) in zip(before, spans, strict=True)
            ),
            *(
                (
                    f"{labels['after']}: {flat(point.label).lower()}",
                    f"{texts[point.id]} {labels['median']}",
                    labels["no_interval"],
                )
                for point in after
            ),
        ),
    )

    def draw(title: str) -> Figure:
        from plotly.graph_objects import Figure

        upper = [
            Bar(point.label, point.value, texts[point.id], color, span)
            for point, color, span in zip(before, (GREY, BLUE, BLUE), spans, strict=True)
        ]
        lower = [
            Bar(point.label, point.value, texts[point.id], color)
            for point, color in zip(after, (GREY, VERMILION), strict=True)
        ]
        look = layout(
            title,
            540,
            xaxis=value_axis(labels["before_axis"], 29, ticksuffix="%", anchor="y"),
            yaxis=group_axis(domain=[0.57, 1], anchor="x"),
            xaxis2=value_axis(labels["after_axis"], 36, anchor="y2"),
            yaxis2=group_axis(domain=[0, 0.27], anchor="x2"),
            annotations=[_heading(labels["before"], 1), _heading(labels["after"], 0.27)],
        )
        look["margin"]["t"] += 34
        return Figure(data=[*bars(upper), *bars(lower, xaxis="x2", yaxis="y2")], layout=look)

    return evidence_figure(data, texts | rises | sizes, table, draw)


def _heading(text: str, y: float) -> dict[str, object]:
    return {
        "text": f"<b>{text}</b>",
        "xref": "paper",
        "x": 0,
        "xshift": EDGE - LABELS,
        "xanchor": "left",
        "yref": "paper",
        "y": y,
        "yanchor": "bottom",
        "yshift": 8,
        "showarrow": False,
        "align": "left",
        "font": {"color": INK, "size": 14},
    }
