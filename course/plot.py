"""How every plotly figure looks: one palette, one layout, horizontal bars with their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.i18n import Translator

Bundle = dict[str, Any]
"""A part of a figure, as plotly reads it."""

# Dark ink on white is legible whatever the theme. Blue and vermilion are safe for colour-blind readers (Okabe & Ito).
PAPER, INK, QUIET, RULE = "#ffffff", "#1f2328", "#57606a", "#d8dee4"
GREY, BLUE, VERMILION, PALE = "#6e7781", "#0072b2", "#d55e00", "#9ec5e3"
EDGE, LABELS = 14, 124
"""Pixels: the edge of a figure, and the room for the names of groups."""
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
CONFIG = {
    "responsive": True,
    "displaylogo": False,
    "displayModeBar": False,  # zooming is off, and the bar would lie over the figure on a phone
}


@dataclass(frozen=True)
class Bar:
    """One bar: label, value, the value as written, colour, and its interval if there is one."""

    label: str
    value: float
    text: str
    color: str
    span: tuple[float, float] | None = None


def bars(group: Sequence[Bar]) -> list[Bundle]:
    """Traces for horizontal bars with intervals, and the values written just beyond them."""
    labels = [bar.label for bar in group]
    drawn: Bundle = {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [bar.value for bar in group],
        "customdata": [bar.text for bar in group],
        "marker": {"color": [bar.color for bar in group]},
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    written: Bundle = {
        "type": "scatter",
        "mode": "text",
        "y": labels,
        "x": [bar.span[1] if bar.span else bar.value for bar in group],
        "text": [f" {bar.text}" for bar in group],
        "textposition": "middle right",
        "textfont": {"size": 15, "color": INK},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    # Intervals are a trace of their own: a bar without one would get an empty whisker.
    known = [(bar.label, bar.value, *bar.span) for bar in group if bar.span]
    return [drawn, written, whiskers(known, INK)] if known else [drawn, written]


def whiskers(known: Sequence[tuple[str, float, float, float]], color: str) -> Bundle:
    """Intervals alone, as (label, value, low, high), drawn as whiskers without a mark."""
    return {
        "type": "scatter",
        "mode": "markers",
        "marker": {"opacity": 0},
        "y": [label for label, *_ in known],
        "x": [value for _, value, *_ in known],
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [high - value for _, value, _, high in known],
            "arrayminus": [value - low for _, value, low, _ in known],
            "color": color,
            "thickness": 2,
            "width": 6,
        },
        "hoverinfo": "skip",
    }


def layout(height: int, t: Translator, **more: Any) -> Bundle:
    """The shared layout, with the separators of a language; the title stands on the page."""
    return {
        "template": {},
        "height": height,
        "autosize": True,
        "separators": ".," if t.language == "en" else ",.",
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONT, "size": 14, "color": INK},
        "margin": {"l": LABELS, "r": EDGE, "t": 10, "b": 60},
        "showlegend": False,
        "bargap": 0.35,
        "hoverlabel": {"bgcolor": INK, "font": {"color": PAPER}},
        "dragmode": False,
        **more,
    }


def legend() -> Bundle:
    """Layout with a legend above the figure, at the left."""
    place = {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "traceorder": "normal",
    }
    return {
        "showlegend": True,
        "legend": {"font": {"size": 14, "color": QUIET}, **place},
        "margin": {"l": LABELS, "r": EDGE + 14, "t": 44, "b": 60},
    }


def value_axis(title: str, top: float, **more: Any) -> Bundle:
    """Axis for the values, from zero, with room for the written values."""
    return {
        "title": {"text": title, "font": {"size": 13, "color": QUIET}, "standoff": 10},
        "range": [0, top],
        "fixedrange": True,
        "gridcolor": RULE,
        "zeroline": True,
        "zerolinecolor": QUIET,
        "tickfont": {"color": QUIET},
        "nticks": 6,
        "automargin": True,
        **more,
    }


def group_axis(**more: Any) -> Bundle:
    """Vertical axis for the groups, first group on top."""
    return {"autorange": "reversed", "fixedrange": True, "automargin": True, "ticklabelstandoff": 6, **more}
