"""What a participant finds when the notebook is opened again, and what travels inside it."""

from __future__ import annotations

from collections.abc import Callable

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.gallery import CHECKED, EXERCISES, gallery, keep_samples
from tests.browser.hands import STORY
from tests.browser.page import Lesson
from tests.browser.server import Server

IN_LAB = ["lab", pytest.param("notebook", marks=pytest.mark.slow)]
"""Both apps show a notebook with the same parts of JupyterLab, so once is enough most of the time."""


@pytest.fixture(scope="module", params=IN_LAB)
def done(request: pytest.FixtureRequest, lessons: Callable[..., Lesson]) -> Lesson:
    """Every exercise is done and checked, the last change just now, and the notebook is saved."""
    lesson = lessons(request.param)
    keep_samples(lesson.path.parent, skill=0.5)
    lesson.open().run_all()
    for name in CHECKED:
        lesson.exercise(name).node.locator(".ov-main").click()
        expect(lesson.exercise(name).summary).to_be_visible()
    lesson.exercise("this-week-example").node.locator("textarea").fill(STORY)
    lesson.exercise("this-week-example").saved()
    expect(lesson.copy_of("this-week-example")).to_contain_text("van Ayşe")
    lesson.save()
    return lesson


def test_the_saved_notebook_carries_every_answer(done: Lesson) -> None:
    assert list(done.copies()) == list(EXERCISES)
    assert done.copies() == done.on_disk()


def test_with_a_new_kernel_everything_is_readable_and_then_restored(done: Lesson, server: Server) -> None:
    before = {name: done.exercise(name).state() for name in EXERCISES}
    assert all(before[name]["told"] for name in CHECKED), "feedback is part of what has to come back"
    done.close()
    server.end_kernel(done.notebook)

    done.open()

    assert not done.page.locator(".ov-exercise").count()
    for name in EXERCISES:
        expect(done.copy_of(name)).to_be_visible()
        expect(done.copy_of(name)).not_to_contain_text("Hier is nog niets ingevuld.")
    expect(done.copy_of("this-week-example")).to_contain_text("Mét een bloem, van Ayşe.")
    expect(done.page.locator(".ov-copy").last).to_contain_text("✓")  # the overview
    assert "Error displaying widget" not in done.page.locator(".jp-Notebook").inner_text()
    assert "model not found" not in done.page.locator(".jp-Notebook").inner_text()

    done.run_all()

    for name in EXERCISES:
        assert done.exercise(name).state() == before[name]
        done.exercise(name).saved()
    for copy in done.page.locator(".ov-copy").all():
        expect(copy).to_be_hidden()
    figure = done.exercise("tip-guess").cell.locator(".ov-figure .ov-chart:visible")
    expect(figure.first).to_be_visible(timeout=30_000)


def test_after_a_reload_new_answers_travel_along(done: Lesson) -> None:
    done.page.reload()
    done.wait_ready()
    done.run_all()
    before = done.exercise("which-gift").state()

    done.exercise("this-week-example").node.locator("textarea").fill("Een ander verhaal, na het herladen.")
    done.exercise("which-gift").node.locator("label").first.click()
    for name in ("this-week-example", "which-gift"):
        done.exercise(name).saved()
    expect(done.copy_of("this-week-example")).to_contain_text("na het herladen")
    done.save()

    assert done.exercise("which-gift").state() != before
    assert done.copies()["this-week-example"] == {"text": "Een ander verhaal, na het herladen."}
    assert done.copies() == done.on_disk()


@pytest.mark.slow
@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_a_lesson_starts_at_its_first_exercise(app: str, lessons: Callable[..., Lesson]) -> None:
    lesson = lessons(app, gallery("one-gift", "walk-example", "hour-by-hour-example")).open()

    lesson.run_all()

    first = lesson.exercise(next(iter(lesson.questions)))
    last = lesson.exercise(list(lesson.questions)[-1])
    expect(last.node).to_be_attached()
    lesson.wait_idle()
    expect(first.node).to_be_in_viewport()
    expect(last.node).not_to_be_in_viewport()


def test_an_answer_before_the_copy_has_a_record_travels_too(lessons: Callable[..., Lesson]) -> None:
    """The first answer of all, saved within the second in which the copy follows."""
    lesson = lessons("notebook", gallery("this-week-example")).open().run_all()
    lesson.exercise("this-week-example").node.locator("textarea").fill("Mijn eerste zin.")
    lesson.exercise("this-week-example").saved()
    lesson.save()

    assert lesson.copies()["this-week-example"] == {"text": "Mijn eerste zin."}
    assert nbformat.validate(nbformat.read(lesson.path, 4)) is None
