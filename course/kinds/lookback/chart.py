"""The drawing of a Lookback: a line with an interval for each test, hollow at first and filled at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.evidence.charts.axis import Axis, below
from course.evidence.charts.chart import NARROW
from course.evidence.charts.svg import (
    BASE,
    INK,
    MAIN,
    PAPER,
    SMALL,
    SOFT,
    TEXT,
    Drawing,
    width_of,
    wrapped,
)
from course.i18n import Translator
from course.kinds.lookback.outcome import Hits

LABELS, LINE, GAP = 190, 20, 12
"""Room for a label, and the height of one interval and between two goals."""


@dataclass(frozen=True)
class GoalHits:
    """A goal, or the whole as the last one: what came out of each test."""

    label: str
    counts: tuple[Hits, ...]


def draw(
    width: int, titles: Sequence[str], rows: Sequence[GoalHits], title: str, alt: str, t: Translator
) -> str:
    """The figure as SVG, `width` wide; `titles` are those of the tests."""
    drawing = Drawing(width)
    is_narrow = width <= NARROW
    right = width - width_of(in_words(Hits(88, 88), t), SMALL, bold=True) - 18
    axis = Axis(0, 100, 8.0 if is_narrow else float(LABELS), right)
    top = _legend(drawing, titles)
    heights = [_height(row, _label(row, rows, width), is_narrow) for row in rows]
    foot = top + sum(heights)
    words = t("Share of the questions right, with its 95% interval")
    end = below(drawing, axis, top, foot, words, lambda tick: f"{tick:g}%", most=5)
    y = top
    for row, height in zip(rows, heights, strict=True):
        _draw_row(drawing, axis, y, row, _label(row, rows, width), row is rows[-1], t)
        y += height
    return drawing.svg(end, title, alt, "ov-chart-narrow" if is_narrow else "ov-chart-wide")


def in_words(one: Hits, t: Translator) -> str:
    """A count in words: ``1 of 2``."""
    return t("{right} of {n}").format(right=one.right, n=one.of)


def _label(row: GoalHits, rows: Sequence[GoalHits], width: int) -> list[str]:
    return wrapped(row.label, width if width <= NARROW else LABELS - 16, TEXT, row is rows[-1])


def _height(row: GoalHits, label: Sequence[str], is_narrow: bool) -> float:
    lines, words = LINE * len(row.counts), 1.3 * TEXT * len(label)
    return (lines + words + 2 if is_narrow else max(lines, words)) + GAP


def _legend(drawing: Drawing, titles: Sequence[str]) -> float:
    x = 8.0
    for at, title in enumerate(titles):
        _dot(drawing, x, 10, at == len(titles) - 1)
        drawing.text(x + 12, 15, title, SMALL)
        x += 36 + width_of(title, SMALL)
    return 36.0


def _draw_row(
    drawing: Drawing, axis: Axis, y: float, row: GoalHits, label: Sequence[str], is_whole: bool, t: Translator
) -> None:
    if drawing.width <= NARROW:
        y += drawing.text(0, y + TEXT, label, bold=is_whole, halo=True) + 2
    else:
        spare = LINE * len(row.counts) - 1.3 * TEXT * len(label)
        drawing.text(0, y + max(0.0, spare / 2) + TEXT, label, bold=is_whole)
    for at, one in enumerate(row.counts):
        is_last = at == len(row.counts) - 1
        middle = y + LINE * (at + 0.5)
        low, high = one.interval
        drawing.line(axis(low), middle, axis(high), middle, MAIN if is_last else BASE, stroke_width=2)
        _dot(drawing, axis(one.percent), middle, is_last)
        color = INK if is_last else SOFT
        drawing.text(drawing.width, middle + 5, in_words(one, t), SMALL, "end", color, is_last)


def _dot(drawing: Drawing, x: float, y: float, is_last: bool) -> None:
    color = MAIN if is_last else BASE
    fill = color if is_last else PAPER
    drawing.add("circle", cx=float(x), cy=float(y), r=5.5, fill=fill, stroke=color, stroke_width=2.5)
