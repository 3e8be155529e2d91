"""A lesson, an assignment, its feedback and its marking in English: our words are English, and none is Dutch."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, Page, expect

from course.authoring import notebook_from
from course.authoring.release import make_release
from course.i18n import LOCALE
from tests.browser.page import SLOW, Lesson
from tests.browser.server import Server, free_port
from tests.fixture import FOLDER, NAME, course_in
from tests.grading.course import Course

OWN_WORDS = ["woorden"]
"""Dutch that a participant wrote: ``Dit zijn mijn eigen woorden``."""

EVERYTHING = """() => [...document.querySelectorAll(".ov-exercise, .ov-copy")].flatMap((root) => [
  root.textContent, ...[...root.querySelectorAll("*")].flatMap((node) =>
    ["aria-label", "title", "placeholder"].map((name) => node.getAttribute(name) ?? ""))]).join("\\n")"""
"""All that can be read or heard of the exercises."""


def dutch_in(text: str) -> list[str]:
    """The Dutch of our own catalogue that stands in `text`: of each message its longest piece without a value."""
    with (LOCALE / "nl" / "LC_MESSAGES" / "course.po").open("rb") as file:
        messages = [message for message in read_po(file, locale="nl") if message.id]
    found = []
    for message in messages:
        forms = message.string if isinstance(message.string, tuple) else [message.string]
        english = " ".join(message.id if isinstance(message.id, tuple) else [message.id])
        for form in forms:
            piece = max(re.split(r"\{\w*\}", form), key=len).strip()
            if (
                len(piece) > 4
                and piece not in english
                and re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text)
            ):
                found.append(piece)
    return found


def read(lesson: Lesson) -> str:
    return lesson.page.evaluate(EVERYTHING)


def test_dutch_would_be_seen() -> None:
    assert dutch_in("Opgeslagen 14:02") == ["Opgeslagen"]
    assert "Kijk na" in dutch_in("Kijk na")


@pytest.mark.slow
def test_a_lesson_in_english(lessons: Callable[..., Lesson]) -> None:
    lesson = lessons("lab", notebook_from(FOLDER / "modules" / "en" / f"{NAME}.md")).open()
    lesson.run_all(overview=False)
    sign = lesson.exercise("first-sign").node
    expect(sign.locator(".ov-status")).to_have_text("Your answer is kept automatically.")
    sign.locator("label", has_text="the old days").click()
    expect(sign.locator(".ov-status")).to_have_text(re.compile(r"^Saved \d\d:\d\d$"), timeout=SLOW)
    sign.get_by_role("button", name="Check", exact=True).click()
    expect(sign.locator(".ov-told")).to_contain_text("✗ Not right")
    sign.get_by_role("button", name="Check and show the answers", exact=True).click()
    expect(sign.locator('[data-verdict="wrong"]')).to_contain_text(
        "Everyone remembers the old days differently."
    )
    lesson.exercise("own-sign").node.locator("textarea").fill("Bread of today.")
    expect(lesson.exercise("own-sign").node.locator(".ov-count")).to_have_text("Words: 3 (at least 10)")
    expect(lesson.copy_of("own-sign")).to_contain_text("Bread of today.")

    assert dutch_in(read(lesson)) == []


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = course_in(tmp_path_factory.mktemp("english"), "en")
    return make_release(course / "solutions" / "en" / NAME) / f"{NAME}.ipynb"


def test_an_assignment_in_english(lessons: Callable[..., Lesson], released: Path) -> None:
    lesson = lessons("lab", nbformat.read(released, 4)).open().run_all()
    overview, n = lesson.page.locator(".ov-overview"), len(lesson.questions)
    expect(overview.locator(".ov-total")).to_have_text(f"Done: 0 of {n}")
    expect(overview).to_contain_text("How to hand in")
    expect(overview.locator('tr[data-state="open"]')).to_have_count(n)
    lesson.exercise("spelt-board").node.locator("label", has_text="organic").click()
    expect(overview.locator(".ov-total")).to_have_text(f"Done: 1 of {n}")
    expect(lesson.exercise("door-poster").node).to_contain_text("What your instructor looks at")

    assert dutch_in(read(lesson)) == []


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course in English, with one hand-in that is half right and waits for a person."""
    course = Course(tmp_path_factory.mktemp("graded"), "en")
    course.run("generate_assignment", NAME)
    (course.put("anna") / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(course.half())))
    course.run("autograde", NAME)
    course.run("generate_feedback", NAME)
    return course


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    window = browser.new_context(viewport={"width": 1280, "height": 900})
    yield window.new_page()
    window.close()


def test_feedback_in_english(page: Page, graded: Course) -> None:
    page.goto((graded.root / "feedback" / "anna" / NAME / f"{NAME}.html").as_uri())
    expect(page.locator(".waiting")).to_have_text("2 parts, together worth 5 points, are still being marked.")
    expect(page.locator("body")).to_contain_text("Fact, opinion or promise?")
    assert page.locator("html").get_attribute("lang") == "en"
    assert set(dutch_in(page.locator("body").inner_text())) <= set(OWN_WORDS)


@pytest.mark.slow
def test_marking_in_english(page: Page, graded: Course) -> None:
    server = Server(graded.root, free_port())
    server.start()
    try:
        with graded.gradebook() as book:
            notebook = book.find_submission(NAME, "anna").notebooks[0].id
        page.goto(f"{server.url}/formgrader/submissions/{notebook}/")
        left = page.locator(".ov-left")
        expect(left).to_contain_text("Here 2 left.", timeout=SLOW)
        box = page.locator(".score:focus")
        expect(box).to_have_attribute("aria-label", "Points, from 0 to 3")
        page.keyboard.type("4")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert").first).to_have_text("Not kept. Give a number from 0 to 3.")
        expect(page.locator("[id='birthday-card-check']")).to_have_attribute("placeholder", "0.25")
        assert set(dutch_in(page.locator(".ov-marking").inner_text())) <= set(OWN_WORDS)
    finally:
        server.kill()
