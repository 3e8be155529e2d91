"""An answer as plain HTML: for a grader, a printed page, and a notebook that is opened without a kernel.

What a participant wrote is data. It is escaped here, and nowhere else is it turned into HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from course.answers import MIME_TYPE, Answers, Record
from course.i18n import Message, translator
from course.material import as_html
from course.result import SIGNS, Verdict

if TYPE_CHECKING:
    from course.exercise import Answer, Exercise
    from course.overview import Overview, Progress
    from course.seven import Seven

STATES: Mapping[Progress, Verdict] = {"done": "right", "partly": "partial", "open": "open"}
"""How far an exercise is has the sign of the verdict that it is most like."""

SPECIAL = {"\n": "<br>", "$": "<span>&#36;</span>", "\\": "<span>&#92;</span>"}
"""MathJax looks in the text of the finished page, and never across the edge of an element."""

INERT = str.maketrans(
    {c: SPECIAL.get(c, f"&#{ord(c)};") for c in map(chr, range(128)) if not c.isalnum() and c != " "}
)


def inert(text: str) -> str:
    """`text` so that neither HTML, Markdown nor MathJax finds anything in it; line breaks stay."""
    return text.translate(INERT)


def answer_html(exercise: Exercise, answer: Answer) -> str:
    """An answer for a person to read; empty when there is none."""
    return exercise.sheet(answer, inert) + rows_html(exercise.describe(answer))


def rows_html(rows: Iterable[tuple[str, str]]) -> str:
    """(label, text) pairs as a definition list; empty when there are none."""
    listed = "".join(
        f"<dt><strong>{inert(label)}</strong></dt><dd>{inert(text)}</dd>" for label, text in rows
    )
    return f"<dl>{listed}</dl>" if listed else ""


def bundle(
    exercise: Exercise,
    record: Record | None,
    answer: Answer,
    problems: Iterable[Message] = (),
    below: Iterable[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Mime bundle of an exercise with its answer: HTML to read, and the record to carry along.

    Without a kernel, and on paper, there is nothing under an exercise: what came there, `below`, is read here.
    """
    notes = "".join(f"<p><strong>{escape(exercise.t(problem))}</strong></p>" for problem in problems)
    seen = as_html(exercise.drawn(), exercise.in_slot()) if exercise.material else ""
    empty = escape(exercise.t("Nothing has been filled in yet."))
    shown = answer_html(exercise, answer) or f"<p><em>{empty}</em></p>"
    html = (
        f'<div class="ov-copy"><p>{inert(exercise.question)}</p>{seen}{shown}{notes}{below_html(below)}</div>'
    )
    data: dict[str, Any] = {"text/html": html}
    if record is not None:
        data[MIME_TYPE] = record.data()
    return data


def below_html(shown: Iterable[Mapping[str, Any]]) -> str:
    """What stands under an exercise, by its mime bundles: a figure as it is, and Markdown as simple prose."""
    return "".join(data.get("text/html") or _prose(data.get("text/markdown", "")) for data in shown)


def _prose(text: str) -> str:
    """Markdown as far as authors use it below an exercise: paragraphs, tables and emphasis."""
    parts = filter(None, map(str.strip, text.split("\n\n")))
    html = "".join(
        _table(part) if part.startswith("|") else f"<p>{inert(' '.join(part.split()))}</p>" for part in parts
    )
    star = "&#42;"
    html = re.sub(f"{star}{star}(.+?){star}{star}", r"<strong>\1</strong>", html)
    return re.sub(f"{star}(.+?){star}", r"<em>\1</em>", html)


def _table(text: str) -> str:
    """A Markdown table: its first row is its head, and the second is dashes."""
    head, _dashes, *body = (line.strip().strip("|").split("|") for line in text.splitlines())
    rows = [("th", head), *(("td", row) for row in body)]
    return (
        "<table>"
        + "".join(
            f"<tr>{''.join(f'<{cell}>{inert(one.strip())}</{cell}>' for one in row)}</tr>"
            for cell, row in rows
        )
        + "</table>"
    )


def overview_bundle(overview: Overview, answers: Answers | None = None) -> dict[str, Any]:
    """Mime bundle of a hand-in overview; `answers` are by default those beside the notebook."""
    rows = "".join(
        f"<li>{SIGNS[STATES[row['state']]]} {inert(row['question'])}: {escape(row['detail'])}</li>"
        for row in overview.rows(answers)
    )
    return {"text/html": f'<div class="ov-copy"><ul style="list-style:none">{rows}</ul></div>'}


def seven_bundle(seven: Seven) -> dict[str, Any]:
    """Mime bundle of how far each principle is."""
    told = translator(seven.language)("{done} of {total}")
    rows = "".join(
        f"<li>{inert(one['title'])}: {', '.join(told.format(**part) for part in one['parts'])}</li>"
        for one in seven.data()["principles"]
    )
    return {"text/html": f'<div class="ov-copy"><ul>{rows}</ul></div>'}
