"""What a participant sees when a cell cannot run: in a real kernel of the course's environment."""

import pytest
from jupyter_client.manager import start_new_kernel

from course.first_lines import first_line, language_of_cell
from course.i18n import LANGUAGES, translator


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    manager, client = start_new_kernel(cwd=str(tmp_path_factory.mktemp("kernel")))

    def run(source):
        """What a cell showed: `stream`, all that it printed, however many messages it took; `error` if it stopped."""
        shown = []
        client.execute_interactive(source, output_hook=lambda m: shown.append((m["msg_type"], m["content"])))
        printed = "".join(content["text"] for kind, content in shown if kind == "stream")
        return {"stream": printed} | {kind: content for kind, content in shown if kind == "error"}

    yield run
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def cell(source, language="nl"):
    """A cell of an exercise as the build makes it."""
    return f"{first_line('exercise', translator(language))}\n{source}"


def test_a_cell_that_is_run_before_the_others_says_what_to_do(run):
    shown = run(cell("Sort('two-bins', 'Waar?')"))
    assert shown["stream"].startswith("Deze cel heeft de cellen erboven nodig.")
    assert "error" not in shown


def test_it_says_so_in_the_language_of_the_cell(run):
    shown = run(cell("Sort('two-bins', 'Where?')", "en"))
    assert shown["stream"].startswith("This cell needs the ones above it.")


def test_a_broken_exercise_is_a_sentence_without_a_traceback(run):
    shown = run(cell("from course import Sort\nSort('two-bins', 'Waar?', bins={}, cards={})"))
    assert "two-bins" in shown["stream"]
    assert "Traceback" not in shown["stream"]
    assert "error" not in shown


def test_other_peoples_cells_keep_their_traceback(run):
    assert run("1 / 0")["error"]["ename"] == "ZeroDivisionError"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["exercise", "check", "setup"])
def test_every_cell_that_the_build_makes_is_known(role, language):
    assert language_of_cell(f"{first_line(role, translator(language))}\nanything") == language


def test_a_cell_of_an_earlier_release_is_known():
    assert language_of_cell("# Oefening: kies in het menu Uitvoeren > Run All Cells\nanything") == "nl"


def test_a_cell_of_somebody_else_is_not_taken_for_one_of_ours():
    assert language_of_cell("print('hoi')") is None
