import json
from dataclasses import replace

import nbformat
import pytest
from nbformat import v4

from course.answers import Answers
from course.authoring.notebook import nbgrader
from course.errors import RefusedError
from course.grading.submission.hand_in import Found, read_hand_in
from course.grading.submission.notebook_file import read_notebook
from tests.grading.small import RUBRIC, STUB, as_released, carrying, hand_in, open_cell, record, released


def told(theirs):
    return " ".join(map(str, theirs.remarks))


def test_answers_on_disk_and_in_the_notebook_both_count(tmp_path):
    (tmp_path / "01.ipynb").write_text(json.dumps(as_released()))
    Answers(tmp_path / "answers").save("own-case", "reflect", {"text": "schijf"})
    assert read_hand_in(tmp_path, released()).answers["own-case"].answer == {"text": "schijf"}
    assert hand_in(carrying(record("kopie"))).answers == {"own-case": record("kopie")}


def test_the_newest_counts_wherever_it_is():
    older, newer = (
        record("ouder", "2026-03-01T12:00:00+01:00"),
        record("nieuwer", "2026-03-02T12:00:00+01:00"),
    )
    assert hand_in(carrying(newer), older).answers == {"own-case": newer}
    assert hand_in(carrying(older), newer).answers == {"own-case": newer}


def test_a_wrong_clock_is_told_with_the_heading_that_an_instructor_knows():
    theirs = hand_in(carrying(record("straks", "2099-01-01T12:00:00+01:00")), record("nu"))
    assert theirs.answers == {"own-case": record("nu")}
    assert "2099-01-01" in told(theirs)
    assert "‘Je zaak’" in told(theirs)


def test_the_answers_of_somebody_else_do_not_count(tmp_path):
    Answers(tmp_path / "bas" / "answers").save("own-case", "reflect", {"text": "van Bas"})
    mine = tmp_path / "anna"
    mine.mkdir()
    (mine / "answers").symlink_to(tmp_path / "bas" / "answers")
    (mine / "01.ipynb").write_text(json.dumps(as_released()))
    theirs = read_hand_in(mine, released())
    assert theirs.answers == {}
    assert "a link" in told(theirs)


def test_what_holds_nothing_to_grade_is_refused_and_says_why():
    with pytest.raises(RefusedError, match="cannot be read"):
        hand_in({})
    with pytest.raises(RefusedError, match="not a single answer"):
        hand_in(v4.new_notebook())


def test_an_unreadable_hand_in_with_an_answer_says_so():
    assert "cannot be read" in told(hand_in({}, record("Ik vertel het verhaal.")))


def test_another_assignment_is_refused():
    theirs = v4.new_notebook(cells=[v4.new_code_cell("x", metadata={"nbgrader": {"grade_id": "elsewhere"}})])
    with pytest.raises(RefusedError, match="no work of 01: the cells"):
        hand_in(theirs)
    with pytest.raises(RefusedError, match="no work of 01: the answers belong to other, own-thing"):
        hand_in(v4.new_notebook(), record("x", name="other"), record("x", name="own-thing"))


def test_answers_to_another_assignment_are_called_after_it(tmp_path):
    other = v4.new_notebook(cells=[v4.new_code_cell("x", metadata={"nbgrader": nbgrader("own-thing")})])
    (tmp_path / "02").mkdir()
    nbformat.write(other, tmp_path / "02" / "02.ipynb")
    beside = replace(released(), folder=tmp_path)
    found = Found(read_notebook("{}"), {"own-thing": record("x", name="own-thing")}, beside)
    with pytest.raises(RefusedError, match=r"the answers belong to 02\. Ask"):
        found.verify()


def test_what_all_assignments_have_alike_does_not_make_it_this_one():
    theirs = v4.new_notebook(
        cells=[cell for cell in as_released().cells if "own-case" not in str(cell.metadata)]
    )
    theirs.cells.append(v4.new_code_cell("x", metadata={"nbgrader": {"grade_id": "elsewhere-check"}}))
    assert {"setup", "overview"} <= {
        cell.metadata.get("nbgrader", {}).get("grade_id") for cell in theirs.cells
    }
    with pytest.raises(RefusedError, match="the cells are those of another notebook"):
        hand_in(theirs)


@pytest.mark.parametrize("part", ["name", "text"])
def test_one_cell_is_enough_to_know_it_by(part):
    cell = as_released().cells[3]
    if part == "name":
        cell.source = "weg"
    else:
        cell.metadata = {}
    assert hand_in(v4.new_notebook(cells=[cell])).answers == {}


def test_nothing_at_all_is_refused(tmp_path):
    with pytest.raises(RefusedError, match="no answers in the folder"):
        read_hand_in(tmp_path, released())


def test_what_the_assignment_does_not_ask_is_named_and_does_not_count():
    theirs = hand_in(as_released(), record("hier"), record("daar", name="old-question"))
    assert set(theirs.answers) == {"own-case"}
    assert "old-question" in told(theirs)


def test_an_answer_that_is_too_large_is_named_and_does_not_count():
    theirs = hand_in(carrying(record("a" * 1_200_000)))
    assert theirs.answers == {}
    assert "‘Je zaak’ is larger than 1 MB" in told(theirs)


def test_own_text_is_graded_with_a_remark():
    theirs = hand_in(v4.new_notebook(cells=[v4.new_markdown_cell("Mijn plan")]))
    assert theirs.own == ["Mijn plan"]
    assert "only cells of their own" in told(theirs)


def test_an_untouched_notebook_has_nothing_of_their_own_and_says_that_nothing_is_in_it():
    theirs = hand_in(as_released())
    assert theirs.own == []
    assert "not a single answer" in told(theirs)


@pytest.mark.parametrize(
    "typed", ["Mijn <script>antwoord</script>", f"{RUBRIC}\n\nMijn antwoord", "Mijn antwoord"]
)
def test_who_typed_in_the_answer_cell_is_read_there(typed):
    theirs = hand_in(v4.new_notebook(cells=[open_cell(typed)]))
    assert theirs.typed == {"own-case": typed}
    assert theirs.own == []


@pytest.mark.parametrize("left", ["", "  ", f"{RUBRIC}\n\n{STUB}"])
def test_an_answer_cell_in_which_nothing_was_typed_says_nothing(left):
    assert hand_in(v4.new_notebook(cells=[open_cell(left)])).typed == {}


def test_of_a_doubled_answer_cell_the_one_that_was_written_in_counts():
    cells = [open_cell(), open_cell("Mijn antwoord"), open_cell("Nog iets")]
    theirs = hand_in(v4.new_notebook(cells=cells))
    assert theirs.typed == {"own-case": "Mijn antwoord"}
    assert theirs.own == ["Nog iets"]
