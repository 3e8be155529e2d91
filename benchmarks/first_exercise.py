"""From "Run All Cells" until the first exercise can be used, against the same page made with jupyterquiz.

The lesson as it is, and a copy in which every exercise cell is a jupyterquiz with the same question. Both in one
JupyterLab, taking turns, each time with a fresh kernel that is already idle.
Run: ``python -m benchmarks.first_exercise``
"""

from __future__ import annotations

import copy
import time
from pathlib import Path
from statistics import median

import nbformat
from nbformat import NotebookNode

from benchmarks.page import lab, opened, run_all

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


def main() -> None:
    """Print the median of both and the ratio."""
    lesson = nbformat.read(LESSON, 4)
    pages = {"course": (lesson, OURS), "jupyterquiz": (as_quiz(lesson), QUIZ)}
    seconds: dict[str, list[float]] = {name: [] for name in pages}
    with lab() as (server, browser):
        for turn in range(ROUNDS):
            for name, (notebook, control) in pages.items():
                with opened(server, browser, f"{name}-{turn}.ipynb", notebook) as page:
                    start = time.perf_counter()
                    run_all(page)
                    page.locator(control).first.wait_for(state="visible", timeout=60_000)
                    seconds[name].append(time.perf_counter() - start)
    own, peer = median(seconds["course"]), median(seconds["jupyterquiz"])
    print(f"{'jupyterquiz':20}{peer:8.2f} s")
    print(f"{'course':20}{own:8.2f} s{own / peer:8.2f}")


if __name__ == "__main__":
    main()
