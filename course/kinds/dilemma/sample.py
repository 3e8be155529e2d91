"""Plausible answers to a Dilemma."""

from __future__ import annotations

from random import Random
from typing import Any

from course.exercise import Answer
from course.kinds.dilemma.exercise import START, Dilemma
from course.kinds.reflect.sample import prose


def sample(exercise: Dilemma, key: Any, skill: float, random: Random) -> Answer:
    """A path to an outcome; motives are long enough with chance `skill`. There is no right choice to know."""

    def motive() -> str:
        return prose(exercise.min_words if random.random() < skill else random.randint(0, exercise.min_words))

    steps: list[dict[str, str]] = []
    scene: str | None = START
    while scene and len(steps) < len(exercise.scenes):
        choices = exercise.scenes[scene]["choices"]
        choice = random.choice(list(choices))
        steps.append({"scene": scene, "choice": choice, "motive": motive()})
        scene = choices[choice].get("next")
    finished = not scene
    again = {"choice": random.choice(list(exercise.scenes[START]["choices"])), "motive": motive()}
    return {"steps": steps, "again": again if finished else None}
