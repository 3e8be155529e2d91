"""Points and rubrics in words."""

from __future__ import annotations

from course.authoring.block import Block
from course.i18n import Translator


def points(n: float, t: Translator) -> str:
    """Points in words: ``1 punt``, ``2,5 punten``."""
    return t.plural("{n} point", "{n} points", 1 if n == 1 else 2).format(n=t.number(n))


def rubric_lines(block: Block, t: Translator) -> list[str]:
    """What a person gives points for, a line each."""
    lines = block.by_hand.rubric if block.by_hand else []
    return [f"{points(line.points, t)}: {line.text}" for line in lines]
