"""``python -m tests.browser.states FOLDER``: every kind in every state on a page.

For who looks at the course; it takes minutes and is no test. Open ``FOLDER/index.html`` afterwards.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from course.answers import Answers, Checked
from course.authoring.write import write
from tests.browser.gallery import CHECKED, EXERCISES, gallery, samples
from tests.browser.install import find
from tests.browser.page import Lesson
from tests.browser.server import Server, free_port

THEMES = {"licht": "JupyterLab Light", "donker": "JupyterLab Dark"}
WIDTHS = (1280, 360)
POOR = 0.3
"""The skill at which something is wrong in every exercise that has a key."""


def half(value: Any) -> Any:
    """The first half of an answer, of each of its parts."""
    if isinstance(value, Mapping):
        return dict(list(value.items())[: (len(value) + 1) // 2])
    if isinstance(value, list):
        return value[: (len(value) + 1) // 2]
    return " ".join(value.split()[: len(value.split()) // 2]) if isinstance(value, str) else value


def begun() -> dict[str, Any]:
    """Half of every answer; nothing is recorded yet."""
    parts = {name: {key: half(one) for key, one in answer.items()} for name, answer in samples().items()}
    return {
        name: {**answer, "committed": False} if "committed" in answer else answer
        for name, answer in parts.items()
    }


STATES: Mapping[str, tuple[Callable[[], dict[str, Any]], int]] = {
    "leeg": (dict, 0),
    "half": (begun, 0),
    "eerste keer nagekeken": (lambda: samples(POOR), 1),
    "tweede keer nagekeken": (lambda: samples(POOR), 2),
    "alles goed": (samples, 1),
}
"""{state: the answers, and how many times they were checked}."""


def keep(folder: Path, answers: Mapping[str, Any], times: int) -> None:
    """Put `answers` beside a notebook, as they are after so many checks."""
    shutil.rmtree(folder / "answers", ignore_errors=True)
    for name, answer in answers.items():
        checked = Checked(answer, times) if times and name in CHECKED else None
        Answers(folder / "answers").save(name, EXERCISES[name].kind, answer, checked)


def pictures(open_lesson: Callable[..., Lesson], out: Path) -> None:
    """A picture of every exercise in every state and look, and the page that shows them."""
    for at, (make, times) in enumerate(STATES.values()):
        lesson = open_lesson(f"state-{at}", gallery())
        keep(lesson.path.parent, make(), times)
        lesson.open().run_all()
        for theme, title in THEMES.items():
            lesson.theme(title)
            for width in WIDTHS:
                lesson.page.set_viewport_size({"width": width, "height": 3000})
                for name in EXERCISES:
                    lesson.exercise(name).node.screenshot(path=out / f"{name}-{at}-{theme}-{width}.png")
        lesson.close()
    rows = "".join(
        f"<h2>{escape(name)}</h2><p>"
        + "".join(
            f'<figure><figcaption>{state}, {theme}, {width}</figcaption><img src="{name}-{at}-{theme}-{width}.png"'
            f' alt="" loading="lazy" width="{width // 2 if width > 400 else width}"></figure>'
            for at, state in enumerate(STATES)
            for theme in THEMES
            for width in WIDTHS
        )
        for name in EXERCISES
    )
    style = "body{font:15px system-ui} figure{display:inline-block;margin:8px;vertical-align:top}"
    page = f'<!doctype html><meta charset="utf-8"><title>Alle soorten</title><style>{style}</style>{rows}'
    (out / "index.html").write_text(page, "utf-8")


def main(folder: str) -> None:
    """Make the page in `folder`."""
    out = Path(folder).resolve()
    work = out / "work"
    work.mkdir(parents=True, exist_ok=True)
    server = Server(work, free_port())
    server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find(), args=["--no-sandbox", "--disable-gpu"]
            )

            def open_lesson(name: str, notebook: Any) -> Lesson:
                path = work / name / "lesson.ipynb"
                path.parent.mkdir(exist_ok=True)
                shutil.rmtree(path.parent / "answers", ignore_errors=True)
                write(notebook, path)
                return Lesson(browser, server, path, "notebook")

            pictures(open_lesson, out)
    finally:
        server.kill()
    shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:2] or ["states"])
