"""After an open task: a model with notes and a rating of one's own, when one asks, and kept."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.gallery import gallery
from tests.browser.hands import STORY
from tests.browser.page import Lesson


def test_model_and_rating_come_when_one_asks_and_stay(lessons: Callable[..., Lesson]) -> None:
    lesson = lessons("notebook", gallery("this-week-example")).open().run_all()
    exercise = lesson.exercise("this-week-example")
    show = exercise.node.get_by_role("button", name="Toon een voorbeeld")
    rate = exercise.node.get_by_role("button", name="Beoordeel je eigen tekst")
    expect(show).to_be_hidden()
    assert "De Boer" not in exercise.node.evaluate("(root) => root.outerHTML")

    exercise.node.locator("textarea").fill(STORY)
    expect(show).to_be_visible()
    expect(exercise.node.locator(".ov-model, .ov-rating")).to_have_count(2)
    expect(exercise.node.locator(".ov-model:visible, .ov-rating:visible")).to_have_count(0)
    show.press("Enter")
    expect(exercise.node.locator(".ov-model")).to_contain_text("Woensdag bel ik mevrouw De Boer")
    expect(exercise.node.get_by_role("status")).to_have_text("Het voorbeeld staat onder je tekst.")
    expect(show).to_be_focused()
    rate.press("Enter")
    exercise.node.get_by_role("radio", name="half").check()
    exercise.saved()
    kept = {"text": STORY, "example": True, "rating": {"0": "half"}}
    assert exercise.on_disk() == kept

    lesson.open().run_all()
    exercise = lesson.exercise("this-week-example")
    exercise.node.get_by_role("button", name="Beoordeel je eigen tekst").press("Enter")
    expect(exercise.node.get_by_role("radio", name="half")).to_be_checked()
    exercise.node.get_by_role("button", name="Toon een voorbeeld").press("Enter")
    expect(exercise.node.locator(".ov-model")).to_be_visible()
    assert exercise.on_disk() == kept
