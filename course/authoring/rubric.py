"""Points and rubrics in words."""

from __future__ import annotations

import re

from course.authoring.block import Block, Line
from course.i18n import Translator

STEP = re.compile(r"(?:^|(?<=\s))(0|Half|1|2): ")
"""Where a step of a line in a rubric begins."""
STEPS = {"Half": "½"}


def points(n: float, t: Translator) -> str:
    """Points in words: ``1 punt``, ``2,5 punten``."""
    return t.plural("{n} point", "{n} points", 1 if n == 1 else 2).format(n=t.number(n))


def ladder(line: Line) -> tuple[str, str, list[tuple[str, str]]]:
    """A line of a rubric taken apart: what it is about, what holds for all its steps, and (points, looks like) of each.

    Where a line has two ladders, what stands above the second one is a step without points.
    """
    above, *rest = STEP.split(line.text.strip())
    title, _, note = above.strip().partition(". ")
    found: list[tuple[str, str]] = []
    for step, told in zip(rest[::2], rest[1::2], strict=True):
        text, between = told.strip(), ""
        if text.endswith(":"):
            text, _, between = text.rpartition(". ")
            text += "."
        found.append((STEPS.get(step, step), text))
        if between:
            found.append(("", between))
    return title.rstrip("."), note, found


def rubric_lines(block: Block, t: Translator) -> list[str]:
    """What a person gives points for, each with its steps on lines of their own below it."""
    lines = block.by_hand.rubric if block.by_hand else []
    return [f"{points(line.points, t)}: {_stepwise(line)}" for line in lines]


def _stepwise(line: Line) -> str:
    title, note, steps = ladder(line)
    if not steps:
        return line.text
    above = f"{title}. {note}".strip()
    return "\n".join([above, *(f"{step}: {told}" if step else told for step, told in steps)])
