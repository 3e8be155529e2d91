"""``python -m docs.take_pictures``: the pictures in both READMEs, of the real thing.

Opens lessons with answers in JupyterLab, as ``make lab`` does, and a hand-in of the first assignment in the formgrader.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, sync_playwright

from course.answers import Answers
from course.grading.run.group import grade_class
from course.grading.site import Site
from tests.browser.install import find
from tests.browser.server import Server, free_port
from tests.model_answers import checks, keep, source

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
ASSIGNMENT = "01-wederkerigheid"
WIDTH = 1100
ANSWERS: dict[str, tuple[str, dict[str, Any]]] = {
    "foot-prediction": ("prediction", {"guess": 35, "committed": True}),
    "joke-thursday": (
        "journey",
        {
            "feelings": {"early": -1, "chat": -2, "van": -1, "post": -2, "ilse": 1, "evening": 0},
            "placed": {"samira": "early", "own-call": "post"},
            "motives": {"samira": "Zonder naam durft ze morgen niet weg."},
            "labels": {
                "app": "digital",
                "roos": "digital",
                "van": "empty",
                "mother": "fault",
                "call": "fine",
            },
        },
    ),
    "repair-page": (
        "rewrite",
        {
            "text": "Gratis gids voor een lagere energierekening. Laat je telefoonnummer achter, dan krijg je hem.\n\n"
            "Eerst drie tips die je vanavond kunt doen: zet je thermostaat een graad lager, plak folie achter je "
            "radiator en douche vijf minuten.\n\nWees er snel bij: nog maar twee dagen geldig.",
            "versions": [],
        },
    ),
}
"""What a participant did in the lessons, by exercise: its kind and the answer, not all of it right."""
HANDED_IN = (
    "Zo kom je de winter door\n\nKnijp in je remmen en duw je fiets vooruit. Rolt hij door? Laat dan je remmen "
    "nakijken voordat je weer gaat fietsen. Veeg je ketting schoon met een doek en smeer hem licht: dan roest hij "
    "minder van het zout.\n\nTwijfel je? Loop op zaterdag tussen tien en twaalf binnen bij De Ketting. Een monteur "
    "kijkt gratis tien minuten met je mee. Kom wel op tijd, want het is altijd druk."
)
"""What the instructor reads: the page of De Ketting, rewritten."""


@contextmanager
def window_on(browser: Browser, folder: Path, height: int) -> Iterator[tuple[str, BrowserContext]]:
    """The address of a server on `folder`, and a window to look at it with."""
    server = Server(folder, free_port(), by_themselves=True)
    server.start()
    window = browser.new_context(viewport={"width": WIDTH, "height": height}, locale="nl-NL")
    try:
        yield server.url, window
    finally:
        window.close()
        server.kill()


def lessons(browser: Browser, folder: Path) -> None:
    """A prediction with its figure, a day drawn, and a text with the coach beside it."""
    shutil.copytree(ROOT / "modules", folder / "modules", ignore=shutil.ignore_patterns("answers", "*.md"))
    for exercise, (kind, answer) in ANSWERS.items():
        Answers(folder / "modules" / "nl" / "answers").save(exercise, kind, answer)
    with window_on(browser, folder, 2000) as (url, window):
        lesson = f"{url}/lab/tree/modules/nl"
        day = opened(window, f"{lesson}/04-sympathie.ipynb", "Hoe voelt elk moment voor Joke")
        picture(day, "day", height=728)
        rewrite = opened(window, f"{lesson}/01-wederkerigheid.ipynb", "Herschrijf de pagina van Warmtewacht")
        rewrite.locator(".ov-coach :is(h3, li)").first.wait_for()
        picture(rewrite, "coach", height=1032)
        guess = opened(window, f"{lesson}/02-commitment.ipynb", "Hoeveel procent van hen wilde daarna")
        guess.page.set_viewport_size({"width": WIDTH, "height": 900})
        guess.page.wait_for_timeout(1000)
        guess.evaluate("(node) => node.scrollIntoView({block: 'start'})")
        guess.page.wait_for_timeout(1000)
        guess.page.screenshot(path=PICTURES / "lesson.png")


def opened(window: BrowserContext, address: str, question: str) -> Locator:
    """The exercise with this `question`, in a lesson that has run by itself."""
    page = window.new_page()
    page.goto(address)
    exercise = page.locator(".ov-exercise", has_text=question).first
    exercise.wait_for(timeout=90_000)
    page.keyboard.press("Control+b")  # the list of files
    exercise.evaluate("(node) => node.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(4000)  # figures draw, the coach reads
    return exercise


def picture(exercise: Locator, name: str, height: int) -> None:
    """The upper `height` pixels of an exercise."""
    box = exercise.bounding_box() or {}
    exercise.page.screenshot(path=PICTURES / f"{name}.png", clip={**box, "height": height})


def formgrader(browser: Browser, folder: Path) -> None:
    """The formgrader: an open answer, ready to be marked."""
    text = ROOT / "solutions" / "nl" / ASSIGNMENT / f"{ASSIGNMENT}.md"
    folder.mkdir()
    (folder / "nbgrader_config.py").write_text(
        "from course.grading import configure\n\nconfigure(get_config(), 'nl')\n", "utf-8"
    )
    own = folder / "solutions" / "nl" / ASSIGNMENT
    shutil.copytree(text.parent, own, ignore=shutil.ignore_patterns("answers"))
    site = Site(folder)
    site.generate(ASSIGNMENT)
    known = checks(source(text))
    answers = {name: check.answer for name, check in known.items()}
    answers["w-free-page"] = {"text": HANDED_IN, "versions": []}
    keep(answers, known, folder / "submitted" / "anna" / ASSIGNMENT / "answers")
    grade_class(site, ASSIGNMENT)
    with site.gradebook() as book:
        notebook = book.find_submission(ASSIGNMENT, "anna").notebooks[0].id
    with window_on(browser, folder, 900) as (url, window):
        page = window.new_page()
        page.goto(f"{url}/formgrader/submissions/{notebook}")
        card = page.locator(".ov-card", has_text="Maak gratis weer gratis")
        card.wait_for()
        card.evaluate("(node) => node.scrollIntoView({block: 'start'})")
        page.mouse.wheel(0, -130)  # out from under the bar
        page.wait_for_timeout(1500)
        page.screenshot(path=PICTURES / "formgrader.png")


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        lessons(browser, Path(scratch) / "lessons")
        formgrader(browser, Path(scratch) / "grading")
        browser.close()


if __name__ == "__main__":
    main()
