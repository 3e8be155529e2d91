"""The alignment table: each goal and each row of the syllabus with where it is practised and where it is graded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from course.authoring.manuscript import Manuscript, Written
from course.i18n import LANGUAGES

PLACE = Path("docs/alignment.md")
HEAD = """# Alignment

Made from the blocks by `make notebooks`; do not edit. Minutes are computed: 200 words a minute, and a time for each
kind of exercise that stands in its own folder.
"""


def alignment(texts: Sequence[Manuscript]) -> str:
    """The table of the first language, as Markdown; another language has the same ids."""
    first = [text for text in texts if text.header.language == LANGUAGES[0]]
    lessons = [text for text in first if not text.is_assignment]
    return "\n".join([HEAD, *_times(first), "", *_goals(lessons, first), "", *_rows(first), ""])


def _times(texts: Iterable[Manuscript]) -> list[str]:
    rows = ["| text | words to read, minutes | exercises | minutes | points |", "|---|---|---|---|---|"]
    for text in texts:
        minutes = text.minutes
        points = f"{text.points:g}" if text.is_assignment else ""
        cells = (_name(text), minutes["reading"], len(text.exercises), minutes["exercises"], points)
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return rows


def _goals(lessons: Iterable[Manuscript], texts: Sequence[Manuscript]) -> list[str]:
    rows = ["| goal | practised | minutes | graded | points |", "|---|---|---|---|---|"]
    for lesson in lessons:
        graded = [one for text in texts if text.header.lesson == lesson.path.stem for one in text.exercises]
        for goal, told in lesson.header.goals.items():
            here = [one for one in lesson.exercises if one.exercise.goal == goal]
            there = [one for one in graded if one.exercise.goal == goal]
            minutes = round(sum(one.seconds for one in here) / 60)
            points = sum(one.points for one in there)
            rows.append(f"| {told} | {_listed(here)} | {minutes} | {_listed(there)} | {points:g} |")
    return rows


def _rows(texts: Sequence[Manuscript]) -> list[str]:
    practised: dict[str, list[Written]] = {}
    graded: dict[str, list[Written]] = {}
    for text in texts:
        for one in text.exercises:
            for row in one.block.rows:
                (graded if text.is_assignment else practised).setdefault(row, []).append(one)
    rows = ["| row of the syllabus | practised | graded |", "|---|---|---|"]
    for row in sorted({*practised, *graded}, key=lambda name: int(name[1:])):
        rows.append(f"| {row} | {_listed(practised.get(row, []))} | {_listed(graded.get(row, []))} |")
    return rows


def _name(text: Manuscript) -> str:
    return f"{text.path.stem}, assignment" if text.is_assignment else text.path.stem


def _listed(exercises: Iterable[Written]) -> str:
    return ", ".join(f"`{one.exercise.id}`" for one in exercises)
