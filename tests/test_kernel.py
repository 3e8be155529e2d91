"""What a participant sees when a cell cannot run: in a real kernel of the course's environment."""

import pytest
from jupyter_client.manager import start_new_kernel

from course import kernel
from course.authoring import text


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    manager, client = start_new_kernel(cwd=str(tmp_path_factory.mktemp("kernel")))

    def run(source):
        shown = []
        client.execute_interactive(source, output_hook=lambda m: shown.append((m["msg_type"], m["content"])))
        return {kind: content for kind, content in shown if kind in ("stream", "error")}

    yield run
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_a_cell_that_is_run_before_the_others_says_what_to_do(run):
    shown = run(f"{text.FIRST_LINES['exercise']}\nSort('two-bins', 'Waar?')")
    assert "Run All Cells" in shown["stream"]["text"]
    assert "error" not in shown


def test_a_broken_exercise_is_a_sentence_without_a_traceback(run):
    shown = run(
        f"{text.FIRST_LINES['exercise']}\nfrom course import Sort\nSort('two-bins', 'Waar?', bins={{}}, cards={{}})"
    )
    assert "two-bins" in shown["stream"]["text"]
    assert "Traceback" not in shown["stream"]["text"]
    assert "error" not in shown


def test_other_peoples_cells_keep_their_traceback(run):
    assert run("1 / 0")["error"]["ename"] == "ZeroDivisionError"


def test_every_cell_that_the_build_makes_is_known():
    assert all(line.startswith(kernel.FIRST_LINES) for line in text.FIRST_LINES.values())
