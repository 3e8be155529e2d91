import json

import nbformat
import pytest
from nbformat import v4
from nbgrader.api import Gradebook
from traitlets.config import Config

from course.answers import MIME_TYPE, Answers, Record
from course.authoring.text import nbgrader
from course.errors import RefusedError
from course.grading import configure
from course.grading.autograde.prepare import InstructorNotebook, clear, put
from course.grading.pages.readable import STUB
from course.grading.submission.own_cells import added_text, take_over
from course.grading.submission.safe_reading import read_notebook

SAVED = "2026-03-01T12:00:00+01:00"


def record(text, saved=SAVED, name="own-case"):
    return Record(name, "reflect", saved, {"text": text})


def as_data(one):
    return json.loads(one.dumps())


def test_the_graded_folder_holds_the_answers_and_nothing_else(tmp_path):
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "evil.json").write_text("{}")
    put({"own-case": record("hier")}, tmp_path / "answers")
    assert Answers(tmp_path / "answers").all() == {"own-case": record("hier")}
    assert len(list((tmp_path / "answers").iterdir())) == 1


def test_a_folder_that_is_a_link_is_replaced_and_its_target_stays(tmp_path):
    target = tmp_path / "target"
    target.mkdir()
    (target / "own-case.json").write_text("van een ander")
    (tmp_path / "answers").symlink_to(target)
    put({"own-case": record("hier")}, tmp_path / "answers")
    assert (target / "own-case.json").read_text() == "van een ander"
    assert not (tmp_path / "answers").is_symlink()


def test_only_the_instructors_files_stay_where_the_notebook_will_run(tmp_path):
    work, source = tmp_path / "work", tmp_path / "source"
    for file in (
        "course.py",
        "course/__init__.py",
        "data/numbers.csv",
        "data/evil.py",
        "timestamp.txt",
        "a/b/c.py",
    ):
        (work / file).parent.mkdir(parents=True, exist_ok=True)
        (work / file).write_text("x")
    (work / "link.py").symlink_to("/etc/passwd")
    (source / "data").mkdir(parents=True)
    (source / "data" / "numbers.csv").write_text("x")
    clear(work, source)
    assert {str(path.relative_to(work)) for path in work.rglob("*")} == {
        "data",
        "data/numbers.csv",
        "timestamp.txt",
    }


RELEASED = v4.new_notebook(cells=[v4.new_markdown_cell("# Opdracht"), v4.new_code_cell("own_case")])


def test_what_a_participant_added_is_shown_as_text():
    added = added_text(
        v4.new_notebook(cells=[*RELEASED.cells, v4.new_code_cell("<script>alert(1)</script>")]), RELEASED
    )
    assert "alert" in added
    assert "<script" not in added


def test_an_untouched_notebook_adds_nothing():
    assert added_text(RELEASED, RELEASED) == ""
    assert added_text(v4.new_notebook(), RELEASED) == ""


@pytest.fixture
def grade(tmp_path):
    """Take one hand-in through the first step of autograding."""
    config = Config()
    configure(config)
    config.CourseDirectory.root = str(tmp_path)
    release = tmp_path / "exercises" / "nl" / "01"
    release.mkdir(parents=True)
    nbformat.write(RELEASED, release / "01.ipynb")
    names = {
        "notebook": "01",
        "assignment": "01",
        "student": "anna",
        "db_url": f"sqlite:///{tmp_path}/gradebook.db",
    }
    with Gradebook(names["db_url"]) as book:
        book.add_assignment("01")
        book.add_notebook("01", "01")

    def grade(handed_in):
        return InstructorNotebook(config=config).preprocess(handed_in, {"nbgrader": names})[0]

    grade.submitted = tmp_path / "submitted" / "anna" / "01"
    grade.autograded = tmp_path / "autograded" / "anna" / "01"
    return grade


def test_the_instructors_own_notebook_is_graded(grade):
    mine = v4.new_notebook(
        cells=[v4.new_code_cell("import os; os.remove('x')")],
        metadata={"kernelspec": {"name": "evil", "display_name": "x"}},
    )
    graded = grade(read_notebook(json.dumps(mine)))
    assert [cell.source for cell in graded.cells if cell.cell_type == "code"] == ["own_case"]
    assert "evil" not in str(graded.metadata)


def test_answers_on_disk_and_in_the_notebook_are_put_beside_it(grade):
    Answers(grade.submitted / "answers").save("on-disk", "reflect", {"text": "schijf"})
    output = v4.new_output("display_data", {MIME_TYPE: as_data(record("kopie"))})
    grade(read_notebook(json.dumps(v4.new_notebook(cells=[v4.new_code_cell("", outputs=[output])]))))
    assert set(Answers(grade.autograded / "answers").all()) == {"on-disk", "own-case"}


def test_the_answers_of_somebody_else_do_not_count(grade, tmp_path):
    Answers(tmp_path / "submitted" / "bas" / "01" / "answers").save(
        "own-case", "reflect", {"text": "van Bas"}
    )
    grade.submitted.mkdir(parents=True)
    (grade.submitted / "answers").symlink_to(tmp_path / "submitted" / "bas" / "01" / "answers")
    grade(read_notebook(json.dumps(RELEASED)))
    assert Answers(grade.autograded / "answers").all() == {}


def test_an_unreadable_hand_in_says_so_on_top(grade):
    assert "niet te lezen" in grade(read_notebook("{")).cells[0].source


def test_another_assignment_is_refused_and_leaves_nothing(grade):
    mine = v4.new_notebook(cells=[v4.new_code_cell("x", metadata={"nbgrader": {"grade_id": "elsewhere"}})])
    with pytest.raises(RefusedError, match="no work for 01"):
        grade(read_notebook(json.dumps(mine)))


def test_own_text_is_graded_with_a_remark(grade):
    graded = grade(read_notebook(json.dumps(v4.new_notebook(cells=[v4.new_markdown_cell("Mijn plan")]))))
    assert "alleen eigen cellen" in graded.metadata["overtuigen"]["remarks"][0]
    assert "Mijn plan" in graded.cells[-1].source


def test_half_a_character_in_an_answer_can_be_kept(grade):
    output = v4.new_output("display_data", {MIME_TYPE: as_data(record("half \ud800 teken"))})
    grade(read_notebook(json.dumps(v4.new_notebook(cells=[v4.new_code_cell("", outputs=[output])]))))
    assert Answers(grade.autograded / "answers").load("own-case").answer == {"text": "half ? teken"}


def test_without_a_release_the_instructor_hears_what_to_do(grade, tmp_path):
    (tmp_path / "exercises" / "nl" / "01" / "01.ipynb").unlink()
    with pytest.raises(FileNotFoundError, match="nbgrader generate_assignment 01"):
        grade(read_notebook("{}"))


def cell(source, name="own", kind=v4.new_markdown_cell):
    return kind(source, metadata={"nbgrader": nbgrader(name, points=2, by_hand=True)})


RUBRIC = f"**Open antwoord, 2 punten.**\n\n{STUB}"


@pytest.mark.parametrize(
    "typed", ["Mijn <script>antwoord</script>", f"{RUBRIC}\n\nMijn antwoord", "Mijn antwoord"]
)
def test_who_typed_in_the_answer_cell_is_read_there(typed):
    graded = v4.new_notebook(cells=[cell(RUBRIC)])
    take_over(v4.new_notebook(cells=[cell(typed)]), graded)
    assert graded.cells[0].source.startswith("**Open antwoord, 2 punten.**\n\nMijn")
    assert "<script" not in graded.cells[0].source
    assert STUB not in graded.cells[0].source


@pytest.mark.parametrize("left", ["", "  ", RUBRIC, STUB, "**Open antwoord, 2 punten.**"])
def test_an_answer_cell_in_which_nothing_was_typed_stays_as_it_was(left):
    graded = v4.new_notebook(cells=[cell(RUBRIC)])
    take_over(v4.new_notebook(cells=[cell(left)]), graded)
    assert graded.cells[0].source == RUBRIC


def test_of_a_doubled_answer_cell_the_one_that_was_written_in_counts():
    graded = v4.new_notebook(cells=[cell(RUBRIC)])
    theirs = v4.new_notebook(cells=[cell(RUBRIC), cell("Mijn antwoord"), cell("Nog iets")])
    assert "Nog iets" in added_text(theirs, graded).replace("&#32;", " ")
    assert "Mijn antwoord" not in added_text(theirs, graded)
    take_over(theirs, graded)
    assert "Mijn antwoord" in graded.cells[0].source


def test_code_counts_only_where_the_instructor_asks_for_code():
    def locked():
        return v4.new_code_cell("check()", metadata={"nbgrader": nbgrader("check", points=1)})

    graded = v4.new_notebook(cells=[cell("pass", kind=v4.new_code_cell), locked()])
    theirs = v4.new_notebook(cells=[cell("x = 5", kind=v4.new_code_cell), locked()])
    theirs.cells[1].source = "5"
    theirs.cells[0].metadata["nbgrader"]["points"] = 100
    theirs.cells.append(v4.new_code_cell("", metadata={"nbgrader": "no dictionary"}))
    take_over(theirs, graded)
    assert [one.source for one in graded.cells] == ["x = 5", "check()"]
    assert graded.cells[0].metadata["nbgrader"]["points"] == 2
