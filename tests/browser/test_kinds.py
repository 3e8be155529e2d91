"""Every kind of exercise, done by mouse and without a mouse, in JupyterLab and in Notebook 7."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.gallery import MEANS, answers, do, timeless
from tests.browser.page import APPS, Lesson

KINDS = tuple(answers())
CHECKED = ("one-gift", "many-signals", "gift-bins", "mail-marks", "word-pairs", "bath-journey")
"""These have a button "Kijk na"."""


@pytest.fixture(scope="module", params=APPS)
def opened(request: pytest.FixtureRequest, lessons: Callable[..., Lesson]) -> Lesson:
    return lessons(request.param).open()


@pytest.fixture(scope="module", params=MEANS)
def means(request: pytest.FixtureRequest, opened: Lesson) -> str:
    """Before each means of doing them, all exercises are empty."""
    shutil.rmtree(opened.path.parent / "answers", ignore_errors=True)
    opened.run_all()
    return request.param


@pytest.mark.parametrize("name", KINDS)
def test_an_exercise_can_be_done_and_is_kept(opened: Lesson, means: str, name: str) -> None:
    exercise = opened.exercise(name)
    cells = opened.page.locator(".jp-Cell").count()

    do(exercise, means)

    exercise.saved()
    assert timeless(exercise.on_disk()) == answers()[name]
    if name in CHECKED:
        expect(exercise.feedback).to_be_hidden()
        MEANS[means](exercise).press("Kijk na")
        expect(exercise.feedback.locator(".ov-item").first).to_be_visible()
        exercise.saved()
        assert timeless(exercise.on_disk()) == answers()[name], "feedback must not change the answer"
    if name == "card-guess":
        expect(exercise.cell.locator(".ov-figure .ov-chart:visible").first).to_be_visible(timeout=30_000)
        expect(exercise.node.locator("input").first).to_be_disabled()
    if name == "mail-rewrite":
        findings = exercise.node.locator(".ov-finding")
        expect(findings).to_have_count(2)
        expect(findings.first).to_have_attribute("data-met", "true")
    assert opened.page.locator(".jp-Cell").count() == cells, "a key reached the notebook as a command"
    assert not exercise.cell.locator(".jp-RenderedText[data-mime-type*=stderr]").count()


def test_the_overview_follows_every_answer(opened: Lesson, means: str) -> None:
    overview = opened.page.locator(".ov-overview")

    expect(overview.locator("tbody tr")).to_have_count(len(KINDS))
    expect(overview.locator('tbody tr[data-state="done"]')).to_have_count(len(KINDS))
    expect(overview.locator(".ov-total")).to_have_text(f"Klaar: {len(KINDS)} van {len(KINDS)}")


def test_the_page_itself_has_no_errors_of_ours(opened: Lesson, means: str) -> None:
    assert [error for error in opened.errors if "ov-" in error or "anywidget" in error] == []


def test_a_field_for_text_keeps_its_own_keys(opened: Lesson, means: str) -> None:
    field = opened.exercise("own-story").node.locator("textarea")
    keys = opened.page.keyboard
    cells = opened.page.locator(".jp-Cell").count()
    field.fill("Een.")
    field.press("End")

    keys.press("Enter")  # to the notebook: nothing at all
    keys.type("Twee.")
    keys.press("Shift+Enter")  # to the notebook: run, and on to the next cell
    keys.type("dd")  # to the notebook: delete
    expect(field).to_have_value("Een.\nTwee.\ndd")
    keys.press("Control+z")  # to the notebook: undo what was done to cells
    expect(field).not_to_have_value("Een.\nTwee.\ndd")
    expect(field).to_be_focused()
    assert opened.page.locator(".jp-Cell").count() == cells


def test_the_notebook_is_saved_from_within_an_exercise(opened: Lesson, means: str) -> None:
    for name, control in {"own-story": "textarea", "one-gift": "input", "word-pairs": "select"}.items():
        opened.exercise(name).node.locator(control).first.focus()
        opened.save()
