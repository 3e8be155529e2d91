import shutil

import nbformat
import pytest

from course.answers import Answers
from course.authoring import AuthoringError
from course.authoring.__main__ import main
from course.authoring.release import make_release
from course.authoring.write import write
from course.first_lines import first_line
from course.i18n import translator
from tests.fixture import NAME, text_of
from tests.model_answers import checks, source, strings_in


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course folder with one assignment, and its release."""
    root = tmp_path_factory.mktemp("course")
    folder = root / "solutions" / "nl" / NAME
    folder.mkdir(parents=True)
    shutil.copy(text_of(), folder)
    write(source(), folder / f"{folder.name}.ipynb")
    (folder / "picture.svg").write_text("<svg/>")
    (folder / "notes.md").write_text("voor de begeleider")
    Answers(folder / "answers").save("own-case", "reflect", {"text": "van de auteur"})
    return folder, make_release(folder)


def cells(made):
    folder, release = made
    return nbformat.read(release / f"{folder.name}.ipynb", 4).cells


def test_a_release_holds_the_notebook_and_its_files_and_nothing_of_the_author(made):
    folder, release = made
    assert release == folder.parents[2] / "exercises" / "nl" / folder.name
    assert {path.name for path in release.iterdir()} == {f"{folder.name}.ipynb", "picture.svg"}


def test_no_part_of_a_hidden_check_is_released(made):
    text = (made[1] / f"{made[0].name}.ipynb").read_text("utf-8")
    assert "HIDDEN TESTS" not in text
    assert ".check(" not in text
    for check in checks(source()).values():
        secret = strings_in(check.reasons) + [one for one in strings_in(check.model) if " " in one]
        assert not [one for one in secret if one in text]
        assert "### BEGIN SOLUTION" not in text


def test_a_check_is_an_empty_cell_that_stays_graded(made):
    graded = [cell for cell in cells(made) if cell.id.endswith("-check")]
    assert len(graded) == len(checks(source()))
    for cell in graded:
        assert cell.source.strip() == first_line("check", translator("nl"))
        assert cell.metadata["nbgrader"]["locked"]


def test_the_participant_sees_rubric_and_stub_in_an_answer_cell(made):
    for cell in cells(made):
        if cell.id.endswith("-open"):
            assert "Open antwoord" in cell.source
            assert "modelantwoord" not in cell.source
            assert (
                cell.metadata["editable"] is False
            )  # an answer is given in the exercise, and read from there


def test_making_it_again_gives_the_same_bytes(made):
    folder, release = made
    file = release / f"{folder.name}.ipynb"
    before = file.read_bytes()
    make_release(folder)
    assert file.read_bytes() == before


def test_the_instructors_gradebook_is_not_touched(made):
    assert not list(made[0].parents[2].rglob("*.db"))


def test_a_source_that_nbgrader_refuses_is_told_to_the_author(made, tmp_path):
    folder = tmp_path / "solutions" / "nl" / "02"
    folder.mkdir(parents=True)
    notebook = source()
    double = next(cell for cell in notebook.cells if cell.id.endswith("-check"))
    notebook.cells.append(nbformat.v4.new_code_cell(double.source, metadata=double.metadata))
    write(notebook, folder / "02.ipynb")
    with pytest.raises(AuthoringError, match="nbgrader"):
        make_release(folder)


def test_one_command_rebuilds_everything(tmp_path):
    lesson = tmp_path / "modules" / "nl" / "01.md"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("---\ntitle: Les\nlanguage: nl\n---\n\n# Les\n", "utf-8")
    assert main(tmp_path) == 0
    assert lesson.with_suffix(".ipynb").is_file()


def test_a_text_that_is_wrong_is_one_sentence_and_no_traceback(tmp_path, capsys):
    lesson = tmp_path / "modules" / "nl" / "01.md"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("---\ntitle: Les\nlanguage: nl\n---\n\n```{sort} x\n```\n", "utf-8")
    assert main(tmp_path) == 1
    assert "01.md" in capsys.readouterr().err


def test_an_assignment_with_other_code_is_refused(made, tmp_path):
    folder = tmp_path / "solutions" / "nl" / "03"
    folder.mkdir(parents=True)
    notebook = source()
    notebook.cells.insert(1, nbformat.v4.new_code_cell("import os\nos.listdir()"))
    write(notebook, folder / "03.ipynb")
    with pytest.raises(AuthoringError, match="andere code dan oefeningen van de cursus: import os"):
        make_release(folder)
