"""What the figures share: the object a notebook shows, its style, Dutch numbers and the Wilson interval."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from html import escape
from math import sqrt
from typing import TYPE_CHECKING, Any

from .study import FigureData, Study, evidence

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

PLOTLY = "application/vnd.plotly.v1+json"
CONFIG = {
    "responsive": True,
    "displaylogo": False,
    "displayModeBar": False,  # zooming is off, and the bar would lie over the title on a phone
}

# No grey reaches 4.5:1 on both #fff and #111, so the figure brings its own paper: dark ink on white is
# legible in every theme. Blue and vermilion are safe for colour-blind readers (Okabe & Ito).
PAPER, INK, QUIET, RULE = "#ffffff", "#1f2328", "#57606a", "#d8dee4"
GREY, BLUE, VERMILION = "#6e7781", "#0072b2", "#d55e00"
EDGE, LABELS = 14, 124  # pixels: the left edge of titles, and the room for group labels
TITLE_CHARACTERS = 34  # a line of title that fits a screen of 360 px
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

Bundle = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """The numbers of a figure as text: column heads, then rows that start with their own head."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def html(self) -> str:
        """The table as HTML, with scoped heads for screen readers."""
        cell = "padding:0.3em 0.8em 0.3em 0;text-align:left;border-bottom:1px solid currentColor"
        heads = "".join(f'<th scope="col" style="{cell}">{escape(head)}</th>' for head in self.columns)
        rows = "".join(
            f'<tr><th scope="row" style="{cell};font-weight:normal">{escape(head)}</th>'
            + "".join(f'<td style="{cell}">{escape(text)}</td>' for text in cells)
            + "</tr>"
            for head, *cells in self.rows
        )
        return (
            '<div style="overflow-x:auto"><table style="border-collapse:collapse;margin:0.5em 0;color:inherit">'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )


@dataclass(frozen=True)
class EvidenceFigure:
    """A figure with its source, strength of evidence, text alternative and table.

    ``draw`` makes the plotly figure; it runs once, when the figure is first needed.
    """

    id: str
    title: str
    alt: str
    notes: tuple[str, ...]
    studies: tuple[Study, ...]
    table: Table
    draw: Callable[[], Figure]

    @cached_property
    def figure(self) -> Figure:
        """The plotly figure, drawn on first use."""
        return self.draw()

    @cached_property
    def caption(self) -> str:
        """HTML for below the figure; colours follow the theme."""
        words = evidence().words
        parts = [_paragraph((words["in_words"], self.alt))]
        parts += [_paragraph(("", note)) for note in self.notes]
        for study in self.studies:
            source = f"{study.short} ({study.year}), {study.journal}."
            strength = f"{study.grade.letter}, {study.grade.label} ({study.grade.meaning})."
            parts.append(
                _paragraph(
                    (words["source"], source), (words["strength"], strength), (words["caveat"], study.caveat)
                )
            )
        parts.append(_details(words["table"], self.table.html()))
        parts.append(_details(words["about_study"], "".join(_about(study) for study in self.studies)))
        return f'<div class="ov-evidence" style="max-width:46em">{"".join(parts)}</div>'

    def outputs(self) -> list[Bundle]:
        """Two mime bundles to show one below the other: the figure, then its caption and table."""
        # Through JSON, so that nothing but plain lists, numbers and strings reaches the browser.
        plot = json.loads(self.figure.to_json())
        return [
            {PLOTLY: {**plot, "config": CONFIG}, "text/plain": self.alt},
            {"text/html": self.caption, "text/plain": self.alt},
        ]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Bundle:
        """One bundle, for a front end that picks the richest form it knows."""
        plot, text = self.outputs()
        return {**plot, **text}

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for bundle in self.outputs():
            display(bundle, raw=True)


def evidence_figure(
    data: FigureData, values: Mapping[str, str], table: Table, draw: Callable[[str], Figure]
) -> EvidenceFigure:
    """Fill the texts of ``data`` with formatted ``values``; ``draw`` receives the finished title."""
    title = data.title.format_map(values)
    return EvidenceFigure(
        id=data.id,
        title=title,
        alt=data.alt.format_map(values),
        notes=tuple(note.format_map(values) for note in data.notes),
        studies=data.studies,
        table=table,
        draw=lambda: draw(title),
    )


def citation(study: Study) -> str:
    """Short reference of a study, with its DOI when that is certain."""
    doi = f" https://doi.org/{study.doi}" if study.doi else ""
    return f"{study.authors} ({study.year}). {study.title}. {study.journal}.{doi}"


def dutch(value: Decimal | float, digits: int = 0, sign: bool = False) -> str:
    """A number the Dutch way: decimal comma, points between thousands, halves rounded up."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:{'+' if sign else ''},}".translate(str.maketrans(",.", ".,"))


def percent(value: Decimal | float, digits: int = 0, sign: bool = False) -> str:
    """``dutch`` with a percent sign."""
    return dutch(value, digits, sign) + "%"


def wilson(x: float, n: int, z: float = 1.959964) -> tuple[float, float]:
    """95% Wilson interval for ``x`` out of ``n``, in percent (Wilson 1927)."""
    p, scale = x / n, 1 + z * z / n
    middle = (p + z * z / (2 * n)) / scale
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
    return 100 * (middle - half), 100 * (middle + half)


def wilson_share(share: Decimal, n: int) -> tuple[float, float]:
    """Wilson interval for a published, rounded percentage of ``n``: the nearest whole count stands for it."""
    return wilson(round(share * n / 100), n)


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
    values = [float(bar.value) for bar in group]
    drawn: Bundle = {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": values,
        "customdata": [bar.text for bar in group],
        "marker": {"color": [bar.color for bar in group]},
        "hovertemplate": "%{customdata}<extra></extra>",
        **more,
    }
    if any(bar.span for bar in group):
        drawn["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": [bar.span and bar.span[1] - float(bar.value) for bar in group],
            "arrayminus": [bar.span and float(bar.value) - bar.span[0] for bar in group],
            "color": INK,
            "thickness": 2,
            "width": 6,
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
    return [drawn, written]


def layout(title: str, height: int, **more: Any) -> Bundle:
    """The shared layout: wrapped title at the left, Dutch separators, no legend."""
    lines = textwrap.wrap(title, TITLE_CHARACTERS)
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


def _paragraph(*parts: tuple[str, str]) -> str:
    """One paragraph of (head, text) pairs, all escaped; an empty head is left out."""
    texts = (
        f"<strong>{escape(head)}:</strong> {escape(text)}" if head else escape(text) for head, text in parts
    )
    return f'<p style="margin:0.5em 0 0;font-size:0.9em;line-height:1.45">{" ".join(texts)}</p>'


def _details(summary: str, inner: str) -> str:
    return (
        '<details class="ov-evidence-more" style="margin-top:0.7em;font-size:0.9em">'
        f'<summary style="cursor:pointer">{escape(summary)}</summary>{inner}</details>'
    )


def _about(study: Study) -> str:
    words = evidence().words
    parts = [(words["design"], study.design)]
    if study.n:
        about = f"{words['about']} " if study.n.about else ""
        parts.append((words["n"], f"{about}{dutch(study.n.value)}."))
    return _paragraph(*parts, (words["reference"], citation(study)))
