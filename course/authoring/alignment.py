"""The alignment table: each goal and each row of the syllabus with where it is practised and where it is graded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from course.authoring.manuscript import PART, Manuscript, Written
from course.authoring.markdown import Prose
from course.i18n import LANGUAGES

PLACE = Path("docs/alignment.md")
HEAD = """# Alignment

Made from the blocks by `make notebooks`; do not edit. Minutes are computed: 200 words a minute, and a time for each
kind of exercise that stands in its own folder. A goal is taught in the parts of the lesson where it is practised:
reading stands with the exercise that it is for.
"""
SYLLABUS = tuple(f"S{n}" for n in range(1, 25))
"""The rows of the syllabus."""


def alignment(texts: Sequence[Manuscript]) -> str:
    """The table of the first language, as Markdown; another language has the same ids."""
    first = [text for text in texts if text.header.language == LANGUAGES[0] and text.exercises]
    return "\n".join([HEAD, *_times(first), "", *_goals(first), "", *_rows(first), ""])


def unaligned(texts: Sequence[Manuscript]) -> list[str]:
    """Each goal that no lesson practises or no assignment grades, and each row of the syllabus without an exercise."""
    found = []
    for lesson in _lessons(texts):
        for goal in lesson.header.goals:
            practised, graded = _about(goal, lesson, texts)
            found += [f"{lesson.path.stem}: {goal} is not practised"] if not practised else []
            found += [f"{lesson.path.stem}: {goal} is not graded"] if not graded else []
    used = {row for text in texts for one in text.exercises for row in one.block.rows}
    found += [f"{row} has no exercise" for row in SYLLABUS if row not in used]
    return found + [f"{row} is no row of the syllabus" for row in sorted(used - {*SYLLABUS})]


def _lessons(texts: Iterable[Manuscript]) -> list[Manuscript]:
    return [text for text in texts if not text.is_assignment]


def _about(goal: str, lesson: Manuscript, texts: Iterable[Manuscript]) -> tuple[list[Written], list[Written]]:
    """The exercises for a goal of a lesson: those in it, and those that are graded."""
    ours = [text for text in texts if text.header.language == lesson.header.language]
    graded = [one for text in ours if text.header.lesson == lesson.path.stem for one in text.exercises]
    return (
        [one for one in lesson.exercises if one.exercise.goal == goal],
        [one for one in graded if one.exercise.goal == goal and one.points],
    )


def _times(texts: Iterable[Manuscript]) -> list[str]:
    rows = ["| text | words to read, minutes | exercises | minutes | points |", "|---|---|---|---|---|"]
    for text in texts:
        minutes = text.minutes
        points = f"{text.points:g}" if text.is_assignment else ""
        cells = (_name(text), minutes["reading"], len(text.exercises), minutes["exercises"], points)
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return rows


def _goals(texts: Sequence[Manuscript]) -> list[str]:
    rows = ["| goal | taught | practised | minutes | graded | points |", "|---|---|---|---|---|---|"]
    for lesson in _lessons(texts):
        for goal, told in lesson.header.goals.items():
            here, there = _about(goal, lesson, texts)
            minutes = round(sum(one.seconds for one in here) / 60)
            points = sum(one.points for one in there)
            where = ", ".join([lesson.path.stem.partition("-")[0], *_parts(lesson, here)])
            rows.append(f"| {told} | {where} | {_listed(here)} | {minutes} | {_listed(there)} | {points:g} |")
    return rows


def _parts(lesson: Manuscript, exercises: Sequence[Written]) -> list[str]:
    """The parts of `lesson` with these exercises in them, by the first words of their headings."""
    found, part = dict[str, None](), ""
    for one in lesson.parts:
        if isinstance(one, Prose):
            part = (PART.findall(one.text) or [part])[-1]
        elif one in exercises and part:
            found[part.partition(" · ")[0]] = None
    return list(found)


def _rows(texts: Sequence[Manuscript]) -> list[str]:
    rows = ["| row of the syllabus | practised | minutes | graded | points |", "|---|---|---|---|---|"]
    for row in SYLLABUS:
        here, there = (
            [
                (text, one)
                for text in texts
                if text.is_assignment is graded
                for one in text.exercises
                if row in one.block.rows
            ]
            for graded in (False, True)
        )
        minutes = round(sum(one.seconds for _text, one in here) / 60)
        points = sum(one.points for _text, one in there)
        rows.append(f"| {row} | {_placed(here)} | {minutes} | {_placed(there)} | {points:g} |")
    return rows


def _placed(exercises: Iterable[tuple[Manuscript, Written]]) -> str:
    """Exercises behind the number of the lesson or the assignment that they are in."""
    found: dict[str, list[Written]] = {}
    for text, one in exercises:
        found.setdefault(text.path.stem.partition("-")[0], []).append(one)
    return "; ".join(f"{number}: {_listed(those)}" for number, those in found.items())


def _name(text: Manuscript) -> str:
    return f"{text.path.stem}, assignment" if text.is_assignment else text.path.stem


def _listed(exercises: Iterable[Written]) -> str:
    return ", ".join(f"`{one.exercise.id}`" for one in exercises)
