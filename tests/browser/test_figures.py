"""A figure in a real JupyterLab: live with a kernel, static without one, and readable in dark and on a phone."""

from collections.abc import Callable, Iterator

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, expect

from course.authoring.notebook import KERNEL
from tests.browser.page import SLOW, Lesson

FIGURES = ("towels", "faces")


@pytest.fixture(scope="module")
def shown(lessons: Callable[..., Lesson]) -> Iterator[Lesson]:
    sources = ["from course.evidence import figure", *(f'figure("{name}", "nl")' for name in FIGURES)]
    notebook = new_notebook(
        cells=[new_code_cell(source) for source in sources], metadata={"kernelspec": KERNEL}
    )
    lesson = lessons("lab", notebook)
    lesson.questions.clear()  # there are no exercises to wait for
    lesson.open()
    lesson.run_all(overview=False)
    expect(lesson.page.locator(".ov-figure-live")).to_be_visible(timeout=2 * SLOW)
    expect(lesson.page.locator(".jp-RenderedPlotly.js-plotly-plot")).to_be_attached(timeout=2 * SLOW)
    lesson.wait_idle()
    yield lesson
    assert not lesson.own_errors()


def drawing(lesson: Lesson) -> Locator:
    return lesson.page.locator(".ov-figure .ov-chart:visible", has_text="Goldstein 2008, 1")


def test_a_tick_by_keyboard_moves_the_diamond_and_keeps_the_focus(shown: Lesson) -> None:
    expect(drawing(shown)).to_have_count(1)  # the static figure has stepped aside
    expect(drawing(shown)).to_contain_text("1,23 [1,02 tot 1,49]")

    tick = shown.page.get_by_label("Goldstein 2008, 2")
    tick.focus()
    tick.press("Space")

    expect(drawing(shown)).not_to_contain_text("1,23 [1,02 tot 1,49]", timeout=SLOW)
    expect(shown.page.locator(".ov-figure-live [role=status]")).to_contain_text("Samen (6 onderzoeken)")
    expect(tick).to_be_focused()


@pytest.mark.slow
def test_without_a_kernel_the_static_figure_stays(shown: Lesson) -> None:
    shown.save()
    shown.server.end_kernel(shown.notebook)
    shown.open()
    expect(drawing(shown)).to_have_count(1)
    expect(drawing(shown)).to_contain_text("1,23 [1,02 tot 1,49]")
    shown.run_all(overview=False)
    expect(shown.page.locator(".ov-figure-live")).to_be_visible(timeout=2 * SLOW)


def test_the_scatter_tells_of_a_dot_on_pointing_at_it(shown: Lesson) -> None:
    plot = shown.page.locator(".jp-RenderedPlotly.js-plotly-plot")
    plot.scroll_into_view_if_needed()
    expect(plot.locator(".main-svg").first).to_be_visible(timeout=SLOW)
    plot.locator(".scatterlayer .point").nth(20).hover(force=True)
    expect(plot.locator(".hoverlayer .hovertext")).to_contain_text("Voorsprong van de Democraat")


def test_a_window_that_becomes_lower_takes_no_figure_away(shown: Lesson) -> None:
    plot = shown.page.locator(".jp-RenderedPlotly.js-plotly-plot")
    for height in (700, 900):  # the last one stays for other tests
        shown.page.set_viewport_size({"width": 1280, "height": height})
        shown.page.wait_for_timeout(500)  # plotly fits its drawing a moment later
        assert plot.bounding_box()["height"] > 300


def test_dark_theme_recolours_the_drawing(shown: Lesson) -> None:
    text = drawing(shown).locator("text", has_text="Goldstein 2008, 1")
    colours = {}
    for theme in ("JupyterLab Dark", "JupyterLab Light"):  # the last one stays for other tests
        shown.theme(theme)
        colours[theme] = text.evaluate("(node) => getComputedStyle(node).fill")
    assert list(colours.values()) == ["rgb(242, 240, 235)", "rgb(27, 31, 36)"]
