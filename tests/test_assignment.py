import pytest
from nbformat import v4

from course.assignment import OtherCodeError, assignment_in, exercise_of, part_of, questions_in
from course.authoring.notebook import nbgrader
from course.i18n import translator
from tests.fixture import text_of
from tests.model_answers import SOURCES, run, source

IMPORT = "from course import Overview, Reflect"
MAKE = 'case = Reflect("own-case", "Wat is je zaak?", min_words=5)\ncase'


def notebook(*sources, **metadata):
    return v4.new_notebook(cells=[v4.new_code_cell(text, metadata=metadata) for text in sources])


@pytest.mark.parametrize(
    "path", [text_of("nl"), text_of("en"), *SOURCES], ids=lambda path: str(path.parts[-3:])
)
def test_what_is_read_from_the_text_is_what_running_it_makes(path):
    made = run(source(path))
    read = assignment_in(source(path))
    assert read.checks
    for name, check in read.checks.items():
        exercise = next(one for one in made.values() if getattr(one, "id", None) == name)
        assert check.exercise.content() == exercise.content()


def test_each_cell_shows_what_its_last_line_is():
    shown = assignment_in(notebook(IMPORT, MAKE, "case.check(points=2)", "# niets", "Overview([case])")).shown
    assert [type(one).__name__ for one in shown] == ["NoneType", "Reflect", "Check", "NoneType", "Overview"]
    assert shown[2].points == 2
    assert [one.id for one in shown[4].exercises] == ["own-case"]


def test_the_same_text_is_read_once():
    assert assignment_in(source()).checks["spelt-board"] is assignment_in(source()).checks["spelt-board"]


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
        "{**{}}",
        "Reflect.check",
        "from course import Reflect as R",
        "from .course import Reflect",
        "Reflect = 5",
        "x, y = 1, 2",
        "x += 1",
        "Check(case)",
        "case.check(key=case.key)",
    ],
)
def test_anything_more_is_refused(code):
    with pytest.raises(OtherCodeError):
        assignment_in(notebook(IMPORT, MAKE, code))


def test_a_place_for_a_participants_code_is_refused():
    with pytest.raises(OtherCodeError, match="BEGIN SOLUTION"):
        assignment_in(notebook("1", nbgrader=nbgrader("x", points=1, by_hand=True)))


def test_a_refusal_shows_the_code_and_says_what_to_do():
    with pytest.raises(OtherCodeError) as refused:
        assignment_in(notebook("import os\nos.remove('x')"))
    told = translator("nl")(refused.value.message)
    assert "import os" in told
    assert "blok" in told
    assert "\n" not in told


def test_a_cell_belongs_to_its_exercise_by_its_name():
    assert [exercise_of(name) for name in ("case", "case-check", "case-open")] == ["case"] * 3
    assert [part_of(name) for name in ("case", "case-check", "case-open")] == ["shown", "check", "open"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_an_assignment_says_of_itself(language):
    read = assignment_in(source(text_of(language)))
    assert read.language == language
    assert read.title == read.about["title"]
    assert set(read.goals) == {"spot", "write", "weigh"}
    assert list(read.exercises) == list(read.checks)
    assert sum(check.points for check in read.checks.values()) == 15
    assert len(read.cells) == len(read.checks) + 2  # two are marked by hand as well
    number = {"nl": "Opdracht 2 · Wat staat er?", "en": read.titles["spelt-board"]}[language]
    assert read.titles["spelt-board"] == number
    assert "(" not in number.split("·")[0]


def test_exercises_under_one_heading_are_known_by_their_questions():
    cells = [
        v4.new_markdown_cell("### Twee (3 punten)"),
        *(
            v4.new_code_cell(
                f'{name} = Reflect("{name}", "Wat is {name}?\\n\\nMeer.")\n{name}',
                metadata={"nbgrader": nbgrader(name)},
            )
            for name in ("one", "two")
        ),
    ]
    cells[1].source = f"{IMPORT}\n{cells[1].source}"
    read = assignment_in(v4.new_notebook(cells=cells))
    assert read.titles == {"one": "Wat is one?", "two": "Wat is two?"}


def test_a_notebook_is_split_at_its_last_headings():
    cells = [
        v4.new_markdown_cell("**Let op: een oude versie.**"),
        v4.new_markdown_cell("# Opdracht\n\nUitleg"),
        v4.new_markdown_cell("## Vragen\n\n### Een (2,5 punten)\n\nSorteer"),
        v4.new_markdown_cell(
            "### Een open antwoord", metadata={"nbgrader": nbgrader("x-open", points=2, by_hand=True)}
        ),
    ]
    found = questions_in(v4.new_notebook(cells=cells))
    assert [question.title for question in found] == ["", "Opdracht", "Een"]
    assert [question.is_open for question in found] == [False, False, True]
    assert found[-1].exercises == ["x"]
