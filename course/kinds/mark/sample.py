"""Plausible answers to a Mark."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.mark.exercise import Mark, find_passage, sentences


def sample(exercise: Mark, key: Any, skill: float, random: Random) -> Answer:
    """An answer in which each passage has its label with chance `skill`, and else any sentence any label."""
    labels = list(exercise.labels)
    every = sentences(exercise.text)
    marks: dict[tuple[int, int], str] = {}
    for label, texts in (key or {}).items():
        for text in texts:
            span = find_passage(exercise.text, text)
            if span and random.random() < skill:
                marks[span] = label
            else:
                marks.setdefault(random.choice(every), random.choice(labels))
    apart: list[dict[str, Any]] = []
    for (first, last), label in sorted(marks.items()):
        if not apart or first > apart[-1]["to"]:
            apart.append({"from": first, "to": last, "label": label})
    return {"marks": apart}
