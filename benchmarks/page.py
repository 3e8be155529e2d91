"""A JupyterLab of its own for a benchmark, with a notebook open and its kernel at rest."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.install import find
from tests.browser.server import Server, free_port

IDLE = '.jp-Notebook-ExecutionIndicator[data-status="idle"]'


@contextmanager
def lab() -> Iterator[tuple[Server, Browser]]:
    """A running server on an empty folder, and a browser."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder), free_port())
        server.start()
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        try:
            yield server, browser
        finally:
            browser.close()
            server.kill()


@contextmanager
def opened(server: Server, browser: Browser, name: str, notebook: nbformat.NotebookNode) -> Iterator[Page]:
    """A window on `notebook`, written to the server's folder as `name`, with its kernel idle."""
    nbformat.write(notebook, server.folder / name)
    window = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page = window.new_page()
    page.goto(f"{server.url}/lab/tree/{name}?reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    # Before its kernel has a name, "idle" means nothing yet.
    expect(page.locator(".jp-KernelName").first).to_contain_text("Python 3", timeout=60_000)
    page.locator(IDLE).wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(1000)  # the rest of the page settles
    yield page
    window.close()


def run_all(page: Page) -> None:
    """Menu Uitvoeren > Run All Cells."""
    page.get_by_role("menuitem", name="Uitvoeren", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells").first.click()
