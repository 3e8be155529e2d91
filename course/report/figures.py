"""The figures of the report, in the course's own style. The finding and the source stand on the page around them."""

from __future__ import annotations

import itertools
import json
import re
import textwrap
from collections import Counter
from collections.abc import Sequence
from html import escape
from math import ceil, floor
from statistics import fmean
from typing import Any

from course.i18n import Translator
from course.plot import (
    BLUE,
    EDGE,
    GREY,
    INK,
    LABELS,
    PALE,
    RULE,
    VERMILION,
    Bar,
    Bundle,
    bars,
    group_axis,
    layout,
    legend,
    value_axis,
    whiskers,
)
from course.report import wording
from course.report.answers import Completeness
from course.report.growth import Growth
from course.report.measures import Estimate

ROW = 54
"""Pixels for one exercise: three lines of label."""
CHARACTERS = 17
"""A line of label that fits in `LABELS` pixels."""
NUMBERED = re.compile(r"^\w+ (?=\d+ · )")
"""The word before the number of an exercise."""
PERCENTS: Bundle = {
    "tickvals": [0, 25, 50, 75, 100],
    "ticktext": ["0%", "", "50%", "", "100%"],
    "tickangle": 0,
}
STEPS = (0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100)


def label(name: str) -> str:
    """The name of an exercise on at most three short lines, without markup of its own."""
    lines = textwrap.wrap(NUMBERED.sub("", name), CHARACTERS) or [name]
    if len(lines) > 3:
        lines = [*lines[:2], f"{lines[2][: CHARACTERS - 1]}…"]
    return "<br>".join(escape(line, quote=False) for line in lines)


def step_for(top: float, most: int) -> float:
    """The smallest round step of points that makes at most `most` groups up to `top`."""
    return next((step for step in STEPS if top / step <= most), top / most)


def score_dots(names: Sequence[str], totals: Sequence[float], max_score: float, t: Translator) -> Bundle:
    """One dot for each participant, stacked per step of points; the name shows on pointing at it."""
    step = step_for(max(max_score, *totals), 21)
    stacked: Counter[float] = Counter()
    x, y, shown = [], [], []
    for name, total in sorted(zip(names, totals, strict=True), key=lambda pair: pair[1]):
        place = round(total / step) * step
        stacked[place] += 1
        x.append(place)
        y.append(stacked[place])
        shown.append(f"{escape(name)}: {wording.points(total, t)}")
    highest = max(stacked.values())
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "text": shown,
        "marker": {"size": 13, "color": BLUE, "line": {"color": "#ffffff", "width": 1}},
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }
    high = max(4, highest) + 0.8
    return _plot(
        [dots, *_mean_line(fmean(totals), high, t)],
        120 + 18 * ceil(high),
        t,
        xaxis=_points_axis(max(max_score, *totals), t),
        yaxis={"range": [0.2, high + 0.6], "visible": False, "fixedrange": True},
        margin={"l": EDGE + 6, "r": EDGE + 6, "t": 26, "b": 60},
    )


def score_groups(
    totals: Sequence[float], max_score: float, t: Translator
) -> tuple[Bundle, list[tuple[str, int]]]:
    """A histogram in wide groups, which hides what one person has, and the groups as (points, people)."""
    top = max(max_score, *totals)
    step = step_for(top, 6)
    groups = max(1, ceil(round(top / step, 9)))
    counted = Counter(min(floor(round(total / step, 9)), groups - 1) for total in totals)
    people = [counted[group] for group in range(groups)]
    edges = [step * group for group in range(groups + 1)]
    written = [wording.points(edge, t) for edge in edges]
    names = [t("{low} to {high}").format(low=low, high=high) for low, high in itertools.pairwise(written)]
    names[-1] = t("{low} up to and including {high}").format(low=written[-2], high=written[-1])
    drawn = {
        "type": "bar",
        "x": [low + step / 2 for low in edges[:-1]],
        "y": people,
        "width": [step * 0.94] * groups,
        "marker": {"color": BLUE},
        "text": [str(n) if n else "" for n in people],
        "textposition": "outside",
        "textfont": {"size": 15, "color": INK},
        "customdata": names,
        "hovertemplate": t("%{customdata} points: %{y}") + "<extra></extra>",
        "cliponaxis": False,
    }
    high = max(people) * 1.22
    plot = _plot(
        [drawn, *_mean_line(fmean(totals), high, t)],
        300,
        t,
        xaxis={
            **_points_axis(edges[-1], t),
            "tickvals": edges,
            "ticktext": written,
        },
        yaxis={**value_axis(t("Number of participants"), high * 1.08), "nticks": 5, "tickformat": "d"},
        margin={"l": 56, "r": EDGE + 6, "t": 26, "b": 60},
    )
    return plot, list(zip(names, people, strict=True))


def difficulty(names: Sequence[str], shares: Sequence[Estimate], t: Translator) -> Bundle:
    """Mean share of the points per exercise, with its interval; the hardest stands out."""
    lowest = min(estimate.value for estimate in shares)
    group = [
        Bar(
            label(name),
            100 * estimate.value,
            wording.percent(estimate.value, t),
            VERMILION if estimate.value == lowest and len(shares) > 1 else BLUE,
            estimate.interval and (100 * estimate.interval[0], 100 * estimate.interval[1]),
        )
        for name, estimate in zip(names, shares, strict=True)
    ]
    return _plot(
        bars(group),
        90 + ROW * len(group),
        t,
        xaxis=value_axis(t("Mean share of the points"), 118, **PERCENTS),
        yaxis=group_axis(),
    )


def discrimination(names: Sequence[str], found: Sequence[Estimate], t: Translator) -> Bundle:
    """Corrected item-rest correlation per exercise, with its interval."""
    known = [
        (label(name), one.value, *one.interval)
        for name, one in zip(names, found, strict=True)
        if one.interval
    ]
    lows = [one.interval[0] if one.interval else one.value for one in found]
    dots = {
        "type": "scatter",
        "mode": "markers+text",
        "y": [label(name) for name in names],
        "x": [one.value for one in found],
        "text": [wording.coefficient(one.value, t) for one in found],
        "textposition": "top center",
        "textfont": {"size": 14, "color": INK},
        "marker": {"size": 13, "color": [VERMILION if one.value < 0.2 else BLUE for one in found]},
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }
    return _plot(
        [whiskers(known, GREY), dots],
        90 + ROW * len(names),
        t,
        xaxis={
            **value_axis(t("Relation to the rest<br>(correlation)"), 1),
            "range": [min(-0.15, floor(10 * min(lows)) / 10), 1.05],
            "tickformat": ".1f",
        },
        yaxis={**group_axis(), "range": [len(names) - 0.4, -0.6], "autorange": False},
        margin={"l": LABELS, "r": EDGE + 6, "t": 16, "b": 84},
    )


def left_open(names: Sequence[str], found: Sequence[Completeness], t: Translator) -> Bundle:
    """Share of the class that filled in each exercise entirely, in part and not at all."""
    groups = (
        (t("Complete"), "whole", BLUE, "#ffffff"),
        (t("In part"), "partly", PALE, INK),
        (t("Nothing"), "empty", VERMILION, INK),
    )
    traces = []
    for name, part, color, ink in groups:
        shares = [100 * getattr(one, part) / one.people for one in found]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": name,
                "y": [label(one) for one in names],
                "x": shares,
                "text": [wording.percent(share / 100, t) if share >= 12 else "" for share in shares],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"color": ink, "size": 14},
                "marker": {"color": color, "line": {"color": "#ffffff", "width": 1}},
                "hovertemplate": f"{name}: %{{x:.0f}}%<extra></extra>",
            }
        )
    return _plot(
        traces,
        118 + ROW * len(names),
        t,
        barmode="stack",
        xaxis=value_axis(t("Share of the hand-ins"), 100, **PERCENTS),
        yaxis=group_axis(),
        **legend(),
    )


def slopes(growth: Growth, t: Translator) -> Bundle:
    """A line for each participant from start to end, and the mean."""
    traces: list[Bundle] = []
    moments = [t("At the start"), t("At the end")]
    for name, before, after in zip(growth.people, growth.before, growth.after, strict=True):
        fell = after < before
        told = t("{name}: from {before} to {after}").format(
            name=escape(name), before=wording.percent(before, t), after=wording.percent(after, t)
        )
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": moments,
                "y": [100 * before, 100 * after],
                "line": {
                    "color": VERMILION if fell else "#b6bec8",
                    "width": 1.5,
                    "dash": "dot" if fell else "solid",
                },
                "marker": {"size": 6},
                "text": [told] * 2,
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
            }
        )
    traces.append(
        {
            "type": "scatter",
            "mode": "lines+markers+text",
            "x": moments,
            "y": [100 * growth.start, 100 * growth.end],
            "text": [
                f"<b>{wording.percent(growth.start, t)}</b> ",
                f" <b>{wording.percent(growth.end, t)}</b>",
            ],
            "textposition": ["middle left", "middle right"],
            "textfont": {"size": 16, "color": INK},
            "line": {"color": BLUE, "width": 4},
            "marker": {"size": 10},
            "hovertemplate": t("Mean") + " %{y:.0f}%<extra></extra>",
            "cliponaxis": False,
        }
    )
    axis = value_axis(t("Share of the points"), 104, **PERCENTS)
    return _plot(
        traces,
        380,
        t,
        xaxis={"range": [-0.35, 1.35], "fixedrange": True, "tickfont": {"size": 15, "color": INK}},
        yaxis=axis,
        margin={"l": 70, "r": EDGE + 6, "t": 20, "b": 40},
    )


def dumbbells(growths: Sequence[Growth], t: Translator) -> Bundle:
    """Mean share at the start and at the end, for the whole and for each goal."""
    names = [label(growth.name) for growth in growths]
    lines = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [100 * growth.start, 100 * growth.end],
            "y": [name, name],
            "line": {"color": RULE, "width": 6},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for name, growth in zip(names, growths, strict=True)
    ]
    ends: list[Bundle] = []
    for title, color, part in ((t("At the start"), GREY, "start"), (t("At the end"), BLUE, "end")):
        values = [getattr(growth, part) for growth in growths]
        left = [(growth.start <= growth.end) == (part == "start") for growth in growths]
        ends.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": title,
                "x": [100 * value for value in values],
                "y": names,
                "text": [f" {wording.percent(value, t)} " for value in values],
                "textposition": ["middle left" if one else "middle right" for one in left],
                "textfont": {"size": 14, "color": INK},
                "marker": {"size": 14, "color": color},
                "hovertemplate": f"{title}: %{{x:.0f}}%<extra></extra>",
                "cliponaxis": False,
            }
        )
    return _plot(
        [*lines, *ends],
        118 + ROW * len(names),
        t,
        xaxis={
            **value_axis(t("Mean share of the points"), 100, **PERCENTS),
            "range": [-18, 118],
            "zerolinecolor": RULE,
        },
        yaxis={**group_axis(), "range": [len(names) - 0.5, -0.5], "autorange": False},
        **legend(),
    )


def _points_axis(top: float, t: Translator) -> Bundle:
    axis = value_axis(t("Points"), top)
    room = top * 0.03
    return {
        **axis,
        "range": [-room, top + room],
        "gridcolor": "rgba(0,0,0,0)",
        "zeroline": False,
        "ticks": "outside",
        "nticks": 11,
    }


def _mean_line(mean: float, high: float, t: Translator) -> list[Bundle]:
    return [
        {
            "type": "scatter",
            "mode": "lines+text",
            "x": [mean, mean],
            "y": [0, high],
            "text": ["", t("mean {points}").format(points=wording.mean_points(mean, t))],
            "textposition": "top center",
            "textfont": {"size": 14, "color": INK},
            "line": {"color": INK, "width": 2, "dash": "dot"},
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
    ]


def _plot(data: Sequence[Bundle], height: int, t: Translator, **more: Any) -> Bundle:
    """Data and layout as plotly reads them; checked by plotly itself."""
    from plotly.graph_objects import Figure

    figure = Figure(data=list(data), layout=layout(height, t, **more))
    plain: Bundle = json.loads(figure.to_json())
    return plain
