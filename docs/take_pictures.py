"""``python -m docs.take_pictures``: the pictures in README.md, of the real thing.

Opens the lesson in JupyterLab and a hand-in in the formgrader, does what a participant would do, and takes pictures.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.install import find
from tests.browser.server import Server, free_port
from tests.grading.course import NAME, Course

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
# One wrong on purpose: the second.
GIFTS = ["trade", "trade", "trial", "trade", "gift", "trade", "trial", "trade", "gift", "trade", "trial"]
PLACES = {"gift": "Cadeau", "trial": "Proef", "trade": "Ruil"}
DRAFT = (
    "Gratis gids voor een lagere energierekening. Laat je telefoonnummer achter, dan krijg je hem.\n\n"
    "Eerst drie tips die je vanavond kunt doen: zet je thermostaat een graad lager, plak folie achter je "
    "radiator en douche vijf minuten.\n\nWees er snel bij: nog maar twee dagen geldig."
)


@contextmanager
def page_on(browser: Browser, folder: Path, height: int) -> Iterator[tuple[Server, Page]]:
    """A server on `folder` and a page to look at it with."""
    server = Server(folder, free_port())
    server.start()
    window = browser.new_context(viewport={"width": 1100, "height": height}, locale="nl-NL")
    try:
        yield server, window.new_page()
    finally:
        window.close()
        server.kill()


def lesson(browser: Browser, folder: Path) -> None:
    """The lesson: sorting with feedback, and rewriting with the coach."""
    shutil.copytree(ROOT / "modules", folder / "modules", ignore=shutil.ignore_patterns("answers", "*.md"))
    with page_on(browser, folder, 820) as (server, page):
        page.goto(f"{server.url}/lab/tree/modules/nl/01-wederkerigheid.ipynb")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
        page.wait_for_timeout(4000)
        page.get_by_role("menuitem", name="Uitvoeren", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells").first.click()
        page.locator(".ov-flashcards").wait_for(timeout=60_000)
        page.keyboard.press("Control+b")  # the list of files
        sort = page.locator(".ov-sort", has_text="Proef").first
        for place in GIFTS:
            sort.locator(".ov-bin", has_text=PLACES[place]).click()  # for the card that is dealt
        for _check in range(2):
            sort.locator(".ov-main").click()
            page.wait_for_timeout(500)
        sort.locator(".ov-main").evaluate("(node) => node.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURES / "lesson.png")
        rewrite = page.locator(".ov-rewrite").first
        rewrite.locator("textarea").fill(DRAFT)
        rewrite.locator(".ov-coach h3, .ov-coach li, .ov-coach p").first.wait_for()
        page.wait_for_timeout(1500)
        page.set_viewport_size({"width": 1100, "height": 1500})
        rewrite.screenshot(path=PICTURES / "coach.png")


def formgrader(browser: Browser, folder: Path) -> None:
    """The formgrader: an open answer, ready to be marked."""
    course = Course(folder)
    course.run("generate_assignment", NAME)
    (course.put("anna") / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(course.perfect())))
    course.run("autograde", NAME)
    with course.gradebook() as book:
        notebook = book.find_submission(NAME, "anna").notebooks[0].id
    with page_on(browser, course.root, 900) as (server, page):
        page.goto(f"{server.url}/formgrader/submissions/{notebook}")
        cell = page.locator(".nbgrader_cell", has_text="Open antwoord, 3 punten.")
        cell.wait_for()
        cell.evaluate("(node) => node.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(1000)
        page.screenshot(path=PICTURES / "formgrader.png")


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        lesson(browser, Path(scratch) / "lesson")
        formgrader(browser, Path(scratch) / "grading")
        browser.close()


if __name__ == "__main__":
    main()
