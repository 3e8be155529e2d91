"""A page so busy that the code of an exercise is there late: it loses nothing of what the kernel says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from nbformat.v4 import new_code_cell
from playwright.sync_api import expect

from course.authoring.notebook import Builder
from course.view.bundle import PACKAGE
from tests.browser.gallery import lesson_of
from tests.browser.page import SLOW, Lesson

LATE = """
const address = URL.createObjectURL;
URL.createObjectURL = (what) => address.call(URL, what.type.includes("javascript")
  ? new Blob(["await new Promise((go) => setTimeout(go, 2500));\\n", what], { type: what.type })
  : what);
"""
"""anywidget loads its modules from such an address; they come two and a half seconds later."""


@pytest.fixture
def late(lessons: Callable[..., Lesson]) -> Lesson:
    notebook = Builder(
        lesson_of((PACKAGE / "kinds" / "reflect" / "example.md").read_text("utf-8"))
    ).notebook()
    notebook.cells.append(
        new_code_cell('from course.evidence import figure\nfigure(id="towels", language="nl")')
    )
    return lessons("notebook", notebook).open(LATE)


@pytest.mark.slow
def test_late_code_hears_what_the_kernel_says(late: Lesson) -> None:
    late.run_all(overview=False)
    exercise = late.exercise("this-week-example")
    exercise.node.locator("textarea").fill("Woensdag kreeg ik een koekje bij de rekening.")
    exercise.saved()

    together = late.page.locator(".ov-figure-live [role=status]")
    expect(together).to_contain_text("Samen (7 onderzoeken)", timeout=2 * SLOW)
    late.page.get_by_label("Goldstein 2008, 2").uncheck()
    expect(together).to_contain_text("Samen (6 onderzoeken)", timeout=SLOW)
