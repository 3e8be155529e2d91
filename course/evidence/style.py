"""How every figure looks: horizontal bars with their values, one layout, one palette."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

Bundle = dict[str, Any]

# No grey reaches 4.5:1 on both #fff and #111, so the figure brings its own paper: dark ink on white is
# legible in every theme. Blue and vermilion are safe for colour-blind readers (Okabe & Ito).
PAPER, INK, QUIET, RULE = "#ffffff", "#1f2328", "#57606a", "#d8dee4"
GREY, BLUE, VERMILION = "#6e7781", "#0072b2", "#d55e00"
EDGE, LABELS = 14, 124  # pixels: the left edge of titles, and the room for group labels
TITLE_CHARACTERS = 34  # a line of title that fits a screen of 360 px
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True)
class Bar:
    """One bar: label, value, the value as written, colour, and its interval if there is one."""

    label: str
    value: Decimal
    text: str
    color: str
    span: tuple[float, float] | None = None


def bars(group: Sequence[Bar], **more: Any) -> list[Bundle]:
    """Traces for horizontal bars with intervals, and the values written just beyond them."""
    labels = [bar.label for bar in group]
    drawn: Bundle = {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [float(bar.value) for bar in group],
        "customdata": [bar.text for bar in group],
        "marker": {"color": [bar.color for bar in group]},
        "hovertemplate": "%{customdata}<extra></extra>",
        **more,
    }
    written: Bundle = {
        "type": "scatter",
        "mode": "text",
        "y": labels,
        "x": [bar.span[1] if bar.span else float(bar.value) for bar in group],
        "text": [f" {bar.text}" for bar in group],
        "textposition": "middle right",
        "textfont": {"size": 15, "color": INK},
        "cliponaxis": False,
        "hoverinfo": "skip",
        **more,
    }
    # Intervals are a trace of their own: a bar without one would get an empty whisker.
    known = [(bar.label, float(bar.value), *bar.span) for bar in group if bar.span]
    return [drawn, written, {**whiskers(known, INK), **more}] if known else [drawn, written]


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


def title_lines(title: str) -> list[str]:
    """Break a title into as few lines as fit a phone, of about equal length."""
    count = len(textwrap.wrap(title, TITLE_CHARACTERS))
    options = (textwrap.wrap(title, width) for width in range(10, TITLE_CHARACTERS + 1))
    return next(lines for lines in options if len(lines) == count)


def layout(title: str, height: int, **more: Any) -> Bundle:
    """The shared layout: wrapped title at the left, Dutch separators, no legend."""
    lines = title_lines(title)
    head = 30 + 21 * len(lines)
    return {
        "template": {},
        "height": height + head,
        "autosize": True,
        "separators": ",.",
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONT, "size": 14, "color": INK},
        "title": {
            "text": "<br>".join(escape(line, quote=False) for line in lines),
            "font": {"size": 16, "color": INK},
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "pad": {"l": EDGE, "t": 22},
        },
        "margin": {"l": LABELS, "r": EDGE, "t": head, "b": 66},
        "showlegend": False,
        "bargap": 0.35,
        "hoverlabel": {"bgcolor": INK, "font": {"color": PAPER}},
        "dragmode": False,
        **more,
    }


def value_axis(title: str, top: float, **more: Any) -> Bundle:
    """Horizontal axis for the values, from zero, with room for the written values."""
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


def flat(label: str) -> str:
    """A label without the line breaks it has inside the figure."""
    return label.replace("<br>", " ")
