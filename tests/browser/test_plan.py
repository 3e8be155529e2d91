"""The page to take along: what the printer gets is one sheet, with one's own words and nothing of the notebook."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from course.answers import Answers, Reader
from tests.browser.gallery import EXERCISES
from tests.browser.page import Lesson

CATCH = """
  const append = Element.prototype.append;
  Element.prototype.append = function (...nodes) {
    append.apply(this, nodes);
    for (const node of nodes) if (node.tagName === "IFRAME" && node.className === "ov-paper") {
      node.contentWindow.print = () => { window.paper = node.contentDocument.documentElement.outerHTML; };
    }
  };
"""
"""In place of the window of a printer."""


def test_the_printer_gets_one_page_of_ones_own_words(lessons: Callable[..., Lesson]) -> None:
    lesson = lessons("lab")
    owncase = EXERCISES["own-case-example"]
    fields = {"person": "Mo <b>", "ask": "Kom je?"}
    Answers(lesson.path.parent / "answers").save(
        "own-case-example", "owncase", owncase.clean({"fields": fields}, Reader())
    )
    lesson.open(CATCH).run_all()
    exercise = lesson.exercise("monday-example")
    expect(exercise.node.locator(".ov-missing")).to_have_count(0)
    exercise.node.get_by_label("Eerste stap").fill("Om negen uur bel ik Mo.")
    exercise.saved()
    exercise.node.get_by_role("button", name="Druk af").click()
    paper = lesson.page.context.new_page()
    paper.set_content(lesson.page.evaluate("window.paper"))
    for words in ("Maandagochtend", "Om negen uur bel ik Mo.", "Jouw zaak", "Eén mens: Mo <b>"):
        expect(paper.locator("body")).to_contain_text(words)
    expect(paper.locator("body")).not_to_contain_text("Druk af")
    assert paper.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
