"""A lesson as a participant meets it: in a browser, in JupyterLab or in Notebook 7."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, TimeoutError, expect

from course.answers import copies_in
from tests.browser.server import Server

APPS = {"lab": "lab/tree/{}?reset", "notebook": "notebooks/{}"}
"""Addresses; without `reset` JupyterLab also opens what was open last time."""
RUN_MENU, RUN_ALL = "Uitvoeren", "Run All Cells"
SLOW = 30_000
"""Milliseconds that a busy machine may take."""


class Exercise:
    """One exercise on the page: `node` is its root, `file` its answer on disk."""

    def __init__(self, lesson: Lesson, name: str) -> None:
        self.lesson, self.name = lesson, name
        self.page = lesson.page
        self.node = lesson.page.get_by_role(
            "group", name=" ".join(lesson.questions[name].split()), exact=True
        )
        self.file = lesson.path.parent / "answers" / f"{name}.json"
        self.cell = lesson.page.locator(".jp-CodeCell", has=self.node)
        self.summary = self.node.locator(".ov-summary")

    def saved(self) -> str:
        """Wait until the page says that the last change is kept, and return what it says."""
        status = self.node.locator(".ov-status")
        expect(status).to_have_attribute("data-state", "saved", timeout=SLOW)
        expect(status).to_have_text(re.compile(r"^Opgeslagen \d\d:\d\d$"))
        return status.inner_text()

    def on_disk(self) -> dict[str, Any]:
        return json.loads(self.file.read_text("utf-8"))["answer"]

    def state(self) -> dict[str, Any]:
        """What the controls show, to compare before and after."""
        return self.node.evaluate(
            """(root) => ({
                checked: [...root.querySelectorAll("input:not(.ov-pens input)")].map((input) => input.checked),
                chosen: [...root.querySelectorAll("select")].map(
                  (each) => each.getAttribute("aria-label") + each.value).sort(),
                texts: [...root.querySelectorAll("textarea")].map((field) => field.value),
                lists: [...root.querySelectorAll(
                  ".ov-marks li, .ov-shelf li, .ov-chosen-step, .ov-step, .ov-left, .ov-gesture, "
                  + ".ov-bins > .ov-place")].map(
                  (item) => item.textContent),
                told: [...root.querySelectorAll(".ov-told, .ov-summary")].map((each) => each.textContent),
            })"""
        )


class Lesson:
    """A notebook on a server, opened in a window of its own."""

    def __init__(self, browser: Browser, server: Server, path: Path, app: str = "lab", **window: Any) -> None:
        self.browser, self.server, self.path, self.app = browser, server, path, app
        self.window = {"viewport": {"width": 1280, "height": 900}, "locale": "nl-NL", **window}
        self.questions = _questions(nbformat.read(path, 4))
        self.context: BrowserContext | None = None
        self.errors: list[str] = []

    page: Page

    @property
    def notebook(self) -> str:
        """Where the notebook is, as the server names it."""
        return self.path.relative_to(self.server.folder).as_posix()

    def open(self, script: str = "") -> Lesson:
        """Open the notebook in a new window, where `script` runs first, and wait until it can be run."""
        self.close()
        self.context = self.browser.new_context(**self.window)
        self.context.add_init_script(script)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(error.stack or str(error)))
        self.page.goto(f"{self.server.url}/{APPS[self.app].format(self.notebook)}")
        self.wait_ready()
        return self

    def wait_ready(self) -> None:
        """Wait until the notebook is there and can be run."""
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=2 * SLOW)
        # Before its kernel has a name the page asks which kernel to use, and "idle" means nothing yet.
        expect(self.page.locator(".jp-KernelName").first).to_contain_text("Python 3", timeout=2 * SLOW)
        self.wait_idle()

    def wait_idle(self) -> None:
        """Wait for a kernel that is at rest."""
        self.page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for(
            state="attached", timeout=2 * SLOW
        )

    def own_errors(self) -> list[str]:
        """What went wrong in a program of the course, which a page has from a blob or from the extension."""
        return [error for error in self.errors if "blob:" in error or "overtuigen" in error]

    def close(self) -> None:
        """Close the window at once; nothing on the page is told or asked."""
        if self.context:
            self.context.close()
            self.context = None

    def run_all(self, overview: bool = True) -> Lesson:
        """Menu Uitvoeren > Run All Cells, and wait until every exercise, and the `overview`, is live."""
        self.menu(RUN_MENU, RUN_ALL)
        if overview:
            expect(self.page.locator(".ov-overview")).to_be_visible(timeout=2 * SLOW)
        for name in self.questions:
            expect(self.exercise(name).node).to_be_visible(timeout=2 * SLOW)
        return self

    def theme(self, name: str) -> None:
        """Change the colours, as the menu Instellingen does."""
        # Until one chooses, the colours follow the system; the first choice only ends that.
        for _time in range(2):
            self.page.evaluate(
                "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", name
            )
        dark = "Dark" in name
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-light", str(not dark).lower())

    def menu(self, *labels: str) -> None:
        """Choose from the menu bar."""
        self.page.get_by_role("menuitem", name=labels[0], exact=True).click()
        for label in labels[1:]:
            self.page.get_by_role("menuitem", name=label).first.click()

    def exercise(self, name: str) -> Exercise:
        return Exercise(self, name)

    def copy_of(self, name: str) -> Locator:
        """The answer as it can be read without a kernel; not to be seen as long as the exercise is live."""
        begin = self.page.locator("p").get_by_text(self.questions[name].splitlines()[0])
        return self.page.locator(".ov-copy:not(:has(> ul))", has=begin)

    def save(self) -> dict[str, Any]:
        """Save with Ctrl+S, from where the focus is; wait until it is on disk, and return the notebook."""
        for _attempt in range(5):
            try:
                with self.page.expect_response(_is_save, timeout=2000):
                    self.page.keyboard.press("Control+s")
                return nbformat.read(self.path, 4)
            except TimeoutError:
                continue  # JupyterLab ignores it while an earlier save is not quite done
        raise AssertionError("Ctrl+S does not save the notebook")

    def copies(self) -> dict[str, Any]:
        """The answers inside the saved notebook."""
        return {name: copy.answer for name, copy in copies_in(nbformat.read(self.path, 4)).items()}

    def on_disk(self) -> dict[str, Any]:
        """The answers beside the notebook."""
        files = sorted((self.path.parent / "answers").glob("*.json"))
        return {file.stem: json.loads(file.read_text("utf-8"))["answer"] for file in files}


def _is_save(response: Response) -> bool:
    return response.request.method == "PUT" and "/api/contents/" in response.url and response.ok


def _questions(notebook: Any) -> dict[str, str]:
    """{id: question} of the exercises in a notebook, in order."""
    found = {}
    for cell in notebook.cells:
        for call in ast.walk(ast.parse(cell.source)) if cell.cell_type == "code" else ():
            if isinstance(call, ast.Call) and len(call.args) == 2:
                name, question = (arg.value for arg in call.args if isinstance(arg, ast.Constant))
                found[name] = question
    return found
