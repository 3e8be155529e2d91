"""A notebook of the course runs by itself, behind a base address as on a hub; nothing else ever does."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from shutil import rmtree

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from playwright.sync_api import Browser, expect

from course.authoring.write import write
from course.server.files import START_PAGE
from tests.browser.gallery import lesson_of, with_overview
from tests.browser.page import SLOW, Lesson
from tests.browser.server import Server, free_port
from tests.browser.test_nothing_is_lost import LEAN

TEXT = f"""{"Veel tekst. " * 400}

```{{reflect}} first
question: Vertel het eerste.
min-words: 1
```

{"Nog meer tekst. " * 400}

```{{reflect}} last
question: Vertel het laatste.
min-words: 1
```

{"Een lang eind. " * 400}
"""


RESTART = "() => void jupyterapp.shell.currentWidget.sessionContext.restartKernel()"
ANSWERS = """
const real = window.fetch;
window.answers = 0;
window.fetch = async (...asked) => {
  const answer = await real(...asked);
  if (!(asked[0].url ?? asked[0]).includes("/overtuigen/runs")) return answer;
  window.change?.();
  window.answers += 1;
  return answer;
};
"""
"""Counts what the server said about running; `change` comes in between."""
CHANGE = """() => jupyterapp.shell.currentWidget.content.widgets.find((cell) => cell.model.type === "code")
  .model.sharedModel.setSource("open('harmed', 'w')")"""


def notebook(*more: str) -> NotebookNode:
    made = with_overview(lesson_of(TEXT))
    made.cells += [new_code_cell(source) for source in more]
    return made


def top_of(lesson: Lesson) -> float:
    return lesson.exercise("last").node.evaluate("(root) => root.getBoundingClientRect().top")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hub")
    (folder / START_PAGE).parent.mkdir(parents=True)
    write(notebook(), folder / START_PAGE)
    # As an instructor: others get no hand-in at all.
    settings = (*LEAN, "--CourseFiles.everything=True")
    server = Server(folder, free_port(), settings, base="/user/anna/", by_themselves=True)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def put(browser: Browser, hub: Server) -> Iterator[Callable[..., Lesson]]:
    """`put("lab", "map/les.ipynb", notebook)`: that notebook, not yet opened."""
    made: list[Lesson] = []

    def make(app: str, name: str, notebook: NotebookNode) -> Lesson:
        path = hub.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write(notebook, path)
        made.append(Lesson(browser, hub, path, app))
        return made[-1]

    yield make
    for one in made:
        one.close()
        hub.end_kernel(one.notebook)


def expect_live(lesson: Lesson) -> None:
    """Wait until every exercise is there, and none is left of an earlier kernel."""
    expect(lesson.page.locator(".before")).to_have_count(0, timeout=2 * SLOW)
    for name in lesson.questions:
        expect(lesson.exercise(name).node).to_be_visible(timeout=2 * SLOW)
    expect(lesson.page.locator(".ov-overview")).to_be_visible(timeout=SLOW)


def mark(lesson: Lesson) -> None:
    """Mark what this kernel drew."""
    lesson.page.evaluate(
        "() => document.querySelectorAll('.ov-exercise').forEach((root) => root.classList.add('before'))"
    )


@pytest.mark.parametrize("app", ["lab", pytest.param("notebook", marks=pytest.mark.slow)])
def test_a_lesson_is_live_without_a_click_and_stays_where_the_reader_is(
    app: str, put: Callable[..., Lesson], hub: Server
) -> None:
    lesson = put(app, f"modules/{app}/les.ipynb", notebook()).open()
    expect_live(lesson)
    expect(lesson.page.locator(".jp-Cell").first).to_be_in_viewport()
    lesson.exercise("last").node.locator("textarea").fill(text := "Dit blijft.")
    lesson.exercise("last").saved()

    lesson.open()  # its kernel is still there
    expect_live(lesson)
    expect(lesson.exercise("last").node.locator("textarea")).to_have_value(text)

    lesson.exercise("last").node.scroll_into_view_if_needed()
    lesson.page.mouse.move(5, 5)
    lesson.page.wait_for_timeout(300)
    for end in ("restart", "death"):
        before = top_of(lesson)
        mark(lesson)
        if end == "restart":
            lesson.page.evaluate(RESTART)
        else:
            hub.kill_kernel(lesson.notebook)
            lesson.exercise("last").node.locator("textarea").fill(text := "Dit ook, al stierf de kernel.")
        expect_live(lesson)
        expect(lesson.exercise("last").node.locator("textarea")).to_have_value(text, timeout=SLOW)
        lesson.exercise("last").saved()
        expect(lesson.page.get_by_role("dialog")).to_have_count(0)
        assert top_of(lesson) == pytest.approx(before, abs=2), end
    lesson.exercise("first").node.locator("textarea").fill("En dit is nieuw.")
    lesson.exercise("first").saved()


def expect_still(lesson: Lesson) -> None:
    """Open it, and wait as long as a lesson takes to be live after the server's answer; nothing ran."""
    lesson.open(ANSWERS)
    lesson.page.wait_for_function("window.answers > 0", timeout=2 * SLOW)
    lesson.page.wait_for_timeout(2000)
    expect(lesson.page.locator(".ov-exercise")).to_have_count(0)
    prompts = lesson.page.locator(".jp-InputPrompt").all_inner_texts()
    assert {prompt.strip() for prompt in prompts} <= {"", "[ ]:"}


def test_a_notebook_with_other_code_and_a_hand_in_never_run_by_being_opened(
    put: Callable[..., Lesson],
) -> None:
    other = put("lab", "modules/anders.ipynb", notebook("open('harmed', 'w')"))
    hand_in = put("lab", "submitted/anna/01-w/01-w.ipynb", notebook())
    for lesson in (other, hand_in):
        expect_still(lesson)
        lesson.close()
    assert not (other.path.parent / "harmed").exists()


def test_cells_that_change_between_the_answer_and_the_run_do_not_run(put: Callable[..., Lesson]) -> None:
    lesson = put("lab", "modules/wissel.ipynb", notebook()).open(f"{ANSWERS}\nwindow.change = {CHANGE};")
    lesson.page.wait_for_function("window.answers > 0", timeout=2 * SLOW)
    lesson.page.wait_for_timeout(2000)
    expect(lesson.page.locator(".ov-exercise")).to_have_count(0)
    assert not (lesson.path.parent / "harmed").exists()


@pytest.mark.slow
def test_a_lesson_in_another_kernel_does_not_run_by_itself(put: Callable[..., Lesson], hub: Server) -> None:
    """In a shell, say, a text over more lines would be a list of commands."""
    spec = hub.folder / ".home" / "data" / "kernels" / "shell" / "kernel.json"
    spec.parent.mkdir(parents=True)
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec.write_text(json.dumps({"argv": command, "display_name": "Python 3, a shell", "language": "bash"}))
    made = notebook()
    made.metadata["kernelspec"] = {"name": "shell", "display_name": "Python 3, a shell", "language": "bash"}
    expect_still(put("lab", "modules/taal.ipynb", made))


def test_the_start_page_opens_behind_a_base_address(browser: Browser, hub: Server) -> None:
    rmtree(hub.folder / ".home" / "workspaces", ignore_errors=True)  # what an earlier test had open
    lesson = Lesson(browser, hub, hub.folder / START_PAGE)
    lesson.context = browser.new_context(**lesson.window)
    lesson.page = lesson.context.new_page()
    lesson.page.goto(f"{hub.url}/")
    expect_live(lesson)
    assert lesson.page.url.startswith(f"{hub.url}/lab/tree/{START_PAGE}")
    lesson.close()
