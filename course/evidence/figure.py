"""The object a notebook shows: a plotly figure, and below it what it means, its sources and its numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from .numbers import dutch
from .study import FigureData, Study, evidence

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

PLOTLY = "application/vnd.plotly.v1+json"
CONFIG = {
    "responsive": True,
    "displaylogo": False,
    "displayModeBar": False,  # zooming is off, and the bar would lie over the title on a phone
}


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
            '<div style="overflow-x:auto">'
            '<table style="border-collapse:collapse;margin:0.5em 0;font-size:0.9em;color:inherit">'
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

    def outputs(self) -> list[dict[str, Any]]:
        """Two mime bundles to show one below the other: the figure, then its caption and table."""
        # Through JSON, so that nothing but plain lists, numbers and strings reaches the browser.
        plot = json.loads(self.figure.to_json())
        return [
            {PLOTLY: {**plot, "config": CONFIG}, "text/plain": self.alt},
            {"text/html": self.caption, "text/plain": self.alt},
        ]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
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
    """Full reference of a study, with its DOI when that is certain."""
    doi = f" https://doi.org/{study.doi}" if study.doi else ""
    return f"{study.authors} ({study.year}). {study.title}. {study.journal}.{doi}"


def _paragraph(*parts: tuple[str, str]) -> str:
    """One paragraph of (head, text) pairs, all escaped; an empty head is left out."""
    texts = (
        f"<strong>{escape(head)}:</strong> {escape(text)}" if head else escape(text) for head, text in parts
    )
    return f'<p style="margin:0.5em 0 0;font-size:0.9em;line-height:1.45">{" ".join(texts)}</p>'


def _details(summary: str, inner: str) -> str:
    return (
        '<details class="ov-evidence-more" style="margin-top:0.7em">'
        f'<summary style="cursor:pointer;font-size:0.9em">{escape(summary)}</summary>{inner}</details>'
    )


def _about(study: Study) -> str:
    words = evidence().words
    parts = [(words["design"], study.design)]
    if study.n:
        about = f"{words['about']} " if study.n.about else ""
        parts.append((words["n"], f"{about}{dutch(study.n.value)}."))
    return _paragraph(*parts, (words["reference"], citation(study)))
