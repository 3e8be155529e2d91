"""An instructor adds an ordinary code exercise: nbgrader's own kernel runs it, without any setting."""

import json

import nbformat
import pytest
from nbformat import v4

from course.authoring.text import nbgrader
from tests.grading.course import NAME, Course

STUB = "### BEGIN SOLUTION\ndouble = lambda x: 2 * x\n### END SOLUTION"
SCRIPT = "from IPython.display import HTML, Javascript, display\n"
HOSTILE = (
    f"{SCRIPT}double = lambda x: 2 * x\n"
    "display(HTML('<b>vet</b><script>alert(1)</script><img src=x onerror=alert(1)>'))\n"
    "display(Javascript('alert(1)'))\n"
    "from course.result import Result\n"
    "Result._repr_html_ = lambda self: '<script>alert(2)</script>'"
)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = Course(tmp_path_factory.mktemp("code"))
    path = course.root / "solutions" / "nl" / NAME / f"{NAME}.ipynb"
    source = nbformat.read(path, 4)
    source.cells[2:2] = [
        v4.new_code_cell(STUB, metadata={"nbgrader": {**nbgrader("double", by_hand=True), "grade": False}}),
        v4.new_code_cell(
            "assert double(2) == 4\n### BEGIN HIDDEN TESTS\nassert double('a') == 'aa'\n### END HIDDEN TESTS",
            metadata={"nbgrader": nbgrader("double-check", points=3)},
        ),
    ]
    nbformat.write(source, path)
    course.run("generate_assignment", NAME)
    for who, code in (
        ("right", "double = lambda x: x + x"),
        ("wrong", "double = lambda x: 5"),
        ("hostile", HOSTILE),
    ):
        hand_in(course, who, code)
    hand_in(course, "nothing", None)
    course.run("autograde", NAME)
    course.run("generate_feedback", NAME)
    return course


def hand_in(course, who, code):
    notebook = course.carrying(course.perfect())
    for cell in notebook.cells:
        if code and cell.metadata.get("nbgrader", {}).get("grade_id") == "double":
            cell.source = code
    notebook.cells.insert(3, v4.new_code_cell(course.trap(who)))  # a cell of their own is kept, never run
    (course.put(who) / f"{NAME}.ipynb").write_text(json.dumps(notebook))


def points(course, who):
    return course.grades(who)["double-check"][0]


def test_code_is_run_and_checked(course):
    assert points(course, "right") == 3
    assert points(course, "wrong") == 0


def test_the_exercises_beside_it_are_graded_as_ever(course):
    assert {who: course.automatic(who) for who in ("right", "wrong")} == {
        who: {name: check.points for name, check in course.checks.items()} for who in ("right", "wrong")
    }


def test_who_left_the_stub_gets_no_points_for_it_and_all_for_the_rest(course):
    assert points(course, "nothing") == 0
    assert course.automatic("nothing") == course.automatic("right")


def test_cells_of_their_own_are_not_run(course):
    assert list(course.ran.iterdir()) == []


def test_what_code_shows_is_tamed_also_in_the_cells_of_the_checks(course):
    shown = json.dumps([cell.get("outputs", []) for cell in course.graded("hostile").cells])
    assert "<b>vet</b>" in shown
    for trace in ("<script", "onerror", "javascript"):
        assert trace not in shown
    assert "alert(" not in "".join(course.feedback("hostile").split("<pre>")[0])


def test_the_hidden_test_is_not_in_the_feedback(course):
    for who in ("right", "wrong", "hostile", "nothing"):
        assert "double('a')" not in course.feedback(who)
        assert "HIDDEN TESTS" not in course.feedback(who)
