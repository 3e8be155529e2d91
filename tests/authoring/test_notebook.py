"""From text to notebook: cells, their names, what nbgrader is told, and what is derived."""

import json
import re

import nbformat
import pytest

from course.assignment import assignment_in
from course.authoring import notebook_from
from course.authoring.errors import AuthoringError
from course.authoring.library import manuscripts
from course.authoring.opening import manuscript
from course.authoring.write import write
from tests.authoring.texts import CHOOSE, HEAD, REFLECT, SORT, put

BY_HAND = """by-hand:
  intro: "Je begeleider kijkt naar:"
  rubric:
    - {points: 1, text: je noemt iemand.}
    - {points: 1.5, text: die heeft er iets aan.}
model: Ik bel morgen mijn buurvrouw op.
"""
OPEN = REFLECT[: -len("```\n")] + BY_HAND + "```\n"
ASSIGNMENT = (
    HEAD
    + "## Opdracht 1 · Soorten\n\nKijk goed.\n\n"
    + SORT.replace("goal: give", "goal: give\npoints: 2")
    + "\n## Opdracht 2 · Zelf\n\n"
    + OPEN
    + "\n## Inleveren\n\nSamen {{ points }}, {{ tasks }} opdrachten.\n"
)


@pytest.fixture
def lesson(tmp_path):
    return lambda text: notebook_from(put(tmp_path, text))


@pytest.fixture
def assignment(tmp_path):
    return notebook_from(put(tmp_path, ASSIGNMENT, "solutions/nl/01-les/01-les.md"))


def code(notebook):
    return {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "code"}


def test_a_text_becomes_a_notebook_that_jupyter_accepts(assignment, tmp_path):
    write(assignment, tmp_path / "01.ipynb")
    nbformat.validate(nbformat.read(tmp_path / "01.ipynb", 4))


def test_extra_practice_is_folded_and_nothing_else_is(lesson):
    cells = lesson(f"{HEAD}{SORT}\n## Meer oefenen\n\n{CHOOSE}\n## Bronnen\n\nEen.\n").cells
    folded = [cell.source for cell in cells if cell.metadata.get("jp-MarkdownHeadingCollapsed")]
    assert folded == ["## Meer oefenen"]


def test_a_block_in_a_lesson_is_one_cell_with_its_key(lesson):
    cells = code(lesson(HEAD + SORT))
    assert list(cells) == ["setup", "forms"]
    assert "from course import Sort" in cells["setup"]
    assert "key={'seeds': 'gift', 'stamps': 'trade'}" in cells["forms"]


def test_a_block_in_an_assignment_is_exercise_check_and_open_answer(assignment):
    names = [cell.id for cell in assignment.cells if not cell.id.startswith("text")]
    assert names == [
        "setup",
        "forms",
        "forms-check",
        "own-words",
        "own-words-check",
        "own-words-open",
        "overview",
    ]
    cells = code(assignment)
    assert "key" not in cells["forms"]
    assert "Niemand vraagt" not in cells["forms"]
    assert "key=" in cells["forms-check"]
    assert "Ik bel morgen" in cells["own-words-check"]


def test_an_assignment_is_data_that_grading_reads(assignment):
    found = assignment_in(assignment)
    assert list(found.exercises) == list(found.checks) == ["forms", "own-words"]
    assert found.titles == {"forms": "Opdracht 1 · Soorten", "own-words": "Opdracht 2 · Zelf"}
    assert found.checks["forms"].points == 2
    assert found.checks["own-words"].points == 0
    assert found.exercises["own-words"].rubric == [
        "1 punt: je noemt iemand.",
        "1,5 punten: die heeft er iets aan.",
    ]


def test_points_in_headings_and_in_the_text_follow_from_the_blocks(assignment):
    text = "\n".join(cell.source for cell in assignment.cells)
    assert "## Opdracht 1 · Soorten (2 punten)\n\nKijk" in text
    assert "## Opdracht 2 · Zelf (2,5 punten)" in text
    assert "## Inleveren\n" in text
    assert "Samen 4,5 punten, 2 opdrachten." in text


def test_nbgrader_is_told_what_is_graded_how(assignment):
    told = {cell.id: cell.metadata.nbgrader for cell in assignment.cells if "nbgrader" in cell.metadata}
    locked, check, answer = told["forms"], told["forms-check"], told["own-words-open"]
    assert (locked["grade"], locked["locked"], locked["solution"]) == (False, True, False)
    assert (check["grade"], check["locked"], check["points"]) == (True, True, 2)
    assert (answer["grade"], answer["solution"], answer["points"]) == (True, True, 2.5)
    assert told["own-words-check"]["points"] == 0


def test_a_lesson_is_not_graded(lesson):
    assert not [cell for cell in lesson(HEAD + SORT).cells if "nbgrader" in cell.metadata]


def test_the_front_matter_travels_along(lesson):
    course = lesson(HEAD + SORT).metadata.course
    assert (course["title"], course["language"], course["goals"]) == ("Les", "nl", {"give": "Je geeft iets."})


def test_minutes_are_computed_and_told(lesson, tmp_path):
    text = (
        HEAD
        + "woord " * 396
        + "\n\n"
        + SORT
        + "\n"
        + CHOOSE
        + "\nLees {{ reading }}, oefen {{ exercises }}, {{ minutes }}.\n"
    )
    notebook = lesson(text)
    assert notebook.metadata.course["minutes"] == {"reading": 2, "exercises": 2}
    assert notebook.cells[-1].source == "Lees 2, oefen 2, 4."


def test_goals_can_be_listed(lesson):
    assert "- Je geeft iets." in lesson(HEAD.replace("Tekst.", "{{ goals }}") + SORT).cells[0].source


def test_sources_follow_from_the_numbers_and_figures(lesson):
    text = (
        HEAD
        + "Het was {evidence}`cards.later`.\n\n"
        + CHOOSE.replace(", right: true, why: Dat kan.", "")
        .replace(", why: Dat kan ook.", "")
        .replace("question", "then: tips\nquestion")
        + "\n{{ sources }}\n"
    )
    found = lesson(text).cells[-1].source.splitlines()
    assert [line.split(",")[0] for line in found] == ["- Meier", "- Strohmetz"]


def test_the_same_text_gives_the_same_bytes(lesson, tmp_path):
    for name in ("a", "b"):
        write(lesson(HEAD + SORT), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_change_in_one_cell_leaves_the_others_their_ids(lesson):
    before = lesson(HEAD + SORT + "\nMeer tekst.\n")
    after = lesson(HEAD.replace("Tekst.", "Andere tekst.") + SORT + "\nMeer tekst.\n")
    assert [cell.id for cell in before.cells][1:] == [cell.id for cell in after.cells][1:]


def test_cells_with_the_same_content_have_their_own_ids(lesson):
    cells = lesson(HEAD + "+++\n\nzelfde\n\n+++\n\nzelfde\n").cells
    assert len(cells) == 3
    assert len({cell.id for cell in cells}) == 3


def test_code_is_folded_and_nothing_can_be_deleted_by_accident(assignment):
    for cell in assignment.cells:
        assert (cell.metadata.deletable, cell.metadata.editable) == (False, False)
        assert cell.cell_type != "code" or cell.metadata["jupyter"]["source_hidden"]


def test_a_folded_cell_begins_with_a_line_for_the_participant(assignment):
    lines = [source.splitlines()[0] for source in code(assignment).values()]
    assert len(set(lines)) == 3
    assert all(line.startswith("# ") for line in lines)


def test_a_fence_that_is_no_block_stays_prose(lesson):
    notebook = lesson(HEAD + "```\ncode\n```\n\n````markdown\n```{sort} voorbeeld\n```\n````\n")
    assert [cell.cell_type for cell in notebook.cells] == ["markdown"]
    assert "voorbeeld" in notebook.cells[0].source


def test_an_id_stands_for_one_exercise_in_the_whole_course(tmp_path):
    put(tmp_path, HEAD + SORT)
    put(tmp_path, HEAD + SORT, "modules/nl/02-les.md")
    with pytest.raises(AuthoringError, match=re.escape("02-les.md:11: ")) as told:
        manuscripts(tmp_path)
    assert "01-les.md" in str(told.value)


def test_what_a_text_is_worth_is_known_without_a_notebook(tmp_path):
    text = manuscript(put(tmp_path, ASSIGNMENT, "solutions/nl/01-les/01-les.md"))
    assert text.points == 4.5
    assert [one.exercise.goal for one in text.exercises] == ["give", ""]


def test_a_notebook_on_disk_ends_with_a_line_and_sorts_its_fields(lesson, tmp_path):
    write(lesson(HEAD + SORT), tmp_path / "01.ipynb")
    text = (tmp_path / "01.ipynb").read_text("utf-8")
    assert text.endswith("}\n")
    assert list(json.loads(text)) == ["cells", "metadata", "nbformat", "nbformat_minor"]


def test_an_amount_never_breaks_behind_its_euro_sign(lesson):
    notebook = lesson(HEAD + "Van € 148 voor € 119; betaal in €.\n\n" + CHOOSE)
    (told,) = [cell.source for cell in notebook.cells if "148" in cell.source]
    assert "Van €\N{NO-BREAK SPACE}148 voor €\N{NO-BREAK SPACE}119; betaal in €." in told
