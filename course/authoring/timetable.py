"""The page with the minutes of each part and each step of a lesson, made from the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from course.authoring.manuscript import Manuscript, Sheet, Sitting, Written
from course.i18n import LANGUAGES

PLACE = Path("docs/begeleiders/minuten.md")
HEAD = """# Hoelang duurt wat?

Gemaakt uit de lessen door `make notebooks`; pas deze pagina niet met de hand aan. Gerekend met 200 woorden per minuut
en een vaste tijd voor elke soort oefening, voor wie alleen werkt. Praten komt erbij.
"""
HEADING = re.compile(r"^(#{2,3}) +(.+?)[ \t]*$", re.MULTILINE)


def timetable(texts: Sequence[Manuscript]) -> str:
    """The page of the first language, as Markdown."""
    lessons = [text for text in texts if not text.is_assignment and text.header.language == LANGUAGES[0]]
    return "\n".join([HEAD, *(row for text in lessons for row in _lesson(text)), *_assignments(texts)])


def _lesson(text: Manuscript) -> Iterator[str]:
    yield f"## {text.path.stem}\n\n| Deel | Stap | Minuten |\n|---|---|---|"
    parts = {part.title: part.minutes for part in text.sittings}
    for level, step in _steps(text):
        if level == "##":
            title = re.sub(r" · \{\{.*", "", step.title)
            yield f"| **{title}** | | **{_told(parts[step.title])}** |"
        elif step.minutes:
            yield f"| | {step.title} | {_told(step.minutes)} |"
    yield ""


def _steps(text: Manuscript) -> list[tuple[str, Sitting]]:
    """Every heading with its level, and what stands right below it."""
    found = [("", Sitting(""))]
    for one in text.parts:
        if isinstance(one, Written):
            found[-1][1].seconds += one.seconds
        elif isinstance(one, Sheet):
            found[-1][1].words += one.words
        else:
            above, *below = HEADING.split(one.text)
            found[-1][1].words += len(above.split())
            for level, title, told in zip(below[::3], below[1::3], below[2::3], strict=True):
                found.append((level, Sitting(title, len(told.split()))))
    return [(level, step) for level, step in found if step.title not in ("", "Bronnen")]


def _assignments(texts: Sequence[Manuscript]) -> Iterator[str]:
    yield "## De opdrachten\n\n| Opdracht | Minuten, zonder nalezen |\n|---|---|"
    for text in texts:
        if text.is_assignment and text.header.language == LANGUAGES[0]:
            yield f"| {text.path.stem} | {sum(text.minutes.values())} |"
    yield ""


def _told(minutes: float) -> str:
    return str(max(1, round(minutes)))
