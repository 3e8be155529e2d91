"""The figures of the report, in the course's own style. The finding and the source stand on the page around them."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import groupby, pairwise
from math import ceil, floor
from statistics import fmean
from typing import Any

from plotly.graph_objects import Figure

from course import plot
from course.i18n import Translator
from course.report import wording
from course.report.answers import Completeness
from course.report.growth import Growth
from course.report.measures import WEAK, Estimate

ROW = 54
"""Pixels for one exercise: three lines of label."""
CHARACTERS = 17
"""A line of label that fits in `LABELS` pixels."""
NUMBERED = re.compile(r"^\w+ (?=\d+ · )")
"""The word before the number of an exercise."""
PERCENTS = {"tickvals": [0, 25, 50, 75, 100], "ticktext": ["0%", "", "50%", "", "100%"], "tickangle": 0}
STEPS = (0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100)


def label(name: str) -> str:
    """The name of an exercise on at most three short lines, without markup of its own."""
    lines = textwrap.wrap(NUMBERED.sub("", name), CHARACTERS, max_lines=3, placeholder="…")
    return "<br>".join(escape(line, quote=False) for line in lines)


def step_for(top: float, most: int) -> float:
    """The smallest round step of points that makes at most `most` groups up to `top`."""
    return next((step for step in STEPS if top / step <= most), top / most)


def score_dots(names: Sequence[str], totals: Sequence[float], max_score: float, t: Translator) -> plot.Bundle:
    """One dot for each participant, stacked per step of points; the name shows on pointing at it."""
    top = max(max_score, *totals)
    step = step_for(top, 21)
    people = sorted(zip(names, totals, strict=True), key=lambda pair: pair[1])
    places = [round(total / step) * step for _name, total in people]
    heights = [height for _place, stack in groupby(places) for height, _one in enumerate(stack, 1)]
    dots = _scatter(
        "markers",
        places,
        heights,
        text=[f"{escape(name)}: {wording.points(total, t)}" for name, total in people],
        marker={"size": 13, "color": plot.BLUE, "line": {"color": plot.PAPER, "width": 1}},
    )
    high = max(4, *heights) + 0.8
    return _plot(
        [dots, _mean_line(fmean(totals), high, t)],
        120 + 18 * ceil(high),
        t,
        xaxis=_points_axis(top, t),
        yaxis={"range": [0.2, high + 0.6], "visible": False, "fixedrange": True},
        margin={"l": plot.EDGE + 6, "r": plot.EDGE + 6, "t": 26, "b": 60},
    )


def score_groups(
    totals: Sequence[float], max_score: float, t: Translator
) -> tuple[plot.Bundle, list[tuple[str, int]]]:
    """A histogram in wide groups, which hides what one person has, and the groups as (points, people)."""
    top = max(max_score, *totals)
    step = step_for(top, 6)
    groups = max(1, ceil(round(top / step, 9)))
    counted = Counter(min(floor(round(total / step, 9)), groups - 1) for total in totals)
    people = [counted[group] for group in range(groups)]
    edges = [step * group for group in range(groups + 1)]
    written = [wording.points(edge, t) for edge in edges]
    names = [t("{low} to {high}").format(low=low, high=high) for low, high in pairwise(written)]
    names[-1] = t("{low} up to and including {high}").format(low=written[-2], high=written[-1])
    drawn = {
        "type": "bar",
        "x": [low + step / 2 for low in edges[:-1]],
        "y": people,
        "width": [step * 0.94] * groups,
        "marker": {"color": plot.BLUE},
        "text": [str(n or "") for n in people],
        "textposition": "outside",
        "textfont": {"size": 15, "color": plot.INK},
        "customdata": names,
        "hovertemplate": t("%{customdata} points: %{y}") + "<extra></extra>",
        "cliponaxis": False,
    }
    high = max(people) * 1.22
    figure = _plot(
        [drawn, _mean_line(fmean(totals), high, t)],
        300,
        t,
        xaxis=_points_axis(edges[-1], t, tickvals=edges, ticktext=written),
        yaxis=plot.value_axis(t("Number of participants"), high * 1.08, nticks=5, tickformat="d"),
        margin={"l": 56, "r": plot.EDGE + 6, "t": 26, "b": 60},
    )
    return figure, list(zip(names, people, strict=True))


def difficulty(found: Sequence[tuple[str, Estimate]], t: Translator) -> plot.Bundle:
    """Mean share of the points per exercise, with its interval; the hardest stands out."""
    lowest = min(mean.value for _name, mean in found)
    group = [
        plot.Bar(
            label(name),
            100 * mean.value,
            wording.percent(mean.value, t),
            plot.VERMILION if mean.value == lowest and len(found) > 1 else plot.BLUE,
            mean.interval and (100 * mean.interval[0], 100 * mean.interval[1]),
        )
        for name, mean in found
    ]
    return _plot(
        plot.bars(group),
        90 + ROW * len(group),
        t,
        xaxis=plot.value_axis(t("Mean share of the points"), 118, **PERCENTS),
        yaxis=plot.group_axis(),
    )


def discrimination(found: Sequence[tuple[str, Estimate]], t: Translator) -> plot.Bundle:
    """Corrected item-rest correlation per exercise, with its interval."""
    known = [(label(name), one.value, *one.interval) for name, one in found if one.interval]
    lowest = min(one.interval[0] if one.interval else one.value for _name, one in found)
    reach = [min(-0.15, floor(10 * lowest) / 10), 1.05]
    dots = _scatter(
        "markers+text",
        [one.value for _name, one in found],
        [label(name) for name, _one in found],
        text=[wording.coefficient(one.value, t) for _name, one in found],
        textposition="top center",
        marker={
            "size": 13,
            "color": [plot.VERMILION if one.value < WEAK else plot.BLUE for _name, one in found],
        },
    )
    return _plot(
        [plot.whiskers(known, plot.GREY), dots],
        90 + ROW * len(found),
        t,
        xaxis=plot.value_axis(t("Relation to the rest<br>(correlation)"), 1, range=reach, tickformat=".1f"),
        yaxis=plot.group_axis(range=[len(found) - 0.4, -0.6], autorange=False),
        margin={"l": plot.LABELS, "r": plot.EDGE + 6, "t": 16, "b": 84},
    )


def left_open(found: Sequence[tuple[str, Completeness]], t: Translator) -> plot.Bundle:
    """Share of the class that filled in each exercise entirely, in part and not at all."""
    parts = (
        (t("Complete"), plot.BLUE, plot.PAPER),
        (t("In part"), plot.PALE, plot.INK),
        (t("Nothing"), plot.VERMILION, plot.INK),
    )
    traces = []
    for at, (part, color, ink) in enumerate(parts):
        shares = [one.shares[at] for _name, one in found]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": part,
                "y": [label(name) for name, _one in found],
                "x": [100 * share for share in shares],
                "text": [wording.percent(share, t) if share >= 0.12 else "" for share in shares],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"color": ink, "size": 14},
                "marker": {"color": color, "line": {"color": plot.PAPER, "width": 1}},
                "hovertemplate": f"{part}: %{{x:.0f}}%<extra></extra>",
            }
        )
    return _plot(
        traces,
        118 + ROW * len(found),
        t,
        barmode="stack",
        xaxis=plot.value_axis(t("Share of the hand-ins"), 100, **PERCENTS),
        yaxis=plot.group_axis(),
        **plot.legend(),
    )


def differences(growths: Sequence[Growth], t: Translator) -> plot.Bundle:
    """Mean difference within people for the whole and for each goal, with its interval; what may be chance is grey."""
    names = [label(growth.name) for growth in growths]
    found = [growth.difference for growth in growths]
    known = [
        (name, 100 * one.value, 100 * one.interval[0], 100 * one.interval[1])
        for name, one in zip(names, found, strict=True)
        if one.interval
    ]
    ends = [100 * one.value for one in found] + [end for *_, low, high in known for end in (low, high)]
    dots = _scatter(
        "markers+text",
        [100 * one.value for one in found],
        names,
        text=[wording.step(one.value, t) for one in found],
        textposition="top center",
        marker={
            "size": 13,
            "color": [plot.BLUE if is_above_chance(one) else plot.GREY for one in found],
        },
    )
    reach = [min(-20, floor(min(ends) / 10) * 10), max(40, ceil(max(ends) / 10) * 10)]
    return _plot(
        [plot.whiskers(known, plot.GREY), dots],
        118 + ROW * len(names),
        t,
        xaxis=plot.value_axis(t("Difference (percentage points)"), 100, range=reach),
        yaxis=plot.group_axis(range=[len(names) - 0.4, -0.6], autorange=False),
        margin={"l": plot.LABELS, "r": plot.EDGE + 6, "t": 16, "b": 60},
    )


def is_above_chance(one: Estimate) -> bool:
    """Whether the whole interval lies above 0."""
    return bool(one.interval and one.interval[0] > 0)


def slopes(growth: Growth, t: Translator) -> plot.Bundle:
    """A line for each participant from start to end, and the mean."""
    moments = [t("At the start"), t("At the end")]
    told = t("{name}: from {before} to {after}")
    traces = []
    for name, before, after in zip(growth.people, growth.before, growth.after, strict=True):
        words = told.format(
            name=escape(name), before=wording.percent(before, t), after=wording.percent(after, t)
        )
        color, dash = (plot.VERMILION, "dot") if after < before else ("#b6bec8", "solid")
        line = {"color": color, "width": 1.5, "dash": dash}
        ends = [100 * before, 100 * after]
        traces.append(
            _scatter("lines+markers", moments, ends, text=[words] * 2, line=line, marker={"size": 6})
        )
    start, end = (wording.percent(share, t) for share in (growth.start, growth.end))
    mean = _scatter(
        "lines+markers+text",
        moments,
        [100 * growth.start, 100 * growth.end],
        text=[f"<b>{start}</b> ", f" <b>{end}</b>"],
        textposition=["middle left", "middle right"],
        textfont={"size": 16, "color": plot.INK},
        line={"color": plot.BLUE, "width": 4},
        marker={"size": 10},
        hovertemplate=t("Mean") + " %{y:.0f}%<extra></extra>",
    )
    return _plot(
        [*traces, mean],
        380,
        t,
        xaxis={"range": [-0.35, 1.35], "fixedrange": True, "tickfont": {"size": 15, "color": plot.INK}},
        yaxis=plot.value_axis(t("Share of the points"), 104, **PERCENTS),
        margin={"l": 70, "r": plot.EDGE + 6, "t": 20, "b": 40},
    )


def dumbbells(growths: Sequence[Growth], t: Translator) -> plot.Bundle:
    """Mean share at the start and at the end, for the whole and for each goal."""
    names = [label(growth.name) for growth in growths]
    lines = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [100 * growth.start, 100 * growth.end],
            "y": [name, name],
            "line": {"color": plot.RULE, "width": 6},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for name, growth in zip(names, growths, strict=True)
    ]
    ends = []
    for title, color, part in ((t("At the start"), plot.GREY, "start"), (t("At the end"), plot.BLUE, "end")):
        values = [getattr(growth, part) for growth in growths]
        left = [(growth.start <= growth.end) == (part == "start") for growth in growths]
        ends.append(
            _scatter(
                "markers+text",
                [100 * value for value in values],
                names,
                name=title,
                text=[f" {wording.percent(value, t)} " for value in values],
                textposition=["middle left" if one else "middle right" for one in left],
                marker={"size": 14, "color": color},
                hovertemplate=f"{title}: %{{x:.0f}}%<extra></extra>",
            )
        )
    return _plot(
        [*lines, *ends],
        118 + ROW * len(names),
        t,
        xaxis=plot.value_axis(
            t("Mean share of the points"), 100, range=[-18, 118], zerolinecolor=plot.RULE, **PERCENTS
        ),
        yaxis=plot.group_axis(range=[len(names) - 0.5, -0.5], autorange=False),
        **plot.legend(),
    )


def _points_axis(top: float, t: Translator, **more: Any) -> plot.Bundle:
    reach = [-0.03 * top, 1.03 * top]
    return plot.value_axis(
        t("Points"), top, range=reach, showgrid=False, zeroline=False, ticks="outside", nticks=11, **more
    )


def _mean_line(mean: float, high: float, t: Translator) -> plot.Bundle:
    return {
        "type": "scatter",
        "mode": "lines+text",
        "x": [mean, mean],
        "y": [0, high],
        "text": ["", t("mean {points}").format(points=wording.mean_points(mean, t))],
        "textposition": "top center",
        "line": {"color": plot.INK, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _scatter(mode: str, x: Sequence[Any], y: Sequence[Any], **more: Any) -> plot.Bundle:
    """Marks that tell their text on pointing at them, and stay whole at the edge."""
    return {
        "type": "scatter",
        "mode": mode,
        "x": x,
        "y": y,
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
        **more,
    }


def _plot(data: Sequence[plot.Bundle], height: int, t: Translator, **more: Any) -> plot.Bundle:
    """Data and layout as plotly reads them; checked by plotly itself."""
    plain: plot.Bundle = Figure(data=list(data), layout=plot.layout(height, t, **more)).to_plotly_json()
    return plain
