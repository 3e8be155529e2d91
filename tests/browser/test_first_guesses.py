"""What one tries first without reading how it works: drawing a line, dragging a pair, and looking beside one's text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.gallery import gallery
from tests.browser.page import Lesson

NAMES = ("hour-by-hour-example", "words-example", "button-example")
TEXT = (
    "Hier is de prijslijst, en je leest hem zonder formulier. Wil je weten wat jij betaalt, bel dan gerust."
)


@pytest.fixture(scope="module")
def page(lessons: Callable[..., Lesson]) -> Lesson:
    return lessons("lab", gallery(*NAMES)).open().run_all()


def middle(box: dict[str, float] | None) -> tuple[float, float]:
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_line_can_be_drawn(page):
    walk = page.exercise("hour-by-hour-example")
    columns = walk.node.locator(".ov-feel")
    columns.first.scroll_into_view_if_needed()
    rows = [0, 3, 1, 4]
    dots = [
        columns.nth(at).locator(".ov-level").nth(row).bounding_box()
        for at, row in zip(range(columns.count()), rows, strict=False)
    ]
    page.page.mouse.move(*middle(dots[0]))
    page.page.mouse.down()
    for dot in dots:
        page.page.mouse.move(*middle(dot), steps=10)
    page.page.mouse.up()
    walk.saved()
    assert list(walk.on_disk()["feelings"].values()) == [2 - row for row in rows[: len(dots)]]


def test_a_pair_can_be_dragged_from_either_side(page):
    match = page.exercise("words-example")
    lefts, rights = match.node.locator(".ov-left"), match.node.locator(".ov-partner-card")
    rights.filter(has_text="Je geeft het terug").drag_to(lefts.filter(has_text="Proef"))
    lefts.filter(has_text="Cadeau").drag_to(rights.filter(has_text="Je houdt het"))
    match.saved()
    assert match.on_disk()["pairs"] == {"trial": "return", "gift": "keep"}


def test_the_coach_stands_beside_the_text_and_takes_no_more_room_when_it_speaks(page):
    rewrite = page.exercise("button-example")
    field, coach = rewrite.node.locator("textarea"), rewrite.node.locator(".ov-coach")
    field.fill("Hier")
    expect(coach).to_contain_text("De coach leest mee vanaf")
    silent = coach.bounding_box()
    field.fill(TEXT)
    expect(coach.locator(".ov-finding").first).to_be_visible()
    speaking, text = coach.bounding_box(), field.bounding_box()
    assert speaking["x"] >= text["x"] + text["width"]
    assert speaking["height"] == silent["height"]


def test_what_the_coach_quotes_is_pointed_out_in_the_text(page):
    rewrite = page.exercise("button-example")
    field = rewrite.node.locator("textarea")
    field.fill(TEXT)
    finding = rewrite.node.locator(".ov-finding", has=page.page.locator(".ov-quote")).first
    finding.locator("summary").press("Enter")
    quote = finding.locator(".ov-quote").first
    said = quote.inner_text()
    quote.press("Enter")
    expect(field).to_be_focused()
    chosen = field.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert f"“{chosen}”" == said


def test_versions_lie_side_by_side(page):
    rewrite = page.exercise("button-example")
    field = rewrite.node.locator("textarea")
    field.fill(TEXT)
    rewrite.node.get_by_role("button", name="Leg versie 1 opzij").press("Enter")
    field.fill(TEXT + " Kom ook eens langs.")
    rewrite.node.locator("summary", has_text="Leg versies naast elkaar").press("Enter")
    rewrite.node.get_by_label("Naast wat er nu staat").select_option(label="Versie 1")
    columns = rewrite.node.locator(".ov-version-columns > li")
    expect(columns).to_have_count(2)
    expect(columns.nth(1).locator("ins")).to_contain_text("Kom ook eens langs.")
    expect(columns.nth(0).locator("del")).to_have_count(0)
