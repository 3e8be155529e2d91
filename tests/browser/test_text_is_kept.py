"""Whoever types, does nothing else and loses the page, finds the text again: in every control of every kind."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from course.answers import Answers
from tests.browser.gallery import EXERCISES
from tests.browser.page import Exercise, Lesson

WRITTEN = {"dilemma", "journey", "owncase", "plan", "reflect", "rewrite"}
"""The kinds that hold text."""
PLACED = {"feelings": {}, "placed": {"tip": "before", "note": "after"}, "motives": {}}
"""A card has a field for its motive once it has a place."""


def texts(exercise: Exercise) -> list[str]:
    fields = exercise.node.locator("textarea:visible, input[type=text]:visible, [contenteditable]:visible")
    return [field.input_value() for field in fields.all()]


def test_text_that_was_typed_and_nothing_else_is_there_again(lessons: Callable[..., Lesson]) -> None:
    lesson = lessons("notebook")
    Answers(lesson.path.parent / "answers").save("walk-example", "journey", PLACED)
    lesson.open().run_all()
    typed: dict[str, list[str]] = {}
    for name in EXERCISES:
        exercise = lesson.exercise(name)
        fields = exercise.node.locator(
            "textarea:visible, input[type=text]:visible, [contenteditable]:visible"
        )
        for number, field in enumerate(fields.all()):
            field.fill(f"Tekst {number} bij {name}.")
        if typed_here := texts(exercise):
            typed[name] = typed_here
    for name in typed:
        lesson.exercise(name).saved()
    assert {EXERCISES[name].kind for name in typed} == WRITTEN

    lesson.close()  # the page is gone at once, and is told nothing
    lesson.open().run_all()

    for name, expected in typed.items():
        exercise = lesson.exercise(name)
        expect(exercise.node.locator("textarea:visible").first).not_to_have_value("")
        assert texts(exercise) == expected, name
