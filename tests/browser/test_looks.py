"""Every kind in a narrow window, in light and dark, empty and filled in: nothing sticks out, axe is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.gallery import CHECKED, EXERCISES, SHEETS, keep_samples
from tests.browser.page import Lesson

PARTS = (*EXERCISES, "overview")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [("light", 1280), ("dark", 360), ("light", 360), ("dark", 1280)]
STATES = ["empty", "filled"]
ONCE = {("empty", "light", 1280), ("filled", "dark", 360)}
"""Every state, theme and width once, which is how most faults show; the other combinations are slow."""
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
STICKING_OUT = """(root) => {
  const edge = root.getBoundingClientRect();
  const parts = [...root.querySelectorAll("*")].filter((node) => node.checkVisibility() && !node.closest(".ov-sr"));
  const out = parts.filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.right > edge.right + 0.5 || box.left < edge.left - 0.5);
  });
  const scrolls = [root, ...parts].filter((node) => node instanceof HTMLElement
    && node.clientWidth && node.scrollWidth > node.clientWidth + 1
    && !["INPUT", "SELECT", "TEXTAREA", "OPTION"].includes(node.tagName) && !node.querySelector(".ov-sr"));
  return [...out, ...scrolls].map((node) => `${node.tagName}.${node.className?.baseVal ?? node.className}`);
}"""
"""What is wider than the exercise it is in."""


every_look = pytest.mark.parametrize(
    ("opened", "look"),
    [
        pytest.param(state, look, marks=[] if (state, *look) in ONCE else pytest.mark.slow)
        for state in STATES
        for look in LOOKS
    ],
    indirect=True,
    ids=lambda value: value if isinstance(value, str) else f"{value[0]}-{value[1]}",
    scope="module",
)


@pytest.fixture(scope="module")
def opened(request: pytest.FixtureRequest, lessons: Callable[..., Lesson]) -> Iterator[Lesson]:
    """A gallery in Notebook 7, which leaves a narrow window to the notebook; half of what is filled in is right."""
    lesson = lessons("notebook")
    if request.param == "filled":
        keep_samples(lesson.path.parent, skill=0.5)
    lesson.open().run_all()
    # The body of Jupyter's page has no height; axe takes all in it for hidden, and would judge no contrast.
    lesson.page.add_style_tag(content="body { min-height: 100vh }")
    if request.param == "filled":
        for name in CHECKED:
            exercise = lesson.exercise(name)
            for _time in range(2):
                exercise.node.locator(".ov-main").click()
                exercise.saved()
            expect(exercise.node.locator(".ov-told").first).to_be_visible()
    yield lesson
    lesson.theme(THEMES["light"])
    lesson.close()


@pytest.fixture(scope="module")
def look(request: pytest.FixtureRequest, opened: Lesson) -> tuple[str, int]:
    theme, width = request.param
    opened.theme(THEMES[theme])
    opened.page.set_viewport_size({"width": width, "height": 1000})
    return theme, width


def part(opened: Lesson, name: str) -> Locator:
    return opened.page.locator(".ov-overview") if name == "overview" else opened.exercise(name).node


@every_look
@pytest.mark.parametrize("name", PARTS)
def test_nothing_sticks_out(opened: Lesson, look: tuple[str, int], name: str) -> None:
    assert part(opened, name).evaluate(STICKING_OUT) == []


@every_look
@pytest.mark.parametrize("name", SHEETS)
def test_material_by_itself_has_its_name_and_its_looks(
    opened: Lesson, look: tuple[str, int], name: str
) -> None:
    node = opened.page.get_by_role("figure", name=name, exact=True)
    assert node.evaluate(STICKING_OUT) == []
    assert node.evaluate("(root) => getComputedStyle(root).containerType") == "inline-size", (
        "no style of ours"
    )
    assert node.evaluate("(root) => [...root.querySelectorAll('*')].every((node) => node.tabIndex < 0)")


JUDGED = """(selectors) => selectors.map(
  (selector) => document.querySelector(selector)?.closest("[data-under-test]")?.dataset.underTest)"""
"""The exercise or material in which each of these places is."""


@every_look
def test_axe_finds_nothing(opened: Lesson, look: tuple[str, int]) -> None:
    """All exercises and material in one go: axe reads the whole page each time, and that takes longest."""
    shown = {name: part(opened, name) for name in PARTS}
    shown |= {name: opened.page.get_by_role("figure", name=name, exact=True) for name in SHEETS}
    for name, node in shown.items():
        node.evaluate("(root, name) => { root.dataset.underTest = name }", name)
    # So high that all of it is in view: axe judges no contrast elsewhere.
    height = opened.page.locator(".jp-Notebook .jp-WindowedPanel-inner").evaluate(
        "(root) => root.scrollHeight"
    )
    opened.page.set_viewport_size({"width": look[1], "height": height + 400})
    for name in PARTS:
        expect(part(opened, name)).to_be_in_viewport(ratio=0.99)

    found = Axe().run(
        opened.page, context="[data-under-test]", options={"runOnly": {"type": "tag", "values": TAGS}}
    )

    assert not found.violations_count, found.generate_report()
    (contrast,) = (rule for rule in found.response["passes"] if rule["id"] == "color-contrast")
    places = opened.page.evaluate(JUDGED, [node["target"][0] for node in contrast["nodes"]])
    judged = Counter(places)
    assert {name for name in PARTS if judged[name] <= 2} == set(), "axe judged no contrast"


CHOSEN = "[aria-pressed=true]:visible, [aria-current=true]:visible, .ov-pill:has(:checked):visible"
SEEN = "(all) => all.filter((node) => getComputedStyle(node).outlineStyle !== 'solid').map((node) => node.className)"
FILL = "(node) => getComputedStyle(node).backgroundColor"


@pytest.mark.parametrize("opened", ["filled"], indirect=True, scope="module")
def test_in_forced_colours_what_is_chosen_can_be_told(opened: Lesson) -> None:
    """Where a user's own colours take every tint away."""
    opened.page.emulate_media(forced_colors="active")
    try:
        assert opened.page.locator(CHOSEN).evaluate_all(SEEN) == []
        dots = opened.exercise("walk-example").node.locator(".ov-level input")
        if chosen := dots.and_(opened.page.locator(":checked")).all():
            other = dots.and_(opened.page.locator(":not(:checked)")).first
            assert chosen[0].evaluate(FILL) != other.evaluate(FILL)
    finally:
        opened.page.emulate_media(forced_colors="none")
