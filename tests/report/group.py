"""A class of 24 with answers as different as people's, graded by nbgrader itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from nbgrader.api import Gradebook

from course.exercise import Answer
from course.grading.autograde.assignment import Check
from course.kinds.mark import find_passage
from course.kinds.sort import accepted
from tests.grading.course import NAME, SCRIPT, Course
from tests.model_answers import keep

SIZE = 24
MARKED = 19
"""Hand-ins whose open answers are marked by hand."""
HOSTILE_ID = "<img src=x onerror=alert('gijs')>"


def group(folder: Path, size: int = SIZE, marked: int = MARKED) -> Course:
    """A course in `folder` in which `size` people handed in and `marked` of them are marked completely."""
    course = Course(folder)
    course.run("generate_assignment", NAME)
    people = [HOSTILE_ID, *(f"lid{n:02}" for n in range(2, size + 1))][:size]
    for n, who in enumerate(people):
        place = course.put(who)
        (place / f"{NAME}.ipynb").write_bytes(
            (course.root / "exercises" / "nl" / NAME / f"{NAME}.ipynb").read_bytes()
        )
        keep(answers(course.checks, Random(n), 0.25 + 0.7 * n / size), course.checks, place / "answers")
    with course.gradebook() as book:
        name(book, people)
    course.run("autograde", NAME)
    for n, who in enumerate(people[:marked]):
        course.give(who, (n % 5) / 4)
    return course


def name(book: Gradebook, people: list[str]) -> None:
    """Names in the gradebook; the first is hostile, and one person never handed in."""
    for n, who in enumerate(people, start=1):
        last = SCRIPT if n == 1 else f"van Straat {n}"
        book.update_or_create_student(who, first_name=f"Deelnemer {n:02}", last_name=last)
    book.update_or_create_student("weg", first_name="Nooit", last_name="Gezien")


def answers(checks: Mapping[str, Check], random: Random, skill: float) -> dict[str, Answer]:
    """What somebody of this `skill`, 0 to 1, fills in; sometimes nothing."""
    made = {name: _answer(check, random, skill) for name, check in checks.items()}
    return {name: answer for name, answer in made.items() if random.random() < 0.8 + 0.2 * skill}


def _answer(check: Check, random: Random, skill: float) -> Answer:
    exercise: Any = check.exercise
    model = check.answer
    match exercise.kind:
        case "sort":
            return {"placed": _places(check.key, list(exercise.bins), random, skill)}
        case "match":
            return {"pairs": _places(check.key, list(exercise.right), random, skill)}
        case "mark":
            marks = []
            for label, passages in check.key.items():
                for passage in passages:
                    first, last = find_passage(exercise.text, passage) or (0, 0)
                    if random.random() < 0.5 + skill / 2:
                        right = random.random() < 0.3 + 0.7 * skill
                        chosen = label if right else random.choice(["request", "request", "gift"])
                        marks.append({"from": first, "to": last, "label": chosen})
            if random.random() > skill:
                marks.append({"from": 0, "to": 6, "label": "gift"})
            return {"marks": marks}
        case "journey":
            placed = _places(check.key, list(exercise.phases), random, skill)
            told = {
                card: f"Hier past het volgens mij, {SCRIPT}" for card in placed if random.random() < skill
            }
            feelings = {phase: random.randint(-2, 2) for phase in exercise.phases}
            return {"placed": placed, "motives": told, "feelings": feelings}
        case "dilemma":
            return model if random.random() < skill + 0.2 else {"steps": model["steps"][:1], "again": None}
        case "rewrite":
            lines = model["text"].split("\n")
            return {"text": "\n".join(lines[: max(1, round(len(lines) * skill))]), "versions": []}
        case _:
            return {"text": " ".join([*model["text"].split()[: round(80 * skill)], SCRIPT])}


def _places(key: Mapping[str, Any], places: list[str], random: Random, skill: float) -> dict[str, str]:
    placed = {}
    for card, right in key.items():
        if random.random() < 0.06:
            continue
        wrong = [place for place in places if place not in accepted(right)]
        close = wrong[:1] * 3 + wrong  # one mistake is more tempting than the others
        placed[card] = accepted(right)[0] if random.random() < 0.25 + 0.7 * skill else random.choice(close)
    return placed
