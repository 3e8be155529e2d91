"""Christmas cards to strangers: Kunz & Woolcott (1976) and Meier (2016)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..figure import EvidenceFigure, Table, evidence_figure
from ..numbers import dutch, percent, wilson_share
from ..study import evidence
from ..style import BLUE, GREY, Bar, bars, flat, group_axis, layout, value_axis

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def christmas_cards() -> EvidenceFigure:
    """Share that answered a stranger's card, in percent; a computed interval for 2016 only."""
    data = evidence().figures["christmas_cards"]
    words, labels = evidence().words, data.labels
    first, later = data.points.values()
    early, recent = (evidence().studies[point.study] for point in (first, later))
    low, high = wilson_share(later.value, recent.size)
    texts = {
        "first": percent(first.value),
        "later": percent(later.value),
        "first_year": str(early.year),
        "later_year": str(recent.year),
        "later_n": dutch(recent.size),
        "later_low": percent(low, 1),
        "later_high": percent(high, 1),
    }
    names = [point.label.format_map(texts) for point in (first, later)]
    shown = [f"{words['about']} {texts['first']}", texts["later"]]
    span = f"{texts['later_low']} {words['to']} {texts['later_high']}"
    table = Table(
        (labels["group"], flat(labels["axis"]), labels["interval"]),
        ((flat(names[0]), shown[0], labels["no_interval"]), (flat(names[1]), shown[1], span)),
    )

    def draw(title: str) -> Figure:
        from plotly.graph_objects import Figure

        group = [
            Bar(names[0], first.value, shown[0], GREY),
            Bar(names[1], later.value, shown[1], BLUE, (low, high)),
        ]
        look = layout(title, 200, xaxis=value_axis(labels["axis"], 33, ticksuffix="%"), yaxis=group_axis())
        return Figure(data=bars(group), layout=look)

    return evidence_figure(data, texts, table, draw)
