"""The end of the course for who learns alone: fill in, estimate, and see both tests beside each other."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from course.answers import Answers
from course.authoring import notebook_from
from tests.browser.page import SLOW
from tests.model_answers import ROOT

LESSON = ROOT / "modules" / "nl" / "08-eindtoets.md"
BACK = "two-tests"


@pytest.mark.parametrize("app", ["lab"])
def test_both_tests_stand_beside_each_other_once_one_commits(lessons, app):
    lesson = lessons(app, notebook_from(LESSON))
    kept = Answers(lesson.path.parent / "answers")
    for number in range(1, 15):
        kept.save(f"test-a-{number:02}", "choose", {"chosen": ["a"], "confidence": "guess"})
        if number > 1:
            kept.save(f"test-b-{number:02}", "choose", {"chosen": ["d"], "confidence": "sure"})
    lesson.open().run_all(overview=False)
    back = lesson.exercise(BACK)
    press = back.node.get_by_role("button", name="Leg beide toetsen naast elkaar")
    figure = lesson.page.locator(".ov-figure:visible")

    expect(back.node).to_contain_text("Eindtoets: 13 van 14 ingevuld")
    back.node.locator("input[type=range]").fill("9")
    press.click()
    expect(back.summary).to_contain_text("nog 1")
    expect(figure).to_have_count(0)

    first = lesson.exercise("test-b-01")
    expect(first.node.get_by_role("button", name="Kijk na")).to_have_count(0)
    first.node.locator("label.ov-option").nth(1).click()
    first.saved()
    expect(back.node).to_contain_text("Eindtoets: 14 van 14 ingevuld")
    press.click()
    expect(back.summary).to_contain_text("Je dacht 9 van de 14 goed, en het zijn er 5.", timeout=SLOW)
    expect(figure.locator("svg:visible")).to_have_count(1)
    expect(figure).to_contain_text("Goed: Begintoets 2 van 14; Eindtoets 5 van 14.")
    expect(figure).to_contain_text("“Zeker” 4 van 13")

    first.node.locator("label.ov-option").nth(0).click()
    first.saved()
    assert back.on_disk()["taken"]["test-b-01"]["chosen"] == "b"
    lesson.save()
    lesson.open().run_all(overview=False)
    expect(lesson.page.locator(".ov-figure:visible")).to_contain_text("Eindtoets 5 van 14.", timeout=SLOW)
    assert not lesson.own_errors()
