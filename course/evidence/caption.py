"""The HTML around a chart: its finding above; below, its source, strength of evidence, numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from course.i18n import Message, Translator

from .charts.chart import Table
from .model import FigureData, Source, Study
from .page import address
from .printing import short_source


@cache
def stylesheet() -> str:
    """The one stylesheet of all figures."""
    return (files(__package__) / "view" / "figure.css").read_text("utf-8")


def head(t: Translator, title: str, predicted: Sequence[str] = ()) -> str:
    """The finding, in a sentence, and under it what the reader `predicted`, in words."""
    finding = f'<p class="ov-figure-title">{escape(title)}</p>'
    if not predicted:
        return finding
    if len(predicted) == 1:
        told = t(Message("You predicted: {x}", x=predicted[0]))
        return f'{finding}<p class="ov-figure-you">{escape(told)}</p>'
    told, lines = t("You predicted:"), "".join(f"<li>{escape(one)}</li>" for one in predicted)
    return f'{finding}<div class="ov-figure-you">{escape(told)}<ul>{lines}</ul></div>'


def table(numbers: Table) -> str:
    """A table, with scoped heads for screen readers."""
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in numbers.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(one)}</td>" for one in cells)
        + "</tr>"
        for first, *cells in numbers.rows
    )
    # What scrolls must be reachable by keyboard.
    return (
        '<div class="ov-figure-scroll" tabindex="0"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def foot(
    t: Translator, figure: FigureData, sizes: Mapping[str, str], notes: Iterable[str], numbers: Table
) -> str:
    """What stands below a chart: sources with their strength in sight, the rest folded.

    Args:
        t: the reader's translator.
        figure: what is shown.
        sizes: how many took part, written, by the id of the source.
        notes: how to read the figure.
        numbers: the figure as a table.
    """
    sources = figure.sources
    lines = [_line(t, source, address(figure.id)) for source in sources]
    if figure.calculated:
        lines.insert(0, _chip(t("Calculation: nothing was measured here")))
    caveats = [source.text("caveat", t.language) for source in sources if isinstance(source, Study)]
    reading = "".join(f"<p>{escape(text)}</p>" for text in (*notes, *caveats))
    return (
        f'<ul class="ov-figure-sources">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'
        + (folded(t("How to read this figure"), reading) if reading else "")
        + folded(t("The numbers as a table"), f'<div class="ov-figure-table">{table(numbers)}</div>')
        + folded(
            t("About the research"), "".join(_about(t, source, sizes.get(source.id)) for source in sources)
        )
    )


def folded(summary: str, inner: str) -> str:
    """Something that opens."""
    return f"<details><summary>{escape(summary)}</summary>{inner}</details>"


def _line(t: Translator, source: Source, more: str) -> str:
    name = t(Message("Source: {x}", x=short_source(source)))
    text = f'<a class="ov-figure-source" href="{more}">{escape(name)}</a>'
    if not isinstance(source, Study):
        return text
    chip = t(Message("Evidence: {letter}, {label}", letter=source.grade.letter, label=source.grade.label))
    return text + _chip(chip)


def _chip(text: str) -> str:
    return f'<span class="ov-figure-chip">{escape(text)}</span>'


def _about(t: Translator, source: Source, size: str | None) -> str:
    link = source.link
    address = f' <a href="{escape(link)}" target="_blank" rel="noopener">{escape(link)}</a>' if link else ""
    reference = f"{escape(source.citation)}{address}"
    if not isinstance(source, Study):
        return f"<p>{reference}</p>"
    strength = Message(
        "Strength of the evidence: {letter}, {label} ({meaning}).",
        letter=source.grade.letter, label=source.grade.label, meaning=source.grade.meaning,
    )  # fmt: skip
    texts = [
        source.text("design", t.language),
        t(Message("Number: {x}.", x=size)) if size else "",
        t(strength),
    ]
    about = " ".join(escape(text) for text in texts if text)
    return f"<p><strong>{escape(short_source(source))}.</strong> {about}<br>{reference}</p>"
