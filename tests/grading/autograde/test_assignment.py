import pytest
from nbformat import v4

from course.authoring.text import nbgrader
from course.grading.autograde.assignment import NotOnlyExercisesError, assignment_in
from tests.model_answers import SOURCES, run, source

IMPORT = "from course import Reflect, hand_in"
MAKE = 'case = Reflect("own-case", "Wat is je zaak?", min_words=5)\ncase'


def notebook(*sources, **metadata):
    return v4.new_notebook(cells=[v4.new_code_cell(text, metadata=metadata) for text in sources])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_is_read_from_the_text_is_what_running_it_makes(path):
    made = run(source(path))
    read = assignment_in(source(path))
    assert read.checks
    for name, check in read.checks.items():
        exercise = next(one for one in made.values() if getattr(one, "id", None) == name)
        assert check.exercise.content() == exercise.content()


def test_each_cell_shows_what_its_last_line_is():
    shown = assignment_in(notebook(IMPORT, MAKE, "case.check(points=2)", "# niets", "hand_in(case)")).shown
    assert [type(one).__name__ for one in shown] == ["NoneType", "Reflect", "Check", "NoneType", "Overview"]
    assert shown[2].points == 2


@pytest.mark.parametrize(
    "code",
    [
        "import os",
        "from os import system",
        "from course import grading",
        "from course import *",
        "from course.answers import Answers",
        "open('x', 'w')",
        "__import__('os').system('true')",
        "().__class__.__base__.__subclasses__()",
        "[x for x in (1,)]",
        "case.check(**{'points': 1})",
        "case.check({'text': 'x'}, points=1)",
        "case.check(points=1, unknown=1)",
        "case.content()",
        "case.question.check(points=1)",
        "nothing.check(points=1)",
        "f'{case}'",
        "lambda: 1",
        "9**9**9",
        "case.question = 'x'",
        "for _ in (1,): pass",
        "%matplotlib inline",
        "!ls",
        "assert 1",
        "Reflect('Wrong Id', '')",
        "x = \0",
        "(" * 500,
    ],
)
def test_anything_more_needs_a_kernel(code):
    with pytest.raises(NotOnlyExercisesError):
        assignment_in(notebook(IMPORT, MAKE, code))


def test_a_place_for_a_participants_code_needs_a_kernel():
    with pytest.raises(NotOnlyExercisesError):
        assignment_in(notebook("1", nbgrader=nbgrader("x", points=1, by_hand=True)))
