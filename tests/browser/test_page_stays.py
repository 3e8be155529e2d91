"""The page stays where the reader is, in one piece, and shows no tool that a reader does not need."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.gallery import EXERCISES, gallery
from tests.browser.page import SLOW, Lesson

ADDING = ("a", "b", "Shift+A", "Shift+B", "v", "Alt+Enter", "Control+Shift+ArrowDown")
"""Keys of the notebook that add a cell, or move one."""
NARROW = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def opened(lessons: Callable[..., Lesson]) -> Iterator[Lesson]:
    lesson = lessons("notebook", viewport=NARROW).open().run_all()
    yield lesson
    lesson.close()


def top(node: Locator) -> float:
    return node.evaluate("(root) => root.getBoundingClientRect().top")


def test_run_all_ends_at_the_opening(opened: Lesson) -> None:
    """The first test, for others go elsewhere."""
    opened.wait_idle()
    expect(opened.page.locator(".jp-Cell").first).to_be_in_viewport()


MAKE_BOXES = """(wanted) => jupyterapp.shell.currentWidget.content.widgets
  .forEach((cell) => cell.model.type === "code" && cell.toggleClass("jp-mod-outputsScrolled", wanted))"""
BOXES = """() => [...document.querySelectorAll(".jp-Cell-outputArea")]
  .filter((area) => area.scrollHeight > area.clientHeight + 1 && getComputedStyle(area).overflowY !== "visible")
  .map((area) => area.textContent.slice(0, 80))"""


def test_no_output_is_a_box_that_scrolls(opened: Lesson) -> None:
    """Some are so tall on a phone that Notebook makes a box of them, when it measures them late enough."""
    opened.page.evaluate(MAKE_BOXES, True)
    expect(opened.page.locator(".jp-mod-outputsScrolled .ov-overview")).to_be_visible()
    assert opened.page.evaluate(BOXES) == []
    opened.page.evaluate(MAKE_BOXES, False)


def test_every_question_is_a_heading(opened: Lesson) -> None:
    for name in EXERCISES:
        expect(opened.exercise(name).node.get_by_role("heading", level=4)).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "control"),
    [
        ("gift-or-trade-example", ".ov-bin"),
        ("words-example", ".ov-rights button"),
        ("walk-example", ".ov-bin"),
        ("walk-example", ".ov-level"),
        ("hour-by-hour-example", ".ov-pill"),
    ],
)
def test_a_choice_does_not_make_the_page_jump(opened: Lesson, name: str, control: str) -> None:
    node = opened.exercise(name).node
    node.locator(control).first.scroll_into_view_if_needed()
    before = top(node)
    node.locator(control).first.click()
    opened.exercise(name).saved()
    assert top(node) == pytest.approx(before, abs=1)


@pytest.mark.parametrize(("name", "field"), [("walk-example", "textarea"), ("own-road-example", "textarea")])
def test_nothing_moves_while_one_types(opened: Lesson, name: str, field: str) -> None:
    exercise = opened.exercise(name)
    if name == "walk-example":
        exercise.node.locator(".ov-bin").first.click()
    node = exercise.node.locator(field).first
    node.scroll_into_view_if_needed()
    node.focus()
    places = [top(node), top(exercise.node), top(exercise.node.locator(".ov-foot"))]
    opened.page.keyboard.type("Een regel.\n" * 6)
    exercise.saved()
    assert [top(node), top(exercise.node), top(exercise.node.locator(".ov-foot"))] == pytest.approx(
        places, abs=1
    )


def test_no_toolbar_stands_on_a_cell(opened: Lesson) -> None:
    for name in ("one-gift", "this-week-example"):
        opened.exercise(name).node.get_by_role("heading").click()
        expect(opened.page.locator(".jp-cell-toolbar:visible, .jp-cell-menu:visible")).to_have_count(0)


def test_a_card_that_goes_back_to_the_pile_keeps_the_focus_with_it(opened: Lesson) -> None:
    node = opened.exercise("gift-or-trade-example").node
    node.locator(".ov-bin", has_text="Cadeau").click()
    opened.page.keyboard.press("Tab")
    expect(node.locator(".ov-bin", has_text="Proef")).to_be_focused()
    node.locator(".ov-grip").first.click()
    node.get_by_role("button", name="Terug naar de stapel").press("Enter")
    expect(node.locator(".ov-face")).to_be_focused()
    opened.page.keyboard.press("Tab")
    expect(node.locator(".ov-bin").first).to_be_focused()


def cells(lesson: Lesson) -> list[str]:
    return lesson.page.locator(".jp-Cell").evaluate_all(
        "(all) => all.map((cell) => cell.className.match(/jp-(Markdown|Code)Cell/)[0]"
        " + (cell.querySelector('.jp-RenderedMarkdown')?.textContent ?? ''))"
    )


def test_a_letter_typed_on_a_paragraph_adds_and_moves_no_cell(opened: Lesson) -> None:
    before = cells(opened)
    for key in ADDING:
        opened.page.locator(".jp-MarkdownCell h1").click()
        opened.page.keyboard.press(key)
        opened.page.wait_for_timeout(100)
        assert cells(opened) == before, key


@pytest.mark.slow
def test_on_a_phone_the_list_of_files_makes_room(lessons: Callable[..., Lesson]) -> None:
    lesson = lessons("lab", gallery("which-gift"), viewport=NARROW).open()
    expect(lesson.page.locator("#jp-left-stack")).to_be_visible()
    lesson.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    expect(lesson.page.locator("#jp-left-stack")).to_be_hidden(timeout=SLOW)
    assert lesson.exercise("which-gift").node.bounding_box()["width"] > 250
    lesson.page.locator(".jp-SideBar.jp-mod-left .lm-TabBar-tab").first.click()
    expect(lesson.page.locator("#jp-left-stack")).to_be_visible()
    lesson.close()
