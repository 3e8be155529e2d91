"""How many clicks, drags and choices an exercise takes: the gallery by mouse, and three exercises of a known size.

Before verdicts and places came onto the card, a Sort of 11 cards took 22 and a Match of 6 pairs 12.
Run: ``python -m benchmarks.actions``
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from nbformat import NotebookNode

from benchmarks.page import lab
from course.authoring.write import write
from tests.browser.gallery import gallery, lesson_of, with_overview
from tests.browser.hands import Mouse, do
from tests.browser.page import Lesson

COUNT = """
  window.ovActions = 0;
  const count = ({ target }) => { if (target.closest?.(".ov-exercise")) window.ovActions += 1; };
  addEventListener("pointerdown", count, true);
  addEventListener("change", (event) => { if (event.target.matches("select, [type=range]")) count(event); }, true);
"""
"""A press of the mouse is an action; a choice from a menu and a slider are one as well. Typing is not."""

SORT = "```{sort} sort-of-eleven\nquestion: Waar?\nbins: {a: Aap, b: Beer}\ncards:\n" + "".join(
    f"  c{n}: {{text: Kaart {n}, in: {'ab'[n % 2]}, why: Daarom.}}\n" for n in range(11)
)
MATCH = (
    "```{match} match-of-six\nquestion: Wie?\nleft:\n"
    + "".join(f"  l{n}: {{text: Links {n}, with: r{n}, why: Daarom.}}\n" for n in range(6))
    + "right:\n"
    + "".join(f"  r{n}: Rechts {n}\n" for n in range(6))
)
MARK = (
    "```{mark} mark-of-eight\nquestion: Wat?\nunit: sentence\n"
    "labels: {a: {text: Aap, why: Zo.}, b: {text: Beer, why: Zo.}}\ntext: >-\n"
    + "".join(f"  [Zin nummer {n}.]{{{'a' if n < 3 else 'b'}}}\n" for n in range(6))
    + "  Zin zes. Zin zeven.\n"
)
SIZED = "```\n\n".join([SORT, MATCH, MARK]) + "```\n"
MOST = {"sort-of-eleven": 12, "match-of-six": 7, "mark-of-eight": 8}
"""Actions to do these exercises and have them checked."""


def do_sized(mouse: Mouse) -> None:
    """One of the exercises of a known size, without a mistake, and checked."""
    node, name = mouse.node, mouse.exercise.name
    if name == "sort-of-eleven":
        for n in range(11):
            node.locator(".ov-bin").nth(n % 2).click()
    elif name == "match-of-six":
        for n in range(6):
            node.locator(".ov-rights button", has_text=f"Rechts {n}").click()
    else:
        for n in range(6):
            if n == 3:
                mouse.option("Beer")
            node.locator(".ov-sentence").nth(n).click()
    mouse.press("Kijk na")
    mouse.exercise.saved()


def actions(open_lesson: Callable[[str, NotebookNode], Lesson]) -> list[tuple[str, int, int | None]]:
    """(exercise, actions, most that it may take) of the gallery and of the exercises of a known size."""
    told: list[tuple[str, int, int | None]] = []
    for folder, notebook in (("actions", gallery()), ("sized", with_overview(lesson_of(SIZED)))):
        lesson = open_lesson(folder, notebook).open(COUNT).run_all()
        for name in lesson.questions:
            exercise, before = lesson.exercise(name), lesson.page.evaluate("window.ovActions")
            do_sized(Mouse(exercise)) if name in MOST else do(exercise)
            told.append((name, lesson.page.evaluate("window.ovActions") - before, MOST.get(name)))
        lesson.close()
    return told


def main() -> int:
    """Print the table; 1 when an exercise takes more actions than it may."""
    with lab() as (server, browser):

        def open_lesson(name: str, notebook: NotebookNode) -> Lesson:
            path = server.folder / f"modules/nl/{name}.ipynb"
            write(notebook, path)
            return Lesson(browser, server, path, "notebook")

        counted = actions(open_lesson)
    for name, n, most in counted:
        print(f"{name:28}{n:4}" + (f"  (at most {most})" if most else ""))
    return int(any(most and n > most for _name, n, most in counted))


if __name__ == "__main__":
    sys.exit(main())
