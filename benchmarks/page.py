"""A JupyterLab of its own for a benchmark, with a notebook open and its kernel at rest."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Page, expect, sync_playwright

from course.server.files import START_PAGE
from tests.browser.install import find
from tests.browser.server import Server, free_port

IDLE = '.jp-Notebook-ExecutionIndicator[data-status="idle"]'


@contextmanager
def lab(by_themselves: bool = False) -> Iterator[tuple[Server, Browser]]:
    """A running server on a course of its own, where lessons may run `by_themselves`, and a browser."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        start = Path(folder) / START_PAGE
        start.parent.mkdir(parents=True)
        nbformat.write(nbformat.v4.new_notebook(), start)  # by this a course is known
        server = Server(Path(folder), free_port(), by_themselves=by_themselves)
        server.start()
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        try:
            yield server, browser
        finally:
            browser.close()
            server.kill()


@contextmanager
def asked(
    server: Server,
    browser: Browser,
    name: str,
    notebook: nbformat.NotebookNode,
    watch: Callable[[Page], None] = lambda _page: None,
) -> Iterator[Page]:
    """A window of its own that has just asked for `notebook`, written to the server's folder as `name`.

    Whoever wants to `watch` the page gets it before it asks for anything.
    """
    nbformat.write(notebook, server.folder / name)
    window = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page = window.new_page()
    watch(page)
    page.goto(f"{server.url}/lab/tree/{name}?reset")
    yield page
    window.close()


@contextmanager
def opened(server: Server, browser: Browser, name: str, notebook: nbformat.NotebookNode) -> Iterator[Page]:
    """The same with its kernel idle, and the rest of the page settled."""
    with asked(server, browser, name, notebook) as page:
        wait_idle(page)
        page.wait_for_timeout(1000)
        yield page


def wait_idle(page: Page) -> None:
    """Wait until the notebook can be run."""
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    # Before its kernel has a name, "idle" means nothing yet.
    expect(page.locator(".jp-KernelName").first).to_contain_text("Python 3", timeout=60_000)
    page.locator(IDLE).wait_for(state="attached", timeout=60_000)


def run_all(page: Page) -> None:
    """Menu Uitvoeren > Run All Cells."""
    page.get_by_role("menuitem", name="Uitvoeren", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells").first.click()
