"""Plausible answers to an Inquiry."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.inquiry.exercise import Inquiry
from course.kinds.sort.sample import placed


def sample(exercise: Inquiry, key: Any, skill: float, random: Random) -> Answer:
    """One question to each subject and the rest of the turns anywhere; each judgement is right with chance `skill`."""
    asked: list[dict[str, str]] = []
    subjects = list(exercise.subjects)
    for turn in range(exercise.turns):
        names = subjects[turn : turn + 1] or [one for one in subjects if exercise.open_now(asked, one)]
        if names:
            name = random.choice(names)
            asked.append({"subject": name, "question": random.choice(exercise.open_now(asked, name))})
    return {
        "asked": asked,
        "placed": placed(exercise.subjects, exercise.judgements, key, skill, random),
    }
