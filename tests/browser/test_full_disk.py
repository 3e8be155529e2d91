"""An answer that could not be kept: said loudly, tried again, and still there when the notebook is opened again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from course.authoring.notebook import Builder
from tests.browser.gallery import lesson_of
from tests.browser.page import SLOW, Exercise, Lesson
from tests.browser.server import Server
from tests.disk import small_disk

TEXT = """```{reflect} story
question: Vertel het.
min-words: 3
```
"""
FULL = "⚠ Niet opgeslagen: de schijf is vol. Laat deze pagina open: we blijven het proberen."


def write(exercise: Exercise, text: str) -> None:
    exercise.node.locator("textarea").fill(text)


def expect_unkept(exercise: Exercise) -> None:
    status = exercise.node.locator(".ov-status")
    expect(status).to_have_text(FULL, timeout=SLOW)
    expect(status).to_have_class(re.compile("ov-loud"))


@pytest.mark.slow
@pytest.mark.parametrize("app", ["notebook", "lab"])
def test_an_answer_from_a_full_disk_is_not_lost(
    app: str, lessons: Callable[..., Lesson], server: Server
) -> None:
    lesson = lessons(app, Builder(lesson_of(TEXT)).notebook())
    with small_disk(lesson.path.parent / "answers") as disk:
        story = lesson.open().run_all(overview=False).exercise("story")
        write(story, "Mijn eerste versie.")
        story.saved()

        disk.fill()
        write(story, "Mijn tweede versie.")
        expect_unkept(story)
        assert story.on_disk() == {"text": "Mijn eerste versie."}
        expect(lesson.copy_of("story")).to_contain_text("Mijn tweede versie.")
        lesson.save()
        lesson.close()
        server.end_kernel(lesson.notebook)

        story = lesson.open().run_all(overview=False).exercise("story")
        expect(story.node.locator("textarea")).to_have_value("Mijn tweede versie.")
        expect_unkept(story)

        disk.free()
        story.saved()
        assert story.on_disk() == {"text": "Mijn tweede versie."}
        lesson.save()
        lesson.close()
        server.end_kernel(lesson.notebook)
