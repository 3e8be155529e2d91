"""A dilemma that was walked: its other branches can be read, and the answer stays as it is; a long path stays short."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.gallery import lesson_of, with_overview
from tests.browser.hands import Keyboard
from tests.browser.page import Exercise, Lesson

pytestmark = pytest.mark.slow

STEPS = 8
SCENES = "\n".join(
    f"""  {"start" if at == 0 else f"step-{at}"}:
    text: Situatie nummer {at}.
    choices:
      on:
        text: Je gaat door met {at}.
        consequences: [{{for: Noor, text: Zij wacht.}}, {{for: Jij, text: Je blijft.}}]
        {f"next: step-{at + 1}" if at + 1 < STEPS else "ending: Het komt goed."}
      stop: {{text: Je stopt bij {at}., ending: Noor gaat naar huis bij {at}.}}"""
    for at in range(STEPS)
)
BLOCK = f"""```{{dilemma}} long-talk
question: Hoe herstel je dit?
min-words: 1
scenes:
{SCENES}
rule: {{text: Luister eerst., basis: Huisregel, date: november 2026}}
```
"""


@pytest.fixture(scope="module")
def talk(lessons: Callable[..., Lesson]) -> Iterator[Exercise]:
    """The talk, walked to its end and chosen again."""
    lesson = lessons("notebook", with_overview(lesson_of(BLOCK))).open().run_all()
    exercise = lesson.exercise("long-talk")
    for at in [*range(STEPS), 0]:
        exercise.node.locator("label.ov-choice", has_text="Je gaat door").click()
        exercise.node.locator("textarea").fill(f"Reden {at}.")
        exercise.node.get_by_role("button", name="Verder").click()
        if at == 3:
            expect(exercise.node.locator(".ov-outcome:focus")).to_be_visible()
    exercise.saved()
    yield exercise
    lesson.close()


def test_a_long_path_is_a_line_a_step(talk: Exercise) -> None:
    steps = talk.node.locator(".ov-chosen-step")
    expect(steps).to_have_count(STEPS)
    assert all(step.bounding_box()["height"] < 60 for step in steps.all())
    expect(talk.node.locator(".ov-path .ov-outcome:visible")).to_have_count(1)
    expect(talk.node.locator(".ov-ending:visible")).to_contain_text("Het komt goed.")
    steps.nth(2).locator("summary").click()
    expect(steps.nth(2)).to_contain_text("Situatie nummer 2.")
    expect(steps.nth(2).locator(".ov-outcome dt")).to_have_text(["Noor", "Jij"])


def test_the_two_choices_stand_beside_each_other(talk: Exercise) -> None:
    pair = talk.node.locator(".ov-pair > div")
    expect(pair).to_have_count(2)
    expect(pair.nth(0)).to_contain_text("Reden 0.")
    first, second = (one.bounding_box() for one in pair.all())
    assert (first["y"], first["width"]) == (second["y"], second["width"])


def test_another_branch_is_read_by_keyboard_and_the_answer_stays(talk: Exercise) -> None:
    before = talk.on_disk()
    keys = Keyboard(talk)
    expect(talk.node.locator(".ov-map")).to_contain_text(f"Je zag {STEPS} van de {2 * STEPS} keuzes")

    keys.press("Je stopt bij 4.")

    expect(talk.node.locator(".ov-stage")).to_contain_text("Noor gaat naar huis bij 4.")
    expect(talk.node.locator(".ov-stage")).to_be_focused()
    expect(talk.node.locator(".ov-map")).to_contain_text(f"Je zag {STEPS + 1} van de {2 * STEPS} keuzes")
    keys.press_card("Je stopt bij 4.", "Shift+Tab")
    expect(talk.node.locator(".ov-stage")).to_have_count(0)
    assert "Je stopt bij 4." in keys.focused()
    assert talk.on_disk() == before
    expect(talk.node.locator(".ov-chosen-step")).to_have_count(STEPS)
