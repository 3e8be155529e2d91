"""A real Jupyter server and a real Chromium for each test that asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
from nbformat import NotebookNode
from playwright.sync_api import Browser, Error, sync_playwright

from course.authoring.write import write
from tests.browser.gallery import gallery
from tests.browser.install import find
from tests.browser.page import Lesson
from tests.browser.server import Server, free_port

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # A page lives for seconds here: what makes its code faster in the long run only costs.
    "--js-flags=--no-opt --no-maglev --always-sparkplug",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests; those that kill it start their own."""
    running = Server(tmp_path_factory.mktemp("jupyter"), free_port())
    running.start()
    yield running
    running.kill()


@pytest.fixture(scope="module")
def lessons(
    browser: Browser, server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Lesson]]:
    """`lessons("lab")`: the gallery, or another notebook, in a folder of its own, not yet opened."""
    made: list[Lesson] = []
    module = request.module.__name__.rpartition(".")[2]

    def make(app: str, notebook: NotebookNode | None = None, **window: object) -> Lesson:
        folder = Path(mkdtemp(prefix=f"{module}-", dir=server.folder))  # another one when a test is run again
        path = folder / "lesson.ipynb"
        write(notebook or gallery(), path)
        made.append(Lesson(browser, server, path, app, **window))
        return made[-1]

    yield make
    for lesson in made:
        lesson.close()
        server.end_kernel(lesson.notebook)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come first: they take longest, and what is short fills the cores until the end.

    A busy machine can be slower than a browser waits, so such a test may try twice. Losing an answer may not.
    """
    here = Path(__file__).parent
    items.sort(key=lambda item: item.path.parent != here)
    for item in items:
        if item.path.parent == here and item.path.stem != "test_nothing_is_lost":
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def _folder_for_screenshots(tmp_path: Path) -> None:
    """Every test has a `tmp_path`, so that a failure can leave a picture there."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """When a test fails, keep a picture of every open page."""
    report = yield
    given = getattr(item, "funcargs", {})
    if report.failed and "browser" in given and "tmp_path" in given:
        pages = [page for context in given["browser"].contexts for page in context.pages]
        for number, page in enumerate(pages):
            picture = given["tmp_path"] / f"{report.when}-{number}.png"
            try:
                page.screenshot(path=picture, timeout=5000)
            except Error:  # the page is gone: that is what the test was about
                continue
            report.sections.append(("picture of the page", str(picture)))
    return report
