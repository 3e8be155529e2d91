"""Every kind in a narrow window, in light and dark, empty and filled in: nothing sticks out, axe is silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from course.answers import Answers
from tests.browser.gallery import answers
from tests.browser.page import Lesson
from tests.browser.test_kinds import CHECKED

PARTS = (*answers(), "overview")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KIND_OF = {
    "one-gift": "choose",
    "many-signals": "choose",
    "card-guess": "choose",
    "gift-bins": "sort",
    "mail-marks": "mark",
    "word-pairs": "match",
    "mail-rewrite": "rewrite",
    "bath-journey": "journey",
    "own-story": "reflect",
    "gift-dilemma": "dilemma",
    "term-cards": "flashcards",
}
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
STICKING_OUT = """(root) => {
  const edge = root.getBoundingClientRect();
  const parts = [...root.querySelectorAll("*")].filter((node) => node.checkVisibility() && !node.closest(".ov-sr"));
  const out = parts.filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.right > edge.right + 0.5 || box.left < edge.left - 0.5);
  });
  const scrolls = [root, ...parts].filter((node) => node.clientWidth && node.scrollWidth > node.clientWidth + 1
    && !["INPUT", "SELECT", "TEXTAREA", "OPTION"].includes(node.tagName) && !node.querySelector(".ov-sr"));
  return [...out, ...scrolls].map((node) => `${node.tagName}.${node.className?.baseVal ?? node.className}`);
}"""
"""What is wider than the exercise it is in."""


@pytest.fixture(scope="module", params=["empty", "filled"])
def opened(request: pytest.FixtureRequest, lessons: Callable[..., Lesson]) -> Iterator[Lesson]:
    """A gallery in Notebook 7, which leaves a narrow window to the notebook."""
    lesson = lessons("notebook")
    if request.param == "filled":
        kept = Answers(lesson.path.parent / "answers")
        for name, answer in answers().items():
            kept.save(name, KIND_OF[name], answer)
    lesson.open().run_all()
    # The body of Jupyter's page has no height; axe takes all in it for hidden, and would judge no contrast.
    lesson.page.add_style_tag(content="body { min-height: 100vh }")
    if request.param == "filled":
        for name in CHECKED:
            exercise = lesson.exercise(name)
            exercise.node.get_by_role("button", name="Kijk na").click()
            expect(exercise.feedback).to_be_visible()
    yield lesson
    lesson.theme(THEMES["light"])
    lesson.close()


@pytest.fixture(scope="module", params=THEMES)
def theme(request: pytest.FixtureRequest, opened: Lesson) -> str:
    opened.theme(THEMES[request.param])
    return request.param


@pytest.fixture(scope="module", params=[1280, 360])
def width(request: pytest.FixtureRequest, opened: Lesson, theme: str) -> int:
    # So high that each exercise fits: axe judges the contrast of what is in view only.
    opened.page.set_viewport_size({"width": request.param, "height": 3000})
    return request.param


@pytest.mark.parametrize("name", PARTS)
def test_nothing_sticks_out_and_axe_finds_nothing(opened: Lesson, theme: str, width: int, name: str) -> None:
    node = opened.page.locator(".ov-overview") if name == "overview" else opened.exercise(name).node
    node.evaluate("(root) => root.scrollIntoView({ block: 'center' })")
    expect(node).to_be_in_viewport(ratio=0.99)

    assert node.evaluate(STICKING_OUT) == []

    node.evaluate("(root) => root.setAttribute('data-under-test', '')")
    try:
        found = Axe().run(
            opened.page, context="[data-under-test]", options={"runOnly": {"type": "tag", "values": TAGS}}
        )
    finally:
        node.evaluate("(root) => root.removeAttribute('data-under-test')")
    assert not found.violations_count, found.generate_report()
    seen = {rule["id"]: len(rule["nodes"]) for rule in found.response["passes"]}
    assert seen.get("color-contrast", 0) > 2, "axe judged no contrast"
