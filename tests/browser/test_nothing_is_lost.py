"""After "Opgeslagen" no kill of the kernel, the server or the page loses the answer."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from course.authoring.write import write
from tests.browser.gallery import lesson_of, with_overview
from tests.browser.page import Exercise, Lesson
from tests.browser.server import Server, free_port

KILLS = {"kernel": 9, "page": 4, "server": 2}
MANY = {"kernel": 700, "page": 180, "server": 120}
LESSON = """```{reflect} story
question: Vertel het.
min-words: 3
```

```{choose} choice
question: Welke kies je?
many: true
options: {a: {text: De eerste}, b: {text: De tweede}, c: {text: De derde}}
```

```{sort} places
question: Waar hoort het?
bins: {in: Binnen, out: Buiten}
cards: {x: {text: Kat, in: in, why: Zo is het.}, y: {text: Hond, in: out, why: Zo is het.}}
```
"""
# Nothing here needs what takes a server long to start.
LEAN = (
    "--LanguageServerManager.autodetect=False",
    *(
        f"--ServerApp.jpserver_extensions=nbgrader.server_extensions.{name}=False"
        for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")
    ),
)


@pytest.fixture(scope="module")
def lesson(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lesson]:
    """A small lesson on a server of its own."""
    folder = tmp_path_factory.mktemp("kills")
    write(with_overview(lesson_of(LESSON)), folder / "three.ipynb")
    server = Server(folder, free_port(), LEAN)
    server.start()
    small = Lesson(browser, server, folder / "three.ipynb")
    yield small.open().run_all()
    small.close()
    server.kill()


@pytest.mark.parametrize("kills", [KILLS, pytest.param(MANY, marks=pytest.mark.slow)], ids=["some", "many"])
def test_nothing_is_lost(lesson: Lesson, kills: dict[str, int]) -> None:
    chance = random.Random(20240501)
    ways = chance.sample([*kills], counts=[*kills.values()], k=sum(kills.values()))
    survived: Counter[str] = Counter()
    expected: dict[str, Any] = lesson.on_disk()

    for number, way in enumerate(ways):
        name = ("story", "choice", "places")[number % 3]
        exercise = lesson.exercise(name)
        expected[name] = change(exercise, number, chance)
        exercise.saved()

        time.sleep(chance.uniform(0, 0.2))
        kill(lesson, way)

        assert lesson.on_disk() == expected, f"kill {number}, of the {way}, after {name}"
        bring_back(lesson, way)
        shown = lesson.exercise(name)
        shown.saved()
        assert shown_by(shown) == expected[name], f"kill {number}, of the {way}, after {name}"
        survived[way] += 1

    assert survived == kills


def change(exercise: Exercise, number: int, chance: random.Random) -> dict[str, Any]:
    """Give another answer than before, as a participant would, and return it."""
    before = shown_by(exercise)
    if exercise.name == "story":
        text = f"Verhaal {number}: zó'n <b>dag</b>."
        field = exercise.node.locator("textarea")
        field.fill("")
        field.press_sequentially(text)
        return {"text": text}
    if exercise.name == "choice":
        exercise.node.locator("input[type=checkbox]").nth(chance.randrange(3)).click()
    else:
        card = chance.choice(["Kat", "Hond"])
        grip = exercise.node.get_by_role("button", name=f"Pak op: {card}", exact=True)
        if grip.count():
            grip.click()
            elsewhere = exercise.node.locator(".ov-hand button:visible")
            now = grip.locator("xpath=ancestor::*[@role='group'][1]").inner_text().split(" ")[0]
            elsewhere.filter(has_not_text=now).nth(chance.randrange(2)).click()
        else:
            exercise.node.locator(".ov-bin").nth(chance.randrange(2)).click()
    assert shown_by(exercise) != before
    return shown_by(exercise)


def shown_by(exercise: Exercise) -> dict[str, Any]:
    """The answer that stands on the page."""
    node = exercise.node
    if exercise.name == "story":
        return {"text": node.locator("textarea").input_value()}
    if exercise.name == "choice":
        checked = [box.is_checked() for box in node.locator("input[type=checkbox]").all()]
        return {
            "chosen": [option for option, on in zip("abc", checked, strict=True) if on],
            "confidence": None,
        }
    piles = {place: node.locator(f'[role=group]:has(> [id$="-place-{place}"])') for place in ("in", "out")}
    return {
        "placed": {
            card: place
            for card, text in {"x": "Kat", "y": "Hond"}.items()
            for place, pile in piles.items()
            if pile.locator(".ov-card", has_text=text).count()
        }
    }


def kill(lesson: Lesson, way: str) -> None:
    """End the kernel, the server or the page, with no time for last words."""
    if way == "kernel":
        lesson.server.kill_kernel(lesson.notebook)
    elif way == "server":
        lesson.server.kill()
    else:
        lesson.close()


def bring_back(lesson: Lesson, way: str) -> None:
    """Do what a participant does after that, and run the notebook again."""
    if way == "kernel":
        gone = lesson.page.get_by_role("dialog")
        gone.get_by_role("button", name="Ok").click(timeout=30_000)  # "The kernel appears to have died"
        expect(gone).to_have_count(0)
        lesson.wait_idle()
    elif way == "server":
        lesson.server.start()
        lesson.open()
    else:
        lesson.open()
    stale = lesson.page.locator(".ov-exercise").all()
    lesson.page.evaluate(
        "() => document.querySelectorAll('.ov-exercise').forEach((root) => root.classList.add('before-kill'))"
    )
    lesson.menu("Uitvoeren", "Run All Cells")
    if stale:
        expect(lesson.page.locator(".before-kill")).to_have_count(0, timeout=60_000)
    expect(lesson.page.locator(".ov-exercise")).to_have_count(4, timeout=60_000)
