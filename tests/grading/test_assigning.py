"""An assignment with other code than the course's own is refused when it is made, in every way that it can be made."""

from contextlib import chdir

import nbformat
import pytest
from nbformat import v4
from nbgrader.apps.api import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader

from course.authoring.errors import AuthoringError
from course.authoring.notebook import nbgrader
from course.authoring.release import make_release
from tests.command import command
from tests.fixture import NAME

SOLUTION = "### BEGIN SOLUTION\ndouble = lambda x: 2 * x\n### END SOLUTION"
OTHER = {
    "a place for code": v4.new_code_cell(
        SOLUTION, metadata={"nbgrader": nbgrader("double", points=3, by_hand=True)}
    ),
    "a check of code": v4.new_code_cell(
        "assert double(2) == 4", metadata={"nbgrader": nbgrader("x-check", points=3)}
    ),
    "a cell between": v4.new_code_cell("import os\nos.remove('x')"),
}


@pytest.fixture(params=OTHER, ids=list(OTHER))
def mixed(course, request):
    """A source with one cell of ordinary code among the exercises, that was never generated."""
    return not_generated(course, OTHER[request.param])


def not_generated(course, cell):
    add_code(course, cell)
    (course.root / "gradebook.db").unlink()
    (course.root / "exercises" / "nl" / NAME / f"{NAME}.ipynb").unlink()
    return course


def add_code(course, cell):
    path = course.root / "solutions" / "nl" / NAME / f"{NAME}.ipynb"
    source = nbformat.read(path, 4)
    source.cells.insert(2, cell)
    nbformat.write(source, path)


def is_clear(told):
    words = " ".join(told.split())
    return (
        "andere code dan oefeningen" in words and "als blok in de tekst" in words and "Traceback" not in words
    )


def test_nbgraders_command_refuses_it_with_a_sentence(course):
    mixed = not_generated(course, OTHER["a place for code"])
    done = command("nbgrader", "generate_assignment", NAME, cwd=course.root)
    assert done.returncode != 0
    assert is_clear(done.stderr), done.stderr
    assert not (mixed.root / "exercises" / "nl" / NAME / f"{NAME}.ipynb").exists()


def test_the_formgraders_button_refuses_it_with_a_sentence(mixed):
    app = NbGrader()
    with chdir(mixed.root):
        app.initialize([], root=str(mixed.root))
        done = NbGraderAPI(app.coursedir, parent=app).generate_assignment(NAME)
    assert not done["success"]
    assert is_clear(done["log"]), done["log"]


def test_an_author_cannot_make_a_release_of_it(mixed):
    with pytest.raises(AuthoringError) as refused:
        make_release(mixed.root / "solutions" / "nl" / NAME)
    assert is_clear(str(refused.value)), str(refused.value)


def test_course_grade_refuses_it_with_a_sentence(course):
    mixed = not_generated(course, OTHER["a place for code"])
    (mixed.put("anna") / f"{NAME}.ipynb").write_text("{}")
    done = command("course", "grade", NAME, cwd=mixed.root)
    assert done.returncode == 2
    assert is_clear(done.stderr), done.stderr
    assert not (mixed.root / "autograded").exists()


@pytest.mark.parametrize(
    "arguments", [["course", "grade"], ["nbgrader", "autograde"]], ids=lambda one: one[0]
)
def test_what_was_generated_by_somebody_elses_nbgrader_is_not_graded(course, arguments):
    release = course.root / "exercises" / "nl" / NAME / f"{NAME}.ipynb"
    made = nbformat.read(release, 4)
    made.cells.insert(2, v4.new_code_cell("import os\nos.remove('x')"))
    nbformat.write(made, release)
    (course.put("anna") / f"{NAME}.ipynb").write_text("{}")
    done = command(*arguments, NAME, cwd=course.root)
    assert done.returncode != 0
    assert is_clear(done.stdout + done.stderr), done.stderr
    assert not course.knows("anna")


def test_a_source_that_is_no_notebook_is_left_to_nbgrader(course, capfd):
    (course.root / "solutions" / "nl" / NAME / f"{NAME}.ipynb").write_text("{")
    with pytest.raises(RuntimeError, match="ended with"):
        course.run("generate_assignment", NAME, "--force")
    assert "NotJSONError" in capfd.readouterr().err


def test_exercises_alone_are_accepted(course):
    course.run("generate_assignment", NAME, "--force")
    assert course.released().cells
