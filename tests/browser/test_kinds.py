"""Every kind of exercise, done by mouse and without a mouse, in JupyterLab and in Notebook 7."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.gallery import CHECKED, EXERCISES
from tests.browser.hands import MEANS, answers, do, timeless
from tests.browser.page import Lesson

WAYS = [
    ("lab", "keyboard"),
    pytest.param(("notebook", "mouse"), marks=pytest.mark.slow),
    pytest.param(("lab", "mouse"), marks=pytest.mark.slow),
    pytest.param(("notebook", "keyboard"), marks=pytest.mark.slow),
]
A_FIELD_IS_OPEN = {"own-case-example", "next-case"}
"""Where the hands leave one field of a case open."""
WAITS = {"two-tests-example"}
"""What cannot be recorded before two whole tests are done."""


@pytest.fixture(scope="module", params=WAYS, ids="-".join)
def way(request: pytest.FixtureRequest, lessons: Callable[..., Lesson]) -> Iterator[tuple[Lesson, str]]:
    """An empty gallery in an app, and the means by which it is done."""
    app, means = request.param
    lesson = lessons(app).open().run_all()
    yield lesson, means
    lesson.close()


@pytest.fixture
def opened(way: tuple[Lesson, str]) -> Lesson:
    return way[0]


@pytest.fixture
def means(way: tuple[Lesson, str]) -> str:
    return way[1]


def announced(lesson: Lesson) -> list[str]:
    """What the polite live regions say in the accessibility tree of the browser itself."""
    assert lesson.context
    session = lesson.context.new_cdp_session(lesson.page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def text(node: dict[str, Any]) -> str:
        own = (
            node.get("name", {}).get("value", "") if node.get("role", {}).get("value") == "StaticText" else ""
        )
        return own + "".join(text(nodes[child]) for child in node.get("childIds", ()) if child in nodes)

    return [
        text(node)
        for node in nodes.values()
        if any(of["name"] == "live" and of["value"]["value"] == "polite" for of in node.get("properties", ()))
    ]


# The timer first: it runs from when it is seen.
@pytest.mark.parametrize("name", sorted(EXERCISES, key=lambda name: name != "bottle-example"))
def test_an_exercise_can_be_done_and_is_kept(opened: Lesson, means: str, name: str) -> None:
    exercise = opened.exercise(name)
    cells = opened.page.locator(".jp-Cell").count()

    do(exercise, means)

    exercise.saved()
    assert timeless(exercise.on_disk()) == answers()[name]
    if name in CHECKED:
        expect(exercise.summary).to_be_hidden()
        MEANS[means](exercise).press("Kijk na")
        expect(exercise.summary).to_be_focused()
        expect(exercise.node.locator(".ov-told").first).to_be_visible()
        assert exercise.summary.inner_text() in announced(opened)
        exercise.saved()
        assert timeless(exercise.on_disk()) == answers()[name], "feedback must not change the answer"
    if getattr(EXERCISES[name], "then", ""):
        expect(exercise.cell.locator(".ov-figure .ov-chart:visible").first).to_be_visible(timeout=30_000)
        expect(exercise.summary).to_be_focused()
        expect(exercise.node.locator("input:enabled, .ov-step-moves:visible")).to_have_count(0)
    if name == "letters-example":
        expect(exercise.summary).to_have_text(
            "Je voorspelde 33%. Gevonden is 21%: je zat 12 procentpunt te hoog."
        )
        drawn = exercise.cell.locator(".ov-figure .ov-chart:visible")
        expect(drawn.locator(".ov-you")).to_have_count(1)
        expect(drawn).to_contain_text("Jij: 33%")
    if name == "three-verdicts":
        findings = exercise.node.locator(".ov-finding")
        expect(findings).to_have_count(3)
        verdicts = [finding.get_attribute("data-verdict") for finding in findings.all()]
        assert verdicts == ["seen", "not_yet", "look"]
        expect(findings.nth(0)).to_contain_text("✓ gezien")
        expect(findings.nth(1)).to_contain_text("→ nog een stap")
        expect(findings.nth(2)).to_contain_text("? kijk zelf")
        expect(findings.nth(2).locator(".ov-asked")).to_contain_text("?")
    assert opened.page.locator(".jp-Cell").count() == cells, "a key reached the notebook as a command"
    assert not exercise.cell.locator(".jp-RenderedText[data-mime-type*=stderr]").count()


def test_the_overview_follows_every_answer(opened: Lesson, means: str) -> None:
    overview = opened.page.locator(".ov-overview")

    expect(overview.locator("tbody tr")).to_have_count(len(EXERCISES))
    done = len(EXERCISES) - len(A_FIELD_IS_OPEN | WAITS)
    expect(overview.locator('tbody tr[data-state="done"]')).to_have_count(done)
    expect(overview.locator('tbody tr[data-state="partly"]')).to_have_count(len(A_FIELD_IS_OPEN))
    expect(overview.locator(".ov-total")).to_have_text(f"Klaar: {done} van {len(EXERCISES)}")


def test_the_page_itself_has_no_errors_of_ours(opened: Lesson, means: str) -> None:
    assert opened.own_errors() == []


def test_a_field_for_text_keeps_its_own_keys(opened: Lesson, means: str) -> None:
    field = opened.exercise("this-week-example").node.locator("textarea")
    keys = opened.page.keyboard
    cells = opened.page.locator(".jp-Cell").count()
    field.fill("Een.")
    field.press("End")

    keys.press("Enter")  # to the notebook: nothing at all
    keys.type("Twee.")
    keys.press("Shift+Enter")  # to the notebook: run, and on to the next cell
    keys.type("dd")  # to the notebook: delete
    expect(field).to_have_value("Een.\nTwee.\ndd")
    keys.press("Control+z")  # to the notebook: undo what was done to cells
    expect(field).not_to_have_value("Een.\nTwee.\ndd")
    expect(field).to_be_focused()
    assert opened.page.locator(".jp-Cell").count() == cells


def test_the_notebook_is_saved_from_within_an_exercise(opened: Lesson, means: str) -> None:
    controls = {
        "this-week-example": "textarea",
        "one-gift": "input",
        "walk-example": "input",
        "thank-you-example": "button",
    }
    for name, control in controls.items():
        opened.exercise(name).node.locator(control).first.focus()
        opened.save()
