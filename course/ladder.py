"""A line of a rubric is a ladder: what it is about, and what each step on it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator

STEP = re.compile(r"(?:^|(?<=\s))(0|Half|1|2): ")
"""Where a step begins."""
STEPS = {"Half": "½"}
LINE = re.compile(r"(- [^:]+): (.+)")
"""A line as a notebook has it: ``- 2 punten: zwakte. 0: geen. 1: een. 2: twee.``"""


def ladder(text: str) -> tuple[str, str, list[tuple[str, str]]]:
    """A line taken apart: what it is about, what holds for all its steps, and (points, looks like) of each.

    Where a line has two ladders, what stands above the second one is a step without points.
    """
    above, *rest = STEP.split(text.strip())
    title, _, note = above.strip().partition(". ")
    found: list[tuple[str, str]] = []
    for step, told in zip(rest[::2], rest[1::2], strict=True):
        looks, between = told.strip(), ""
        if looks.endswith(":"):
            looks, _, between = looks.rpartition(". ")
            looks += "."
        found.append((STEPS.get(step, step), looks))
        if between:
            found.append(("", between))
    return title.rstrip("."), note, found


def step_by_step(rubric: str) -> str:
    """The Markdown of a whole `rubric`, with each step on a line of its own below what it is about."""
    return "\n".join(shown for line in rubric.splitlines() for shown in _shown(line))


def _shown(line: str) -> Iterator[str]:
    found = LINE.fullmatch(line)
    about, note, steps = ladder(found[2]) if found else ("", "", [])
    if not found or not steps:
        yield line
        return
    yield f"{found[1]}: {about}{note and f'. {note}'}"
    yield from (f"    - **{step}:** {looks}" if step else f"    - *{looks}*" for step, looks in steps)
