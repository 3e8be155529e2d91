"""Until the first exercise can be used, against the same page made with jupyterquiz.

The lesson as it is, and a copy in which every exercise cell is a jupyterquiz with the same question. Both in one
JupyterLab, taking turns, each time in a window with nothing in its cache: from the address, where the lesson runs by
itself and somebody runs the copy as soon as its kernel is idle, and from "Run All Cells", with such a kernel.
Run: ``python -m benchmarks.first_exercise``
"""

from __future__ import annotations

import copy
import time
from pathlib import Path
from statistics import median

import nbformat
from nbformat import NotebookNode
from playwright.sync_api import Browser

from benchmarks.page import asked, lab, opened, run_all, wait_idle
from tests.browser.server import Server

LESSON = Path(__file__).parents[1] / "modules/nl/01-wederkerigheid.ipynb"
ROUNDS = 7
OURS = ".ov-exercise input"
QUIZ = ".MCButton, .Quiz input"


def as_quiz(lesson: NotebookNode) -> NotebookNode:
    """The same page with jupyterquiz: same prose, as many exercises, four options each."""
    quiz = copy.deepcopy(lesson)
    setup, *exercises = [cell for cell in quiz.cells if cell.cell_type == "code"]
    setup.source = "from jupyterquiz import display_quiz"
    for cell in exercises:
        answers = [{"answer": f"Optie {n}", "correct": n == 1, "feedback": "Hierom."} for n in range(1, 5)]
        question = {"question": cell.id, "type": "multiple_choice", "answers": answers}
        cell.source = f"display_quiz([{question!r}])"
    return quiz


def from_run_all(server: Server, browser: Browser, name: str, notebook: NotebookNode, control: str) -> float:
    """Seconds from the choice in the menu."""
    with opened(server, browser, name, notebook) as page:
        start = time.perf_counter()
        run_all(page)
        page.locator(control).first.wait_for(state="visible", timeout=60_000)
        return time.perf_counter() - start


def from_address(server: Server, browser: Browser, name: str, notebook: NotebookNode, control: str) -> float:
    """Seconds from asking for the page; only what does not run by itself is run."""
    start = time.perf_counter()
    with asked(server, browser, name, notebook) as page:
        if control == QUIZ:
            wait_idle(page)
            run_all(page)
        page.locator(control).first.wait_for(state="visible", timeout=60_000)
        return time.perf_counter() - start


def main() -> None:
    """Print the medians of both, from both moments, and the ratios."""
    lesson = nbformat.read(LESSON, 4)
    pages = {"course": (lesson, OURS), "jupyterquiz": (as_quiz(lesson), QUIZ)}
    for since, by_itself in ((from_run_all, False), (from_address, True)):
        seconds: dict[str, list[float]] = {name: [] for name in pages}
        with lab(by_itself) as (server, browser):
            for turn in range(ROUNDS):
                for name, (notebook, control) in pages.items():
                    path = f"modules/nl/{name}-{turn}.ipynb"
                    seconds[name].append(since(server, browser, path, notebook, control))
        own, peer = median(seconds["course"]), median(seconds["jupyterquiz"])
        print(since.__name__.replace("_", " "))
        print(f"  {'jupyterquiz':20}{peer:8.2f} s")
        print(f"  {'course':20}{own:8.2f} s{own / peer:8.2f}")


if __name__ == "__main__":
    main()
