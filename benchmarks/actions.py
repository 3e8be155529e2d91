"""``python -m benchmarks.actions``: how many clicks, drags and choices an exercise takes.

Does every exercise of the gallery by mouse, and then a Sort of 11 cards and a Match of 6 pairs. The page itself counts;
choosing from a list counts as two, because it has to be opened first. With lists these were 22 and 12.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from course.authoring.write import write
from tests.browser.gallery import EXERCISES, gallery, lesson_of, with_overview
from tests.browser.hands import do
from tests.browser.install import find
from tests.browser.page import Exercise, Lesson
from tests.browser.server import Server, free_port

CARDS, BINS, PAIRS = 11, 4, 6
MOST = {"eleven-cards": 12, "six-pairs": 7}
COUNT = """
window.actions = 0;
document.addEventListener("pointerdown", () => window.actions++, true);
document.addEventListener("change", ({ target }) => { if (target.matches("select")) window.actions += 2; }, true);
"""
LARGE = "\n".join(
    [
        "```{sort} eleven-cards",
        "question: Waar hoort elke kaart?",
        f"bins: {{{', '.join(f'bin{n}: Vak {n}' for n in range(BINS))}}}",
        "cards:",
        *(f"  card{n}: {{text: Kaart {n}, in: bin{n % BINS}, why: Zo is het.}}" for n in range(CARDS)),
        "```",
        "",
        "```{match} six-pairs",
        "question: Wat hoort bij wat?",
        "left:",
        *(f"  left{n}: {{text: Links {n}, with: right{n}, why: Zo is het.}}" for n in range(PAIRS)),
        f"right: {{{', '.join(f'right{n}: Rechts {n}' for n in range(PAIRS))}}}",
        "```",
    ]
)


def do_large(exercise: Exercise) -> None:
    """Place every card, or give every row its partner, one after another as they come."""
    sort = exercise.name == "eleven-cards"
    for n in range(CARDS if sort else PAIRS):
        text = f"Vak {n % BINS}" if sort else f"Rechts {n}"
        exercise.node.locator(".ov-bin, .ov-partner-card").filter(has_text=text).click()


def main() -> None:
    """Count, print, and fail above what is allowed."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder), free_port())
        server.start()
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        try:
            for name, notebook, names, doing in (
                ("gallery", gallery(), list(EXERCISES), do),
                ("large", with_overview(lesson_of(LARGE)), list(MOST), do_large),
            ):
                path = Path(folder) / f"{name}.ipynb"
                write(notebook, path)
                lesson = Lesson(browser, server, path, "notebook").open(COUNT).run_all()
                for each in names:
                    before = lesson.page.evaluate("window.actions")
                    doing(lesson.exercise(each))
                    lesson.exercise(each).saved()
                    count = lesson.page.evaluate("window.actions") - before
                    print(f"{each:24} {count:3}", f"(at most {MOST[each]})" if each in MOST else "")
                    assert count <= MOST.get(each, count)
                lesson.close()
        finally:
            browser.close()
            server.kill()


if __name__ == "__main__":
    main()
