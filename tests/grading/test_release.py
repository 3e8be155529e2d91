"""A release holds exercises and text: where it is made, and where it is handed out."""

import nbformat
import pytest
from nbformat import v4

from tests.command import command
from tests.fixture import NAME

EVIL = "the stranger's"
WIDGETS = {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"state": {"_esm": EVIL}}}}}
ACTIVE = {
    "a handler": v4.new_markdown_cell(f"<img src=x onerror={EVIL}>"),
    "a script": v4.new_markdown_cell(f"<script>{EVIL}</script>"),
    "raw": v4.new_raw_cell(EVIL),
}


def file_in(course, folder):
    return course.root / folder / "nl" / NAME / f"{NAME}.ipynb"


def change(path, cell=None):
    notebook = nbformat.read(path, 4)
    if cell:
        notebook.cells.append(cell)
    else:
        notebook.metadata.update(widgets=WIDGETS, jupytext={"formats": EVIL})
        text = next(one for one in notebook.cells if one.cell_type == "markdown")
        text.metadata.widgets = EVIL
        text.attachments = {"x.png": {"text/html": EVIL}}
        code = next(one for one in notebook.cells if one.cell_type == "code")
        code.outputs = [v4.new_output("display_data", {"text/html": EVIL})]
    nbformat.write(notebook, path)


def test_what_a_program_would_act_on_is_left_out(course):
    change(file_in(course, "solutions"))
    course.run("generate_assignment", NAME, "--force")
    assert EVIL not in file_in(course, "exercises").read_text()
    course.run("release_assignment", NAME)


@pytest.mark.parametrize("cell", ACTIVE.values(), ids=list(ACTIVE))
def test_a_text_that_runs_something_is_refused(course, cell):
    change(file_in(course, "solutions"), cell)
    done = command("nbgrader", "generate_assignment", NAME, "--force", cwd=course.root)
    assert done.returncode != 0
    assert "iets uitvoeren" in " ".join(done.stderr.split())


@pytest.mark.parametrize("cell", [None, v4.new_code_cell("import os"), *ACTIVE.values()])
def test_a_release_that_was_changed_is_not_handed_out(course, cell):
    change(file_in(course, "exercises"), cell)
    with pytest.raises(RuntimeError, match="ended with"):
        course.run("release_assignment", NAME)
    assert not list(course.exchange.rglob("*.ipynb"))


def test_a_release_as_it_was_made_is_handed_out(course):
    course.run("release_assignment", NAME)
    assert list(course.exchange.rglob(f"{NAME}.ipynb"))


def test_an_exchange_is_made_in_which_nobody_takes_away_what_is_anothers(course):
    course.exchange.rmdir()
    course.run("release_assignment", NAME)
    assert course.exchange.stat().st_mode & 0o7777 == 0o1777


def test_where_none_can_be_made_it_is_said_what_to_do(course):
    place = course.folder / "a-file"
    place.touch()
    done = command(
        "nbgrader", "release_assignment", NAME, f"--Exchange.root={place / 'exchange'}", cwd=course.root
    )
    told = " ".join(done.stderr.split())
    assert done.returncode != 0
    assert f"'mkdir -p -m 1777 {place / 'exchange'}'" in told
    assert f"exercises/nl/{NAME}" in told
    assert "Traceback" not in told
