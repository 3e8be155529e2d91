import json

import nbformat
import pytest

from course.authoring import AuthoringError, notebook_from
from course.authoring.write import write

EXERCISE = """```{code-cell}
own_case = Reflect("own-case", "Wat is je zaak?")
own_case
```
"""
CHECK = """```{code-cell}
### BEGIN HIDDEN TESTS
own_case.check(points=2)
### END HIDDEN TESTS
```
"""
ANSWER = """+++ {"answer": "own-case", "points": 3}

**Open antwoord.** Concreet.

+++
"""
HEAD = "---\ntitle: Les\ngoals:\n  g: Je doet iets.\nminutes: {reading: 1, exercises: 2}\n---\n\n# Les\n\nTekst.\n\n"


@pytest.fixture
def make(tmp_path):
    def make(text, folder="solutions/nl/01"):
        path = tmp_path / folder / "01.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return notebook_from(path)

    return make


def grades(notebook):
    return {cell.id: cell.metadata.nbgrader for cell in notebook.cells if "nbgrader" in cell.metadata}


def test_a_text_becomes_a_notebook_that_jupyter_accepts(make, tmp_path):
    notebook = make(HEAD + EXERCISE + CHECK + ANSWER)
    write(notebook, tmp_path / "01.ipynb")
    nbformat.validate(nbformat.read(tmp_path / "01.ipynb", 4))


def test_the_front_matter_travels_along(make):
    course = make(HEAD + EXERCISE).metadata.course
    assert course["title"] == "Les"
    assert course["goals"] == {"g": "Je doet iets."}
    assert course["minutes"] == {"reading": 1, "exercises": 2}


def test_the_same_text_gives_the_same_bytes(make, tmp_path):
    for name in ("a", "b"):
        write(make(HEAD + EXERCISE + CHECK + ANSWER), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_cell_is_called_after_its_exercise(make):
    assert [
        cell.id for cell in make(HEAD + EXERCISE + CHECK + ANSWER).cells if not cell.id.startswith("text")
    ] == [
        "own-case",
        "own-case-check",
        "own-case-open",
    ]


def test_a_change_in_one_cell_leaves_the_others_their_ids(make):
    before = make(HEAD + EXERCISE + "\nMeer tekst.\n")
    after = make(HEAD.replace("Tekst.", "Andere tekst.") + EXERCISE + "\nMeer tekst.\n")
    assert [cell.id for cell in before.cells][1:] == [cell.id for cell in after.cells][1:]


def test_cells_with_the_same_content_have_their_own_ids(make):
    cells = make(HEAD + "+++\n\nzelfde\n\n+++\n\nzelfde\n").cells
    assert len({cell.id for cell in cells}) == len(cells)


def test_code_is_folded_and_nothing_can_be_deleted_by_accident(make):
    for cell in make(HEAD + EXERCISE + CHECK + ANSWER).cells:
        assert (cell.metadata.deletable, cell.metadata.editable) == (False, False)
        assert cell.cell_type != "code" or cell.metadata["jupyter"]["source_hidden"]


def test_a_folded_cell_begins_with_a_line_for_the_participant(make):
    code = [
        cell.source.splitlines()[0]
        for cell in make(HEAD + EXERCISE + CHECK).cells
        if cell.cell_type == "code"
    ]
    assert len(set(code)) == 2
    assert all(line.startswith("# ") for line in code)


def test_nbgrader_is_told_what_is_graded_how(make):
    told = grades(make(HEAD + EXERCISE + CHECK + ANSWER))
    locked, check, answer = told["own-case"], told["own-case-check"], told["own-case-open"]
    assert (locked["grade"], locked["locked"], locked["solution"]) == (False, True, False)
    assert (check["grade"], check["locked"], check["points"]) == (True, True, 2)
    assert (answer["grade"], answer["solution"], answer["points"]) == (True, True, 3)


def test_a_lesson_is_not_graded(make):
    assert grades(make(HEAD + EXERCISE, "modules/nl")) == {}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("---\ntitle: [\n---\n", "MyST"),
        (HEAD + "```{code-cell}\nx = (\n```\n", "x = ("),
        (HEAD + CHECK, "own_case"),
        (HEAD + EXERCISE + CHECK.replace("points=2", ""), "points"),
        (HEAD + EXERCISE + CHECK.replace("points=2", "points=two"), "points"),
        (HEAD + EXERCISE + CHECK.replace("own_case.check(points=2)", "own_case"), "one check"),
        (HEAD + ANSWER, "own-case"),
        (HEAD + EXERCISE + ANSWER.replace(', "points": 3', ""), "points"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_cause(make, text, hint):
    with pytest.raises(AuthoringError) as told:
        make(text)
    assert "01.md" in str(told.value)
    assert hint in str(told.value)


def test_a_notebook_on_disk_ends_with_a_line_and_sorts_its_fields(make, tmp_path):
    write(make(HEAD + EXERCISE), tmp_path / "01.ipynb")
    text = (tmp_path / "01.ipynb").read_text("utf-8")
    assert text.endswith("}\n")
    assert list(json.loads(text)) == ["cells", "metadata", "nbformat", "nbformat_minor"]
    assert "é" not in text or "\\u" not in text
